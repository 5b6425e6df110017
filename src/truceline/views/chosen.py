"""A part of a ledger's view: the incidents wanted by day, type, party or line, with all that belongs to them and no more."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from truceline.model.ids import DocumentId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import CountClaim, Report
from truceline.views.values import counted, day_in_words, days, decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents to show; None = all. ``party`` is a code (``PRK``) of one who acted or was acted upon."""

    since: date | None = None
    until: date | None = None
    kind: str | None = None
    party: str | None = None
    line: str | None = None

    @property
    def dated(self) -> bool:
        """Whether days are asked for, so that an incident without one does not fit."""
        return self.since is not None or self.until is not None


def fits(incident: Incident, wanted: Wanted) -> bool:
    """Is this incident wanted? One whose day is known as an interval fits if it may lie within the days asked for."""
    if not wanted.dated:
        return _fits_words(incident, wanted)
    spans = [span for variant in incident.variants.get("date", ()) if (span := days(variant.value))]
    lies = any(start <= (wanted.until or date.max) and end >= (wanted.since or date.min) for start, end in spans)
    return lies and _fits_words(incident, wanted)


def fits_but_for_its_day(incident: Incident, wanted: Wanted) -> bool:
    """Would an incident without any day be wanted, were its day known?"""
    return not incident.variants.get("date") and _fits_words(incident, wanted)


def undated(incidents: Iterable[Incident], wanted: Wanted) -> int:
    """How many are left out for want of a day alone."""
    return sum(fits_but_for_its_day(each, wanted) for each in incidents) if wanted.dated else 0


def chosen(view: LedgerView, wanted: Wanted) -> LedgerView:
    """The view of the incidents wanted: their reports, findings, law quoted, decisions, and the counts that concern them.

    Documents, digest, refusals, rulebooks and marks stay those of the whole: what was read, and found nothing in, is part of the answer.
    """
    incidents = {key: each for key, each in view.incidents.items() if fits(each, wanted)}
    reports = {key: view.reports[key] for each in incidents.values() for key in each.reports}
    claims = {
        key: claim
        for key, claim in view.count_claims.items()
        if claim.report_id in reports or (key in view.checks and not incidents.keys().isdisjoint(view.checks[key].incidents))
    }
    part = replace(
        view,
        incidents=incidents,
        reports={key: each for key, each in view.reports.items() if key in reports},
        findings={key: each for key, each in view.findings.items() if key in incidents},
        count_claims=claims,
        checks={key: each for key, each in view.checks.items() if key in claims},
        judgements=tuple(each for each in view.judgements if each.left in reports or each.right in reports),
        reviews=tuple(each for each in view.reviews if not reports.keys().isdisjoint(each.reports)),
        ghosts=tuple(each for each in view.ghosts if not claims.keys().isdisjoint(each.claims)),
        attachments=tuple(each for each in view.attachments if not reports.keys().isdisjoint(each.reports)),
    )
    inside = cited(part)
    return replace(part, law_quotes=tuple(each for each in view.law_quotes if each.document_id in inside))


def cited(view: LedgerView) -> frozenset[DocumentId]:
    """The documents that the incidents and counts of a view are told in."""
    told: tuple[Report | CountClaim, ...] = (*view.reports.values(), *view.count_claims.values())
    return frozenset(each.document_id for each in told)


def in_words(wanted: Wanted, part: LedgerView, whole: LedgerView) -> str:
    """What a page shows of the ledger, and how much it leaves out; empty where nothing was asked for."""
    asked = [
        f"of type {wanted.kind}" if wanted.kind else "",
        f"in which {wanted.party} acted or was acted upon" if wanted.party else "",
        f"at {wanted.line}" if wanted.line else "",
        f"from {day_in_words(wanted.since.isoformat())}" if wanted.since else "",
        f"until {day_in_words(wanted.until.isoformat())}" if wanted.until else "",
    ]
    if not any(asked):
        return ""
    left = undated(whole.incidents.values(), wanted)
    more = f" {left} more fit but for their day, which no report tells." if left else ""
    told = f"Only incidents {' '.join(each for each in asked if each)}"
    return f"{told}: {len(part.incidents)} of {counted(len(whole.incidents), 'incident')} of the ledger.{more}"


def _fits_words(incident: Incident, wanted: Wanted) -> bool:
    sides = {each.partition(":")[0] for field in ("actor", "target") for each in _values(incident, field)}
    return (
        wanted.kind in (None, incident.kind)
        and (wanted.line is None or wanted.line in _values(incident, "line"))
        and (wanted.party is None or wanted.party in sides)
    )


def _values(incident: Incident, field: str) -> list[str]:
    """All values of a field, those told as a list one by one."""
    found = [decoded(each.value) for each in incident.variants.get(field, ())]
    return [str(one) for each in found for one in (each if isinstance(each, list) else [each])]
