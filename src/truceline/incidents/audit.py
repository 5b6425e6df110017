"""Count claims held against the ledger: "the third since the beginning of June" names a number that can be checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.model.document import Document
from truceline.model.ids import DocumentId, IncidentId, ReportId
from truceline.model.incident import Audit, CountCheck, Incident
from truceline.model.report import CountClaim, Prominence, Report, Stance, Status
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
    """Incidents that fall under a claim for certain, and those that only may; how many of the former are to be reviewed."""

    certain: tuple[IncidentId, ...]
    possible: tuple[IncidentId, ...]
    unsure: int = 0


def audit(
    claim: CountClaim,
    incidents: Sequence[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
    ontology: Ontology,
) -> CountCheck:
    """What the incidents say of one claimed count: agrees, short by n, more by n, or not decidable, and why."""
    claimed = claim.ordinal if claim.ordinal is not None else claim.count or 0
    if claim.kind not in ontology.kinds:
        return _open(claim, claimed, _no_such_kind(claim))
    window = window_of(claim, documents)
    if isinstance(window, str):
        return _open(claim, claimed, window)
    counted = _count(claim, window, incidents, reports, documents)
    check = _verdict(claim, claimed, window, counted)
    then = _known_then(counted.certain, claim, incidents, reports, documents)
    return replace(check, then=len(then), announced=sum(_announced(each, claim, reports) for each in then))


def _known_then(
    certain: Iterable[IncidentId],
    claim: CountClaim,
    incidents: Iterable[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> list[Incident]:
    """Those of the counted incidents that some document told of by the day on which the claim was published."""
    document = documents.get(claim.document_id)
    day = document.published if document else None
    wanted = frozenset(certain)

    def known(report: Report) -> bool:
        told = documents.get(report.document_id)
        return day is not None and told is not None and told.published is not None and told.published <= day

    return [each for each in incidents if each.id in wanted and any(known(reports[key]) for key in each.reports)]


def _announced(incident: Incident, claim: CountClaim, reports: Mapping[ReportId, Report]) -> bool:
    """Whether the side that counts had told of the incident itself; the side of who speaks in the report that carries the claim."""
    carrier = reports.get(claim.report_id) if claim.report_id else None
    sides = _tellers(carrier) if carrier else frozenset()
    return any(sides & _tellers(reports[key]) for key in incident.reports)


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


def _verdict(claim: CountClaim, claimed: int, window: Window, counted: Counted) -> CountCheck:
    """Compares the number claimed with what is certain, and with what is certain or possible."""
    certain, possible = len(counted.certain), len(counted.possible)
    span = f"{window.since.isoformat()} to {window.until.isoformat()}"
    text = f"claimed {claimed}, {certain} in the ledger from {span}" + (
        f", {counted.unsure} of them to be reviewed" if counted.unsure else ""
    )
    if possible:
        text += f", {possible} more whose day or side is not certain"
    if certain > claimed:
        verdict, gap = Audit.LEDGER_HAS_MORE, certain - claimed
        text += f": the ledger has {gap} more"
    elif certain == claimed:
        verdict, gap = Audit.AGREES, 0
        text += ": they agree"
    elif certain + possible < claimed:
        verdict, gap = Audit.LEDGER_SHORT, claimed - certain - possible
        text += f": ledger short by {'at least ' if possible else ''}{gap}"
    else:
        return CountCheck(
            claim_id=claim.id,
            verdict=Audit.NOT_DECIDABLE,
            claimed=claimed,
            found=certain,
            gap=None,
            incidents=counted.certain + counted.possible,
            why=f"{text}: not decidable until they are dated",
        )
    return CountCheck(claim_id=claim.id, verdict=verdict, claimed=claimed, found=certain, gap=gap, incidents=counted.certain, why=text)


def _open(claim: CountClaim, claimed: int, why: str) -> CountCheck:
    return CountCheck(claim_id=claim.id, verdict=Audit.NOT_DECIDABLE, claimed=claimed, found=None, gap=None, incidents=(), why=why)


def _no_such_kind(claim: CountClaim) -> str:
    if claim.kind in ANY_ACT:
        return f"not decidable: what the claimant counts as {claim.kind.replace('_', ' ')} is not told, and one act may be several"
    return f"not decidable: the ledger does not code acts as {claim.kind.replace('_', ' ')}"


def window_of(claim: CountClaim, documents: Mapping[DocumentId, Document]) -> Window | str:
    """The days a claim speaks of, or why they are not known. Without an end it runs to the day it was published."""
    document = documents.get(claim.document_id)
    until = _day(claim.until, last=True) if claim.until else document.published if document else None
    if until is None:
        return "not decidable: neither the claim nor its document says until when it counts"
    since = _day(claim.since, last=False) if claim.since else None
    if since is None:
        return "not decidable: the claim does not say since when it counts"
    if until < since:
        return f"not decidable: the claim counts from {since.isoformat()} until {until.isoformat()}"
    return Window(since=since, until=until)


def _day(code: str, *, last: bool) -> date | None:
    """The first or last day of a day, month or year in ISO 8601; None where it is none."""
    parts = code.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (int(parts[0]), int(parts[1]) if len(parts) > 1 else None, int(parts[2]) if len(parts) > 2 else None)
    try:
        if month is None:
            return date(year, 12, 31) if last else date(year, 1, 1)
        if day is None:
            following = date(year + month // 12, month % 12 + 1, 1)
            return following - timedelta(days=1) if last else date(year, month, 1)
        return date(year, month, day)
    except ValueError:
        return None


def _count(
    claim: CountClaim,
    window: Window,
    incidents: Iterable[Incident],
    reports: Mapping[ReportId, Report],
    documents: Mapping[DocumentId, Document],
) -> Counted:
    certain, possible, unsure = [], [], 0
    line = claim.line or line_of(claim, reports)
    for incident in incidents:
        if incident.kind != claim.kind:
            continue
        members = [reports[each] for each in incident.reports]
        if all(each.status is Status.PLANNED for each in members):
            continue
        answers = (_inside(members, window, documents), _by(members, claim), _at(members, line), _done(members))
        if all(answers):
            certain.append(incident.id)
            unsure += incident.unsure
        elif False not in answers:
            possible.append(incident.id)
    return Counted(certain=tuple(sorted(certain)), possible=tuple(sorted(possible)), unsure=unsure)


def line_of(claim: CountClaim, reports: Mapping[ReportId, Report]) -> str | None:
    """The line of the report that carries the claim: "the third crossing" is the third of that line."""
    report = reports.get(claim.report_id) if claim.report_id else None
    return report.claim.line.value if report and report.claim.line else None


def _inside(members: Sequence[Report], window: Window, documents: Mapping[DocumentId, Document]) -> bool | None:
    """Whether an incident lies in the window: yes, no, or None where its days only touch it or are not known."""
    first, last = _days(members, documents)
    if (last is not None and last < window.since) or (first is not None and first > window.until):
        return False
    return True if first is not None and last is not None and window.since <= first and last <= window.until else None


def _days(members: Sequence[Report], documents: Mapping[DocumentId, Document]) -> tuple[date | None, date | None]:
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
    wanted = {code.partition(":")[0] for code in claim.by}
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
