"""The page of a rulebook for people who never read YAML: who is bound, since when, what each clause asks, what the cases say."""

from collections.abc import Iterable, Iterator
from datetime import date

from truceline.findings.cases import findings_of
from truceline.model.duties import Step
from truceline.model.instrument import Bound, Clause, Condition, Instrument, Otherwise, Period, Rule, Rulebook, Unclear, Words

MADE = "<!-- Made by scripts/make_rulebook_pages.py from src/truceline/data/instruments/{slug}. Change the YAML, not this page. -->"
CHARGED = {"actor": "those who act", "host": "the host of those who act", "responder": "those who answer", "target": "those acted upon"}
TESTS = {
    "line": "the line told is {}", "sector": "the sector told is {}", "actor_role": "those who act appear as {}",
    "target_role": "those acted upon appear as {}", "actor_party": "those who act are {}", "target_party": "those acted upon are {}",
    "response": "the response told is {}", "outcome": "the outcome told is {}", "follow_up": "an account tells of {}",
    "status": "the accounts are {}", "area": "it happened in the {} area", "target": "it is aimed at {}",
    "theatre": "it is inside the theatre",
}  # fmt: skip


def page(book: Rulebook) -> str:
    """The page as Markdown. The same rulebook gives the same page."""
    instrument = book.instrument
    parts = [
        MADE.format(slug=instrument.slug), "", f"# {instrument.title}", "",
        f"Rulebook `{instrument.slug}`, version `{book.version}`: {len(book.clauses)} clauses, {len(book.rules)} tests, {len(book.cases)} "
        "worked cases. A finding under it is what a clause says of what was told; it is not a judgement.", "",
        *_force(instrument), *_sides(instrument), *_statuses(instrument), *_around(instrument),
        "## Clauses", "", *(line for each in book.clauses for line in _clause(each, book)), *_whole(book),
        *_precedents(instrument), *_asymmetries(instrument), *_cases(book),
    ]  # fmt: skip
    return "\n".join(parts).rstrip() + "\n"


def index(books: Iterable[Rulebook]) -> str:
    """The table of all rulebooks, with what is checked and what is not."""
    lines = [
        "<!-- Made by scripts/make_rulebook_pages.py. -->", "", "# Rulebooks", "",
        "One page an instrument: parties, status by party over time, bodies, lines, clauses with their tests, worked cases. "
        "[How the language works](language.md); [how to add one](add-one.md). A clause that is not checked was entered from general "
        "knowledge: findings under it say so and stay out of headlines.", "",
        "| instrument | clauses | of these not checked | tests | worked cases |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for book in books:
        unchecked = sum(not each.checked for each in book.clauses)
        title = f"[{book.instrument.title}]({book.instrument.slug}.md)"
        lines.append(f"| {title} | {len(book.clauses)} | {unchecked} | {len(book.rules)} | {len(book.cases)} |")
    return "\n".join(lines) + "\n"


def in_words(condition: Condition, instrument: Instrument) -> str:
    """A condition as a sentence part."""
    if condition.of:
        joint = {"all": " and ", "any": " or ", "none": " or "}[condition.test]
        inner = joint.join(in_words(each, instrument) for each in condition.of)
        inner = f"({inner})" if len(condition.of) > 1 else inner
        return f"not {inner}" if condition.test == "none" else inner
    if condition.test == "asks":
        return f"*{instrument.questions[condition.values[0]]}*"
    if condition.test in ("count", "measure"):
        name = condition.what if condition.test == "count" else instrument.measures[condition.what or ""]
        low = f" at least {condition.low:g}" if condition.low is not None else ""
        high = f" at most {condition.high:g}" if condition.high is not None else ""
        return f"*{name}*{low}{high}"
    if condition.test == "date" and condition.period:
        return f"the day lies {days(condition.period)}"
    wanted = " or ".join(each.replace("_", " ") for each in condition.values)
    named = {each.id: each.name for each in instrument.zones}
    named |= {each.id: each.name for each in instrument.timers} | {each.id: each.name for each in instrument.procedures}
    if condition.test in ("zone", "overdue", "procedure"):
        told = {"zone": "it happened in {}", "overdue": "the deadline for {} has passed", "procedure": "the steps of {} are told"}
        return told[condition.test].format(named.get(condition.values[0], wanted))
    if condition.test == "agreed_line":
        return f"one version of {wanted} stands, or every version has it so"
    return TESTS[condition.test].format(wanted)


def days(period: Period) -> str:
    """``from 2018-11-01``, ``from ... until ...``."""
    start = f"from {period.start}" + (f" {period.at}" if period.at else "") if period.start else ""
    end = f"until {period.end}" if period.end else ""
    return f"{start} {end}".strip() or "always"


def _span(start: date | None, end: date | None) -> str:
    return days(Period(start=start, end=end))


def _force(instrument: Instrument) -> Iterator[str]:
    yield f"Signed {instrument.signed}. In force {'; '.join(f'{days(each)} ({each.reference})' for each in instrument.in_force)}."
    if instrument.signing:
        by = f"Signed by {', '.join(instrument.signing.signed_by)}" if instrument.signing.signed_by else ""
        but = f"; not by {', '.join(instrument.signing.not_by)}" if instrument.signing.not_by else ""
        yield f"{by}{but} ({instrument.signing.reference})."
    if instrument.self_defence:
        told = {"express": "the text keeps it", "silent": "the text is silent", "practice": "the text is silent; practice has accepted it"}
        yield f"Self-defence: {told[instrument.self_defence]}."
    if instrument.reference:
        yield f"Source: {instrument.reference}."
    yield ""


def _sides(instrument: Instrument) -> Iterator[str]:
    yield from ("## Who is bound", "", "| side | parties (who answers) |", "|---|---|")
    for side in instrument.sides:
        yield f"| {side.name} | {', '.join(_party(each) for each in side.bound)} |"
    yield ""


def _party(bound: Bound) -> str:
    through = f" (through {bound.through})" if bound.through != bound.party else ""
    where = " in the theatre only" if bound.only_in_theatre else ""
    return bound.party + through + where + (f"; {bound.host} answers as host" if bound.host else "")


def _statuses(instrument: Instrument) -> Iterator[str]:
    if not instrument.statuses:
        return
    yield from (
        "## What parties did to it",
        "",
        "| party | what | when | clauses | binds | note | checked |",
        "|---|---|---|---|---|---|---|",
    )
    for each in instrument.statuses:
        binds = {True: "yes", False: "no", None: f"disputed; {', '.join(each.held_by)} holds that it does"}[each.binds]
        note = "; ".join(part for part in (each.note, each.reference) if part)
        row = (
            each.party,
            each.status.replace("_", " "),
            days(each.period),
            ", ".join(each.clauses) or "all",
            binds,
            note,
            _yes(each.checked),
        )
        yield f"| {' | '.join(row)} |"
    yield ""


def _around(instrument: Instrument) -> Iterator[str]:
    yield from _list("Bodies", (
        f"{each.name}: {', '.join(each.tasks)}; {_span(each.start, each.end)}"
        + (f"; of the side {each.of_side}" if each.of_side else "") + (f"; then {each.successor}" if each.successor else "")
        + _source(each.reference, each.checked) for each in instrument.bodies
    ))  # fmt: skip
    yield from _list("Versions of lines", (
        f"{each.line}: {each.name}; whose: {', '.join(each.whose) or 'all sides'}; {_span(each.start, each.end)}"
        + (f"; error about {each.error_m} m" if each.error_m is not None else "") + _source(each.reference, each.checked)
        for each in instrument.lines
    ))  # fmt: skip
    yield from _list("Deadlines", (
        f"{each.name}: {each.within} days from {each.start}; last day {each.last_day}" + (" (extended)" if each.extended else "")
        + _source(each.reference, each.checked) for each in instrument.timers
    ))  # fmt: skip
    yield from _list("Terms in the handling of an incident", (
        f"{each.name}: once {each.after.replace('_', ' ')}, {each.then.replace('_', ' ')} "
        + ("(the text sets no number)" if each.within_hours is None else f"within {each.within_hours} hours")
        + (f"; while this body sits: {each.body}" if each.body else "") + _source(each.reference, each.checked)
        for each in instrument.case_terms
    ))  # fmt: skip
    yield from _list("Procedures", (
        f"{each.name}: {', then '.join(_step(one) for one in each.steps)}; {_span(each.start, each.end)}"
        + (f"; for {', '.join(each.parties)}" if each.parties else "") + _source(each.reference, each.checked)
        for each in instrument.procedures
    ))  # fmt: skip
    yield from _list("Zones", (f"{each.name}" + _source(each.reference, True) for each in instrument.zones))


def _step(step: Step) -> str:
    return (step.name or step.response).replace("_", " ") + (f" x{step.times}" if step.times > 1 else "")


def _clause(clause: Clause, book: Rulebook) -> Iterator[str]:
    kind = "authentic words" if clause.words is Words.AUTHENTIC else "our summary"
    yield from (f"### {clause.id}", "", f"> {clause.text}", "")
    facts = [f"{kind}; {clause.reference}", f"addressed to {clause.addressee}"]
    facts += [f"where: {clause.place}"] if clause.place else []
    facts += [f"in force {days(each)}" for each in clause.in_force]
    facts += [f"exceptions: {'; '.join(clause.exceptions)}"] if clause.exceptions else []
    facts += [f"remarks: {'; '.join(clause.remedies)}"] if clause.remedies else []
    facts += [] if clause.checked else ["**not checked against a source**"]
    yield from ("; ".join(facts) + ".", "")
    rules = [each for each in book.rules if each.clause == clause.id]
    for rule in rules:
        yield from _rule(rule, book.instrument)
    yield from ("",) if rules else ("No test of this clause: it is here to be quoted and cited.", "")


def _rule(rule: Rule, instrument: Instrument) -> Iterator[str]:
    form = f" ({rule.form.replace('_', ' ')})" if rule.form else ""
    kinds = ", ".join(f"`{each}`" for each in rule.acts)
    yield f"- **{rule.id}**{form}, for {kinds} by {CHARGED[rule.charges]}. {rule.because}" + ("" if rule.checked else " *Not checked.*")
    if rule.applies:
        unclear = "where that is not known it asks" if rule.unclear is Unclear.ASK else "where that is not known it is silent"
        yield f"  - touched where {in_words(rule.applies, instrument)}; {unclear}"
    if rule.breach:
        other = "consistent" if rule.otherwise is Otherwise.CONSISTENT else "nothing is said"
        yield f"  - apparent breach where {in_words(rule.breach, instrument)}; otherwise {other}"
    if rule.settled:
        yield f"  - always *{rule.settled.replace('_', ' ')}*" + (
            f" (reading of {rule.reading_of.replace('_', ' ')})" if rule.reading_of else ""
        )
    for each in rule.exceptions:
        yield f"  - unless {in_words(each, instrument)}"
    for name in rule.ask:
        yield f"  - asks: *{instrument.questions[name]}*"
    if rule.precedents:
        yield f"  - precedents: {', '.join(rule.precedents)}"


def _whole(book: Rulebook) -> Iterator[str]:
    rules = [each for each in book.rules if each.clause == "*"]
    if rules:
        yield from ("### What it does not answer", "", *(line for each in rules for line in _rule(each, book.instrument)), "")


def _precedents(instrument: Instrument) -> Iterator[str]:
    yield from _list("Precedents", (
        f"`{each.id}`, {each.date}, {each.finder}: {each.text}" + _source(each.reference, each.checked) for each in instrument.precedents
    ))  # fmt: skip


def _asymmetries(instrument: Instrument) -> Iterator[str]:
    yield from _list("Where the text treats the sides differently", (
        f"{', '.join(each.clauses)}: {each.why} ({each.reference})" for each in instrument.asymmetries
    ))  # fmt: skip


def _cases(book: Rulebook) -> Iterator[str]:
    if not book.cases:
        return
    yield from ("## Worked cases", "", "| case | finding | why |", "|---|---|---|")
    for case in book.cases:
        found = "; ".join(f"{each.clause} {each.side}: {each.verdict.replace('_', ' ')}" for each in findings_of(case, book))
        yield f"| {_cell(case.name)} | {found or 'none'} | {_cell(case.why)} |"
    yield ""


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    found = [f"- {each}" for each in items]
    if found:
        yield from (f"## {title}", "", *found, "")


def _source(reference: str | None, checked: bool) -> str:
    told = f" ({reference})" if reference else ""
    return told + ("" if checked else " *not checked*")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")
