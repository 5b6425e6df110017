"""Incidents like one: what they share with it, feature by feature, and no score that hides it."""

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.incident import Incident

SHARED = ("line", "sector", "actor", "target", "place", "response", "outcome", "intent")
HARM = ("killed", "wounded", "captured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An incident of the same kind, with the features it shares and those in which it differs (both sides told it)."""

    incident: Incident
    shares: tuple[str, ...]
    differs: tuple[str, ...]


def precedents(incident: Incident, others: Iterable[Incident]) -> tuple[Precedent, ...]:
    """Incidents of the same kind that were not after it, those that share most first, then the latest.

    An incident whose day is not told is listed too: nobody can say that it was later.
    """
    day = incident.first("date")
    found = [
        _compare(incident, each)
        for each in others
        if each.id != incident.id and each.kind == incident.kind and not _after(each.first("date"), day)
    ]
    return tuple(sorted(sorted(found, key=_latest, reverse=True), key=lambda each: (-len(each.shares), len(each.differs))))


def _compare(one: Incident, two: Incident) -> Precedent:
    shares, differs = [], []
    for field in SHARED:
        ours, theirs = _values(one, field), _values(two, field)
        if ours and theirs:
            both = sorted(ours & theirs)
            if both:
                shares.append(f"{field} {', '.join(both)}")
            else:
                differs.append(field)
    for field in HARM:
        if _values(one, field) and _values(two, field):
            shares.append(f"persons {field}")
        elif _values(one, field) or _values(two, field):
            differs.append(field)
    return Precedent(incident=two, shares=tuple(shares), differs=tuple(differs))


def _values(incident: Incident, field: str) -> frozenset[str]:
    return frozenset(each.value for each in incident.variants.get(field, ()))


def _after(day: str | None, bound: str | None) -> bool:
    """Whether a day is certainly later than another, as finely as both are known."""
    if day is None or bound is None:
        return False
    first, last = day.partition("/")[0], bound.rpartition("/")[2]
    size = min(len(first), len(last))
    return first[:size] > last[:size]


def _latest(each: Precedent) -> tuple[str, str]:
    return each.incident.first("date") or "", each.incident.id
