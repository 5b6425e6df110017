"""The dead, wounded and taken that a let-go proposal told: they stand with the act that was told beside it."""

from truceline.model.reading import Reading
from truceline.reports.counts import SUMMED
from truceline.reports.drafted import Draft
from truceline.reports.share import BEARS, TAKES

_BACK = 2
"""How many sentences before a toll its act may have been told."""


def hand_over(kept: list[Draft], proposed: list[Draft], reading: Reading) -> list[Draft]:
    """Gives the tolls of proposals that were let go to the kept act they belong to, where it tells none; returns the kept.

    "Two soldiers were killed" after "a mine blew up" may be proposed as an act of its own; once the judge lets it
    go, its toll is the blast's. Only an act told in the same sentence or shortly before, whose sides and days allow
    it, and that has no figure of the kind takes one.
    """
    gone = [d for d in proposed if all(d is not k for k in kept) and not d.denied]
    for lost in gone:
        for what in SUMMED:
            tolls = [c for c in lost.counts if c.value.what == what and c.value.high != 0]
            taker = _taker(lost, what, kept) if tolls else None
            if taker is not None:
                taker.counts += [t for t in tolls if t not in taker.counts]
    return kept


def _taker(lost: Draft, what: str, kept: list[Draft]) -> Draft | None:
    able = [
        d
        for d in kept
        if d.kind in (TAKES if what == "captured" else BEARS)
        and what not in {c.value.what for c in d.counts}
        and _near(lost, d) is not None
        and _sides_allow(lost, d)
        and _days_allow(lost, d)
    ]
    return min(able, key=lambda d: (_near(lost, d) or 0, d.weak), default=None)


def _near(lost: Draft, draft: Draft) -> int | None:
    """How many sentences before the let-go act the other was told; None where it was not, or too far before."""
    gaps = [i - j for i in lost.indexes for j in draft.indexes if 0 <= i - j <= _BACK]
    return min(gaps, default=None)


def _sides_allow(lost: Draft, draft: Draft) -> bool:
    return not lost.parties() or not draft.parties() or bool(lost.parties() & draft.parties())


def _days_allow(lost: Draft, draft: Draft) -> bool:
    if lost.when is None or draft.when is None:
        return True
    return lost.when.value.start <= draft.when.value.end and draft.when.value.start <= lost.when.value.end
