"""What several reports describe together, and the decisions that joined them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from truceline.model.ids import ClaimId, DocumentId, IncidentId, ReportId, fingerprint


class Same(StrEnum):
    """Are two reports one incident?"""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a comparison: the feature, both values, and its weight in log odds (natural log)."""

    feature: str
    left: str
    right: str
    weight: float
    forbids: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision that two reports are, or are not, one incident; ``left`` < ``right``.

    ``by`` is "truceline <version>" or a person; ``at`` is None for derived judgements; ``reason`` is a person's.
    """

    left: ReportId
    right: ReportId
    same: Same
    by: str
    score: float
    terms: tuple[Term, ...]
    at: datetime | None = None
    reason: str = ""

    @property
    def id(self) -> str:
        """The id of the decision, from who said what of which two reports, and when."""
        at = self.at.isoformat() if self.at else None
        return "j" + fingerprint("judgement", self.left, self.right, self.same, self.by, at)[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of several competing values of an incident's attribute, as the codebook writes it.

    ``value`` is the JSON writing of the value ("2024-06-20", "[24,99]", "KOR:JCS");
    ``claimants`` who assert it; ``origins`` ids of the independent origins it has.
    """

    value: str
    reports: tuple[ReportId, ...]
    claimants: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStance:
    """How a party stands to the incident, by which report, as of when (ISO date or None)."""

    party: str
    stance: str
    report_id: ReportId
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What the judged-same reports describe together. Derived, never stored by hand.

    ``variants`` maps a codebook field to all its competing values, most reported first.
    ``documents`` and ``origins`` list the independent origins: ten copies of one wire story
    are one origin. ``aliases`` are the ids each member report would give alone. ``unsure``: all its reports
    are to be reviewed, and its origins do not make it sure together: it is listed as such and counted nowhere. ``over``: the days
    (ISO, first/last) of a change that goes on, from the first that is told to the last; None for all else.
    """

    id: IncidentId
    kind: str
    reports: tuple[ReportId, ...]
    variants: dict[str, tuple[Variant, ...]]
    origins: tuple[str, ...]
    documents: tuple[DocumentId, ...]
    aliases: tuple[IncidentId, ...]
    stances: tuple[PartyStance, ...] = ()
    confidence: float = 0.0
    unsure: bool = False
    over: str | None = None

    def first(self, field: str) -> str | None:
        """The most reported value of a field, or None; for sorting and headings, not as truth."""
        if field == "date" and self.over:
            return self.over
        found = self.variants.get(field, ())
        return found[0].value if found else None


class Audit(StrEnum):
    """What the ledger says of a claimed count."""

    AGREES = "agrees"
    LEDGER_SHORT = "ledger_short"
    LEDGER_HAS_MORE = "ledger_has_more"
    NOT_DECIDABLE = "not_decidable"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCheck:
    """A count claim held against the ledger: verdict, gap, and the incidents counted.

    ``found`` is what the ledger has today; ``then`` how many of those some document had told by the day of the claim,
    ``announced`` how many of these the side that counts had told itself.
    """

    claim_id: ClaimId
    verdict: Audit
    claimed: int
    found: int | None
    gap: int | None
    incidents: tuple[IncidentId, ...]
    why: str
    then: int | None = None
    announced: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ghost:
    """An incident known to exist and not described: a claimed count says that it must be, and the ledger does not have it.

    It lies in ``since`` to ``until`` (ISO days, both included), by the ``claims`` named; derived, and gone once reports fill it.
    """

    id: str
    kind: str
    line: str | None
    by: tuple[str, ...]
    since: str
    until: str
    claims: tuple[ClaimId, ...]
