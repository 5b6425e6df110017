"""Law that a document quotes, held against the clause that the act falls under: "the article quotes 8; the act is 7"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from truceline.findings.trace import reason
from truceline.model.finding import Answer, Finding, Reason, Verdict
from truceline.model.ids import ReportId
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.report import LawForm, LawQuote, Report

TOUCHED = (Verdict.APPARENT_BREACH, Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN)
"""Verdicts of acts that a clause is about, in the order in which a note is put beside them."""

SAYS = {LawForm.QUOTED: "quotes", LawForm.REWORDED: "quotes in other words", LawForm.CITED: "cites", LawForm.TOLD: "tells in its own words"}


def note_quotes(
    findings: Sequence[Finding], rulebook: Rulebook, incident: Incident, quotes: Sequence[LawQuote],
    reports: Mapping[ReportId, Report] | None = None,
) -> tuple[Finding, ...]:  # fmt: skip
    """The findings, each with a reason where a document of the incident quotes its clause, or another in its place.

    A clause that is quoted beside the incident, and that none of its acts falls under, is noted once, beside the finding that says
    most: a quotation is beside the incident whose report, of ``reports``, stands nearest to it in the document.
    """
    documents = set(incident.documents)
    own = [each for each in quotes if each.instrument == rulebook.instrument.slug and each.document_id in documents]
    if not own:
        return tuple(findings)
    noted = [_noted(each, rulebook, own) for each in findings]
    return _with_strange(noted, rulebook, _strange(noted, rulebook, [each for each in own if _beside(each, incident, reports or {})]))


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
        best = max(agreeing, key=lambda each: (each.form is not LawForm.TOLD, each.score))
        return [reason("law_quoted", Answer.YES, f"{_said(best)}; the act is {clause}", evidence=words)]
    found: list[Reason] = []
    for each in quotes:
        quoted = rulebook.clause(each.clause)
        if quoted and clause in quoted.quoted_for:
            text = f"{_said(each)}; the act is {clause}"
            found.append(reason("law_quoted", Answer.NO, text, evidence=(each.span,), reference=quoted.reference))
    return found


def _strange(findings: Sequence[Finding], rulebook: Rulebook, quotes: Sequence[LawQuote]) -> Iterator[LawQuote]:
    """Quotations of a clause that could be tested and that no act of the incident touches, nor is known to be quoted in another's place."""
    touched = {each.clause for each in findings if each.verdict in TOUCHED}
    tested = {each.clause for each in rulebook.rules}
    seen: set[str] = set()
    for each in quotes:
        clause = rulebook.clause(each.clause)
        if clause and each.clause in tested - touched - seen and touched.isdisjoint(clause.quoted_for):
            seen.add(each.clause)
            yield each


def _with_strange(findings: Sequence[Finding], rulebook: Rulebook, strange: Iterator[LawQuote]) -> tuple[Finding, ...]:
    candidates = [each for each in findings if each.verdict in TOUCHED]
    if not candidates:
        return tuple(findings)
    first = min(candidates, key=lambda each: TOUCHED.index(each.verdict))
    told = []
    for each in strange:
        clause = rulebook.clause(each.clause)
        text = f"{_said(each)}, which no act told here touches; the act is {first.clause}"
        told.append(reason("law_quoted", Answer.NO, text, evidence=(each.span,), reference=clause.reference if clause else None))
    return tuple(replace(each, reasons=(*each.reasons, *told)) if each is first and told else each for each in findings)


def _beside(quote: LawQuote, incident: Incident, reports: Mapping[ReportId, Report]) -> bool:
    """Is the report that stands nearest to the quotation in its document one of the incident's? Without reports it cannot be told."""
    near = [each for each in reports.values() if each.document_id == quote.document_id and each.quote.part == quote.span.part]
    if not near:
        return False
    least = min(_apart(each, quote) for each in near)
    return any(each.id in incident.reports for each in near if _apart(each, quote) == least)


def _apart(report: Report, quote: LawQuote) -> int:
    """Characters between the two; 0 where they overlap."""
    return max(0, report.quote.start - quote.span.end, quote.span.start - report.quote.end)


def _said(quote: LawQuote) -> str:
    score = f" ({quote.score:.2f})" if quote.form in (LawForm.REWORDED, LawForm.TOLD) else ""
    return f"the article {SAYS[quote.form]} {quote.clause}{score}"
