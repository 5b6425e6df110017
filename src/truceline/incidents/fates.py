"""What became of people of an incident over time: captured, wounded, held, released, died; by side and role, never by name.

Each step is what somebody told: with its day where one is told, the day it was published, who says so, and through which origin. Steps are
not added up and not reconciled: "two captured" and "one died" may be of the same people, and nobody is followed by name to find out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.incidents.assemble import claimants, order
from truceline.incidents.origins import origins
from truceline.model.document import Document
from truceline.model.ids import DocumentId, IncidentId, ReportId
from truceline.model.incident import Incident
from truceline.model.report import Report
from truceline.model.text import Span

COUNTED = {"killed": "died", "wounded": "wounded", "captured": "captured"}
OF_OUTCOME = {"rescued": "rescued", "escaped": "escaped", "captured": "captured", "killed": "died", "returned": "returned"}
OF_KIND = {"capture": "captured", "release": "released", "defection": "left own side"}
CROSSED = ("ground_crossing", "sea_crossing", "defection")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing told of people: ``of`` their side and role (None = not told), ``low`` and ``high`` how many (None = open), ``on`` the day
    or days (ISO) told of it, ``published`` when the text came out, ``by`` who says so, ``origin`` the text that it comes from.
    """

    of: str | None
    fate: str
    low: int | None
    high: int | None
    on: str | None
    published: str | None
    by: tuple[str, ...]
    origin: DocumentId
    report_id: ReportId
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Another incident in which people of the same side were released, after these were taken: they may be the same, and nobody says so."""

    of: str
    incident_id: IncidentId
    on: str | None


def fates(reports: Sequence[Report], documents: Mapping[DocumentId, Document]) -> tuple[Step, ...]:
    """The steps told by the reports of one incident, by side and role, in the order of their days; each once a report."""
    source_of = origins(reports, documents, {})
    found: dict[tuple[str | None, str, int | None, int | None, str | None, ReportId], Step] = {}
    for report in sorted(reports, key=lambda each: order(each, documents)):
        document = documents.get(report.document_id)
        published = document.published.isoformat() if document and document.published else None
        told = report.claim.when.value.code if report.claim.when else None
        for of, fate, (low, high), on, words in _told(report, told):
            key = (of, fate, low, high, on, report.id)
            found.setdefault(key, Step(
                of=of, fate=fate, low=low, high=high, on=on, published=published, by=claimants(report),
                origin=source_of[report.document_id], report_id=report.id, words=words,
            ))  # fmt: skip
    return tuple(sorted(found.values(), key=lambda each: (each.of or "~", each.on or each.published or "9999", each.published or "9999")))


def later_releases(incident: Incident, others: Iterable[Incident]) -> tuple[Later, ...]:
    """Releases of people of the side that was taken in this incident, on no earlier day; by day, then id."""
    if incident.kind != "capture":
        return ()
    taken = {each.value.partition(":")[0] for each in incident.variants.get("target", ())} - {"UNK"}
    since = incident.first("date")
    found = [
        Later(of=of, incident_id=each.id, on=each.first("date"))
        for each in others
        if each.kind == "release" and not _before(each.first("date"), since)
        for of in sorted({one.value.partition(":")[0] for one in each.variants.get("target", ())} & taken)
    ]
    return tuple(sorted(found, key=lambda each: (each.on or "9999", each.incident_id)))


Told = tuple[str | None, str, tuple[int | None, int | None], str | None, tuple[Span, ...]]


def _told(report: Report, on: str | None) -> Iterator[Told]:
    """What one report tells: its figures, its kind, its outcome, and what its text says became of them."""
    claim, kind = report.claim, report.claim.kind.value
    counted = {COUNTED[each.value.what] for each in claim.counts if each.value.what in COUNTED and each.value.high != 0}
    later = {slot.value.fate for slot in report.fates}  # told with a day of its own: the day of the act is not the day of it
    for each in claim.counts:
        fate = COUNTED.get(each.value.what)
        if fate is not None and each.value.high != 0 and fate not in later:
            yield each.value.of or _whose(report, fate), fate, (each.value.low, each.value.high), on, each.evidence
    if kind in OF_KIND and OF_KIND[kind] not in counted:
        yield _whose(report, OF_KIND[kind]), OF_KIND[kind], (None, None), on, claim.kind.evidence
    ended = OF_OUTCOME.get(claim.outcome.value) if claim.outcome and kind in (*CROSSED, "capture") else None
    if claim.outcome and ended and ended not in {*counted, *later, OF_KIND.get(kind)}:
        yield _whose(report, ended), ended, (None, None), None, claim.outcome.evidence
    for slot in report.fates:
        told = slot.value
        yield told.of, told.fate, (told.low, told.high), told.when.code if told.when else None, slot.evidence


def _whose(report: Report, fate: str) -> str | None:
    """Those who crossed or left, else those to whom it was done; None where several sides are named."""
    crossed = report.claim.kind.value in CROSSED and fate not in ("died", "wounded")
    slots = report.claim.actors if crossed else report.claim.targets
    return slots[0].value.code if len(slots) == 1 else None


def _before(day: str | None, bound: str | None) -> bool:
    """Whether a day is certainly earlier than another, as finely as both are known."""
    if day is None or bound is None:
        return False
    last, first = day.rpartition("/")[2], bound.partition("/")[0]
    size = min(len(last), len(first))
    return last[:size] < first[:size]
