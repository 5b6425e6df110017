"""Where a story stands: the town that the sentences just before an act name, in whatever part of the sentence it is named."""

from collections.abc import Callable, Iterator

from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.phrases import Phrase, Rank, phrase_of
from truceline.reports.same_event import WIDE

_BACK = 2
"""How many sentences before an act may tell where the story stands."""
_NAMING = ("nsubj", "nsubjpass", "dobj")


def stood(draft: Draft, reading: Reading, lexicon: Lexicon, elsewhere: Callable[[int], bool]) -> tuple[Annotated, Phrase] | None:
    """The town, village or camp named last before an act of no told place, with its sentence ("The town of Ana fell ... there").

    A sentence of other acts alone, which ``elsewhere`` tells by its number, ends the search.
    """
    own = draft.sentence
    for n in range(draft.index, max(-1, draft.index - _BACK - 1), -1):
        annotated = reading.sentences[n]
        if annotated.sentence.part != own.sentence.part or (n != draft.index and elsewhere(n)):
            return None
        if annotated.sentence.tokens:
            found = list(_towns(Graph.of(annotated, lexicon.clauses), lexicon, people_only=annotated is own))
        else:
            found = list(_unparsed(annotated, lexicon))
        if len({(p.start, p.end) for p in found}) == 1:
            return annotated, found[0]
        if found:
            return None
    return None


def _towns(graph: Graph, lexicon: Lexicon, *, people_only: bool) -> Iterator[Phrase]:
    """Towns that are the subject or the object of a sentence, whose people are, or to which somebody came; no government by its seat."""
    for n, token in enumerate(graph.tokens):
        of_people = token.dep == "pobj" and graph.low[token.head] == "of" and _people(graph, graph.tokens[token.head].head, lexicon)
        came = token.dep == "pobj" and graph.low[token.head] == "to" and graph.is_verb(graph.tokens[token.head].head)
        if not (of_people or (not people_only and (token.dep in _NAMING or came))) or _speaks(graph, n, lexicon):
            continue
        found = phrase_of(graph, n, n, "", lexicon)
        if found is not None and found.rank is Rank.NAMED and _small(graph, found, lexicon):
            yield found


def _unparsed(annotated: Annotated, lexicon: Lexicon) -> Iterator[Phrase]:
    """The same in a sentence that was not worth a parse: a known town that opens it, to which somebody came, or with its noun before it."""
    sentence = annotated.sentence
    if len({p.where.name for p in annotated.places if p.where is not None}) > 1:
        return
    for place in annotated.places:
        before = sentence.text[: place.start - sentence.start].lower().split()
        if place.where is None or place.line or (place.where.radius_m or WIDE) >= WIDE:
            continue
        seat = any(m.start < place.end and place.start < m.end for m in annotated.mentions)
        noun = before[-2].removesuffix("s") if before[-1:] == ["of"] and len(before) > 1 else ""
        if (not before and not seat) or before[-1:] == ["to"] or noun in (*lexicon.where.of_a_town, *lexicon.where.nouns):
            yield Phrase(place.start, place.end, Rank.NAMED, 0, 0, "in")


def _people(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a noun is of those who live in a place, or of a part of it."""
    return graph.tokens[n].lemma in lexicon.where.of_a_town


def _speaks(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a name stands for those who speak or act from there ("Moscow said", "Kabul accused")."""
    over = graph.tokens[graph.tokens[n].head]
    seat = graph.mention(n) is not None and graph.tokens[n].dep != "pobj"
    return seat or (graph.tokens[n].dep == "nsubj" and over.lemma in lexicon.speech.strong)


def _small(graph: Graph, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase is of a town or a camp: by its noun, or as the gazetteer knows it."""
    own = graph.tokens[phrase.head].lemma in lexicon.where.nouns
    if not own and not any(p.where and graph.covers(phrase.head, p.start, p.end) for p in graph.annotated.places):
        return False  # "a district in northern Ana": the name is only part of it
    known = [p.where.radius_m for p in graph.annotated.places if p.where and phrase.start <= p.start and p.end <= phrase.end]
    if known:
        return min(radius or WIDE for radius in known) < WIDE
    return own
