"""Low, high and best of a figure: all accounts side by side, and a best one only by a stated rule, blank where accounts disagree."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.model.incident import Incident
from truceline.views.values import COUNTS, days, decoded

RULE = "what all accounts leave open; blank where they disagree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """``low`` and ``high`` over all accounts (None = open or not told); ``best`` is the interval on which all agree, or None."""

    low: Any
    high: Any
    best: tuple[Any, Any] | None


def ranges(incident: Incident) -> dict[str, Range]:
    """The range of each figure and of the date, where some account tells it."""
    found: dict[str, Range] = {}
    for field in COUNTS:
        bounds = [each for one in incident.variants.get(field, ()) if isinstance(each := decoded(one.value), list) and len(each) == 2]
        if bounds:
            lows, highs = [each[0] for each in bounds if each[0] is not None], [each[1] for each in bounds if each[1] is not None]
            open_end = len(highs) < len(bounds)
            best = (max(lows, default=None), min(highs, default=None))
            agree = best[0] is None or best[1] is None or best[0] <= best[1]
            found[field] = Range(low=min(lows, default=None), high=None if open_end else max(highs), best=best if agree else None)
    spans = [span for one in incident.variants.get("date", ()) if (span := days(one.value))]
    if spans:
        first, last = max(each[0] for each in spans), min(each[1] for each in spans)
        agreed = (_iso(first), _iso(last)) if first <= last else None
        found["date"] = Range(low=_iso(min(each[0] for each in spans)), high=_iso(max(each[1] for each in spans)), best=agreed)
    return found


def _iso(day: date) -> str:
    return day.isoformat()
