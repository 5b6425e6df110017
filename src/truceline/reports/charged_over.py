"""Over which acts a charge is besides those of its own sentence: those it points back to, each of several, what broke a truce."""

from collections.abc import Sequence

from truceline.model.report import Modality
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.steps import party_code
from truceline.reports.steps_told import StepTold
from truceline.reports.told_apart import BLAMABLE, NEAR


def charged_over(told: StepTold, over: Sequence[Draft], joined: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The acts that a charge against a party is over, ``over`` being those that its own words and its place give; other steps keep these.

    "The attack" and "the bombing" may be read as an act of their own where nothing else tells of it. A breach of a truce is what was done
    before: by the party charged, or by nobody who is told. "Both attacks" and "the raids" are each of those told.
    """
    to = party_code(told.step.to)
    if told.step.act != "accusation" or to is None:
        return list(over)
    able = [d for d in joined if d not in over and _may_be(d, to, told)]
    if over and all(d.kind == "violation_claim" for d in over):
        return _told_last(told, able) or list(over)
    if any(min(d.indexes) < told.index for d in over):
        return [*over, *(able if _of_several(told, lexicon) else [])]
    return [*over, *(_told_last(told, able) if over and _only_pointing(told, lexicon) else [])]


def _may_be(draft: Draft, to: str, told: StepTold) -> bool:
    """Whether an act told just before may be of those charged: they or nobody else is told to have done it, and not to who charges."""
    doing = {s.value.party for s in draft.actors} - {"UNK"}
    by = party_code(told.step.by)
    near = any(0 <= told.index - i <= NEAR for i in draft.indexes)
    able = draft.kind in BLAMABLE and draft.modality is not Modality.PLANNED
    return near and able and doing <= {to} and by not in doing and to not in {s.value.party for s in draft.targets} - doing


def _told_last(told: StepTold, drafts: list[Draft]) -> list[Draft]:
    """The act told last before the charge, or all that its own sentence tells."""
    last = max((max(i for i in d.indexes if i <= told.index) for d in drafts), default=0)
    return [d for d in drafts if last in d.indexes][:1]


def _only_pointing(told: StepTold, lexicon: Lexicon) -> bool:
    """Whether the words of a charge only point back to an act ("it", "the attack", "the fire came from"), and tell no more."""
    graph, at = told.graph, told.at
    if graph.tokens[at].lemma in lexicon.charged.coming or any(graph.low[k] in lexicon.telling.such_charge for k in graph.patients(at)):
        return True
    nouns = [w for w in graph.subtree(at) if w != at and graph.is_noun(w) and lexicon.names_act(graph.low[w])]
    return bool(nouns) and all(_pointed(graph, w, lexicon) for w in nouns)


def _pointed(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    return graph.tokens[w].lemma in lexicon.telling.any_act and any(graph.low[d] in lexicon.telling.same for d in graph.with_dep(w, "det"))


def _of_several(told: StepTold, lexicon: Lexicon) -> bool:
    """Whether a charge speaks of several acts told before ("both attacks", "the raids")."""
    graph = told.graph
    nouns = [w for w in graph.subtree(told.at) if graph.tokens[w].tag == "NNS" and graph.tokens[w].lemma in lexicon.telling.any_act]
    return any(graph.low[d] in lexicon.charged.over_each or graph.low[d] in lexicon.telling.same for w in nouns for d in graph.kids[w])
