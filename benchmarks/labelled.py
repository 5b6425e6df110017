"""What readers found in documents of a stream that they read whole: whether one tells of an act in scope."""

import json
from pathlib import Path

LABELS = Path(__file__).parent / "labels"
CODED = Path(__file__).parent / "coded"


def in_scope(stream: str) -> dict[str, bool]:
    """Whether each document of this file that was read whole has an act in scope, by its id, by its coding or else by its labels."""
    found: dict[str, bool] = {}
    for label in (label for path in sorted(LABELS.glob("*.jsonl")) for label in _lines(path)):
        if label["file"] == stream:
            found[label["id"]] = found.get(label["id"], False) or label["right"]
    for path in sorted(CODED.glob("*.jsonl")):
        found |= {line["id"]: bool(line["reports"]) for line in _lines(path) if line["file"] == stream}
    return found


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
