"""What a let-go proposal told of an act: its dead, wounded and taken, and who reacted to it, stand with the act that was told beside it."""

from truceline.model.reading import Reading
from truceline.model.report import FollowUp
from truceline.reports.blamed import lay_to_whom
from truceline.reports.concerned import NO_BLAME, fits
from truceline.reports.drafted import Draft
from truceline.reports.follow_up import add_step, alike
from truceline.reports.join import FAMILY
from truceline.reports.steps import party_code
from truceline.reports.told_apart import BLAMABLE, UNHURT
from truceline.reports.totals import RUNNING, SUMMED
from truceline.reports.whose_toll import BEARS, TAKES

_BACK = 2
"""How many sentences before a toll its act may have been told."""
_OVER_ANY = frozenset({"condemnation", "investigation", "protest"})
"""Steps over any act that somebody was hurt by, whatever it is called ("this attack")."""
_NAMING = frozenset({"accusation", "confirmation"})
"""Steps that tell who has done an act."""
_BESIDE = 3
"""How many sentences from a let-go retelling the act may stand that steps about it are about."""


def hand_over(kept: list[Draft], proposed: list[Draft], reading: Reading) -> list[Draft]:
    """Gives the tolls of proposals that were let go, and the steps about them, to the kept act they belong to; returns the kept.

    "Two soldiers were killed" after "a mine blew up" may be proposed as an act of its own; once the judge lets it
    go, its toll is the blast's. Only an act told in the same sentence or shortly before, whose sides and days allow
    it, and that has no figure of the kind takes one. "The attack was condemned" may be proposed again too: a step goes to
    the act of the same family told nearest.
    """
    for lost in [d for d in proposed if all(d is not k for k in kept)]:
        for what in SUMMED if not lost.denied else ():
            tolls = [c for c in lost.counts if c.value.what == what and c.value.high != 0 and RUNNING not in c.read_by]
            taker = _taker(lost, what, kept) if tolls else None
            if taker is not None:
                taker.counts += [t for t in tolls if t not in taker.counts]
        for step in lost.follow_ups if not lost.denied else ():  # what was only told to be denied is gone with its denial
            _hand_over_step(step, lost, kept, reading)
    return kept


def _hand_over_step(step: FollowUp, lost: Draft, kept: list[Draft], reading: Reading) -> None:
    """Gives a step about a let-go retelling to the kept act of its family that parties and days allow: told before it, and nearest.

    What is condemned or looked into ("this attack") may be of another family; what hurts nobody is not meant. So may what is laid to
    somebody ("blamed it on X"), where nobody else is told to have done it.
    """
    if step.by is None:
        return
    near = [d for d in kept if _apart(lost, d) <= _BESIDE and _days_allow(lost, d) and fits(step, d, told=True)]
    fought = step.act == "denial" and lost.kind != "clash"  # who denies a blow denies no fight
    able = [d for d in near if (alike(lost, d) or _both_fired(lost, d)) and not (fought and d.kind == "clash")]
    hurting = [d for d in able if d.kind not in UNHURT] or [d for d in near if step.act in _OVER_ANY and d.kind not in UNHURT | NO_BLAME]
    doer = {party_code(step.by if step.act == "confirmation" else step.to), "UNK"}
    unclaimed = [d for d in near if step.act in _NAMING and d.kind in BLAMABLE and {s.value.party for s in d.actors} <= doer]
    chosen = hurting if able and step.act in _OVER_ANY else [*able, *(d for d in unclaimed if all(d is not a for a in able))]
    if chosen:
        struck = {s.value.party for s in lost.targets} - {"UNK"}
        at = reading.sentence_of(step.evidence[0]) or 0
        nearest = min(chosen, key=lambda d: (not struck & {s.value.party for s in d.targets}, _since(at, d), _apart(lost, d), d.weak))
        add_step(nearest.follow_ups, nearest, step, mutual=False)
        lay_to_whom(nearest, [])


def _since(at: int, draft: Draft) -> int:
    """How many sentences before a step an act was told last; one that is told after it only is twice as far."""
    return min(at - i if i <= at else 2 * (i - at) for i in draft.indexes)


def _both_fired(lost: Draft, draft: Draft) -> bool:
    """Whether two acts may be one launch or one shot told twice ("a missile", "the projectile landed"): no two doers are told of them."""
    doers = [{s.value.party for s in d.actors} - {"UNK"} for d in (lost, draft)]
    return {FAMILY.get(lost.kind), FAMILY.get(draft.kind)} <= {"fire", "launch"} and (not all(doers) or bool(doers[0] & doers[1]))


def _apart(one: Draft, two: Draft) -> int:
    """How many sentences lie between two acts."""
    return min(abs(i - j) for i in one.indexes for j in two.indexes)


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
