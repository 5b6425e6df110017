"""Count claims held against the ledger: "the third since the beginning of June" names a number that can be checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from truceline.model.document import Document
from truceline.model.ids import DocumentId, IncidentId, ReportId
from truceline.model.incident import Audit, CountCheck, Incident
from truceline.model.report import CountClaim, Prominence, Report, Stance, Status
from truceline.model.time import month_span
from truceline.packs.ontology import Ontology

ANY_ACT = frozenset({"armistice_violation", "ceasefire_violation"})
LOOK_BACK = 10  # days: an undated account is about the days before its publication


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day of a claim, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Counted:
    """Incidents that are there for certain, and those that only may be."""

    certain: tuple[IncidentId, ...]
    possible: tuple[IncidentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A claim made ready to be held against incidents: its days, its line, the day it was published, and the sides that count."""

    claim: CountClaim
    window: Window
    line: str | None
    published: date | None
    sides: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How one incident falls under a claim: for certain, or only perhaps; is it to be reviewed; was it told by then, and by the side."""

    certain: bool
    unsure: bool = False
    then: bool = False
    announced: bool = False


def audit(
    claim: CountClaim,
    incidents: Sequence[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
    ontology: Ontology,
) -> CountCheck:
    """What the incidents say of one claimed count: agrees, short by n, more by n, or not decidable, and why."""
    counting = count_by(claim, reports, documents, ontology)
    if isinstance(counting, str):
        return undecided(claim, counting)
    weights = {each.id: weigh(counting, each, [reports[key] for key in each.reports], documents) for each in incidents}
    return add_up(counting, {key: weight for key, weight in weights.items() if weight})


def count_by(
    claim: CountClaim, reports: Mapping[ReportId, Report], documents: Mapping[DocumentId, Document], ontology: Ontology
) -> Counting | str:
    """What a claim counts, or why that is not known."""
    if claim.most is not None:
        return "not decidable: it claims to be the most of its kind, and no number"
    if claim.kind not in ontology.kinds:
        return _no_such_kind(claim)
    window = window_of(claim, documents)
    if isinstance(window, str):
        return window
    document = documents.get(claim.document_id)
    carrier = reports.get(claim.report_id) if claim.report_id else None
    return Counting(
        claim=claim, window=window, line=claim.line or line_of(claim, reports), published=document.published if document else None,
        sides=_tellers(carrier) if carrier else frozenset(),
    )  # fmt: skip


def weigh(counting: Counting, incident: Incident, members: Sequence[Report], documents: Mapping[DocumentId, Document]) -> Weight | None:
    """How an incident, with its reports, falls under a claim; None where it does not."""
    if incident.kind != counting.claim.kind or all(each.status is Status.PLANNED for each in members):
        return None
    answers = (
        _inside(members, counting.window, documents), _by(members, counting.claim), _at(members, counting.line), _done(members),
    )  # fmt: skip
    if not all(answers):
        return None if False in answers else Weight(certain=False)
    then = counting.published is not None and any(_told_by(counting.published, each, documents) for each in members)
    # The side that counts is the side of who speaks in the report that carries the claim.
    announced = then and any(counting.sides & _tellers(each) for each in members)
    return Weight(certain=True, unsure=incident.unsure, then=then, announced=announced)


def _told_by(day: date, report: Report, documents: Mapping[DocumentId, Document]) -> bool:
    told = documents.get(report.document_id)
    return told is not None and told.published is not None and told.published <= day


def _tellers(report: Report) -> frozenset[str]:
    denying = (Stance.DENIES, Stance.NOT_CONFIRMED)
    return frozenset(each.speaker.value.party for each in report.attributions if each.stance not in denying and each.speaker.value.party)


def certain_and_possible(
    kind: str,
    line: str | None,
    window: Window,
    incidents: Iterable[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> Counted:
    """Incidents of a kind in a stretch of days, whoever acted: those there for certain, and those that only may be."""
    certain, possible = [], []
    for incident in incidents:
        members = [reports[each] for each in incident.reports]
        if incident.kind != kind or all(each.status is Status.PLANNED for each in members):
            continue
        answers = (_inside(members, window, documents), _at(members, line), _done(members))
        if all(answers):
            certain.append(incident.id)
        elif False not in answers:
            possible.append(incident.id)
    return Counted(certain=tuple(sorted(certain)), possible=tuple(sorted(possible)))


def add_up(counting: Counting, weights: Mapping[IncidentId, Weight]) -> CountCheck:
    """Compares the number claimed with what is certain, and with what is certain or possible."""
    claim = counting.claim
    sure = tuple(sorted(key for key, each in weights.items() if each.certain))
    perhaps = tuple(sorted(key for key, each in weights.items() if not each.certain))
    claimed, certain, possible = _claimed(claim), len(sure), len(perhaps)
    unsure = sum(each.unsure for each in weights.values())
    text = f"claimed {claimed}, {certain} in the ledger from {counting.window.since.isoformat()} to {counting.window.until.isoformat()}"
    text += f", {unsure} of them to be reviewed" if unsure else ""
    if possible:
        text += f", {possible} more whose day or side is not certain"
    incidents, gap = sure, 0
    if certain > claimed:
        verdict, gap, says = Audit.LEDGER_HAS_MORE, certain - claimed, f"the ledger has {certain - claimed} more"
    elif certain == claimed:
        verdict, says = Audit.AGREES, "they agree"
    elif certain + possible < claimed:
        verdict, gap = Audit.LEDGER_SHORT, claimed - certain - possible
        says = f"ledger short by {'at least ' if possible else ''}{gap}"
    else:
        verdict, incidents, says = Audit.NOT_DECIDABLE, sure + perhaps, "not decidable until they are dated"
    return CountCheck(
        claim_id=claim.id, verdict=verdict, claimed=claimed, found=certain, gap=None if verdict is Audit.NOT_DECIDABLE else gap,
        incidents=incidents, why=f"{text}: {says}", then=sum(each.then for each in weights.values()),
        announced=sum(each.announced for each in weights.values()),
    )  # fmt: skip


def undecided(claim: CountClaim, why: str) -> CountCheck:
    """The check of a claim of which it is not known what it counts."""
    return CountCheck(
        claim_id=claim.id, verdict=Audit.NOT_DECIDABLE, claimed=_claimed(claim), found=None, gap=None, incidents=(), why=why
    )  # fmt: skip


def _claimed(claim: CountClaim) -> int:
    return claim.ordinal if claim.ordinal is not None else claim.count or 0


def _no_such_kind(claim: CountClaim) -> str:
    if claim.kind in ANY_ACT:
        return f"not decidable: what the claimant counts as {claim.kind.replace('_', ' ')} is not told, and one act may be several"
    return f"not decidable: the ledger does not code acts as {claim.kind.replace('_', ' ')}"


def window_of(claim: CountClaim, documents: Mapping[DocumentId, Document]) -> Window | str:
    """The days a claim speaks of, or why they are not known. Without an end it runs to the day it was published."""
    document = documents.get(claim.document_id)
    until = day_of(claim.until, last=True) if claim.until else document.published if document else None
    if until is None:
        return "not decidable: neither the claim nor its document says until when it counts"
    since = day_of(claim.since, last=False) if claim.since else None
    if claim.ordinal == 1 and claim.after:
        since = date.fromisoformat(claim.after)  # "the first since 2018": the one in 2018 is not counted
    if since is None:
        return "not decidable: the claim does not say since when it counts"
    if until < since:
        return f"not decidable: the claim counts from {since.isoformat()} until {until.isoformat()}"
    return Window(since=since, until=until)


def day_of(code: str, *, last: bool) -> date | None:
    """The first or last day of a day, month or year in ISO 8601; None where it is none."""
    parts = code.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (int(parts[0]), int(parts[1]) if len(parts) > 1 else None, int(parts[2]) if len(parts) > 2 else None)
    try:
        if month is None:
            return date(year, 12, 31) if last else date(year, 1, 1)
        if day is None:
            return month_span(date(year, month, 1))[last]
        return date(year, month, day)
    except ValueError:
        return None


def line_of(claim: CountClaim, reports: Mapping[ReportId, Report]) -> str | None:
    """The line of the report that carries the claim: "the third crossing" is the third of that line."""
    report = reports.get(claim.report_id) if claim.report_id else None
    return report.claim.line.value if report and report.claim.line else None


def _inside(members: Sequence[Report], window: Window, documents: Mapping[DocumentId, Document]) -> bool | None:
    """Whether an incident lies in the window: yes, no, or None where its days only touch it or are not known."""
    first, last = possible_days(members, documents)
    if (last is not None and last < window.since) or (first is not None and first > window.until):
        return False
    return True if first is not None and last is not None and window.since <= first and last <= window.until else None


def possible_days(members: Sequence[Report], documents: Mapping[DocumentId, Document]) -> tuple[date | None, date | None]:
    """First and last possible day: what all dated reports leave open, else the days before the first publication."""
    dated = [each.claim.when.value for each in members if each.claim.when]
    if dated:
        first, last = max(each.start for each in dated), min(each.end for each in dated)
        return (first, last) if first <= last else (last, first)
    published = sorted(
        (found, each.prominence) for each in members if (document := documents.get(each.document_id)) and (found := document.published)
    )
    if not published:
        return None, None
    earliest, prominence = published[0]
    if prominence is not Prominence.MAIN:
        return None, earliest
    return date.fromordinal(max(1, earliest.toordinal() - LOOK_BACK)), earliest


def _by(members: Sequence[Report], claim: CountClaim) -> bool | None:
    """Whether the side counted acted; None where no report says who acted."""
    wanted = {code.partition(":")[0] for code in claim.by} - {"UNK"}
    actors = {slot.value.party for each in members for slot in each.claim.actors} - {"UNK"}
    if not wanted or actors & wanted:
        return True
    return False if actors else None


def _at(members: Sequence[Report], line: str | None) -> bool | None:
    """Whether it was at the line counted; None where no report names a line."""
    lines = {each.claim.line.value for each in members if each.claim.line}
    if line is None or line in lines:
        return True
    return False if lines else None


def _done(members: Sequence[Report]) -> bool | None:
    """Whether somebody asserts it; None where the only accounts are denials."""
    return None if all(each.status is Status.DENIED for each in members) else True
