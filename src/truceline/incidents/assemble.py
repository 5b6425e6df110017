"""Reports judged to be one incident, put together: every competing value with who claims it, none chosen over another."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import prod

from truceline.incidents.lasting import over
from truceline.incidents.origins import origins
from truceline.model.document import Document
from truceline.model.ids import DocumentId, incident_id
from truceline.model.incident import Incident, PartyStance, Variant
from truceline.model.party import Actor, Speaker
from truceline.model.place import Where
from truceline.model.report import FollowUp, Quantity, Report, Stance
from truceline.model.time import When

NEVER = "9999"
TOGETHER = 0.95
"""Unsure reports of several independent origins need no review where they make an incident this sure (docs/judges.md)."""
TAKING_A_STAND = {Stance.DENIES: "denied", Stance.NOT_CONFIRMED: "not_confirmed", Stance.CONFIRMS: "confirmed"}
STANDS_BY_ACT = {"denial": "denied", "confirmation": "confirmed", "apology": "apologised"}


def assemble(
    reports: Sequence[Report],
    documents: Mapping[DocumentId, Document],
    copies: Mapping[DocumentId, DocumentId],
) -> Incident:
    """One incident of its reports (at least one). ``copies`` maps documents to their group of near-copies.

    Its id comes from the least report by (published, document id, report id); each member's own id is an alias.
    """
    members = sorted(reports, key=lambda each: order(each, documents))
    source_of = origins(members, documents, copies)
    return Incident(
        id=incident_id(members[0].id),
        kind=members[0].claim.kind.value,
        reports=tuple(each.id for each in members),
        variants=_variants(members, source_of),
        origins=tuple(sorted(set(source_of.values()))),
        documents=tuple(dict.fromkeys(each.document_id for each in members)),
        aliases=tuple(incident_id(each.id) for each in members),
        stances=_stances(members, documents),
        # How surely it was read at all; whether it happened is for the standing of its claimants, never one number.
        confidence=max(each.confidence for each in members),
        over=over(members),
        unsure=all(each.unsure for each in members) and _together(members, source_of) < TOGETHER,
    )


def _together(members: Sequence[Report], source_of: Mapping[DocumentId, DocumentId]) -> float:
    """How sure it is that at least one of the independent origins was read rightly, if each is misread for reasons of its own."""
    best: dict[DocumentId, float] = {}
    for each in members:
        origin = source_of[each.document_id]
        best[origin] = max(best.get(origin, 0.0), each.confidence)
    return 1.0 - prod(1.0 - best[origin] for origin in sorted(best)) if len(best) > 1 else 0.0


def order(report: Report, documents: Mapping[DocumentId, Document]) -> tuple[str, str, str]:
    """Reports from the earliest published; undated last; ties by document, then by report."""
    return (_published(report, documents) or NEVER, report.document_id, report.id)


def written(value: object) -> str:
    """A value as the codebook writes it: text plain, figures as ``[low,high]`` with null for an open end."""
    match value:
        case When() | Actor() | Speaker():
            return value.code
        case Where():
            return value.name
        case Quantity():
            return json.dumps([value.low, value.high], separators=(",", ":"))
    return str(value)


def claimants(report: Report) -> tuple[str, ...]:
    """Who asserts what a report tells: its speakers but those who deny or do not confirm."""
    denying = (Stance.DENIES, Stance.NOT_CONFIRMED)
    return tuple(sorted({each.speaker.value.code for each in report.attributions if each.stance not in denying}))


def _published(report: Report, documents: Mapping[DocumentId, Document]) -> str | None:
    document = documents.get(report.document_id)
    return document.published.isoformat() if document and document.published else None


def _variants(members: Sequence[Report], source_of: Mapping[DocumentId, DocumentId]) -> dict[str, tuple[Variant, ...]]:
    """Every field's competing values, the one with most independent origins first, then by reports, then as written."""
    told: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for report in members:
        for name, value in dict.fromkeys(_values(report)):
            told[name][value].append(report)
    return {
        name: tuple(sorted((_variant(value, reports, source_of) for value, reports in values.items()), key=_most_told_first))
        for name, values in sorted(told.items())
    }


def _values(report: Report) -> Iterable[tuple[str, str]]:
    for name, slot in report.slots():
        yield name, written(slot.value)
    yield "status", str(report.status)


def _variant(value: str, reports: Sequence[Report], source_of: Mapping[DocumentId, DocumentId]) -> Variant:
    return Variant(
        value=value,
        reports=tuple(each.id for each in reports),
        claimants=tuple(sorted({name for each in reports for name in claimants(each)})),
        origins=tuple(sorted({source_of[each.document_id] for each in reports})),
    )


def _most_told_first(variant: Variant) -> tuple[int, int, bool, int, str]:
    """Ties go to what says more: a day before a month, a month before a year, a stretch of days last."""
    return -len(variant.origins), -len(variant.reports), "/" in variant.value, -len(variant.value), variant.value


def _stances(members: Sequence[Report], documents: Mapping[DocumentId, Document]) -> tuple[PartyStance, ...]:
    """Who denied, did not confirm, confirmed or apologised, by which report, as of its publication."""
    found = {
        PartyStance(party=party, stance=stance, report_id=report.id, as_of=_published(report, documents))
        for report in members
        for party, stance in (*_by_attribution(report), *_by_follow_up(report.follow_ups))
    }
    return tuple(sorted(found, key=lambda each: (each.as_of or NEVER, each.party, each.stance, each.report_id)))


def _by_attribution(report: Report) -> Iterable[tuple[str, str]]:
    for each in report.attributions:
        if each.stance in TAKING_A_STAND:
            yield each.speaker.value.party or each.speaker.value.code, TAKING_A_STAND[each.stance]


def _by_follow_up(follow_ups: Iterable[FollowUp]) -> Iterable[tuple[str, str]]:
    for each in follow_ups:
        if each.act in STANDS_BY_ACT and each.by:
            yield each.by.partition(":")[0], STANDS_BY_ACT[each.act]
