"""What is due in a case: by a term of an instrument, by a day that a person set, or because somebody said they would do it.

Nothing is invented: a term without a number of days in its text has no last day, and a body that no longer sits starts none.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truceline.findings.facts import party_of
from truceline.model.case_file import CaseStep, Due, State, Timing
from truceline.model.duties import CaseTerm
from truceline.model.finding import Finding, Held
from truceline.model.incident import Incident
from truceline.model.instrument import Condition, Instrument, Rulebook

WHOLE = "*"
CLEARED = (Held.NO_BREACH, Held.UNDETERMINED)
"""What a finder held that makes nothing due."""
LIVE = ("apparent_breach", "contested", "not_enough_known", "consistent")
"""Verdicts of a clause that was in force and touched: only then do the terms of its instrument run."""


def dues(
    incident: Incident, done: Sequence[CaseStep], intended: Sequence[CaseStep], set_days: Sequence[CaseStep],
    rulebooks: Sequence[Rulebook], findings: Sequence[Finding], *, on: date | None,
) -> tuple[Due, ...]:  # fmt: skip
    """All that is due, in the order of instruments, then days set by people, then intentions."""
    live = {each.instrument for each in findings if each.clause != WHOLE and each.verdict in LIVE}
    books = [each for each in rulebooks if each.instrument.slug in live]
    return (
        *(due for book in books for due in _terms(incident, book.instrument, done, on)),
        *(due for book in books for due in _timers(incident, book, findings, on)),
        *(_set(each, done, on) for each in set_days),
        *(_stated(each, done) for each in intended),
    )


def _terms(incident: Incident, instrument: Instrument, done: Sequence[CaseStep], on: date | None) -> Iterator[Due]:
    for term in instrument.case_terms:
        if term.acts and incident.kind not in term.acts:
            continue
        for start in (each for each in done if each.state.value == term.after and each.held not in CLEARED):
            yield _term(term, instrument, start, done, on)


def _term(term: CaseTerm, instrument: Instrument, start: CaseStep, done: Sequence[CaseStep], on: date | None) -> Due:
    state = State(term.then)
    began = start.day or start.told_by or start.decided_on
    last = began + timedelta(days=-(-term.within_hours // 24)) if began and term.within_hours is not None else None
    body = next((each for each in instrument.bodies if each.id == term.body), None)
    sits = body.sits_on(began) if body else True
    met = _answer(state, start, done)
    note = ""
    if body and sits is False:
        after = next((each.name for each in instrument.bodies if each.id == body.successor), None)
        note = f"{body.name}: mandate {body.start or '...'} to {body.end or '...'}" + (f"; after it {after}" if after else "")
    if body and sits is False and met is None:
        timing = Timing.NOT_RUNNING
    else:
        timing = _timing(met, last, start.day is not None, on)
    return Due(
        name=term.name, timing=timing, source=instrument.slug, state=state, since=start, exact=start.day is not None,
        last_day=None if timing is Timing.NOT_RUNNING else last, met_by=met, clause=term.clause,
        reference=term.reference, checked=term.checked, note=note,
    )  # fmt: skip


def _answer(state: State, start: CaseStep, done: Sequence[CaseStep]) -> CaseStep | None:
    """The first step that meets a term: not one told before its beginning was, and of an answer one by who was addressed."""
    for each in done:
        before = each.latest is not None and start.latest is not None and each.latest < start.latest and each.document != start.document
        addressed = state is not State.ANSWERED or start.to is None or (each.by and party_of(each.by) == party_of(start.to))
        if each.state is state and each is not start and not before and addressed:
            return each
    return None


def _timing(met: CaseStep | None, last: date | None, exact: bool, on: date | None) -> Timing:
    if met is not None:
        if last is None or not exact or met.day is None:
            return Timing.MET_DAY_NOT_TOLD if last is not None else Timing.MET
        return Timing.MET if met.day <= last else Timing.MET_LATE
    if last is None:
        return Timing.NO_DAY_SET
    return Timing.OVERDUE if on is not None and on > last else Timing.OPEN


def _timers(incident: Incident, book: Rulebook, findings: Sequence[Finding], on: date | None) -> Iterator[Due]:
    """Deadlines of the agreement itself that a rule on this act asks for; whether one was kept is for the finding to say."""
    clauses = {each.clause for each in findings if each.instrument == book.instrument.slug}
    asked = {
        name
        for rule in book.rules
        if incident.kind in rule.acts and rule.clause in clauses
        for condition in (rule.applies, rule.breach, *rule.exceptions)
        for name in _asked(condition)
    }
    for timer in book.instrument.timers:
        if timer.id in asked:
            passed = on is not None and on > timer.last_day
            yield Due(
                name=timer.name, timing=Timing.PASSED if passed else Timing.OPEN, source=book.instrument.slug, last_day=timer.last_day,
                reference=timer.reference, checked=timer.checked, note="whether it was kept is for the finding to say",
            )  # fmt: skip


def _asked(condition: Condition | None) -> Iterator[str]:
    if condition is None:
        return
    if condition.test == "overdue":
        yield from condition.values
    for each in condition.of:
        yield from _asked(each)


def _set(step: CaseStep, done: Sequence[CaseStep], on: date | None) -> Due:
    """A day that a person set: met by a step of that state that was told or decided after the day was set."""
    fitting = (
        each for each in done
        if each.state is step.state and step.decided_on is not None
        and (step.by is None or (each.by and party_of(each.by) == party_of(step.by)))
        and ((each.decided_on or each.latest or date.min) >= step.decided_on)
    )  # fmt: skip
    met = next(fitting, None)
    return Due(
        name=f"day set by {step.said_by}", timing=_timing(met, step.day, True, on), source=step.decision or "", state=step.state,
        since=step, last_day=step.day, met_by=met, note=step.why,
    )  # fmt: skip


def _stated(step: CaseStep, done: Sequence[CaseStep]) -> Due:
    """What somebody said they would do: no day is set, and it stays open until it is told as done."""
    met = next(
        (
            each for each in done
            if each.state is step.state and (step.by is None or (each.by and party_of(each.by) == party_of(step.by)))
            and (each.latest is None or step.latest is None or each.latest >= step.latest)
        ), None,
    )  # fmt: skip
    return Due(
        name="stated as intended", timing=Timing.NO_DAY_SET if met is None else Timing.MET, state=step.state, since=step, met_by=met,
        source=step.decision or str(step.document or ""),
    )  # fmt: skip
