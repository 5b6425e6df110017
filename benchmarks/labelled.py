"""What the labels say of documents that nobody coded as wholes: whether one was found, read whole, to tell of an act in scope."""

import json
from pathlib import Path

FILE = Path(__file__).parent / "labels" / "proposals.jsonl"


def in_scope(stream: str) -> dict[str, bool]:
    """Whether a proposal of each document with labels was right, by the id of the document; ``stream`` is the name of their file."""
    out: dict[str, bool] = {}
    for label in map(json.loads, FILE.read_text(encoding="utf-8").splitlines()):
        if label["file"] == stream:
            out[label["id"]] = out.get(label["id"], False) or label["right"]
    return out
