"""A document's reports as one codebook record: fields exactly as docs/codebook.md names them."""

import json
from collections.abc import Mapping
from typing import Any

from truceline.model.document import Document
from truceline.model.ids import IncidentId, ReportId
from truceline.model.report import CountClaim, Extraction, Report, Stance

COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
QUOTE = 200


def coded(document: Document, extraction: Extraction, incident_of: Mapping[ReportId, IncidentId]) -> dict[str, Any]:
    """One record: id, reports, count_claims. ``evidence`` offsets are into the text, ``title_evidence`` into the title."""
    return {
        "id": document.name,
        "reports": [_report(document, report, incident_of.get(report.id)) for report in extraction.reports],
        "count_claims": [_claim(document, claim) for claim in extraction.count_claims if claim.most is None],
    }


def _report(document: Document, report: Report, incident: IncidentId | None) -> dict[str, Any]:
    claim = report.claim
    counts = {c.value.what: c.value for c in claim.counts}
    speakers = [a.speaker.value.code for a in report.attributions if a.stance not in (Stance.DENIES, Stance.NOT_CONFIRMED)]
    record: dict[str, Any] = {
        "event": incident,
        "incident": incident,
        "prominence": report.prominence.value,
        "type": claim.kind.value,
        "date": claim.when.value.code if claim.when else None,
        "time": claim.time.value if claim.time else None,
        "place": claim.where.value.name if claim.where else None,
        "line": claim.line.value if claim.line else None,
        "sector": claim.sector.value if claim.sector else None,
        "actor": [s.value.code for s in claim.actors],
        "target": [s.value.code for s in claim.targets],
        **{name: [counts[name].low, counts[name].high] if name in counts else None for name in COUNTS},
        "approx": [name for name in COUNTS if name in counts and counts[name].approx],
        "response": [s.value for s in claim.responses],
        "outcome": claim.outcome.value if claim.outcome else None,
        "sources": list(dict.fromkeys(speakers)),
        "via": list(dict.fromkeys(s.value.code for a in report.attributions for s in a.via)),
        "status": report.status.value,
        "follow_up": [{"act": f.act, "by": f.by, "to": f.to} for f in report.follow_ups],
        "intent": claim.intent.value if claim.intent else None,
        "quote": document.words(report.quote)[:QUOTE],
        "confidence": round(report.confidence, 3),
        "review": report.unsure,
        "not_after": document.published.isoformat() if claim.when is None and document.published else None,
    }
    record |= _evidence(report)
    if report.grave:  # an allegation always: one document can verify nothing
        record["grave"] = [
            {"what": each.value, "words": [document.words(span) for span in each.evidence], "verified": False} for each in report.grave
        ]
    return record


def _evidence(report: Report) -> dict[str, dict[str, list[list[int]]]]:
    found: dict[str, dict[str, list[list[int]]]] = {"text": {}, "title": {}}
    for name, slot in report.slots():
        for span in slot.evidence:
            held = found[span.part].setdefault(name, [])
            if [span.start, span.end] not in held:
                held.append([span.start, span.end])
    for follow_up in report.follow_ups:
        for span in follow_up.evidence:
            found[span.part].setdefault("follow_up", []).append([span.start, span.end])
    found[report.quote.part].setdefault("quote", [[report.quote.start, report.quote.end]])
    out = {"evidence": found["text"]}
    return out | ({"title_evidence": found["title"]} if found["title"] else {})


def _claim(document: Document, claim: CountClaim) -> dict[str, Any]:
    number = {"ordinal": claim.ordinal} if claim.ordinal is not None else {"count": claim.count}
    return {
        "type": claim.kind,
        **number,
        "by": list(claim.by),
        "since": claim.since,
        "until": claim.until,
        "quote": document.words(claim.quote)[:QUOTE],
    }


def line(record: Mapping[str, Any]) -> str:
    """A record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)
