"""Who did what nobody is told to have done: who holds the land that the other side had come into, or from where signals were jammed."""

from collections.abc import Sequence

from truceline.model.party import Actor, Role
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft

READ_BY = "reports.landholders 1"
_CROSSED = ("ground_crossing", "sea_crossing", "air_crossing")
_BEFORE = 4
"""So many words before a place may the word stand that tells it as where from ("from the areas of Haeju")."""


def of_the_land_entered(draft: Draft, found: Sequence[Draft]) -> list[Slot[Actor]]:
    """Who shot down or took those who had just strayed into his land ("strayed into Syria and was shot down. One pilot was captured")."""
    if draft.kind not in ("capture", "direct_fire"):
        return []
    hit = {s.value.party for s in draft.targets} - {"UNK"}
    for came in found:
        came_in = came.kind in _CROSSED and any(0 <= i - j <= 1 for i in draft.indexes for j in came.indexes)
        own = {s.value.party for s in came.actors} - {"UNK"}
        held = [s for s in came.targets if s.value.party not in own | hit | {"UNK"}]
        craft = draft.kind == "capture" and came.kind != "ground_crossing"  # "one pilot was captured"
        if came_in and len(held) == 1 and own and hit <= own and (hit or craft):
            return [Slot(value=Actor(party=held[0].value.party, role=Role.MIL), evidence=held[0].evidence, read_by=READ_BY)]
    return []


def sent_from(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The state from whose land signals were jammed or missiles fired ("the signals came from the Haeju area")."""
    last = max(draft.indexes)
    told = [draft.sentence, *(reading.sentences[last + 1 : last + 2] if draft.kind == "jamming" else [])]
    for annotated in told if draft.kind in ("jamming", "missile_launch") else []:
        for place in annotated.places:
            country = place.where.country if place.where is not None else None
            if country and pack.gazetteer.state(country) and _from_there(annotated, place.start, pack):
                span = Span(document_id=reading.document_id, start=place.start, end=place.end, part=annotated.sentence.part)
                return [Slot(value=Actor(party=country, role=Role.MIL), evidence=(span,), read_by=READ_BY + " where from")]
    return []


def _from_there(annotated: Annotated, start: int, pack: Pack) -> bool:
    before = annotated.sentence.text[: start - annotated.sentence.start].lower().split()[-_BEFORE:]
    return not set(before).isdisjoint(pack.lexicon.where.origins)
