"""The encoder: a small language model that reads how a proposal is told and says, in log-odds, whether it is an act in scope.

It is a data file (``data/weights/encoder/``: int8 ONNX, its vocabulary and its card), run by onnxruntime on one thread, a proposal
at a time, so that no proposal weighs on another's score. Without the files, or without onnxruntime, there is no encoder and the
linear judge stands alone. Scores are rounded to ``STEP``: machines differ in the last bits of a float, and round alike but for
scores that lie on the edge of a step.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from truceline.errors import ConfigError
from truceline.reports import weights
from truceline.reports.score import Score
from truceline.reports.telling import Telling
from truceline.reports.wordpiece import numbered, pieces_of

STEP = 0.1
CARD = "card.json"


class Encoder:
    """A loaded encoder."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int], sha: str) -> None:
        self._session, self._vocabulary, self.sha256 = session, vocabulary, sha

    def score(self, told: Telling) -> Score:
        """The score of one telling, rounded."""
        import numpy as np  # comes with onnxruntime

        words, parts = pieces_of(told, self._vocabulary)
        right, main = self._session.run(None, {"words": np.array([words]), "parts": np.array([parts])})[0][0]
        return Score(rounded(float(right)), rounded(float(main)))


def rounded(score: float) -> float:
    """A score in whole steps."""
    return round(round(score / STEP) * STEP, 6)


@lru_cache(maxsize=2)
def load_encoder(folder: Path | None = None) -> Encoder | None:
    """The encoder of a folder; None where it is not installed. Raises ConfigError if a file is missing or differs from the card."""
    folder = folder or weights.FOLDER / "encoder"
    if not (folder / CARD).exists() or find_spec("onnxruntime") is None:
        return None
    listed: dict[str, str] = json.loads((folder / CARD).read_text(encoding="utf-8"))["files"]
    held = {name: _checked(folder / name, digest) for name, digest in listed.items()}
    import onnxruntime  # heavy: needed only where something is proposed

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(held["encoder.onnx"], options, providers=["CPUExecutionProvider"])
    return Encoder(session, numbered(held["vocabulary.txt"].decode("utf-8").split("\n")), listed["encoder.onnx"])


def _checked(path: Path, digest: str) -> bytes:
    """The bytes of a file, if they are those of the card."""
    content = path.read_bytes() if path.exists() else b""
    if sha256(content).hexdigest() != digest:
        raise ConfigError(
            f"the encoder's file {path.name} is missing or not the one of its {CARD}: install truceline again, "
            f"or remove the folder {path.parent.name} to read without the encoder"
        )
    return content
