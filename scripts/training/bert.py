"""A BERT encoder of few layers in plain torch, filled from the weights of MiniLM-L6 (safetensors, read without its library)."""

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

HIDDEN, HEADS, INNER, LONGEST, PARTS = 384, 12, 1536, 128, 3


class Layer(nn.Module):
    """Attention and feed-forward, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.after_attention, self.after_inner = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Any, away: Any | None) -> Any:
        batch, length, _ = x.shape

        def split(y: Any) -> Any:
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        weights = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / (HIDDEN // HEADS) ** 0.5
        if away is not None:
            weights = weights + away
        mixed = (torch.softmax(weights, -1) @ split(self.value(x))).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.after_attention(x + self.drop(self.out(mixed)))
        return self.after_inner(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))


class Bert(nn.Module):
    """Embeddings and the first layers."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.words, self.places, self.parts = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(LONGEST, HIDDEN), nn.Embedding(PARTS, HIDDEN)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, words: Any, parts: Any, away: Any | None = None) -> Any:
        x = self.words(words) + self.parts(parts) + self.places(torch.arange(words.shape[1]))
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, away)
        return x


def load_minilm(folder: Path, keep: tuple[int, ...]) -> tuple[Bert, list[str]]:
    """The encoder with these layers of MiniLM, and its vocabulary."""
    held = read_safetensors(folder / "model.safetensors")
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    vocabulary = vocabulary[: held["embeddings.word_embeddings.weight"].shape[0]]
    model = Bert(len(vocabulary), len(keep))
    state = {
        "words.weight": held["embeddings.word_embeddings.weight"],
        "places.weight": held["embeddings.position_embeddings.weight"][:LONGEST],
        "parts.weight": held["embeddings.token_type_embeddings.weight"][[0, 1, 1]],
        "norm.weight": held["embeddings.LayerNorm.weight"], "norm.bias": held["embeddings.LayerNorm.bias"],
    }  # fmt: skip
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "after_attention": "attention.output.LayerNorm",
        "after_inner": "output.LayerNorm",
    }
    for n, old in enumerate(keep):
        for mine, theirs in names.items():
            for what in ("weight", "bias"):
                state[f"layers.{n}.{mine}.{what}"] = held[f"encoder.layer.{old}.{theirs}.{what}"]
    model.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in state.items()})
    return model, vocabulary


def read_safetensors(path: Path) -> dict[str, Any]:
    """The float tensors of a safetensors file by name."""
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8 : 8 + size])
    return {
        name: np.frombuffer(
            raw, "<f4", count=(each["data_offsets"][1] - each["data_offsets"][0]) // 4, offset=8 + size + each["data_offsets"][0]
        ).reshape(each["shape"])
        for name, each in head.items()
        if name != "__metadata__" and each["dtype"] == "F32"
    }
