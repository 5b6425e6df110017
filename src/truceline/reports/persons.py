"""Names of private persons that a text gives: they stand in quotes alone, never in a value (responsible use)."""

import re
from collections.abc import Sequence

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

_PROPER = ("NNP", "NNPS")


def persons_named(reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """Words of names that stand beside a noun of people: "a soldier, Ann Lee, ...", "soldier Ann Lee", "Ann Lee, a soldier"."""
    found: set[str] = set()
    for annotated in reading.sentences:
        if annotated.sentence.tokens:
            graph = Graph.of(annotated, lexicon.clauses)
            for n, token in enumerate(graph.tokens):
                if token.tag in _PROPER and _beside_person(graph, n, lexicon):
                    found |= {graph.tokens[k].text for k in (n, *graph.with_dep(n, "compound")) if _free(graph, k)}
    return frozenset(found)


def unnamed(drafts: Sequence[Draft], persons: frozenset[str]) -> None:
    """Takes from acts every place that is only a person's name ("fired at Ann Lee")."""
    for draft in drafts:
        words = [w for w in re.findall(r"\w[\w'’-]*", draft.where.value.name) if w[:1].isupper()] if draft.where is not None else []
        if words and persons.issuperset(words):
            draft.where = None


def _beside_person(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    token = graph.tokens[n]
    near = [token.head] if token.dep == "appos" else []
    near += graph.with_dep(n, "appos", "compound")
    return any(_person(graph, k, lexicon) for k in near) and _free(graph, n)


def _person(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    token = graph.tokens[k]
    return token.tag == "NN" and (token.lemma in lexicon.numbers.one_person or token.lemma in lexicon.word_sets["people"])


def _free(graph: Graph, n: int) -> bool:
    """A name of no party and of no place that the gazetteer knows."""
    token = graph.tokens[n]
    return token.tag in _PROPER and graph.mention(n) is None and not any(p.start <= token.start < p.end for p in graph.annotated.places)
