"""The judgement of an incident as people read it: whose account, which paragraph, and the tree of conditions under it."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from truceline.findings.ladder import ACT, Ladder, Lapse, Told
from truceline.model.finding import Finding, Held, OtherFinding, Reason, Standing, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Rulebook
from truceline.model.ledger_view import LedgerView
from truceline.model.text import Span
from truceline.views.finding_rows import finding as row_of
from truceline.views.found_before import FoundBefore
from truceline.views.quotes import QuoteBook

WIDTH = 110
SHOWN = 5
"""Findings of like incidents that are printed; all are in the JSON."""
SIGNS = {"yes": "yes", "no": "no ", "unknown": "?  "}
STANDINGS = {
    Standing.COMMON_BODY: "a body common to the sides", Standing.BODY_OF_A_SIDE: "a body of one side",
    Standing.PARTY: "a party to the instrument", Standing.OUTSIDER: "no body of this instrument",
}  # fmt: skip
HELD = {
    Held.BREACH: "found a breach", Held.NO_BREACH: "found no breach", Held.UNDETERMINED: "could not determine whether there was a breach",
    Held.NOT_TOLD: "made a finding (what it holds is not told)",
}  # fmt: skip
RUNGS = {
    Told.TAKEN: "told", Told.OUT_OF_ORDER: "told, and out of order", Told.SKIPPED: "told as not taken", Told.DIFFER: "accounts differ",
    Told.NOT_TOLD: "not told", Told.PASSED_OVER: "not told, though a later step is",
}  # fmt: skip


def sentence(finding: Finding) -> str:
    """What a finding says, and no more than the facts allow."""
    clause = "the instrument" if finding.clause == "*" else f"paragraph {finding.clause}"
    whose = f"the act of {finding.side} ({finding.act})"
    account = ", ".join(finding.on_account_of)
    on = f"on the account of {account}, " if account else ""
    text = {
        Verdict.APPARENT_BREACH: f"{on}{whose} would fall under {clause}: apparent breach",
        Verdict.CONTESTED: f"contested: {on}{whose} would fall under {clause}",
        Verdict.CONSISTENT: f"{on}{whose} is consistent with {clause}",
        Verdict.NOT_ENOUGH_KNOWN: f"not enough known to say whether {whose} falls under {clause}",
        Verdict.NOT_COVERED: f"{clause} does not cover {whose}",
        Verdict.NOT_IN_FORCE: f"{clause} was not in force for {finding.side} on that day",
    }[finding.verdict]
    return text[0].upper() + text[1:] + ("" if finding.checked else " (rests on facts not yet checked against a source)")


def judged(
    incident: Incident, findings: Sequence[Finding], view: LedgerView, books: Mapping[str, Rulebook], *,
    others: Sequence[OtherFinding] = (), ladders: Sequence[Ladder] = (), before: Sequence[FoundBefore] = (),
) -> str:  # fmt: skip
    """The whole judgement as text: findings by instrument, what others found, also of like incidents before, the response
    against the procedure, the words."""
    words = QuoteBook(documents=view.documents)
    lines = [f"{incident.id}  {incident.kind}  {incident.first('date') or 'day not told'}", ""]
    slug = ""
    for each in findings:
        if each.instrument != slug:
            slug = each.instrument
            book = books[slug]
            lines += [f"{book.instrument.title}", f"  rulebook {slug} {each.rulebook_version}", ""]
        lines += [*_wrapped(sentence(each), "  "), *(line for one in each.reasons for line in tree(one, words, "    "))]
        lines += [f"    to ask: {question}" for question in each.missing]
        lines.append("")
    if not findings:
        lines += ["No clause of the rulebooks applied was tested on this incident.", ""]
    lines += [*_others(others, words), *_before(before, words), *_ladders(ladders, words), *_words(words)]
    return "\n".join(lines).rstrip()


def tree(reason: Reason, words: QuoteBook, indent: str) -> Iterator[str]:
    """One condition with its answer, the numbers of the sentences it was read from, and its source; then those under it."""
    numbers = words.numbers(reason.evidence)
    read = f" {' '.join(f'({each})' for each in numbers)}" if numbers else ""
    source = f" [{reason.reference}]" if reason.reference else ""
    yield from _wrapped(f"{SIGNS[reason.answer.value]}  {reason.test}: {reason.text}{read}{source}", indent)
    for each in reason.reasons:
        yield from tree(each, words, indent + "    ")


def as_json(finding: Finding, view: LedgerView) -> dict[str, object]:
    """A finding as the dossier writes it, with its sentence and the words of its evidence."""
    return {"says": sentence(finding)} | row_of(finding) | {"words": dict(_spoken(finding.reasons, view))}


def _spoken(reasons: Iterable[Reason], view: LedgerView) -> Iterator[tuple[str, str]]:
    for each in reasons:
        for span in each.evidence:
            yield f"{span.document_id}:{span.part}:{span.start}-{span.end}", _cut(span, view)
        yield from _spoken(each.reasons, view)


def _cut(span: Span, view: LedgerView) -> str:
    document = view.documents.get(span.document_id)
    text = (document.text if span.part == "text" else document.title or "") if document else ""
    return text[span.start : span.end]


def found_in_words(each: OtherFinding) -> str:
    """What another found, in a sentence: finder, standing, holding, of whom, what the document quotes, when told."""
    about = f" of {each.about}" if each.about else ""
    named = f"; it names {', '.join(each.named)}" if each.named else ""
    beside = [one for one in each.clauses if one not in each.named]
    clauses = named + (f"; the document quotes {', '.join(beside)}" if beside else "")
    mandate = "" if each.in_mandate in (None, True) else ", outside its mandate on that day"
    day = each.day or "on a day not known"
    on = f"; found on {each.found_on}" if each.found_on else ""
    return f"{each.finder} ({STANDINGS[each.standing]}{mandate}) {HELD[each.held]}{about}{clauses}{on}; told {day}"


def _others(others: Sequence[OtherFinding], words: QuoteBook) -> list[str]:
    lines = ["FOUND BY OTHERS"] if others else []
    for each in others:
        numbers = " ".join(f"({number})" for number in words.numbers(each.evidence))
        lines += _wrapped(f"{each.instrument}: {found_in_words(each)} {numbers}".rstrip(), "  ")
        lines += [line for one in each.differences for line in _wrapped(f"differs: {one}", "    ")]
    return [*lines, ""] if lines else []


def _before(before: Sequence[FoundBefore], words: QuoteBook) -> list[str]:
    """Findings of like incidents in this ledger; the rulebook's own precedents stand in the reasons above."""
    lines = ["FOUND BEFORE IN LIKE CASES, BY THIS LEDGER"] if before else []
    for each in before[:SHOWN]:
        then = each.like.incident
        numbers = " ".join(f"({number})" for number in words.numbers(each.finding.evidence))
        told = (
            f"{then.id}, {then.first('date') or 'day not told'} ({each.review}): {each.finding.instrument}: {found_in_words(each.finding)}"
        )
        lines += _wrapped(f"{told} {numbers}".rstrip(), "  ")
        lines += _wrapped(f"shares: {'; '.join(each.like.shares) or 'the type alone'}", "    ")
        lines += _wrapped(f"differs in: {', '.join(each.like.differs)}", "    ") if each.like.differs else []
        lines += [line for one in each.differences for line in _wrapped(f"differs from ours here: {one}", "    ")]
        lines += _wrapped(f"may be the rulebook's {', '.join(each.in_rulebook)}", "    ") if each.in_rulebook else []
    if len(before) > SHOWN:
        lines.append(f"  {len(before) - SHOWN} more: --json lists them all")
    return [*lines, ""] if lines else []


def _ladders(ladders: Sequence[Ladder], words: QuoteBook) -> list[str]:
    lines = ["RESPONSE AGAINST PROCEDURE"] if ladders else []
    for each in ladders:
        source = f" [{each.procedure.reference}]" if each.procedure.reference else ""
        lines += _wrapped(f"{each.procedure.name}{source}", "  ")
        for rung in each.rungs:
            name = (rung.step.name or rung.step.response).replace("_", " ") + (f" x{rung.step.times}" if rung.step.times > 1 else "")
            numbers = " ".join(f"({number})" for number in words.numbers(rung.evidence))
            late = f" (before {', '.join(one.replace('_', ' ') for one in rung.late_for)})" if rung.late_for else ""
            lines.append(f"    {name}: {RUNGS[rung.told]}{late} {numbers}".rstrip())
        if each.others:
            lines.append(f"    told beside it: {', '.join(one.replace('_', ' ') for one in each.others)}")
        for one in each.lapses:
            numbers = " ".join(f"({number})" for number in words.numbers(one.evidence))
            lines += _wrapped(f"{lapse_in_words(one)} {numbers}".rstrip(), "    ")
        if not any(one.high is not None or one.low is not None for one in each.lapses):
            lines.append("    minutes between the steps: not told")
    return [*lines, ""] if lines else []


def lapse_in_words(each: Lapse) -> str:
    """What came before what, and how many minutes lay between, no finer than it is told."""
    earlier, later = (name.replace("_", " ") if name != ACT else "the act" for name in (each.earlier, each.later))
    if each.low is None and each.high is None:
        return f"{later} after {earlier}; minutes not told"
    about = "about " if each.approx else ""
    high = each.high
    if each.low == high:
        span = f"{about}{high} minute{'' if high == 1 else 's'}"
    elif high is None:
        span = f"{about}at least {each.low} minutes"
    else:
        span = f"{about}at most {high} minutes" if not each.low else f"{about}{each.low} to {high} minutes"
    clock = ", by the hours told, which may be rounded" if each.by_clock else ""
    return f"{later} {span} after {earlier}{clock}"


def _words(words: QuoteBook) -> list[str]:
    lines = ["THE WORDS"] if words.all() else []
    for number, each in words.all():
        document = words.documents[each.span.document_id]
        lines += _wrapped(f'({number}) "{each.words}" - {document.name}, {each.span.part} {each.span.start}-{each.span.end}', "  ")
    return lines


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ")
