"""Findings of others: who found what of whose act, in what standing, and how it differs from ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from truceline.model.document import Document
from truceline.model.finding import Finding, Held, OtherFinding, Standing, Verdict
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident
from truceline.model.instrument import Instrument, Rulebook
from truceline.model.report import FollowUp, LawForm, LawQuote, Report
from truceline.model.text import Span
from truceline.packs.verdict_words import VerdictWords

SAID = {Held.BREACH: "a breach", Held.NO_BREACH: "no breach", Held.UNDETERMINED: "that it could not be determined",
    Held.NOT_TOLD: "what is not told"}  # fmt: skip


def found_by_others(
    incident: Incident, reports: Mapping[ReportId, Report], rulebooks: Sequence[Rulebook], ours: Sequence[Finding],
    quotes: Sequence[LawQuote], documents: Mapping[DocumentId, Document], words: VerdictWords,
) -> tuple[OtherFinding, ...]:  # fmt: skip
    """Every finding told of an incident, once a finder, addressee and holding, for each instrument in which ours speak of a clause."""
    touched = {each.instrument for each in ours if each.clause != "*"}
    found: dict[tuple[str, str, str | None, str], OtherFinding] = {}
    for book in rulebooks:
        if book.instrument.slug in touched:
            for each in _told(incident, reports, book.instrument, quotes, documents, words):
                key = (each.instrument, each.finder, each.about, each.held)
                found.setdefault(key, _compared(each, ours))
    return tuple(found.values())


def _told(
    incident: Incident, reports: Mapping[ReportId, Report], instrument: Instrument, quotes: Sequence[LawQuote],
    documents: Mapping[DocumentId, Document], words: VerdictWords,
) -> Iterator[OtherFinding]:  # fmt: skip
    for ident in incident.reports:
        report = reports.get(ident)
        for each in report.follow_ups if report else ():
            if report and each.act == "finding" and each.by:
                document = documents.get(report.document_id)
                day = document.published if document else None
                standing, sits = stands(instrument, each.by, day)
                own = (one for one in quotes if one.document_id == report.document_id and one.instrument == instrument.slug)
                cited = [one for one in own if one.form is not LawForm.TOLD]
                yield OtherFinding(
                    instrument=instrument.slug, finder=each.by, standing=standing, in_mandate=sits, about=each.to,
                    held=held(each, report, reports, document, words), day=day.isoformat() if day else None, evidence=each.evidence,
                    clauses=tuple(dict.fromkeys(one.clause for one in cited)),
                    named=tuple(dict.fromkeys(one.clause for one in cited if document and _beside(one.span, each.evidence, document))),
                    found_on=each.when.value.code if each.when else None,
                )  # fmt: skip


def stands(instrument: Instrument, finder: str, day: date | None) -> tuple[Standing, bool | None]:
    """What a finder is to an instrument, and whether its mandate ran on the day (None = not known, or it has none)."""
    names = {finder, finder.removesuffix(":mil").removesuffix(":gov")}  # a body read as forces or authorities is the body
    bodies = [each for each in instrument.bodies if names & set(each.codes)]
    if bodies:
        body = next((each for each in bodies if each.sits_on(day)), bodies[0])
        return (Standing.BODY_OF_A_SIDE if body.of_side else Standing.COMMON_BODY), body.sits_on(day)
    return (Standing.PARTY if instrument.bound(finder.partition(":")[0]) else Standing.OUTSIDER), None


def held(follow_up: FollowUp, report: Report, reports: Mapping[ReportId, Report], document: Document | None, words: VerdictWords) -> Held:
    """What the finder is told to have held: in the sentence of the finding, else where the same document has the finder speak.

    Words of none go before words of breach, and both before words that it could not be determined: these often concern intent alone.
    """
    if document is None:
        return Held.NOT_TOLD
    spoken = [
        span
        for each in reports.values() if each.document_id == document.id
        for attribution in each.attributions if attribution.speaker.value.code == follow_up.by
        for span in attribution.speaker.evidence
    ]  # fmt: skip
    spans = dict.fromkeys((*follow_up.evidence, report.quote, *sorted(spoken, key=lambda each: each.start)))
    for text in (sentence(document, span) for span in spans):
        if _has(text, words.of_none):
            return Held.NO_BREACH
        if _has(text, words.of_breach):
            return Held.BREACH
    own = (sentence(document, span) for span in follow_up.evidence)
    return Held.UNDETERMINED if any(_has(text, words.of_doubt) for text in own) else Held.NOT_TOLD


def _beside(one: Span, evidence: Sequence[Span], document: Document) -> bool:
    """Whether a citation stands in the sentence of the finding."""
    return any(one.part == each.part and sentence(document, one) == sentence(document, each) for each in evidence)


def sentence(document: Document, span: Span) -> str:
    """The words around a span up to a full stop or a line's end."""
    text = document.text if span.part == "text" else document.title or ""
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
    ends = [at for at in (text.find(". ", span.end), text.find("\n", span.end)) if at >= 0]
    return text[start : min(ends, default=len(text))]


def _has(text: str, phrases: Sequence[str]) -> bool:
    return re.search(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", text, re.IGNORECASE) is not None


def _compared(theirs: OtherFinding, ours: Sequence[Finding]) -> OtherFinding:
    """The finding with what differs from ours, in words."""
    party = theirs.about.partition(":")[0] if theirs.about else None
    own = [each for each in ours if each.instrument == theirs.instrument and each.clause != "*" and party in (None, each.side)]
    breaches = sorted({each.clause for each in own if each.verdict in (Verdict.APPARENT_BREACH, Verdict.CONTESTED)})
    told: list[str] = []
    if theirs.held is Held.BREACH and not breaches:
        told.append(f"{theirs.finder} found a breach; no clause of ours is apparently breached by {party or 'anyone'}")
    if theirs.held is Held.NO_BREACH and breaches:
        told.append(f"{theirs.finder} found no breach; ours names {', '.join(breaches)}")
    other = [each for each in theirs.clauses if breaches and each not in breaches]
    if other:
        told.append(f"the document quotes {', '.join(other)}; ours names {', '.join(breaches)}")
    beside = [each for each in ours if each.instrument == theirs.instrument and party not in (None, each.side)]
    more = sorted({f"{each.clause} ({each.side})" for each in beside if each.verdict is Verdict.APPARENT_BREACH})
    if more:
        told.append(f"it speaks of {party} alone; ours also names {', '.join(more)}")
    return OtherFinding(**{name: getattr(theirs, name) for name in OtherFinding.__dataclass_fields__} | {"differences": tuple(told)})
