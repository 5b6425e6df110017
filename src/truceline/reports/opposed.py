"""Nobody acts upon himself: where one side stands as who acts and as on whom it fell, the one of the two that is less plainly told goes."""

from collections.abc import Sequence

from truceline.model.party import Actor
from truceline.model.report import Slot
from truceline.reports.drafted import Draft
from truceline.reports.scene import READ_BY

OWN_WORK = " own work"
"""Ends the name of the rule by which who is hurt by mines at their own work stands on both sides of the blast."""
_OWN = frozenset({"capture", "suspension"})
"""Acts that a side may do to its own: people of its own taken, an agreement of its own left."""


def settle_sides(draft: Draft, found: Sequence[Draft]) -> None:
    """Takes, in place, a side that is both actor and target from the one of the two that is inferred or told farther off.

    Forces that a side sends, moves or has are no target. Where one sentence names both by words of their own, both stay ("hit by their
    own fire"). A fight has no order, and who is unknown may be two. Who is shot at while he deserts is shot at by his own.
    """
    if draft.kind == "clash" or draft.kind in _OWN or any(d.kind == "defection" for d in found):
        return
    for actor in list(draft.actors):
        twin = next((s for s in draft.targets if s.value.code == actor.value.code and s.value.party != "UNK"), None)
        if twin is None or actor.read_by.endswith(OWN_WORK):
            continue
        if draft.kind not in _FIRE or _its_own(twin, actor) or (_plainer(actor, twin, draft) and twin.evidence != actor.evidence):
            draft.targets = [s for s in draft.targets if s is not twin]
        elif _plainer(twin, actor, draft) or twin.evidence == actor.evidence:
            draft.actors = [s for s in draft.actors if s is not actor]


_FIRE = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion", "monitor_attack", "warning_fire"})


def _plainer(one: Slot[Actor], two: Slot[Actor], draft: Draft) -> bool:
    """Whether the first of two slots is told more plainly: by its own words, or in the sentence of the act's own word."""
    return (_told(one), _near(one, draft)) > (_told(two), _near(two, draft))


def _its_own(target: Slot[Actor], actor: Slot[Actor]) -> bool:
    """Whether what was acted upon is told only through the one who acts ("launched its first strikes")."""
    return target.evidence != actor.evidence and any(
        t.part == a.part and t.start <= a.start and a.end <= t.end for t in target.evidence for a in actor.evidence
    )


def _told(slot: Slot[Actor]) -> bool:
    return slot.read_by == READ_BY


def _near(slot: Slot[Actor], draft: Draft) -> bool:
    sentence = draft.sentence.sentence
    return any(e.part == sentence.part and sentence.start <= e.start < sentence.end for e in slot.evidence)
