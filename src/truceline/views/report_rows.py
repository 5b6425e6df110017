"""The reports of an incident as the rows of its dossier: who says what, in which document, with the offsets behind each value."""

from collections.abc import Iterable

from truceline.model.document import Document
from truceline.model.report import Attribution, FollowUp, Report, Stance
from truceline.views.quotes import place
from truceline.views.values import code

AGAINST = (Stance.DENIES, Stance.NOT_CONFIRMED)


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


def follow_up(each: FollowUp, report: Report) -> dict[str, object]:
    """What was done about the event afterwards, and where that stands."""
    return {
        "act": each.act,
        "by": each.by,
        "to": each.to,
        "document": report.document_id,
        "evidence": [place(span) for span in each.evidence],
    }


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
