"""From which confidence a proposal is a report, and from which a report needs no review.

Both thresholds are data (``data/weights/confidence.json``), chosen by cross-validation in ``scripts/train_judge.py``: the first by
report F1, the second by precision (docs/judges.md). Without the file all proposals are kept and none is put to review.
"""

import json
from functools import lru_cache

from truceline.reports import weights


def kept_from(*, stacked: bool) -> float:
    """A proposal below this is let go; ``stacked`` where an encoder has its say."""
    return thresholds(stacked)[0]


def is_for_review(confidence: float, *, stacked: bool) -> bool:
    """Whether a report is too unsure to be counted before a person has looked at it."""
    return bool(confidence < thresholds(stacked)[1])


@lru_cache(maxsize=2)
def thresholds(stacked: bool) -> tuple[float, float]:
    """From which confidence a proposal is kept, and from which it needs no review."""
    path = weights.FOLDER / "confidence.json"
    if not path.exists():
        return 0.0, 0.0
    held = json.loads(path.read_text(encoding="utf-8"))["with_encoder" if stacked else "alone"]
    return float(held["keep"]), float(held["review"])
