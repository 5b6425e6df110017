"""Claims of a first or a most ("the first since 2018", "the deadliest in a decade") held against the ledger, as of then and as of now.

The answer names the incidents that contradict the claim, those that may, and the one it looks back to; or it says that the ledger does not
reach back as far. A ledger that knows of none is no proof that there was none: how far back its documents go is always told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from truceline.incidents.audit import Counting, Window, day_of, line_of, possible_days, weigh
from truceline.model.document import Document
from truceline.model.ids import ClaimId, DocumentId, IncidentId, ReportId
from truceline.model.incident import Incident, Variant
from truceline.model.report import CountClaim, Report
from truceline.packs.ontology import Ontology

Range = tuple[int, int | None]


class Holds(StrEnum):
    """What the ledger says of such a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MAY_BE_CONTRADICTED = "may_be_contradicted"
    OUT_OF_REACH = "out_of_reach"
    NOT_DECIDABLE = "not_decidable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceCheck:
    """A claim of a first or a most against the ledger.

    ``against`` contradict it, ``perhaps`` only may (their day, side or figure is not certain), ``earlier`` is the last one before the
    stretch: the one that the claim looks back to. ``known_then`` are those of ``against`` that some document had told by the day of the
    claim. ``since`` is the first day (ISO) on which there is to have been none, ``reaches`` the day of the first document of the ledger.
    """

    claim_id: ClaimId
    verdict: Holds
    why: str
    since: str | None = None
    reaches: str | None = None
    against: tuple[IncidentId, ...] = ()
    perhaps: tuple[IncidentId, ...] = ()
    known_then: tuple[IncidentId, ...] = ()
    earlier: IncidentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What claims are held against: incidents, with the reports and documents they rest on."""

    incidents: Mapping[IncidentId, Incident]
    reports: Mapping[ReportId, Report]
    documents: Mapping[DocumentId, Document]

    def members(self, incident: Incident) -> list[Report]:
        """The reports of an incident."""
        return [self.reports[key] for key in incident.reports]

    @property
    def reaches(self) -> date | None:
        """The day on which its first document was published; None where none is dated."""
        return min((each.published for each in self.documents.values() if each.published), default=None)


def since_checks(claims: Iterable[CountClaim], held: Held, ontology: Ontology) -> dict[ClaimId, SinceCheck]:
    """Every claim of a first or a most over a stretch of time, checked; in the order of the claims."""
    return {each.id: check(each, held, ontology) for each in claims if is_of_since(each)}


def is_of_since(claim: CountClaim) -> bool:
    """Whether it claims a first or a most over a stretch of time; a bare "the first" does not."""
    return claim.most is not None or (claim.ordinal == 1 and (claim.after or claim.window) is not None)


def check(claim: CountClaim, held: Held, ontology: Ontology) -> SinceCheck:
    """One claim against the ledger."""
    own = next((each for each in held.incidents.values() if claim.report_id in each.reports), None)
    document = held.documents.get(claim.document_id)
    until = day_of(claim.until, last=True) if claim.until else document.published if document else None
    if claim.kind not in ontology.kinds:
        return _open(claim, f"the ledger does not code acts as {claim.kind.replace('_', ' ')}")
    if claim.most and not claim.measured_by:
        return _open(claim, f"no figure decides which is the {claim.most}")
    if claim.after is None or until is None:
        return _open(claim, "its words do not give the day since when" if claim.after is None else "neither it nor its document is dated")
    after = date.fromisoformat(claim.after)
    if claim.most:
        figure = _figure(own, claim.measured_by) if own else None
        if own is None or figure is None:
            return _open(claim, f"the ledger has no figure ({', '.join(claim.measured_by)}) for the incident it speaks of")
        name, ours = figure
        last = until
    else:
        name, ours, last = "", None, _day_before(own, until, held)
    if last < after:
        return _open(claim, f"it speaks of {after.isoformat()} until {last.isoformat()}, which is no stretch of days")
    certain, possible = _others(claim, own, Window(since=after, until=last), held)
    against = [each for each in certain if ours is None or _more(each, name, ours) is True]
    perhaps = [each for each in possible if ours is None or _more(each, name, ours) is not False]
    silent = [each for each in certain if ours is not None and _more(each, name, ours) is None]
    return _found(claim, held, after, against, [*perhaps, *silent], len(certain), _measure(name, ours), ontology, own)


def _found(
    claim: CountClaim, held: Held, after: date, against: Sequence[Incident], perhaps: Sequence[Incident], between: int, measure: str,
    ontology: Ontology, own: Incident | None,
) -> SinceCheck:  # fmt: skip
    """The verdict, and why, in words that say what is counted."""
    reaches = held.reaches
    day = held.documents[claim.document_id].published if claim.document_id in held.documents else None
    then = [each for each in against if day and any(_told_by(day, report, held) for report in held.members(each))]
    earlier = _earlier(claim, own, after, held)
    label, since = ontology.kinds[claim.kind].label, "the beginning" if after == date.min else after.isoformat()
    reach = f"the ledger's documents begin on {reaches.isoformat()}" if reaches else "no document of the ledger is dated"
    far = reaches is not None and reaches <= after
    stretch = f"since {since}" if claim.most else f"between {since} and it"
    if against:
        verdict, why = (
            Holds.CONTRADICTED,
            f"{_several(against)} ({label}) {stretch}{measure}, {len(then)} of them told by the day of the claim",
        )
    elif perhaps:
        verdict = Holds.MAY_BE_CONTRADICTED
        why = f"{_several(perhaps)} ({label}) {stretch}: the day, side or figure is not certain, or it is to be reviewed; {reach}"
    elif not far:
        verdict, why = Holds.OUT_OF_REACH, f"nothing told contradicts it, but the ledger does not reach back to {since}: {reach}"
    else:
        none = f"none of {between} ({label}) {stretch} is told{measure}" if between else f"no other ({label}) {stretch}"
        verdict, why = Holds.SUPPORTED, f"the ledger has {none}" if not between else none
        why += f"; {reach}"
    return SinceCheck(
        claim_id=claim.id, verdict=verdict, why=why, since=after.isoformat(), reaches=reaches.isoformat() if reaches else None,
        against=_ids(against), perhaps=_ids(perhaps), known_then=_ids(then), earlier=earlier,
    )  # fmt: skip


def _open(claim: CountClaim, why: str) -> SinceCheck:
    return SinceCheck(claim_id=claim.id, verdict=Holds.NOT_DECIDABLE, why=why, since=claim.after)


def _others(claim: CountClaim, own: Incident | None, window: Window, held: Held) -> tuple[list[Incident], list[Incident]]:
    """Incidents like the one claimed, in the stretch for certain, and those that only may be."""
    counting = Counting(
        claim=claim, window=window, line=claim.line or line_of(claim, held.reports), published=None, sides=frozenset()
    )  # fmt: skip
    certain: list[Incident] = []
    possible: list[Incident] = []
    for each in held.incidents.values():
        weight = weigh(counting, each, held.members(each), held.documents) if own is None or each.id != own.id else None
        if weight:
            (certain if weight.certain and not weight.unsure else possible).append(each)
    return certain, possible


def _earlier(claim: CountClaim, own: Incident | None, after: date, held: Held) -> IncidentId | None:
    """The last incident like it that lies before the stretch for certain."""
    if after == date.min:
        return None
    window = Window(since=date.min, until=after - timedelta(days=1))
    certain, possible = _others(claim, own, window, held)
    before = [*certain, *(each for each in possible if each.unsure and _days_within(each, window, held))]
    last = max(before, key=lambda each: (possible_days(held.members(each), held.documents)[1] or date.min, each.id), default=None)
    return last.id if last else None


def _day_before(own: Incident | None, until: date, held: Held) -> date:
    """The day before the first act itself: another of the same day does not come before it."""
    first = possible_days(held.members(own), held.documents)[0] if own else None
    day = first or until
    return day - timedelta(days=1) if day > date.min else day


def _figure(incident: Incident, names: Sequence[str]) -> tuple[str, Range] | None:
    """The first of these figures that is told of an incident, from the least to the most that anybody says."""
    return next(((name, found) for name in names if (found := _range(incident.variants.get(name, ())))), None)


def _range(variants: Sequence[Variant]) -> Range | None:
    """The least and the most that is told; an open end stays open."""
    told = [_ends(each.value) for each in variants]
    if not told:
        return None
    highs = [high for _, high in told]
    return min(low for low, _ in told), None if None in highs else max(each for each in highs if each is not None)


def _ends(value: str) -> Range:
    """``[low,high]`` with null for an open end, as variants are written."""
    low, high = value.strip("[]").split(",")
    return (0 if low == "null" else int(low)), (None if high == "null" else int(high))


def _more(other: Incident, name: str, ours: Range) -> bool | None:
    """Whether another has certainly more, certainly not, or (no figure told, or ranges that overlap) perhaps."""
    theirs = _range(other.variants.get(name, ()))
    if theirs is None:
        return None
    if ours[1] is not None and theirs[0] > ours[1]:
        return True
    return False if theirs[1] is not None and theirs[1] <= ours[0] else None


def _measure(name: str, ours: Range | None) -> str:
    if ours is None:
        return ""
    low, high = ours
    figure = str(low) if low == high else f"{low} or more" if high is None else f"{low} to {high}"
    return f" with more {name} than the {figure} told of it"


def _told_by(day: date, report: Report, held: Held) -> bool:
    document = held.documents.get(report.document_id)
    return document is not None and document.published is not None and document.published <= day


def _several(some: Sequence[Incident]) -> str:
    return f"{len(some)} incident{'' if len(some) == 1 else 's'}"


def _ids(some: Iterable[Incident]) -> tuple[IncidentId, ...]:
    return tuple(sorted(each.id for each in some))


def _days_within(incident: Incident, window: Window, held: Held) -> bool:
    _, last = possible_days(held.members(incident), held.documents)
    return last is not None and last <= window.until
