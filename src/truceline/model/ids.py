"""Ids derived from content: the same content has the same id, on any machine, in any order."""

import hashlib
import json
from typing import NewType

CaptureId = NewType("CaptureId", str)
DocumentId = NewType("DocumentId", str)
ReportId = NewType("ReportId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)


def fingerprint(*parts: object) -> str:
    """SHA-256 (hex) over the parts written as canonical JSON."""
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(text: str, title: str | None, published: str | None, url: str | None) -> DocumentId:
    """Id of a document: its text and what was printed with it, not the file it came in."""
    return DocumentId(fingerprint("document", text, title, published, url))


def report_id(*parts: object) -> ReportId:
    """Id of a report: its document, kind, place in the text and values, not its extractor."""
    return ReportId("r" + fingerprint("report", *parts)[:24])


def claim_id(*parts: object) -> ClaimId:
    """Id of a count claim, from its document, span and numbers."""
    return ClaimId("c" + fingerprint("count claim", *parts)[:24])


def incident_id(first: ReportId) -> IncidentId:
    """Id of an incident, from the least of its reports (published, document id, report id)."""
    return IncidentId("i" + fingerprint("incident", first)[:16])
