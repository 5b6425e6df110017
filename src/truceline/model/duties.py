"""What surrounds the clauses of an agreement: bodies that watch it, versions of its lines, deadlines, procedures."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Task(StrEnum):
    """What a body is there for. Only ``finds`` makes its word a finding."""

    WATCHES = "watches"
    FINDS = "finds"
    SETTLES = "settles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that watches over an instrument, with the days of its mandate and what came after it.

    ``codes`` are the speaker codes under which it appears in the ledger (``UNC``). ``of_side`` names the side whose
    body it is; None = common to the sides or of neither.
    """

    id: str
    name: str
    tasks: tuple[Task, ...]
    codes: tuple[str, ...] = ()
    of_side: str | None = None
    start: date | None = None
    end: date | None = None
    successor: str | None = None
    reference: str | None = None
    checked: bool = True

    def sits_on(self, day: date | None) -> bool | None:
        """Whether its mandate ran on a day; None where the day is not known and the mandate has an end or a beginning."""
        if day is None:
            return None if self.start or self.end else True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVersion:
    """One version of a boundary: whose it is, since when, how sure its course is. Several may stand at one time.

    ``whose`` lists the parties that hold to it, empty = all sides.
    """

    id: str
    line: str
    name: str
    whose: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    error_m: int | None = None
    reference: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """A deadline that the text sets: so long from a day (``within``, whole days), ``extended`` where it was moved."""

    id: str
    name: str
    start: date
    within: int
    extended: date | None = None
    reference: str | None = None
    checked: bool = True

    @property
    def last_day(self) -> date:
        """The last day on which the duty is kept in time."""
        return self.extended or date.fromordinal(self.start.toordinal() + self.within)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTerm:
    """A step that the text makes due once another one is taken in the handling of an incident.

    ``after`` and ``then`` are states of a case (``found``, ``notified``); ``within_hours`` None = the text gives no number ("at once").
    ``acts`` empty = all kinds. ``body`` names the body that must sit for it: where its mandate has ended, no term runs.
    """

    id: str
    name: str
    after: str
    then: str
    within_hours: int | None = None
    acts: tuple[str, ...] = ()
    body: str | None = None
    clause: str | None = None
    reference: str | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a procedure: a response of the codebook, how often it is due, what it is called in the text."""

    response: str
    times: int = 1
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The steps that are due before force, in order; ``acts`` are the kinds it answers, ``parties`` those it binds, empty = all."""

    id: str
    name: str
    acts: tuple[str, ...]
    steps: tuple[Step, ...]
    parties: tuple[str, ...] = ()
    clause: str | None = None
    start: date | None = None
    end: date | None = None
    reference: str | None = None
    checked: bool = True


class SelfDefence(StrEnum):
    """How the text stands to force used in answer: it allows it, says nothing, or says nothing while practice accepted it."""

    EXPRESS = "express"
    SILENT = "silent"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who put a name to the text, and who did not though it is often said: what a document tells of it is held against this."""

    signed_by: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    years: tuple[int, ...] = field(default=())
    reference: str | None = None
    checked: bool = True
