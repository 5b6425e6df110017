"""A document with its annotation layers: what language hands to reports."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from truceline.model.document import Document
from truceline.model.ids import DocumentId
from truceline.model.party import Actor, Speaker
from truceline.model.place import Where
from truceline.model.report import Quantity
from truceline.model.text import Part, Span
from truceline.model.time import When


class Token(NamedTuple):
    """One word: offsets into the document's text, lemma, fine tag, dependency label, head index.

    ``head`` is the index of the head token in the sentence's own list; the root heads itself. A text has thousands, and a named tuple
    is made in a fraction of the time of a frozen dataclass.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; ``tokens`` is empty where the gate did not let it through to the parser.

    ``part`` is "title" for the sentence of a title that does not stand in the text.
    ``headline`` marks a title or heading line.
    """

    start: int
    end: int
    text: str
    part: Part = "text"
    headline: bool = False
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a party, its forces or organ, or a ``person`` in its offices, in one sentence (offsets as in the sentence)."""

    start: int
    end: int
    actor: Actor
    speaker: Speaker | None = None
    plural: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that name a day, a stretch of days, or a time of day.

    ``window`` marks words that open a stretch up to now ("since the beginning of June", "in less than two
    weeks"): they bound a count and are not the day of an event. ``beside`` marks the second of two days told
    together ("March 3 and March 9"): it is the day of what is told of the first.
    """

    start: int
    end: int
    when: When | None
    clock: str | None = None
    window: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place, a line or a sector."""

    start: int
    end: int
    where: Where | None
    line: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A number of something, as an interval; ``noun`` the lemma counted, '' if bare."""

    start: int
    end: int
    quantity: Quantity
    noun: str


class CueKind(StrEnum):
    """What a cue does to the claim it stands by."""

    NEGATION = "negation"
    HEDGE = "hedge"
    PLAN = "plan"
    CONDITION = "condition"
    DENIAL = "denial"
    NORM = "norm"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that signal negation, doubt, plan, condition, denial, quoted law or speech."""

    start: int
    end: int
    kind: CueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One sentence with all that was found in it, in order of place."""

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    cues: tuple[Cue, ...] = ()
    quotations: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with its annotation layers. ``theatre`` is the line or country pair it is about.

    ``let_go`` says why a document was let go before it was read; it has no sentences then.
    """

    document: Document
    document_id: DocumentId
    sentences: tuple[Annotated, ...]
    theatre: str | None = None
    layers: tuple[str, ...] = ()
    let_go: str = ""

    def sentence_of(self, span: Span) -> int | None:
        """The number of the sentence in which a stretch of the document begins; None where it is in none."""
        inside = (a.sentence.part == span.part and a.sentence.start <= span.start < a.sentence.end for a in self.sentences)
        return next((n for n, within in enumerate(inside) if within), None)
