"""The case file of an incident: how far its handling has come, each step from a document or from a person, and what is due."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from truceline.model.finding import Held
from truceline.model.ids import DocumentId, IncidentId
from truceline.model.text import Span


class State(StrEnum):
    """The states of a case, in the order in which they are usually reached; none is needed for the next."""

    SEEN = "seen"
    ANNOUNCED = "announced"
    INVESTIGATED = "investigated"
    FOUND = "found"
    NOTIFIED = "notified"
    MEETING_REQUESTED = "meeting_requested"
    ANSWERED = "answered"
    PROTESTED = "protested"
    CORRECTED = "corrected"
    CLOSED = "closed"


class Mood(StrEnum):
    """Whether a step was done, is only stated as intended, or was set by a person as due by a day. The three never mix."""

    DONE = "done"
    INTENDED = "intended"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a person tells of a step: its day, who took it towards whom, by what way, what a finder held, the words it rests on."""

    mood: Mood = Mood.DONE
    day: date | None = None
    by: str | None = None
    to: str | None = None
    through: str | None = None
    held: Held | None = None
    words: Span | None = None

    def written(self) -> str:
        """As a decision keeps it: JSON, what is not told left out."""
        span = self.words
        told = {
            "mood": self.mood.value, "day": self.day.isoformat() if self.day else None, "by": self.by, "to": self.to,
            "through": self.through, "held": self.held.value if self.held else None,
            "words": [span.document_id, span.start, span.end, span.part] if span else None,
        }  # fmt: skip
        return json.dumps({name: value for name, value in told.items() if value is not None}, sort_keys=True, separators=(",", ":"))


def particulars(written: str | None) -> Particulars:
    """What ``Particulars.written`` wrote. Raises ValueError where a text is none."""
    told = json.loads(written or "{}")
    if not isinstance(told, dict) or not set(told) <= {"mood", "day", "by", "to", "through", "held", "words"}:
        raise ValueError(f"no particulars of a step: {written!r}")
    texts = {name: told.get(name) for name in ("day", "by", "to", "through", "held")}
    if any(each is not None and not isinstance(each, str) for each in texts.values()):
        raise ValueError(f"day, by, to, through and held are words: {written!r}")
    day, held = texts.pop("day"), texts.pop("held")
    return Particulars(
        mood=Mood(told.get("mood", Mood.DONE)), day=date.fromisoformat(day) if day else None, words=_span(told.get("words")),
        held=Held(held) if held else None, **texts,
    )  # fmt: skip


def _span(told: object) -> Span | None:
    match told:
        case None:
            return None
        case [str(document), int(start), int(end), "text" | "title" as part]:
            return Span(document_id=DocumentId(document), start=start, end=end, part="title" if part == "title" else "text")
    raise ValueError(f"no words of a document: {told!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep:
    """One step of a case. ``by`` and ``to`` are codes (``UNC``, ``PRK:mil``); None = not told.

    ``day`` is the day of the step itself, ``told_by`` the day by which it was told (a document's publication): where only this
    is known, the step was taken on or before it. Of ``document`` and ``decision`` at least one is set: a document tells it, or a
    person says it (``said_by`` on ``decided_on``, for the reason ``why``). ``act`` is what the document calls it (``denial``);
    ``held`` what a finder is told to have held, None where that was not looked for.
    ``unsure``: read from reports that count nowhere before a person has looked at them.
    """

    state: State
    mood: Mood = Mood.DONE
    act: str = ""
    held: Held | None = None
    by: str | None = None
    to: str | None = None
    day: date | None = None
    told_by: date | None = None
    through: str | None = None
    evidence: tuple[Span, ...] = ()
    document: DocumentId | None = None
    decision: str | None = None
    said_by: str | None = None
    decided_on: date | None = None
    why: str = ""
    unsure: bool = False

    @property
    def latest(self) -> date | None:
        """The last day on which it can have been taken."""
        return self.day or self.told_by or self.decided_on


class Timing(StrEnum):
    """How something due stands on the day that is asked about. None of it says that a step was not taken: only what is told."""

    MET = "met"
    MET_LATE = "met_late"
    MET_DAY_NOT_TOLD = "met_day_not_told"
    OPEN = "open"
    OVERDUE = "overdue"
    NO_DAY_SET = "no_day_set"
    PASSED = "passed"
    NOT_RUNNING = "not_running"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A step that is due: by an instrument, by a day that a person set, or since somebody said they would take it.

    ``source`` tells who sets it: an instrument's slug, a decision's id, or a document's. ``state`` is the step that meets it, None
    for a duty that is no step of a case. ``last_day`` is the last day in time, None where the source sets no number of days ("at once");
    ``exact`` is False where it is reckoned from the day by which its beginning was told: then it ended on or before that day.
    """

    name: str
    timing: Timing
    source: str
    state: State | None = None
    since: CaseStep | None = None
    last_day: date | None = None
    exact: bool = True
    met_by: CaseStep | None = None
    clause: str | None = None
    reference: str | None = None
    checked: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """All steps of one incident's handling in order of their days, what was only stated as intended, and what is due.

    ``on`` is the day for which overdue and days since are reckoned, None = for no day.
    """

    incident_id: IncidentId
    steps: tuple[CaseStep, ...]
    intended: tuple[CaseStep, ...] = ()
    dues: tuple[Due, ...] = ()
    on: date | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has closed it; a step told after the closing opens it again."""
        return not (self.steps and self.steps[-1].state is State.CLOSED)

    @property
    def reached(self) -> tuple[State, ...]:
        """The states reached, in the usual order."""
        return tuple(each for each in State if any(step.state is each for step in self.steps))

    def due(self, *timings: Timing) -> tuple[Due, ...]:
        """What is due and stands so."""
        return tuple(each for each in self.dues if each.timing in timings)
