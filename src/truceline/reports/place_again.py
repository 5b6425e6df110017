"""The place that a noun of an act's sentence points back to: "stormed the garrison" is the garrison told of before."""

from collections.abc import Iterator

from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.phrases import Phrase, Rank, phrase_of


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
    ways = (*lexicon.where.at, *lexicon.where.ways)
    over = graph.tokens[trigger].head
    told = [trigger, over] if graph.is_verb(over) and graph.tokens[trigger].dep in ("nsubj", "nsubjpass", "dobj") else [trigger]
    heads = [*(graph.patients(trigger) if graph.is_verb(trigger) else ())]
    heads += [p for n in told for prep, p in graph.obliques(n) if prep in ways]
    for n in heads:
        pointed = any(graph.low[k] in lexicon.telling.same for k in graph.with_dep(n, "det"))
        alone = all(graph.tokens[k].dep == "det" or graph.low[k] in lexicon.where.again for k in graph.kids[n])
        if pointed and alone and graph.tokens[n].lemma in lexicon.where.nouns and graph.tokens[n].tag == "NN":
            yield n


def _named(annotated: Annotated, lemma: str, lexicon: Lexicon) -> Phrase | None:
    """The first phrase of a sentence about such a place that tells which it is."""
    graph = Graph.of(annotated, lexicon.clauses)
    heads = (n for n, token in enumerate(graph.tokens) if token.lemma == lemma and token.tag == "NN")
    found = (phrase_of(graph, n, n, "in", lexicon) for n in heads)
    return next((p for p in found if p is not None and (p.rank is Rank.NAMED or _tells_more(p, lemma))), None)


def _tells_more(phrase: Phrase, lemma: str) -> bool:
    """Whether a common noun of place stands with more words that tell which is meant."""
    return phrase.rank is Rank.COMMON and phrase.end - phrase.start > len(lemma)
