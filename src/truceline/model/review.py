"""What people decided about reports: accepted, corrected, rejected, remarked on, assigned, or taken back; each with who, when and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from truceline.model.ids import ReportId, fingerprint


class Verb(StrEnum):
    """What a person did."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    REMARK = "remark"
    NOTE = "note"  # what a remark was called at first; ledgers and files of decisions hold it
    ASSIGN = "assign"
    STEP = "step"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision of one person. Never edited: it is taken back by another one that ``undoes`` it.

    It stands on ``reports``, which are evidence, and not on incidents, which are derived: so it finds its incident
    again however reports are merged. ``subject`` is the id that the person named. ``field``, ``value`` and ``extracted``
    tell of a correction (values as the codebook writes them, None = not said); ``value`` of an assignment is to whom;
    of a step of the case ``field`` is its state and ``value`` its particulars.
    ``undoes`` is the id of a review or of a person's judgement.
    """

    verb: Verb
    by: str
    at: datetime
    subject: str
    reports: tuple[ReportId, ...] = ()
    reason: str = ""
    field: str | None = None
    value: str | None = None
    extracted: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """The decision's id, from all that it says."""
        said = (self.verb, self.by, self.at.isoformat(), self.subject, self.reports, self.reason, self.field, self.value, self.undoes)
        return "v" + fingerprint("review", *said)[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """The tombstone of one row that was blanked for a person's safety or by law: what stood there is told by its hash alone."""

    table: str
    key: str
    before_sha256: str
    after_sha256: str
    by: str
    reason: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A dated snapshot of what the ledger said; ``body`` is its JSON, ``sha256`` the hash of that."""

    name: str
    by: str
    digest: str
    sha256: str
    body: bytes
    as_of: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is not as it was written: which, and why it is held to be so."""

    what: str
    where: str
    why: str
