"""What was read from a document and what was let go, sentence by sentence, each with its rule and words."""

from dataclasses import dataclass
from enum import StrEnum

from truceline.model.document import Document
from truceline.model.reading import Annotated
from truceline.model.report import Extraction


class Fate(StrEnum):
    """What became of one trigger word."""

    REPORT = "report"
    JOINED = "joined"
    NO_PATTERN = "no_pattern"
    NOT_DONE = "not_done"
    LET_GO = "let_go"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern of the lexicon: its place in the list, the line of the file it stands on, and its words as written there."""

    number: int
    file: str
    line: int | None
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A feature of a proposal with what it adds to the judge's score (log odds)."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One trigger word and what became of it.

    ``kind`` and ``rule`` are None where no pattern fits. ``words`` are the trigger and what decided it. ``why`` names
    the reason in words; ``report`` is the number (from 0) of the report that the act leads or went into. ``confidence`` and
    ``weights`` are the judge's, weightiest first, where it was asked.
    """

    start: int
    end: int
    trigger: str
    fate: Fate
    kind: str | None = None
    words: tuple[str, ...] = ()
    rule: Rule | None = None
    why: str = ""
    nearly: tuple[str, ...] = ()
    report: int | None = None
    confidence: float | None = None
    weights: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One sentence: its layers, whether the gate let it through to the parser, and its trigger words.

    ``waiting`` are the trigger words of a sentence that was not let through: what their patterns ask for is not in it.
    """

    annotated: Annotated
    parsed: bool
    waiting: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All of one document. ``whole`` says why nothing at all was read, where a rule lets go of whole texts."""

    document: Document
    theatre: str | None
    sentences: tuple[Explained, ...]
    extraction: Extraction
    whole: str = ""
    threshold: float = 0.0
