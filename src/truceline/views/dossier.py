"""The dossier of one incident: all that was said of it, by whom, and what the clauses say, as JSON-ready data and as text."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from truceline.errors import InputRefused
from truceline.incidents.assemble import written
from truceline.incidents.course import course
from truceline.incidents.drift import revisions, shifts
from truceline.incidents.standing import Standing, standing
from truceline.model.document import Document
from truceline.model.ids import DocumentId, incident_id
from truceline.model.incident import Incident, Variant
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report
from truceline.model.text import Span
from truceline.packs.ontology import Ontology
from truceline.packs.pack import Pack
from truceline.views.agree import agree
from truceline.views.attached import attached_rows
from truceline.views.case_file import case_of, case_rows
from truceline.views.dossier_text import render
from truceline.views.finding_rows import below, count_checks, finding, law_quotes
from truceline.views.grave import CARE, allegations
from truceline.views.joins import Join, joins
from truceline.views.over_time import stances
from truceline.views.over_time import told as people_told
from truceline.views.places import place_of
from truceline.views.quotes import place, sentence_span
from truceline.views.ranges import RULE, ranges
from truceline.views.report_rows import claims_by_source, document_row, follow_up, report_row
from truceline.views.review import decision_rows, reviewed
from truceline.views.values import FIELD_LABELS, decoded

Dossier = dict[str, Any]


def dossier(view: LedgerView, word: str, *, ontology: Ontology | None = None, pack: Pack | None = None, on: date | None = None) -> Dossier:
    """Everything the ledger holds of one incident, ready for JSON; offsets are code points into the document's text.

    ``word`` may be an id, an alias, or the beginning of one. ``ontology`` adds the kind's neutral label,
    ``pack`` the terms of its case, reckoned for the day ``on``.
    Raises InputRefused where it names no incident or several.
    """
    return of_incident(view, find(view, word), ontology=ontology, pack=pack, on=on)


def of_incident(
    view: LedgerView, incident: Incident, *, ontology: Ontology | None = None, pack: Pack | None = None, on: date | None = None
) -> Dossier:
    """The dossier of an incident already found; offsets and keys as ``dossier`` gives them."""
    reports = tuple(view.reports_of(incident))
    people = reviewed(view, incident)
    documents = {each.document_id: view.documents[each.document_id] for each in reports if each.document_id in view.documents}
    return {
        "id": incident.id,
        "aliases": [each for each in incident.aliases if each != incident.id],
        "type": incident.kind,
        "label": ontology.kinds[incident.kind].label if ontology and incident.kind in ontology.kinds else incident.kind,
        "date": incident.first("date"),
        "not_after": None if incident.first("date") else earliest(documents.values()),
        "place": place_of(reports),
        "review": people.words,
        "assigned": people.assigned,
        "decisions": decision_rows(people),
        "grave": [
            {"what": each.what, "claimants": list(each.claimants), "standing": each.standing, "care": CARE}
            for each in allegations(incident, reports)
        ],
        "origins": list(incident.origins),
        "standing": standing_row(standing(incident, reports)),
        "variants": variants(incident, reports, documents),
        "ranges": {
            field: {"low": each.low, "high": each.high, "best": list(each.best) if each.best else None, "rule": RULE}
            for field, each in ranges(incident).items()
        },
        "drift": {
            "revisions": [asdict(each) for each in revisions(reports, documents) if not (each.field == "date" and incident.over)],
            "shifts": [asdict(each) for each in shifts(reports, documents)],
        },
        "disagreements": [
            field
            for field in ordered(incident.variants)
            if not agree(field, [each.value for each in incident.variants[field]]) and not (field == "date" and incident.over)
        ],
        "claims_by_source": claims_by_source(reports),
        "response": [each.value for each in incident.variants.get("response", ())],
        "outcome": [each.value for each in incident.variants.get("outcome", ())],
        "course": [asdict(each) for each in course(incident, reports, documents)],
        "people": people_told(view, incident, reports, documents),
        "follow_up": [follow_up(each, report) for report in reports for each in report.follow_ups],
        "case": case_rows(case_of(view, incident, pack, on=on), view),
        "stances": stances(incident, reports),
        "findings": [finding(each) for each in view.findings.get(incident.id, ())],
        "count_checks": count_checks(view, incident, ontology),
        "law_quotes": law_quotes(view, incident),
        "media": attached_rows(view, incident),
        "judgements": [judgement_row(each) for each in joins(view, incident)],
        "reports": [report_row(each) for each in reports],
        "documents": [document_row(each) for each in documents.values()],
        "quotes": quotes(view, incident, reports),
        "confidence": incident.confidence,
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "handling": view.mark_of(incident).value,
        "withheld": view.withheld,
        "pack_version": view.pack_version,
        "rulebooks": list(view.rulebooks),
    }


def find(view: LedgerView, word: str) -> Incident:
    """The one incident a word names. Raises InputRefused where there is none, or more than one."""
    found = view.resolve(word)
    if len(found) == 1:
        return found[0]
    gone = [each for key, each in view.rejected.items() if incident_id(key).startswith(word)] if word else []
    if not found and gone:
        last = gone[-1]
        why = f"was rejected by {last.by} on {last.at.date()}: {last.reason}"
        raise InputRefused(word, why, f"truceline undo {last.id} takes that back")
    if not found:
        raise InputRefused(word, "no incident has this id or an id that begins so", "list the ids with: truceline incidents")
    raise InputRefused(word, f"{len(found)} incidents have ids that begin so", "give more letters of the id")


def ordered(fields: Iterable[str]) -> tuple[str, ...]:
    """Fields in the order of the page, unknown ones last by name."""
    known = list(FIELD_LABELS)
    return tuple(sorted(fields, key=lambda each: (known.index(each) if each in known else len(known), each)))


def variants(
    incident: Incident, reports: Iterable[Report] = (), documents: Mapping[DocumentId, Document] | None = None
) -> dict[str, list[dict[str, object]]]:
    """All competing values by field, most reported first: who claims each, from which origins, published when, in which words."""
    known = {each.id: each for each in reports}
    held = documents or {}

    def told(field: str, each: Variant) -> dict[str, object]:
        published = sorted({str(day) for key in each.reports if key in known and (day := _published(known[key], held))})
        return {
            "value": decoded(each.value),
            "claimants": list(each.claimants),
            "origins": list(each.origins),
            "reports": list(each.reports),
            "published": published,
            "words": [
                [span.document_id, *place(span)]
                for key in each.reports
                if key in known
                for name, slot in known[key].slots()
                if name == field and written(slot.value) == each.value
                for span in slot.evidence
            ],
        }

    return {field: [told(field, each) for each in incident.variants[field]] for field in ordered(incident.variants)}


def standing_row(found: Standing) -> dict[str, object]:
    """The standing for JSON: a vector, and never one number."""
    return {
        "told_by": {side: list(some) for side, some in found.told_by.items()},
        "independent_origins": found.n_origins,
        "first_hand": list(found.first_hand),
        "rests_on": {how: list(some) for how, some in found.rests_on.items()},
        "confirmed_by": list(found.confirmed_by),
        "acknowledged_by": list(found.acknowledged_by),
        "findings_by": list(found.findings_by),
        "contested_by": list(found.contested_by),
    }


def _published(report: Report, documents: Mapping[DocumentId, Document]) -> date | None:
    document = documents.get(report.document_id)
    return document.published if document else None


def judgement_row(each: Join) -> dict[str, object]:
    """Why two of the reports are held to be one incident, or held apart; ``score`` in log odds (natural log)."""
    held = each.judgement
    return {"left": held.left, "right": held.right, "same": held.same.value, "by": held.by, "score": held.score, "why": list(each.lines)}


def quotes(view: LedgerView, incident: Incident, reports: Iterable[Report]) -> list[dict[str, object]]:
    """Every sentence a value of the incident was read from, once, with its document and offsets."""
    spans: list[Span] = []
    for report in reports:
        spans.append(report.quote)
        spans += [span for _, slot in report.slots() for span in slot.evidence]
        spans += [span for each in report.follow_ups for span in each.evidence]
    spans += [span for each in view.findings.get(incident.id, ()) for one in each.reasons for span in below(one)]
    known = [each for each in spans if each.document_id in view.documents]
    sentences = dict.fromkeys(sentence_span(view.documents[each.document_id], each) for each in known)
    return [
        {
            "document": each.document_id,
            "start": each.start,
            "end": each.end,
            "part": each.part,
            "words": view.documents[each.document_id].words(each),
        }
        for each in sentences
    ]


def earliest(documents: Iterable[Document]) -> str | None:
    """The first publication date: the event is not later, where its own date is not told."""
    found = sorted(each.published.isoformat() for each in documents if each.published)
    return found[0] if found else None


__all__ = ["Dossier", "dossier", "find", "of_incident", "render"]
