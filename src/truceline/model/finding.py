"""What one clause says of one incident, and why."""

from dataclasses import dataclass
from enum import StrEnum

from truceline.model.ids import IncidentId
from truceline.model.text import Span


class Verdict(StrEnum):
    """The closed list of what a clause can say of an incident."""

    APPARENT_BREACH = "apparent_breach"
    CONTESTED = "contested"
    CONSISTENT = "consistent"
    NOT_ENOUGH_KNOWN = "not_enough_known"
    NOT_COVERED = "not_covered"
    NOT_IN_FORCE = "not_in_force"


class Answer(StrEnum):
    """The answer of one test."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One test of a clause: what was asked, what was answered, from which words, on what ground.

    ``text`` says it in a sentence a reader understands; ``reference`` is the paragraph or
    page the test rests on; ``reasons`` are the tests it was made from.
    """

    test: str
    answer: Answer
    text: str
    evidence: tuple[Span, ...] = ()
    reference: str | None = None
    reasons: tuple["Reason", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one clause says of one incident, and why.

    ``side`` is the acting party's code (``KOR``), ``answers_through`` the signatory command
    that answers for it (``UNC``); ``act`` a codebook type; ``clause`` the paragraph as the
    text numbers it (``7``, ``13(a)``), ``"*"`` for the instrument as a whole;
    ``missing`` the questions whose answers are not known; ``on_account_of`` whose account it rests on.
    """

    incident_id: IncidentId
    instrument: str
    clause: str
    side: str
    act: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    rulebook_version: str
    answers_through: str | None = None
    on_account_of: tuple[str, ...] = ()
    checked: bool = True
