"""What a reader is: one function that makes a document of a capture, or refuses it by name."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document
from truceline.model.ids import document_id
from truceline.readers.furniture import Furniture, mark
from truceline.readers.language_id import language_of

MAX_TEXT = 1_000_000
"""Characters of one document: a long book. More is not one news text, and the parser would not take it."""


class Reader(Protocol):
    """Makes one document of one capture. Raises InputRefused where it cannot."""

    def __call__(self, capture: Capture, furniture: Furniture) -> Document: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A text with what was printed beside it, as a reader found it, before it has an id."""

    text: str
    name: str
    title: str | None = None
    published: date | None = None
    published_basis: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def where(capture: Capture) -> str:
    """The file, and the line in it where a file holds many documents."""
    return f"{capture.address}:{capture.part}" if capture.part else capture.address


def to_document(printed: Printed, capture: Capture, furniture: Furniture) -> Document:
    """The document: checked, given its id, its furniture marked. Raises InputRefused.

    From here on the text is never altered: every offset in the ledger points into it.
    """
    check_text(printed.text, where(capture))
    language = language_of(printed.text, given=printed.language, known=furniture.languages, where=where(capture))
    published = printed.published.isoformat() if printed.published else None
    identity = document_id(printed.text, printed.title, published, printed.url)
    spans, relays = mark(printed.text, printed.title, identity, furniture)
    return Document(
        id=identity,
        name=printed.name,
        text=printed.text,
        capture_id=capture.id,
        title=printed.title,
        published=printed.published,
        published_basis=printed.published_basis,
        url=printed.url,
        publisher=printed.publisher,
        language=language,
        furniture=spans,
        relays=relays,
        notes=printed.notes,
    )


def check_text(text: str, place: str) -> None:
    """Raises InputRefused for what cannot be read as one news text, or kept in a database."""
    if not text.strip():
        raise InputRefused(place, "empty: no words to read", "leave it out, or give the text")
    if len(text) > MAX_TEXT:
        raise InputRefused(place, f"a text of {len(text):,} characters; the most is {MAX_TEXT:,}", "split it into its articles")
    nul = text.find("\x00")
    if nul >= 0:
        raise InputRefused(place, f"a NUL character at offset {nul}: not a text", "save it again as plain UTF-8 text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputRefused(place, f"half a character (a lone surrogate) at offset {error.start}", "save it again as UTF-8") from error
