"""Death as those tell it whose own the dead were: "embraced martyrdom", "laid down their lives", "became martyrs", "was martyred"."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def died_for(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb says of its subject, with its object, that it died ("attained martyrdom", "gave their lives", "became a martyr")."""
    words, lemma = lexicon.official, graph.tokens[n].lemma
    if lemma in words.becoming and any(graph.tokens[k].lemma in words.fallen for k in _what_one_becomes(graph, n)):
        return True
    return lemma in words.dying_for and any(_for_which_one_dies(graph, k, lexicon) for k in graph.with_dep(n, "dobj"))


def befell_people(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells that people were killed: one of martyring, or one of putting an end that has people as its patient."""
    words, lemma = lexicon.official, graph.tokens[n].lemma
    if lemma in words.martyring:
        return True
    people = lexicon.word_sets["people"]
    return lemma in words.put_an_end_to and any(
        graph.tokens[p].lemma in people or graph.tokens[p].lemma in lexicon.numbers.person_nouns for p in graph.patients(n)
    )


def _what_one_becomes(graph: Graph, n: int) -> list[int]:
    """What a verb of becoming says of its subject."""
    return graph.with_dep(n, "attr", "dobj", "acomp")


def _for_which_one_dies(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether an object is the life of its subject, martyrdom, or the last sacrifice ("the supreme sacrifice")."""
    words, lemma = lexicon.official, graph.tokens[k].lemma
    if lemma not in words.died_for:
        return False
    before = [graph.low[m] for m in graph.with_dep(k, "amod")]
    if lemma in words.sacrifices:
        return not words.greatest.isdisjoint(before)
    return lemma not in lexicon.numbers.lives or bool(graph.with_dep(k, "poss"))
