"""Acts that a sentence only recalls beside another one: "in response to the attacks", "the town that they had taken before"."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph


def recalls(one: Draft, two: Draft, lexicon: Lexicon) -> bool:
    """Whether one of two acts of a sentence stands there as what came before the other: they are two events."""
    if one.index != two.index or one.sentence is not two.sentence or not one.sentence.sentence.tokens:
        return False
    graph = Graph.of(one.sentence, lexicon.clauses)
    return _before(graph, one.trigger, two.trigger, lexicon) or _before(graph, two.trigger, one.trigger, lexicon)


def _before(graph: Graph, earlier: int, later: int, lexicon: Lexicon) -> bool:
    """Whether a word below another is put before it in time by what joins the two."""
    chain = [earlier, *graph.ancestors(earlier)]
    if later not in chain:
        return False
    path = chain[: chain.index(later)]
    if any(graph.tokens[w].dep == "relcl" and long_done(graph, w) for w in path):
        return True
    return any(graph.tokens[w].dep == "prep" and graph.tokens[graph.tokens[w].head].lemma in lexicon.calendar.answering for w in path)


def long_done(graph: Graph, verb: int) -> bool:
    """Whether a verb tells in the past perfect what was before the rest ("which they had taken in 2004")."""
    return any(graph.low[k] == "had" for k in graph.with_dep(verb, "aux"))
