"""The place that a noun of an act's sentence points back to: "stormed the garrison" is the garrison told of before."""

from collections.abc import Iterator

from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.phrases import Phrase, Rank, phrase_of

_WAYS = ("in", "inside", "at", "on", "near", "into", "against", "outside")


def told_again(draft: Draft, reading: Reading, lexicon: Lexicon) -> tuple[Annotated, Phrase] | None:
    """The fuller words for the place that a bare noun under an act's word means, and their sentence, the nearest before it; else None."""
    if not draft.sentence.sentence.tokens or draft.title:
        return None
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return None
    for noun in _pointing(graph, draft.trigger, lexicon):
        for annotated in reversed(reading.sentences[: draft.index]):
            found = _named(annotated, graph.tokens[noun].lemma, lexicon)
            if found is not None:
                return annotated, found
    return None


def _pointing(graph: Graph, trigger: int, lexicon: Lexicon) -> Iterator[int]:
    """Nouns of place under an act with an article and nothing else: "the camp", "inside that compound"."""
    heads = [*(graph.patients(trigger) if graph.is_verb(trigger) else ()), *(p for prep, p in graph.obliques(trigger) if prep in _WAYS)]
    for n in heads:
        pointed = [k for k in graph.kids[n] if graph.tokens[k].dep == "det" and graph.low[k] in ("the", "this", "that")]
        if pointed and len(graph.kids[n]) == 1 and graph.tokens[n].lemma in lexicon.where.nouns and graph.tokens[n].tag == "NN":
            yield n


def _named(annotated: Annotated, lemma: str, lexicon: Lexicon) -> Phrase | None:
    """The first phrase of a sentence about such a place that tells which it is."""
    graph = Graph.of(annotated, lexicon.clauses) if annotated.sentence.tokens else None
    for n, token in enumerate(annotated.sentence.tokens):
        if graph is not None and token.lemma == lemma and token.tag == "NN":
            found = phrase_of(graph, n, n, "in", lexicon)
            if found is not None and (found.rank is Rank.NAMED or (found.rank is Rank.COMMON and found.end - found.start > len(lemma))):
                return found
    return None
