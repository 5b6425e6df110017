""" "We" and "us": the side of whoever speaks, where the text tells who that is; never the side named last before."""

from truceline.model.ids import DocumentId
from truceline.model.party import Actor, Role
from truceline.model.report import Attribution, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.patterns import Act
from truceline.reports.who import GOV_KINDS

READ_BY = "reports.ourselves 1"


def announces_itself(draft: Draft, act: Act, lexicon: Lexicon) -> bool:
    """Whether a side announces what it is only setting out to do ("the minister announced that his country was sending troops")."""
    graph, n, words = act.graph, act.trigger, lexicon.reality
    token = graph.tokens[n]
    if draft.kind not in lexicon.cues.planned_kinds or token.tag != "VBG" or token.lemma not in words.setting_out:
        return False
    told = token.dep == "ccomp" and graph.tokens[token.head].lemma in words.announcing and bool(graph.with_dep(n, "aux"))
    own = {s.value.party for s in draft.actors} - {"UNK"}
    return told and bool(own) and all(a.speaker.value.party in own for a in draft.attributions) and bool(draft.attributions)


def as_speaker(draft: Draft, act: Act, voice: Attribution | None, document_id: DocumentId, lexicon: Lexicon) -> None:
    """Sets, in place, the speaker's side where "we" did the act, or where it was done to "us"; of a speaker of no side nothing follows."""
    graph, words = act.graph, lexicon.telling.we
    ours = [n for n in graph.agents(act.trigger) if graph.low[n] in words]
    against_us = [n for n in graph.patients(act.trigger) if graph.low[n] in words]
    speaker = next((a.speaker for a in (*draft.attributions, *([voice] if voice else [])) if a.speaker.value.party is not None), None)
    if speaker is None or not (ours or against_us):
        return
    role = Role.GOV if draft.kind in GOV_KINDS else Role.MIL

    def own(n: int) -> Slot[Actor]:
        token = graph.tokens[n]
        said = Span(document_id=document_id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
        return Slot(value=Actor(party=speaker.value.party or "UNK", role=role), evidence=(said, *speaker.evidence), read_by=READ_BY)

    draft.actors = [*draft.actors, *map(own, ours[:1])]
    draft.targets = [*draft.targets, *map(own, against_us[:1])] if act.pattern.by != "both" else draft.targets
    if act.pattern.by == "both":
        draft.actors += map(own, against_us[:1])
