"""Who did what is told without a doer, by the sentence just before: "Pakistani gunners were busy. An Indian post was shelled"."""

from truceline.model.party import Actor, Role
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack
from truceline.reports.cast import Named
from truceline.reports.drafted import Draft
from truceline.reports.forces_before import tells_forces

READ_BY = "reports.doer_before 1"
KINDS = frozenset({"direct_fire", "indirect_fire", "air_strike", "capture"})


def doer_before(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The one party whose forces the sentence before tells of, at war with those hit; none where it tells of those too."""
    hit = {s.value.party for s in draft.targets if s.value.role is Role.MIL} - {"UNK"}
    if draft.kind not in KINDS or draft.title or len(hit) != 1 or draft.index == 0:
        return []
    before = reading.sentences[draft.index - 1]
    if before.sentence.part != draft.sentence.sentence.part or before.sentence.headline:
        return []
    (party,) = hit
    told = [x for x in _named(before, reading, draft.index - 1) if x.party in pack.gazetteer.parties]
    forces = [x for x in told if pack.gazetteer.parties[x.party].home or tells_forces(x, pack.lexicon)]
    foes = {x.party: x for x in forces if x.party != party and pack.gazetteer.at_war(x.party, party, reading.document.published)}
    if len(foes) != 1 or party in {x.party for x in forces}:
        return []
    (foe,) = foes.values()
    if _third(party, foe.party, reading, pack):
        return []
    return [Slot(value=Actor(party=foe.party, role=Role.MIL), evidence=(foe.span,), read_by=READ_BY)]


def _named(annotated: Annotated, reading: Reading, index: int) -> list[Named]:
    return [Named(m.actor.party, m, annotated.sentence, reading.document_id, index) for m in annotated.mentions]


def _third(one: str, two: str, reading: Reading, pack: Pack) -> bool:
    """Whether the text names somebody else at war with either of them: asked of both, so that the sides are read alike."""
    others = {m.actor.party for a in reading.sentences for m in a.mentions if m.actor.party in pack.gazetteer.parties} - {one, two}
    day = reading.document.published
    return any(pack.gazetteer.at_war(other, side, day) for other in others for side in (one, two))
