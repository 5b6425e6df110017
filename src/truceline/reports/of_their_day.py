"""Whom a name meant on the day of an act, and in its land.

States and governments follow one another, and a text calls the old one by the new one's name; a movement has branches, and a text calls
the one of a land by the name of all.
"""

from dataclasses import replace

from truceline.model.party import Actor
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft
from truceline.reports.lands import land

FOLLOWED = " by whom it was then"
"""Ends the name of the rule by which a side is read as the party that its name meant on the day of the act."""


def of_their_day(found: list[Draft], reading: Reading, pack: Pack) -> list[Draft]:
    """The drafts, the sides of each read in place as those of its day, which is that of publication where none is told."""
    for draft in found:
        day = draft.when.value.end if draft.when is not None else reading.document.published
        if day is not None:
            there = _land(draft, reading, pack)
            draft.actors, draft.targets = (
                _once(
                    [
                        _then(
                            slot,
                            pack.gazetteer.party_on(slot.value.party, day, slot.value.role.value, _by_name(slot, there, reading, pack)),
                        )
                        for slot in slots
                    ]
                )
                for slots in (draft.actors, draft.targets)
            )
    return found


def _land(draft: Draft, reading: Reading, pack: Pack) -> str | None:
    """In whose land an act was, asked only where a side of it has branches by land."""
    branched = any(_branched(slot.value.party, pack.gazetteer) for slot in (*draft.actors, *draft.targets))
    found = land(draft, reading, pack) if branched and draft.where is not None else None
    return found[0] if found is not None else None


def _by_name(slot: Slot[Actor], there: str | None, reading: Reading, pack: Pack) -> str | None:
    """The land of an act for a side that is told by the name of its movement; its leaders are of no branch."""
    names = pack.gazetteer.parties.get(slot.value.party)
    words = reading.document.words(slot.evidence[0])
    return (
        there
        if there is not None and names is not None and any(name in words for name in (*names.names, *names.adjectives, *names.people))
        else None
    )


def _branched(party: str, gazetteer: Gazetteer) -> bool:
    names = gazetteer.parties.get(party)
    return names is not None and any(o.lands for o in names.otherwise)


def _then(slot: Slot[Actor], party: str) -> Slot[Actor]:
    if party == slot.value.party:
        return slot
    return replace(slot, value=replace(slot.value, party=party), read_by=slot.read_by + FOLLOWED)


def _once(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    once: dict[Actor, Slot[Actor]] = {}
    for slot in slots:
        once.setdefault(slot.value, slot)
    return list(once.values())
