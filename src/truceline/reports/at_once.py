"""The two parties of a theatre where one name means both ("the two Koreas fought"): they are the sides of the fight it tells of."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.gazetteer import Theatre
from truceline.reports.drafted import Draft

READ_BY = "reports.at_once 1"


def named_at_once(draft: Draft, theatre: Theatre | None) -> list[Slot[Actor]]:
    """The sides of a fight whose sentence has such a name and no third party; none where both are known already."""
    if theatre is None or not theatre.both:
        return []
    known = {s.value.party for s in draft.actors} - {"UNK"}
    name = next((t for t in draft.sentence.sentence.tokens if t.text in theatre.both), None)
    if name is None or known >= set(theatre.parties) or not known <= set(theatre.parties):
        return []
    span = Span(document_id=draft.kind_slot.evidence[0].document_id, start=name.start, end=name.end, part=draft.sentence.sentence.part)
    return [Slot(value=Actor(party=party, role=Role.MIL), evidence=(span,), read_by=READ_BY) for party in theatre.parties]
