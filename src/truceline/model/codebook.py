"""The codebook's writing of a value read back: "2024-06", "PRK:mil, KOR:mil", "[20,30]" as people type them."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from truceline.model.party import Actor, Role
from truceline.model.place import Where
from truceline.model.report import Quantity
from truceline.model.time import Precision, When, month_span

COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
SINGLE = {"date": "when", "time": "time", "place": "where", "line": "line", "sector": "sector", "outcome": "outcome", "intent": "intent"}
MANY = {"actor": "actors", "target": "targets", "response": "responses"}
FIELDS = ("type", *SINGLE, *MANY, *COUNTS)
"""The fields of the codebook that a person can give."""

_SPREAD = re.compile(r"(\d{1,9})\s*(?:\+|[-–]\s*(\d{1,9}))")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def parse(field: str, value: str | None) -> Any:
    """A value as the codebook writes it ("2024-06", "PRK:mil, KOR:mil", "[20,30]"), made whole; None = not said.

    Raises ValueError, saying what was expected.
    """
    if field not in FIELDS:
        raise ValueError(f"there is no field {field!r} (one of: {', '.join(FIELDS)})")
    if value is None or not value.strip():
        if field == "type":
            raise ValueError("a report without a type tells of nothing: reject it instead")
        return () if field in MANY else None
    return PARSERS.get(field, _count if field in COUNTS else str.strip)(value)


def _date(text: str) -> When:
    first, parted, last = text.strip().partition("/")
    start, precision = _edge(first, last=False)
    end, _ = _edge(last if parted else first, last=True)
    if end < start:
        raise ValueError(f"{text!r} ends before it begins")
    return When(start=start, end=end, precision=Precision.INTERVAL if parted else precision, basis="a person", words=text.strip())


def _edge(code: str, *, last: bool) -> tuple[date, Precision]:
    try:
        numbers = [int(part) for part in code.split("-")]
        if len(numbers) == 3:
            return date(*numbers), Precision.DAY
        year, month = (numbers[0], numbers[1]) if len(numbers) == 2 else (*numbers, 12 if last else 1)
        span = month_span(date(year, month, 1))
        precision = Precision.MONTH if len(numbers) == 2 else Precision.YEAR
        return span[last], precision
    except (ValueError, TypeError) as error:
        raise ValueError(f"{code!r} is no date (write 2024-06-20, 2024-06, 2024 or 2024-06-01/2024-06-20)") from error


def _time(text: str) -> str:
    if not _CLOCK.fullmatch(text.strip()):
        raise ValueError(f"{text!r} is no time of day (write 14:05)")
    return text.strip()


def _place(text: str) -> Where:
    return Where(name=text.strip())


def _actors(text: str) -> tuple[Actor, ...]:
    try:
        pairs = [each.strip().partition(":") for each in text.split(",")]
        return tuple(Actor(party=party, role=Role(role or "unk")) for party, _, role in pairs)
    except ValueError as error:
        raise ValueError(f"{text!r} names no party in a role (write PRK:mil, or several with commas)") from error


def _responses(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def _count(text: str) -> Quantity:
    spread = _SPREAD.fullmatch(text.strip())
    try:
        found = [int(spread[1]), int(spread[2]) if spread[2] else None] if spread else json.loads(text)
        low, high = (found, found) if isinstance(found, int) else found
        if (
            all(each is None or (isinstance(each, int) and 0 <= each < 10**9) for each in (low, high))
            and (low, high) != (None, None)
            and (low or 0) <= (10**9 if high is None else high)
        ):
            return Quantity(what="", low=low, high=high)
    except (ValueError, TypeError):
        pass
    raise ValueError(f"{text!r} is no count (write 25, 20-30 or [20,30]; 20+ or [20,null] for at least 20)")


PARSERS: dict[str, Callable[[str], Any]] = {
    "date": _date, "time": _time, "place": _place, "actor": _actors, "target": _actors, "response": _responses,
}  # fmt: skip
