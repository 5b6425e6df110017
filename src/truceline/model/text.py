"""Places in a document's text: where the words stand that carry a value."""

from dataclasses import dataclass
from typing import Literal

from truceline.model.ids import DocumentId

Part = Literal["text", "title"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters start..end of one document's text (or title); end not included.

    Offsets are code points into ``Document.text`` as stored, or into ``Document.title``
    where ``part`` says so.
    """

    document_id: DocumentId
    start: int
    end: int
    part: Part = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A span with its words, as they stand in the document."""

    span: Span
    words: str
