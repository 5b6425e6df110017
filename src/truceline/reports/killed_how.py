"""A killing told without its means, and how the same person was killed ("the strike that killed him"): one act."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.absorb import absorb
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.same_event import INFERRED, dates_meet

_BY_MEANS = frozenset({"air_strike", "explosion", "indirect_fire", "missile_launch"})


def killed_how(kept: list[Draft], heard: Journal, lexicon: Lexicon) -> list[Draft]:
    """Drafts without the bare killings of a person whose killing another tells with its means, which takes in what they say."""
    means = [k for k in kept if k.kind in _BY_MEANS and not k.denied]
    out = list(kept)
    for draft in kept if means else ():
        if draft.kind != "direct_fire" or draft.denied or draft.lemma not in lexicon.telling.killing:
            continue
        names = _names(draft, lexicon)
        same = next((k for k in means if names and names & _names(k, lexicon) and dates_meet(k, draft)), None)
        if same is not None:
            out = [k for k in out if k is not draft]
            heard.joined(draft, same, "how whoever was killed there was killed")
            if draft.actors and all(s.read_by.startswith(INFERRED) for s in same.actors):
                same.actors = []
            absorb(same, draft)
    return out


def _names(draft: Draft, lexicon: Lexicon) -> set[str]:
    """The names of those whom a draft's word falls on, in small letters: of persons, and not of lands and places."""
    if not draft.sentence.sentence.tokens:
        return set()
    graph = Graph.of(draft.sentence, lexicon.clauses)
    heads = [m for p in graph.patients(draft.trigger) for m in (p, *graph.with_dep(p, "appos"))]
    return {graph.low[m].split()[-1] for m in heads if graph.tokens[m].tag == "NNP" and _of_a_person(graph, m)}


def _of_a_person(graph: Graph, n: int) -> bool:
    mention = graph.mention(n)
    place = any(p.where is not None and graph.covers(n, p.start, p.end) for p in graph.annotated.places)
    return not place and (mention is None or graph.annotated.mentions[mention].person)
