"""Law that a document quotes, held against the clause that the act falls under: "the article quotes 8; the act is 7"."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.findings.trace import reason
from truceline.model.finding import Answer, Finding, Reason, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.report import LawQuote

TOUCHED = (Verdict.APPARENT_BREACH, Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN)


def note_quotes(findings: Sequence[Finding], rulebook: Rulebook, incident: Incident, quotes: Sequence[LawQuote]) -> tuple[Finding, ...]:
    """The findings, each with a reason where a document of the incident quotes its clause, or another in its place."""
    documents = set(incident.documents)
    own = [each for each in quotes if each.instrument == rulebook.instrument.slug and each.document_id in documents]
    return tuple(_noted(each, rulebook, own) for each in findings) if own else tuple(findings)


def _noted(finding: Finding, rulebook: Rulebook, quotes: Sequence[LawQuote]) -> Finding:
    if finding.verdict not in TOUCHED:
        return finding
    told: list[Reason] = []
    for document in sorted({each.document_id for each in quotes}):
        in_it = [each for each in quotes if each.document_id == document]
        told += _of_document(finding.clause, rulebook, in_it)
    return replace(finding, reasons=(*finding.reasons, *told)) if told else finding


def _of_document(clause: str, rulebook: Rulebook, quotes: Sequence[LawQuote]) -> list[Reason]:
    agreeing = [each for each in quotes if each.clause == clause]
    if agreeing:
        words = [each.span for each in agreeing]
        return [reason("law_quoted", Answer.YES, f"the article quotes {clause}; the act is {clause}", evidence=words)]
    found: list[Reason] = []
    for each in quotes:
        quoted = rulebook.clause(each.clause)
        if quoted and clause in quoted.quoted_for:
            text = f"the article quotes {each.clause}; the act is {clause}"
            found.append(reason("law_quoted", Answer.NO, text, evidence=(each.span,), reference=quoted.reference))
    return found
