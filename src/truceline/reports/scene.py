"""What is known of a document's parties while it is read: its cast, its theatre, and those whom its phrases have meant so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.model.document import Document
from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.cast import Cast
from truceline.reports.grammar import Graph
from truceline.reports.noun_roles import noun_role

READ_BY = "reports.sides 1"
Party = tuple[str, Role, Span]
"""A party that a phrase names: its code, the role that its name has, the words."""
_ONE_PHRASE = 60
"""How many letters a name and the noun beside it may take together to be one piece of evidence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A noun phrase that named a party, kept for back-reference."""

    lemma: str
    actor: Actor
    evidence: tuple[Span, ...]
    plural: bool
    siding: frozenset[str] = frozenset()


@dataclass(slots=True)
class Scene:
    """A document with its cast, and the phrases that named a party in the order of the text."""

    document: Document
    lexicon: Lexicon
    seen: list[Seen] = field(default_factory=list)
    mission: str | None = None
    forces: Mapping[str, str] = field(default_factory=dict)
    defector: Slot[Actor] | None = None
    cast: Cast | None = None
    index: int = 0

    def noun_role(self, graph: Graph, n: int) -> Role | None:
        """The role that the head noun (with its modifier) tells, or None."""
        if n not in graph.roles:
            graph.roles[n] = noun_role(graph, n, self.lexicon)
        return graph.roles[n]

    def span(self, graph: Graph, n: int) -> Span:
        """A word as evidence."""
        token = graph.tokens[n]
        return Span(document_id=self.document.id, start=token.start, end=token.end, part=graph.annotated.sentence.part)

    def spans(self, graph: Graph, n: int, span: Span) -> tuple[Span, ...]:
        """A party's name as evidence, with the noun beside it where both are one phrase."""
        head = graph.tokens[n]
        if span.start <= head.start and head.end <= span.end:
            return (span,)
        low, high = min(span.start, head.start), max(span.end, head.end)
        if high - low <= _ONE_PHRASE and low >= graph.annotated.sentence.start:
            return (Span(document_id=span.document_id, start=low, end=high, part=span.part),)
        return (span,)
