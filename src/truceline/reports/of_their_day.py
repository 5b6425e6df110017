"""Whom a name meant on the day of an act: states and governments follow one another, and a text calls the old one by the new one's name."""

from dataclasses import replace

from truceline.model.party import Actor
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.gazetteer import Gazetteer
from truceline.reports.drafted import Draft

FOLLOWED = " by whom it was then"
"""Ends the name of the rule by which a side is read as the party that its name meant on the day of the act."""


def of_their_day(found: list[Draft], reading: Reading, gazetteer: Gazetteer) -> list[Draft]:
    """The drafts, the sides of each read in place as those of its day, which is that of publication where none is told."""
    for draft in found:
        day = draft.when.value.end if draft.when is not None else reading.document.published
        if day is not None:
            draft.actors, draft.targets = (
                _once([_then(slot, gazetteer.party_on(slot.value.party, day, slot.value.role.value)) for slot in slots])
                for slots in (draft.actors, draft.targets)
            )
    return found


def _then(slot: Slot[Actor], party: str) -> Slot[Actor]:
    if party == slot.value.party:
        return slot
    return replace(slot, value=replace(slot.value, party=party), read_by=slot.read_by + FOLLOWED)


def _once(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    once: dict[Actor, Slot[Actor]] = {}
    for slot in slots:
        once.setdefault(slot.value, slot)
    return list(once.values())
