""" "We" and "us": the side of whoever speaks, where the text tells who that is; never the side named last before."""

from dataclasses import replace

from truceline.model.ids import DocumentId
from truceline.model.party import Actor, Role, Speaker
from truceline.model.report import Attribution, Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.back_reference import AGAIN
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


def own_plan(draft: Draft) -> None:
    """Sets, in place, who tells of a plan and whose it is, where the text names only one of them.

    Officials of no told side who tell of a plan are of the side whose plan it is ("the president approved the supply, officials
    said"); troops of no told side that are to go are of the side that says so ("a Dutch officer said 300 soldiers would be sent").
    """
    if draft.modality is not Modality.PLANNED:
        return
    told = [a.speaker for a in draft.attributions if a.speaker.value.party is not None]
    if draft.kind == "troop_deployment" and _of_no_side(draft) and told:
        speaker = told[0]
        value = Actor(party=speaker.value.party or "UNK", role=Role.MIL)
        draft.actors = [Slot(value=value, evidence=speaker.evidence, read_by=READ_BY + " who tells of the plan")]
    doers = [s.value.party for s in draft.actors if s.value.party != "UNK"]
    if len(set(doers)) != 1:
        return
    for n, each in enumerate(draft.attributions):
        speaker = each.speaker
        if speaker.value.party not in (None, doers[0]) and speaker.value.code.endswith(":gov") and not _names_its_side(speaker, draft):
            own = Speaker(code=f"{doers[0]}:gov", party=doers[0])
            draft.attributions[n] = replace(each, speaker=replace(speaker, value=own))


def _of_no_side(draft: Draft) -> bool:
    """Whether troops are told of without a word of whose they are, or are only taken for those told of before."""
    return bool(draft.actors) and all(s.value.party == "UNK" or s.read_by.endswith(AGAIN) for s in draft.actors)


def _names_its_side(speaker: Slot[Speaker], draft: Draft) -> bool:
    """Whether the words of a speaker name a party, or stand in another sentence than the plan."""
    said, held = speaker.evidence[0], draft.sentence
    if not (held.sentence.start <= said.start < held.sentence.end and held.sentence.part == said.part):
        return True
    return any(m.start < said.end and said.start < m.end for m in held.mentions)


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
