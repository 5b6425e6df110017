"""How a slow change went on: one stage a report, in the order of the days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.incidents.assemble import claimants
from truceline.incidents.lasting import goes_on
from truceline.model.document import Document
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident
from truceline.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What one report tells of a slow change: over which days, whether it goes on, who says so, in which text published when."""

    on: str | None
    goes_on: bool
    by: tuple[str, ...]
    published: str | None
    report_id: ReportId


def course(incident: Incident, reports: Sequence[Report], documents: Mapping[DocumentId, Document]) -> tuple[Stage, ...]:
    """A slow change in the order of its days, one stage a report; nothing of an incident that is none."""
    if incident.over is None:
        return ()
    stages = [_stage(each, documents.get(each.document_id)) for each in reports]
    return tuple(sorted(stages, key=lambda each: (each.on or each.published or "9999", each.published or "9999", each.report_id)))


def _stage(report: Report, document: Document | None) -> Stage:
    claim, when = report.claim, report.claim.when.value if report.claim.when else None
    exact = when is not None and when.start == when.end
    goes = goes_on(claim.kind.value, claim.outcome.value if claim.outcome else None, dated=when is not None, exact=exact)
    published = document.published.isoformat() if document and document.published else None
    return Stage(on=when.code if when else None, goes_on=goes, by=claimants(report), published=published, report_id=report.id)
