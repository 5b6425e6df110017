"""Small texts at the steps between document and report: reading, graph, acts, proposals."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from tests.fakes.small_texts import PUBLISHED, pack
from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.reading import Reading
from truceline.model.report import Extraction
from truceline.reports.drafted import Draft
from truceline.reports.extract import extract, propose
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act, acts


@cache
def reading(text: str, title: str | None = None, published: date | None = PUBLISHED) -> Reading:
    """A text read, as an outlet would have published it on a Thursday."""
    identity = document_id(text, title, published.isoformat() if published else None, None)
    return annotate(
        Document(id=identity, name="small", text=text, capture_id=CaptureId("x"), title=title, published=published, language="en"), pack()
    )


def graph(text: str) -> Graph:
    """The graph of a text of one sentence."""
    (annotated,) = reading(text).sentences
    return Graph.of(annotated, pack().lexicon.clauses)


def word(graph: Graph, text: str) -> int:
    """Where a word stands that is there once."""
    (found,) = [n for n, token in enumerate(graph.tokens) if token.text == text]
    return found


def words(graph: Graph, found: Sequence[int]) -> list[str]:
    """The words at these places."""
    return [graph.tokens[n].text for n in found]


def acts_of(text: str) -> list[Act]:
    """Acts of all sentences, before anybody asks whether they happened."""
    return [
        act
        for n, each in enumerate(reading(text).sentences)
        if each.sentence.tokens
        for act in acts(Graph.of(each, pack().lexicon.clauses), n, pack().lexicon)
    ]


def proposed(text: str, title: str | None = None, published: date | None = PUBLISHED) -> list[Draft]:
    """What the grammar proposes."""
    return propose(reading(text, title, published), pack())


def extracted(text: str, title: str | None = None, published: date | None = PUBLISHED) -> Extraction:
    """All that is read from a text."""
    return extract(reading(text, title, published), pack())
