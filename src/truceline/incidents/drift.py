"""How figures change as a story is told again: one speaker's figure revised, or one figure that comes to count something else."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.incidents.assemble import claimants, order, written
from truceline.model.document import Document
from truceline.model.ids import DocumentId, ReportId
from truceline.model.report import Report

LEAST = 3
"""Smaller figures are the same by chance: "two killed" and "two wounded" are two facts."""

WATCHED = ("date", "persons", "rounds", "vehicles", "killed", "wounded", "captured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A speaker who gave a field one value and later another; values as the codebook writes them, days of publication (ISO)."""

    field: str
    by: str
    before: str
    after: str
    on: str
    report_id: ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A figure told of one thing ("wounded") and, in a later document that does not tell it so, of another ("killed")."""

    figure: str
    before: str
    after: str
    on: str
    report_id: ReportId


def revisions(reports: Iterable[Report], documents: Mapping[DocumentId, Document]) -> tuple[Revision, ...]:
    """Each change of a speaker's word over the days of publication; undated documents tell no order and are left out."""
    found: list[Revision] = []
    last: dict[tuple[str, str], str] = {}
    for report in _dated(reports, documents):
        on = _day(report, documents)
        for by in claimants(report):
            for field, value in _figures(report):
                before = last.get((field, by))
                if before is not None and before != value and by != "document":
                    found.append(Revision(field=field, by=by, before=before, after=value, on=on, report_id=report.id))
                last[field, by] = value
    return tuple(found)


def shifts(reports: Iterable[Report], documents: Mapping[DocumentId, Document]) -> tuple[Shift, ...]:
    """Figures that come to count something else: the same number, first of one field, later of another."""
    found: list[Shift] = []
    first: dict[str, dict[str, str]] = defaultdict(dict)
    ordered = _dated(reports, documents)
    by_document: dict[DocumentId, set[tuple[str, str]]] = defaultdict(set)
    for report in ordered:
        by_document[report.document_id].update(_counts(report))
    for report in ordered:
        on = _day(report, documents)
        for field, value in _counts(report):
            for before, since in sorted(first[value].items()):
                if before != field and since < on and (before, value) not in by_document[report.document_id] and field not in first[value]:
                    found.append(Shift(figure=value, before=before, after=field, on=on, report_id=report.id))
        for field, value in _counts(report):
            first[value].setdefault(field, on)
    return tuple(found)


def _dated(reports: Iterable[Report], documents: Mapping[DocumentId, Document]) -> Sequence[Report]:
    return sorted((each for each in reports if _day(each, documents)), key=lambda each: order(each, documents))


def _day(report: Report, documents: Mapping[DocumentId, Document]) -> str:
    document = documents.get(report.document_id)
    return document.published.isoformat() if document and document.published else ""


def _figures(report: Report) -> list[tuple[str, str]]:
    return [(name, written(slot.value)) for name, slot in report.slots() if name in WATCHED]


def _counts(report: Report) -> list[tuple[str, str]]:
    """Figures large enough to be known again, by what they count."""
    return [
        (slot.value.what, written(slot.value)) for slot in report.claim.counts if max(slot.value.low or 0, slot.value.high or 0) >= LEAST
    ]
