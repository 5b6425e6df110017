"""Linear weights kept as data: loaded once, applied to sets of binary features."""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_NONE: Mapping[str, float] = {}
FOLDER = Path(__file__).parent.parent / "data" / "weights"


@lru_cache(maxsize=8)
def load_weights(name: str) -> dict[str, float] | None:
    """The weights of ``data/weights/NAME.json``, or None where the file is not installed."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        return None
    held: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return held


def logistic(weights: dict[str, float] | None, features: set[str], numbers: Mapping[str, float] = _NONE) -> float | None:
    """Probability 0..1 of a set of features and some figures; None without weights. Summed in sorted order: the same bits everywhere."""
    if weights is None:
        return None
    score = weights.get("bias", 0.0) + sum([weights[name] for name in sorted(filter(weights.__contains__, features))])
    score += sum(weights.get(name, 0.0) * numbers[name] for name in sorted(numbers))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
