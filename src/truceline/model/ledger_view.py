"""What a ledger holds, with the incidents and findings derived from it, as one frozen record that views read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from truceline.model.document import Document, Refusal
from truceline.model.finding import Finding
from truceline.model.handling import Handling
from truceline.model.ids import CaptureId, ClaimId, DocumentId, IncidentId, ReportId
from truceline.model.incident import CountCheck, Ghost, Incident, Judgement
from truceline.model.media import Custody, MediaFile, MediaId
from truceline.model.report import CountClaim, LawQuote, Report
from truceline.model.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """That a capture's bytes were fetched: from which address, when (UTC), and which part of the file.

    The bytes themselves stay in the ledger; ``capture_id`` is their SHA-256.
    """

    capture_id: CaptureId
    address: str
    media_type: str
    captured_at: datetime | None = None
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """Documents known by ``as_of`` (None: all), and everything derived from these alone.

    Mappings are ordered: documents by (published, id), incidents by (first day, id), reports and
    claims by document, then place in the text; so two ledgers with the same content show alike.
    ``fetches`` lists how each document came in (never part of the digest). ``judgements`` holds people's and derived ones,
    ``ghosts`` the incidents that counts say must be and the ledger does not have, ``reviews`` what people decided and did not
    take back; ``rejected`` the reports that count no more, by which decision; ``moved`` leads from ids that incidents had by an
    earlier reading to those of today. ``rulebooks`` names what was applied, as ``slug version``. ``digest`` is the SHA-256 over
    all of it. ``handling`` is the highest mark that documents of this view bear: ``left_out`` bear a higher one, ``held_back`` are
    observed tracks too young to go out. ``attachments`` are those that stand, each file in ``media``; ``files_left_out`` bear a
    higher mark or stand on what is left out.
    """

    documents: Mapping[DocumentId, Document] = field(default_factory=dict)
    reports: Mapping[ReportId, Report] = field(default_factory=dict)
    count_claims: Mapping[ClaimId, CountClaim] = field(default_factory=dict)
    law_quotes: tuple[LawQuote, ...] = ()
    incidents: Mapping[IncidentId, Incident] = field(default_factory=dict)
    findings: Mapping[IncidentId, tuple[Finding, ...]] = field(default_factory=dict)
    checks: Mapping[ClaimId, CountCheck] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    fetches: Mapping[DocumentId, tuple[Fetch, ...]] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    rulebooks: tuple[str, ...] = ()
    pack_version: str = ""
    as_of: date | None = None
    known_at: datetime | None = None
    reviews: tuple[Review, ...] = ()
    rejected: Mapping[ReportId, Review] = field(default_factory=dict)
    ghosts: tuple[Ghost, ...] = ()
    moved: Mapping[IncidentId, IncidentId] = field(default_factory=dict)
    digest: str = ""
    handling: Handling = Handling.RED
    left_out: int = 0
    held_back: int = 0
    media: Mapping[MediaId, MediaFile] = field(default_factory=dict)
    attachments: tuple[Custody, ...] = ()
    files_left_out: int = 0

    @property
    def withheld(self) -> str:
        """In words what is not in this view though the ledger has it; empty where nothing is withheld."""
        told = []
        if self.left_out:
            told.append(f"{self.left_out} document{'s' * (self.left_out > 1)} marked above {self.handling} left out")
        if self.files_left_out:
            told.append(f"{self.files_left_out} attached file{'s' * (self.files_left_out > 1)} left out")
        if self.held_back:
            told.append(f"{self.held_back} observation{'s' * (self.held_back > 1)} by sensors held back for now")
        return "; ".join(told)

    def mark_of(self, incident: Incident) -> Handling:
        """The highest mark of an incident's documents and files: all that derives from a document inherits its mark."""
        marks = [self.documents[each].handling for each in incident.documents if each in self.documents]
        marks += [each.handling for each in self.attachments_of(incident)]
        return max(marks, key=lambda each: each.rank, default=Handling.CLEAR)

    def reports_of(self, incident: Incident) -> Iterator[Report]:
        """The member reports of an incident, in the incident's own order."""
        return (self.reports[each] for each in incident.reports)

    def attachments_of(self, incident: Incident) -> tuple[Custody, ...]:
        """What is attached to an incident: to any of its reports."""
        members = frozenset(incident.reports)
        return tuple(each for each in self.attachments if members.intersection(each.reports))

    def resolve(self, word: str) -> tuple[Incident, ...]:
        """Incidents whose id or alias is ``word``, else those for which it is a prefix of one.

        One incident where the word is good; none or several are for the caller to tell the reader.
        """
        exact = tuple(each for each in self.incidents.values() if word == each.id or word in each.aliases)
        if exact or not word:
            return exact
        begun = tuple(each for each in self.incidents.values() if any(known.startswith(word) for known in (each.id, *each.aliases)))
        if begun:
            return begun
        now = {self.moved[each] for each in self.moved if each.startswith(word)}
        return tuple(each for each in self.incidents.values() if now.intersection((each.id, *each.aliases)))
