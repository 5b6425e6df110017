"""One hash over everything a ledger says, the same whatever the order or the number of times it was told."""

from collections.abc import Iterable
from hashlib import sha256

from truceline.ledger.codec import form_of, written
from truceline.model.ledger_view import LedgerView


def digest_of(view: LedgerView) -> str:
    """SHA-256 (hex) over sorted documents, reports, count claims, judgements, reviews, rulebooks, incidents, findings.

    Left out, since they tell how a ledger came to be and not what it says: runs, refusals, fetches, captures and their
    times, row numbers, names and paths of files.
    """
    sections: dict[str, Iterable[str]] = {
        "documents": (f"{each.id} {form_of(each)}" for each in view.documents.values()),
        "reports": map(written, view.reports.values()),
        "count claims": map(written, view.count_claims.values()),
        "law quotes": map(written, view.law_quotes),
        "judgements": map(written, view.judgements),
        "reviews": map(written, view.reviews),
        "rulebooks": view.rulebooks,
        "incidents": map(written, view.incidents.values()),
        "findings": (written(each) for some in view.findings.values() for each in some),
        "count checks": map(written, view.checks.values()),
    }
    total = sha256()
    for name, lines in sections.items():
        total.update(f"# {name}\n".encode())
        for line in sorted(lines):
            total.update(line.encode("utf-8") + b"\n")
    return total.hexdigest()
