"""Linear weights kept as data: loaded once, applied to sets of binary features."""

import json
import math
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "weights"


@lru_cache(maxsize=4)
def load_weights(name: str) -> dict[str, float] | None:
    """The weights of ``data/weights/NAME.json``, or None where the file is not installed."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        return None
    held: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return held


def logistic(weights: dict[str, float] | None, features: set[str]) -> float | None:
    """Probability 0..1 of a set of features; None without weights. Summed in sorted order: the same bits everywhere."""
    if weights is None:
        return None
    score = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in sorted(features))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
