"""Blocking keys: which reports are worth comparing at all.

A report lives under its ``own`` keys and looks in under its ``seeks`` keys. Two reports meet where they share an own
key, or where one seeks what the other owns; two that only seek the same key do not meet. So a report of a
whole year meets every report of a day in it, while days do not meet other days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from truceline.incidents.profile import Profile
from truceline.incidents.weights import Scale

DAYS_APART = 31  # a stretch of so many days is kept by the day, a longer one by the month
MONTHS_APART = 120  # a stretch longer than ten years says nothing about when: it is treated as undated
ANYONE = "*"
UNDATED = "undated"
MOST_WORDS = 12  # of a place's name, or sides of an act: a hostile text that lists thousands costs no more
MOST_UNDATED = 300  # with more texts that have no date at all, kind and side alone bring none together, only a place does


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys under which a report is kept, and keys under which it only looks."""

    own: tuple[str, ...]
    seeks: tuple[str, ...]


def keys(report: Profile, scale: Scale) -> Keys:
    """Keys of a report: kind, side and stretch of time; without a time, kind, side and place.

    A report that names no side is kept under ``*``, and every other looks in there.
    """
    sides = sorted(report.sides)[:MOST_WORDS] or [ANYONE]
    own, seeks = _own_and_seeks([f"{report.kind}|{side}" for side in sides], report, scale)
    if report.sides:
        nobody, others = _own_and_seeks([f"{report.kind}|{ANYONE}"], report, scale)
        seeks = (*seeks, *nobody, *others)
    return Keys(own=own, seeks=seeks)


def _own_and_seeks(heads: list[str], report: Profile, scale: Scale) -> tuple[tuple[str, ...], tuple[str, ...]]:
    places = [f"{head}|at {word}" for head in heads for word in sorted(report.place)[:MOST_WORDS]]
    undated = [f"{head}|{UNDATED}" for head in heads]
    first, last, wide = _stretch(report, scale)
    if first is None or last is None:
        return (*places, *undated), ()
    months = [f"{head}|{month}" for head in heads for month in _months(first, last)]
    if wide:
        return tuple(months), (*places, *undated)
    days = [f"{head}|{day}" for head in heads for day in _days(first, last)]
    return tuple(days), (*months, *places, *undated)


def pairs(reports: Iterable[Profile], scale: Scale) -> Iterator[tuple[Profile, Profile]]:
    """Every pair of different documents that meets under some key, once, the lesser id first, in order of ids."""
    ordered = sorted(reports, key=lambda each: each.id)
    owners: dict[str, list[int]] = defaultdict(list)
    seekers: dict[str, list[int]] = defaultdict(list)
    for index, report in enumerate(ordered):
        found = keys(report, scale)
        for key in dict.fromkeys(found.own):
            owners[key].append(index)
        for key in dict.fromkeys(found.seeks):
            seekers[key].append(index)
    met: set[tuple[int, int]] = set()
    for key, own in owners.items():
        if len(own) > MOST_UNDATED and key.endswith(UNDATED):
            continue
        for place, one in enumerate(own):
            met.update((one, two) for two in own[place + 1 :])
            met.update((one, two) if one < two else (two, one) for two in seekers.get(key, ()) if two != one)
    for one, two in sorted(met):
        if ordered[one].document_id != ordered[two].document_id:
            yield ordered[one], ordered[two]


def _stretch(report: Profile, scale: Scale) -> tuple[date | None, date | None, bool]:
    """First and last day to look under, and whether to keep the report by the month."""
    if report.kind in scale.lasting_kinds and not report.planned:
        return _while_it_lasts(report, scale)
    if report.when is not None:
        first, last = report.when.start, report.when.end
        days = (last - first).days
        return (None, None, False) if days > MONTHS_APART * 31 else (first, last, days > DAYS_APART)
    if report.published is None:
        return None, None, False
    back = scale.undated_days if report.main else scale.recall_days
    first = date.fromordinal(max(1, report.published.toordinal() - back))
    ahead = scale.recall_days if report.planned else 1  # a paper dated by its own clock may be a day early
    last = date.fromordinal(min(date.max.toordinal(), report.published.toordinal() + ahead))
    return first, last, (last - first).days > DAYS_APART


def _while_it_lasts(report: Profile, scale: Scale) -> tuple[date | None, date | None, bool]:
    """A slow change is kept by the month, and for as long as another report may still be of the same one."""
    day = report.when.start if report.when else report.published
    end = report.when.end if report.when else report.published
    if day is None or end is None or (end - day).days > MONTHS_APART * 31:
        return None, None, False
    first = day if report.when else date.fromordinal(max(1, day.toordinal() - scale.undated_days))
    return first, date.fromordinal(min(date.max.toordinal(), end.toordinal() + scale.lasting_days)), True


def _days(first: date, last: date) -> Iterator[str]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal).isoformat()


def _months(first: date, last: date) -> Iterator[str]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{month // 12:04d}-{month % 12 + 1:02d}"
