"""Figures that a text tells to leave them behind: "first reported", "an earlier count" (codebook 3: a revised toll is the latest)."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.toll import Toll

AT_FIRST = " at first"
"""What ``read_by`` has where a toll is told as one that was given before."""


def at_first(graph: Graph, toll: Toll, lexicon: Lexicon) -> bool:
    """Whether a toll is one that somebody gave at first ("police first spoke of five dead", "an earlier count of nine")."""
    numbers, words = lexicon.numbers, lexicon.numbers.at_first
    if not graph.tokens or not set(graph.low) & set(words):
        return False
    for w in (toll.at, *toll.heads, *graph.ancestors(toll.at)):
        said = graph.is_verb(w) and graph.tokens[w].lemma in (*lexicon.speech.strong, *numbers.putting, *numbers.spoken_of)
        if said:
            reports = [
                k for n in graph.with_dep(w, "nsubj") if graph.tokens[n].lemma in numbers.reports_of for k in graph.with_dep(n, "amod")
            ]
            return any(graph.low[k] in words for k in (*graph.with_dep(w, "advmod"), *reports))
        if graph.is_noun(w) and any(graph.low[k] in words for k in graph.with_dep(w, "amod")):
            return graph.tokens[w].lemma in (*numbers.tolls, *numbers.reports_of)
    return False
