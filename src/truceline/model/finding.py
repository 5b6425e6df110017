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


class Standing(StrEnum):
    """What the finder is to the instrument. A side's own body and a party are not neutral, and are told as such."""

    COMMON_BODY = "common_body"
    BODY_OF_A_SIDE = "body_of_a_side"
    PARTY = "party"
    OUTSIDER = "outsider"


class Held(StrEnum):
    """What a finder is told to have held."""

    BREACH = "breach"
    NO_BREACH = "no_breach"
    UNDETERMINED = "undetermined"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFinding:
    """What somebody else found of an act, as a document tells it: kept beside ours, never in its place.

    ``finder`` and ``about`` are codes (``UNC``, ``PRK:mil``); ``clauses`` the paragraphs that the same document quotes,
    ``named`` those of them that the sentence of the finding cites; ``day`` the document's day of publication, ``found_on`` the day
    told of the finding itself; ``differences`` how it differs from ours.
    """

    instrument: str
    finder: str
    standing: Standing
    in_mandate: bool | None
    about: str | None
    held: Held
    clauses: tuple[str, ...]
    day: str | None
    evidence: tuple[Span, ...]
    differences: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    found_on: str | None = None
