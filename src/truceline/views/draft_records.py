"""A draft of a note as records: sentences with their citations, blanks for what is not known, and the sources they cite."""

import re
from dataclasses import dataclass
from enum import StrEnum

BLANK = re.compile(r"\[____[^\]]*\]")
"""How a gap is marked; what belongs into it stands inside."""


class NoteKind(StrEnum):
    """The notes that can be drafted."""

    NOTIFICATION = "notification"
    PROTEST = "protest"
    MEETING_REQUEST = "meeting-request"
    FINDING = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence. ``quotes`` are numbers of the sources, ``grounds`` what else it rests on: a paragraph, a decision, the form.

    ``unreviewed``: it holds a value that no person has looked at.
    """

    text: str
    quotes: tuple[int, ...] = ()
    grounds: tuple[str, ...] = ()
    unreviewed: bool = False

    @property
    def cited(self) -> str:
        """The sentence with its citations behind it."""
        numbers = "".join(f"[{each}]" for each in self.quotes)
        grounds = f"({'; '.join(self.grounds)})" if self.grounds else ""
        return " ".join(part for part in (self.text, numbers, grounds) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Sentences under one heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One source: its number, the words, and where they stand (document, publisher, day, address, offsets, SHA-256)."""

    number: int
    words: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A draft. ``watermark`` stands on every page where values are not reviewed, None where all are; it is never sent by us."""

    kind: NoteKind
    title: str
    head: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    sources: tuple[Cited, ...]
    status: str
    watermark: str | None = None

    @property
    def blanks(self) -> tuple[str, ...]:
        """Every gap, in order of the page."""
        texts = (*(value for _, value in self.head), *(line.text for part in self.parts for line in part.lines))
        return tuple(found for text in texts for found in BLANK.findall(text))


def blank(what: str) -> str:
    """A marked gap."""
    return f"[____ {what}]"
