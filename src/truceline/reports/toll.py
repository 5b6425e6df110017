"""A toll: a number of people with one fate, as a slot that rests on the words of the number."""

from dataclasses import dataclass

from truceline.model.document import Document
from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.reports.grammar import Graph

READ_BY = "reports.casualties 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people with one fate, the word that tells it, their nouns; whether it counts many acts, adds or is the whole."""

    slot: Slot[Quantity]
    at: int
    running: bool = False
    added: bool = False
    whole: bool = False
    heads: tuple[int, ...] = ()


def counted(graph: Graph) -> list[tuple[QuantityMention, int, int]]:
    """Each quantity of a sentence with its first and last token; found once a sentence."""
    if "counted" not in graph.kept:
        graph.kept["counted"] = [
            (mention, inside[0], inside[-1])
            for mention in graph.annotated.quantities
            if (inside := [n for n, t in enumerate(graph.tokens) if mention.start <= t.start and t.end <= mention.end])
        ]
    found: list[tuple[QuantityMention, int, int]] = graph.kept["counted"]
    return found


def number_slot(document: Document, graph: Graph, mention: QuantityMention, what: str, read_by: str = READ_BY) -> Slot[Quantity]:
    """A counted number as a slot; the evidence is the number with its hedge."""
    q = mention.quantity
    span = Span(document_id=document.id, start=mention.start, end=mention.end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=q.low, high=q.high, approx=q.approx), evidence=(span,), read_by=read_by)


def one_slot(document: Document, graph: Graph, first: int, last: int, what: str, read_by: str = READ_BY + " one") -> Slot[Quantity]:
    """One, from a singular noun phrase ("a soldier", "the boat", a name)."""
    span = Span(document_id=document.id, start=graph.tokens[first].start, end=graph.tokens[last].end, part=graph.annotated.sentence.part)
    return Slot(value=Quantity(what=what, low=1, high=1), evidence=(span,), read_by=read_by)
