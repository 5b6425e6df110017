"""To whom an act was done: what the sentence says, else the side that holds the area entered (codebook 2, `target`)."""

import re

from truceline.model.party import Actor, Role
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft

READ_BY = "reports.targets 1"
HELD = frozenset({"ground_crossing", "sea_crossing", "air_crossing"})
NONE = frozenset({"missile_launch", "works_in_zone", "jamming", "suspension", "defection", "clash", "warning_fire"})
SENT = frozenset({"balloon_launch", "loudspeaker"})


def targets(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The targets of one act; empty where the codebook wants none or the text tells none."""
    if draft.kind in NONE and not (draft.kind == "warning_fire" and draft.targets):
        return []
    other = _other_side(draft, reading, pack)
    if draft.kind in HELD and other is not None:
        return [_slot(draft, other, Role.MIL)]
    if draft.kind in SENT and other is not None:
        return [_slot(draft, other, _role_of_sent(draft, reading))]
    told = _one_a_party([s for s in draft.targets if _may_be_target(draft, s)])
    known = [s for s in told if s.value.party != "UNK"]
    return known or [_placed(s, draft) for s in told]


def _other_side(draft: Draft, reading: Reading, pack: Pack) -> str | None:
    """The other party of the theatre, where the actor is one of its two."""
    if reading.theatre is None or not draft.actors:
        return None
    one, two = pack.gazetteer.theatres[reading.theatre].parties
    return {one: two, two: one}.get(draft.actors[0].value.party)


def _slot(draft: Draft, party: str, role: Role) -> Slot[Actor]:
    return Slot(value=Actor(party=party, role=role), evidence=draft.actors[0].evidence, read_by=READ_BY + " other side of the line")


def _role_of_sent(draft: Draft, reading: Reading) -> Role:
    """Loudspeakers and leaflets are aimed at a government; other loads of a state come down on civilians (codebook 3)."""
    if draft.kind == "loudspeaker" or draft.actors[0].value.role is Role.CIV:
        return Role.GOV
    return Role.GOV if re.search(r"\bleaflets?\b", draft.sentence.sentence.text, re.IGNORECASE) else Role.CIV


def _may_be_target(draft: Draft, slot: Slot[Actor]) -> bool:
    """Nobody is the target of his own act, but for those shot at while leaving their side, or hurt at their own work."""
    own = {a.value.party for a in draft.actors} - {"UNK"}
    return slot.value.party not in own or draft.kind in ("direct_fire", "explosion")


def _placed(slot: Slot[Actor], draft: Draft) -> Slot[Actor]:
    """Civilians and police without a country are those of the place, where a gazetteer tells its country."""
    country = draft.where.value.country if draft.where else None
    if country is None or draft.where is None or slot.value.role not in (Role.CIV, Role.GOV):
        return slot
    return Slot(value=Actor(party=country, role=slot.value.role), evidence=draft.where.evidence, read_by=READ_BY + " country of the place")


def _one_a_party(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    """Each party once a role, in the order told."""
    kept: dict[tuple[str, Role], Slot[Actor]] = {}
    parties: set[str] = set()
    for slot in slots:
        if slot.value.party not in parties or slot.value.role is Role.CIV:
            kept.setdefault((slot.value.party, slot.value.role), slot)
        parties.add(slot.value.party)
    return list(kept.values())
