"""What was fetched and what was read from it: captures, documents, and what stands in them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from truceline.model.handling import Handling
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.observation import Observation
from truceline.model.text import Span

EXERCISE = "EXERCISE EXERCISE EXERCISE"
"""What a document of an exercise begins with: a ledger that is none refuses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes fetched at a time, with their hash.

    ``id`` is the SHA-256 of ``content``; ``address`` the file or URL as given; ``part`` the
    line of a JSONL file where one file holds many documents (0 = the whole).
    """

    id: CaptureId
    address: str
    media_type: str
    content: bytes
    captured_at: datetime | None = None
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Words that say from whom the page took the text ("Source: ...", "Original source: ...")."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One retrieved text with what was printed beside it. Its text never changes after it has its id.

    ``name`` is the id its publisher or file gave it (not part of ``id``); ``published`` the
    local publication date, ``published_basis`` how it was known ("given", "header", "meta", "json-ld", "time element", "dateline",
    "guessed"); ``furniture`` marks site words that are not the text's own ("Skip to content"); ``notes`` what its
    reader had to assume ("encoding guessed: windows-1252"). ``observation`` is set where a person or a sensor made it; ``handling`` is
    how far it, and all that derives from it, may go.
    """

    id: DocumentId
    name: str
    text: str
    capture_id: CaptureId
    title: str | None = None
    published: date | None = None
    published_basis: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    furniture: tuple[Span, ...] = ()
    relays: tuple[Relay, ...] = ()
    notes: tuple[str, ...] = ()
    observation: Observation | None = None
    handling: Handling = Handling.CLEAR

    @property
    def is_exercise(self) -> bool:
        """Does it say at its head that nothing in it happened?"""
        return self.text.lstrip().startswith(EXERCISE) or (self.title or "").startswith(EXERCISE)

    def words(self, span: Span) -> str:
        """The characters a span points at."""
        return (self.text if span.part == "text" else self.title or "")[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input that was not read: which, why, and what to do."""

    where: str
    why: str
    cure: str = ""
    content_sha256: str | None = None
    at: datetime | None = field(default=None, compare=False)
