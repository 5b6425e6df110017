"""Which forces of a state a fight was with, that its words tell only as police or as an army, and their land or their war alone."""

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack
from truceline.reports.actor_slots import in_role
from truceline.reports.drafted import Draft
from truceline.reports.lands import land
from truceline.reports.state_fought import state_fought

READ_BY = "reports.attacked 1"
_BEFORE = 20
"""How many letters before a noun the word before it may begin ("an army camp")."""
_ROLES = (Role.MIL, Role.GOV)


def police_attacked(draft: Draft, told: set[Actor], reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The sides of a fight; whoever was attacked as police is read as police, and as those of the land where nobody is inferred.

    ``told``: the sides that the words of the act name.
    """
    hit = next((s for s in draft.targets if s.value.party == "UNK" and s.value.role in _ROLES and _of_a_state(s, reading, pack)), None)
    known = [s for s in draft.actors if s.value.party != "UNK"]
    if hit is None:
        return draft.actors
    inferred = [s for s in known if s.value not in told]
    if inferred:
        if hit.value.role is Role.GOV:
            return [in_role(s, Role.GOV) if s in inferred and pack.gazetteer.state(s.value.party) else s for s in draft.actors]
        return draft.actors
    if len(known) > 1:
        return draft.actors
    found = land(draft, reading, pack)
    if found is None and len(known) == 1 and (state := state_fought(known, reading, pack)) is not None:
        found = state, known[0].evidence
    if found is None or found[0] in {s.value.party for s in known} or not pack.gazetteer.state(found[0]):
        return draft.actors
    others = [s for s in draft.actors if s.evidence != hit.evidence]
    return [*others, Slot(value=Actor(party=found[0], role=hit.value.role), evidence=found[1], read_by=READ_BY + " forces of the land")]


def _of_a_state(slot: Slot[Actor], reading: Reading, pack: Pack) -> bool:
    """Whether those attacked are told by a noun of what a state has ("a police post", "an army camp")."""
    span = slot.evidence[-1]
    text = (reading.document.title or "") if span.part == "title" else reading.document.text
    words = [*text[max(0, span.start - _BEFORE) : span.start].lower().split()[-1:], *reading.document.words(span).lower().split()]
    nouns = pack.lexicon.sides.state_own | pack.lexicon.sides.state_before | pack.lexicon.sides.own_forces
    return (
        slot.value.role is Role.GOV
        or bool({words[-1], words[-1].removesuffix("s")} & nouns)
        or (words[0] in pack.lexicon.sides.state_before)
    )
