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
from truceline.model.finding import Finding, Reason
from truceline.model.ids import DocumentId, incident_id
from truceline.model.incident import Incident, Variant
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Attribution, FollowUp, Report, Stance
from truceline.model.text import Span
from truceline.packs.ontology import Ontology
from truceline.packs.pack import Pack
from truceline.views.agree import agree
from truceline.views.attached import attached_rows
from truceline.views.case_file import case_of, case_rows
from truceline.views.dossier_text import render
from truceline.views.grave import CARE, allegations
from truceline.views.joins import Join, joins
from truceline.views.over_time import stances
from truceline.views.over_time import told as people_told
from truceline.views.places import place_of
from truceline.views.quotes import sentence_span
from truceline.views.ranges import RULE, ranges
from truceline.views.review import decision_rows, reviewed
from truceline.views.since_told import checked, claimed, sentence
from truceline.views.since_told import row as since_row
from truceline.views.values import FIELD_LABELS, code, decoded

Dossier = dict[str, Any]
AGAINST = (Stance.DENIES, Stance.NOT_CONFIRMED)


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


def who(attribution: Attribution) -> dict[str, object]:
    """Who says so, how they stand to it, and through whom."""
    speaker = attribution.speaker
    return {
        "speaker": speaker.value.code,
        "party": speaker.value.party,
        "stance": attribution.stance.value,
        "via": [each.value.code for each in attribution.via],
        "rests_on": [{"how": each.value.value, "evidence": [place(span) for span in each.evidence]} for each in attribution.rests_on],
        "evidence": [place(each) for each in speaker.evidence],
    }


def claims_by_source(reports: Iterable[Report]) -> list[dict[str, object]]:
    """What each speaker says, document by document: first those who assert, then those who deny or do not confirm."""
    rows = [
        {**who(attribution), "report": report.id, "document": report.document_id, "says": values(report), "quote": place(report.quote)}
        for report in reports
        for attribution in report.attributions
    ]
    return sorted(rows, key=lambda each: (each["stance"] in AGAINST, each["speaker"] == "document"))


def values(report: Report) -> dict[str, object]:
    """The filled fields of one report as the codebook writes them; lists where a field may hold several."""
    told: dict[str, object] = {}
    for field, slot in report.slots():
        value = code(slot.value)
        if field in ("actor", "target", "response", "sources", "via"):
            held = told.setdefault(field, [])
            if isinstance(held, list) and value not in held:
                held.append(value)
        else:
            told.setdefault(field, value)
    return told


def report_row(report: Report) -> dict[str, object]:
    """One report with the offsets behind each of its values."""
    evidence: dict[str, list[list[int | str]]] = {}
    for field, slot in report.slots():
        evidence.setdefault(field, []).extend(place(each) for each in slot.evidence)
    return {
        "id": report.id,
        "document": report.document_id,
        "prominence": report.prominence.value,
        "status": report.status.value,
        "confidence": report.confidence,
        "values": values(report),
        "approx": [slot.value.what for slot in report.claim.counts if slot.value.approx],
        "attributions": [who(each) for each in report.attributions],
        "evidence": evidence,
        "quote": place(report.quote),
        "notes": list(report.notes),
    }


def follow_up(each: FollowUp, report: Report) -> dict[str, object]:
    """What was done about the event afterwards, and where that stands."""
    return {
        "act": each.act,
        "by": each.by,
        "to": each.to,
        "document": report.document_id,
        "evidence": [place(span) for span in each.evidence],
    }


def finding(each: Finding) -> dict[str, object]:
    """One finding with its reasons as a tree and its missing facts as questions."""
    return {
        "instrument": each.instrument,
        "clause": each.clause,
        "side": each.side,
        "answers_through": each.answers_through,
        "act": each.act,
        "verdict": each.verdict.value,
        "reasons": [reason(one) for one in each.reasons],
        "missing": list(each.missing),
        "on_account_of": list(each.on_account_of),
        "rulebook_version": each.rulebook_version,
        "checked": each.checked,
    }


def reason(each: Reason) -> dict[str, object]:
    """One test of a clause, with the tests it was made from."""
    return {
        "test": each.test,
        "answer": each.answer.value,
        "text": each.text,
        "reference": each.reference,
        "evidence": [[span.document_id, *place(span)] for span in each.evidence],
        "reasons": [reason(one) for one in each.reasons],
    }


def count_checks(view: LedgerView, incident: Incident, ontology: Ontology | None) -> list[dict[str, object]]:
    """Count claims whose check names this incident, or that a report of it makes; of a first or a most also what the ledger says of it."""
    found: list[dict[str, object]] = []
    own = [claim for key in view.checks if (claim := view.count_claims.get(key)) and claim.report_id in incident.reports]
    since = checked(own, view, ontology) if ontology else {}
    for claim_id, check in view.checks.items():
        claim = view.count_claims.get(claim_id)
        if claim is None or (incident.id not in check.incidents and claim.report_id not in incident.reports):
            continue
        found.append(
            {
                "claim": claim_id,
                "document": claim.document_id,
                "type": claim.kind,
                "ordinal": claim.ordinal,
                "count": claim.count,
                "by": list(claim.by),
                "since": claim.since,
                "until": claim.until,
                "verdict": check.verdict.value,
                "claimed": check.claimed,
                "found": check.found,
                "gap": check.gap,
                "incidents": list(check.incidents),
                "why": check.why,
                "quote": place(claim.quote),
                "most": claim.most,
                "measured_by": list(claim.measured_by),
                "after": claim.after,
                "since_check": since_row(since[claim_id]) if claim_id in since else None,
                "said": claimed(claim),
                "told": sentence(since[claim_id]) if claim_id in since else None,
            }
        )
    return found


def judgement_row(each: Join) -> dict[str, object]:
    """Why two of the reports are held to be one incident, or held apart; ``score`` in log odds (natural log)."""
    held = each.judgement
    return {"left": held.left, "right": held.right, "same": held.same.value, "by": held.by, "score": held.score, "why": list(each.lines)}


def law_quotes(view: LedgerView, incident: Incident) -> list[dict[str, object]]:
    """Clauses quoted in the incident's documents: what the text quotes, which need not be what the finding rests on."""
    return [
        {
            "instrument": each.instrument,
            "clause": each.clause,
            "document": each.document_id,
            "form": each.form.value,
            "score": each.score,
            "quote": place(each.span),
        }
        for each in view.law_quotes
        if each.document_id in incident.documents
    ]


def document_row(document: Document) -> dict[str, object]:
    """Where a document came from; its text is left out (short quotes only)."""
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
        "url": document.url,
        "language": document.language,
        "capture_sha256": document.capture_id,
        "relays": [each.name for each in document.relays],
    }


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


def below(one: Reason) -> tuple[Span, ...]:
    """The evidence of a reason and of all reasons under it."""
    return (*one.evidence, *(span for each in one.reasons for span in below(each)))


def place(span: Span) -> list[int | str]:
    """Offsets of a span, with its part where that is not the text."""
    return [span.start, span.end] if span.part == "text" else [span.start, span.end, span.part]


def earliest(documents: Iterable[Document]) -> str | None:
    """The first publication date: the event is not later, where its own date is not told."""
    found = sorted(each.published.isoformat() for each in documents if each.published)
    return found[0] if found else None


__all__ = ["Dossier", "dossier", "find", "of_incident", "render"]
