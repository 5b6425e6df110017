"""Pictures, sound, films and archives that people attach to an incident as evidence, and who attached, took back or saw them."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from truceline.model.handling import UNMARKED, Handling
from truceline.model.ids import ReportId, fingerprint

MediaId = NewType("MediaId", str)
"""The SHA-256 of a file, whole: whoever has the file can tell whether it is the one attached."""

_CODE = r"(\d{1,2}(?::\d{1,2}){0,2}(?:\.\d{1,3})?|\d{1,6}(?:\.\d{1,3})?)"
_STRETCH = re.compile(_CODE + r"(?:\s*[-\N{EN DASH}]\s*" + _CODE + ")?", re.ASCII)


class MediaKind(StrEnum):
    """What a file is, by its own bytes."""

    VIDEO = "video"
    AUDIO = "audio"
    IMAGE = "image"
    PDF = "pdf"
    ARCHIVE = "archive"


class Hand(StrEnum):
    """What a person did with a file."""

    ATTACHED = "attached"
    TAKEN_BACK = "taken_back"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stretch:
    """A stretch of a film or a recording, in milliseconds from its beginning; a moment where both are one."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a stretch from {self.start} to {self.end} ms: it must not end before it begins")

    @property
    def words(self) -> str:
        """As people write it: 1:32-1:40."""
        return time_code(self.start) if self.start == self.end else f"{time_code(self.start)}-{time_code(self.end)}"


def time_code(milliseconds: int) -> str:
    """A time code as people read it: 1:32, 0:05.250, 1:00:02."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else str(minutes)
    return f"{head}:{seconds:02}" + (f".{rest:03}" if rest else "")


def stretch(text: str) -> Stretch:
    """A stretch as people type it: ``00:01:32-00:01:40``, ``1:32``, ``92.5-100``. Raises ValueError."""
    found = _STRETCH.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no time code: write it as 00:01:32-00:01:40")
    start = _milliseconds(found[1])
    return Stretch(start=start, end=_milliseconds(found[2]) if found[2] else start)


def _milliseconds(text: str) -> int:
    *above, seconds = text.split(":")
    if any(int(each) > 59 for each in above[1:]) or (above and float(seconds) >= 60):
        raise ValueError(f"{text!r} is no time code: minutes and seconds go to 59")
    total = 0
    for each in above:
        total = (total + int(each)) * 60
    return total * 1000 + round(float(seconds) * 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """One file kept in a ledger, told by its bytes alone.

    ``facts`` are name and value in the order in which the file gives them ("duration", "codec", "dimensions"); ``claims`` are
    those that the file only says of itself and anyone could have written ("creation time"), and are never taken for known.
    ``notes`` tell what could not be read, and why; ``read_by`` which program read it.
    """

    id: MediaId
    kind: MediaKind
    media_type: str
    size: int
    duration: int | None = None
    facts: tuple[tuple[str, str], ...] = ()
    claims: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    read_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One step in the life of a file: attached to reports, taken back, or shown to somebody with its persons to be seen.

    Like a review it stands on ``reports``, which are evidence, so that it finds its incident however reports are merged;
    ``subject`` is what the person named. ``act`` is the kind of act that ``stretches`` show; ``name`` the name of the file
    without its folder; ``undoes`` the id of the attachment that is taken back; ``handling`` how far file and words may go. Never edited.
    """

    hand: Hand
    media: MediaId
    by: str
    at: datetime
    subject: str = ""
    reports: tuple[ReportId, ...] = ()
    act: str | None = None
    stretches: tuple[Stretch, ...] = ()
    name: str = ""
    reason: str = ""
    undoes: str | None = None
    handling: Handling = UNMARKED

    @property
    def id(self) -> str:
        """The step's id: not from its words and reports, so that it stays the same where those are redacted or read anew."""
        stretches = tuple((each.start, each.end) for each in self.stretches)
        said = (self.hand, self.media, self.by, self.at.isoformat(), self.subject, self.act, stretches, self.undoes)
        return "m" + fingerprint("custody", *said)[:16]
