"""The response told against the procedure that applied: which steps are told, which are not, and which were passed over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from truceline.findings.facts import Facts, ToldOrder
from truceline.findings.scope import in_force
from truceline.findings.trace import reason
from truceline.model.duties import Procedure, Step
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Rulebook
from truceline.model.text import Span

ACT = "act"
"""What stands for the act itself among the steps."""
HALF_A_DAY = 12 * 60
"""Hours that lie further apart may be those of two days (23:50 and 00:10): no minutes are reckoned from them."""


class Told(StrEnum):
    """How a step stands in what is told. A step that no account tells may have been taken all the same.

    ``OUT_OF_ORDER``: taken, and an account tells it as coming before a step that the procedure puts before it. Only a told order
    counts: that one word stands before another tells none. ``SKIPPED``: an account says that it was not taken, and none that it was.
    """

    TAKEN = "taken"
    OUT_OF_ORDER = "out_of_order"
    SKIPPED = "told_as_not_taken"
    DIFFER = "accounts_differ"
    NOT_TOLD = "not_told"
    PASSED_OVER = "not_told_though_a_later_step_is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of the procedure with what is told of it. ``late_for`` are earlier steps of the procedure that came after it."""

    step: Step
    told: Told
    evidence: tuple[Span, ...] = ()
    late_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """That one step (or the act, ``act``) came before another, by one account; minutes low to high where they are told.

    ``by_clock``: reckoned from the two hours told, each of which may be rounded. ``approx``: hedged, vague, or told in hours.
    """

    earlier: str
    later: str
    low: int | None = None
    high: int | None = None
    approx: bool = False
    by_clock: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A procedure that applied to an act on its day, step by step. ``others`` are responses told that are no step of it.

    ``lapses`` tell order and minutes, account by account: accounts that differ stand side by side.
    """

    procedure: Procedure
    rungs: tuple[Rung, ...]
    others: tuple[str, ...]
    answered: bool | None
    """Whether those acted upon answered at all; False = told as unanswered, None = nothing is told."""
    lapses: tuple[Lapse, ...] = ()


def ladder(procedure: Procedure, facts: Facts) -> Ladder:
    """Each step of a procedure against the responses told, and against the order and the minutes that accounts tell."""
    told: Mapping[str, tuple[Span, ...]] = {str(each.value): each.evidence for each in facts.values("response")}
    denied: Mapping[str, tuple[Span, ...]] = {
        step.response: step.evidence for order in facts.orders for step in order.steps if not step.taken
    }
    accounts = [tuple(_lapses(order)) for order in facts.orders]
    found = tuple(dict.fromkeys(each for account in accounts for each in account))
    before = frozenset(pair for account in accounts for pair in _all_before(account))
    steps = procedure.steps
    last = max((at for at, step in enumerate(steps) if step.response in told), default=-1)
    rungs = tuple(_rung(at, steps, told, denied, before, last) for at in range(len(steps)))
    named = {step.response for step in steps} | {"none"}
    answered = None if not told else set(told) != {"none"}
    return Ladder(procedure=procedure, rungs=rungs, others=tuple(sorted(set(told) - named)), answered=answered, lapses=found)


def _rung(
    at: int, steps: Sequence[Step], told: Mapping[str, tuple[Span, ...]], denied: Mapping[str, tuple[Span, ...]],
    before: frozenset[tuple[str, str]], last: int,
) -> Rung:  # fmt: skip
    step = steps[at]
    name = step.response
    late_for = tuple(each.response for each in steps[:at] if (name, each.response) in before)
    both_ways = any((each, name) in before for each in late_for)
    if name in told and (name in denied or both_ways):
        how = Told.DIFFER
    elif name in told:
        how = Told.OUT_OF_ORDER if late_for else Told.TAKEN
    elif name in denied:
        how = Told.SKIPPED
    else:
        how = Told.PASSED_OVER if at < last else Told.NOT_TOLD
    return Rung(step=step, told=how, evidence=(*told.get(name, ()), *denied.get(name, ())), late_for=late_for)


def _lapses(order: ToldOrder) -> Iterator[Lapse]:
    """What one account tells: between two steps as it says, and between each two hours of the clock that it gives."""
    taken = [each for each in order.steps if each.taken]
    for each in taken:
        if each.after is not None:
            yield Lapse(earlier=each.after, later=each.response, low=each.low, high=each.high, approx=each.approx, evidence=each.evidence)
    hours = [(_minute(each.clock), each.response, each.evidence) for each in taken if each.clock]
    hours += [(_minute(order.clock), ACT, ())] if order.clock and not any(each.clock == order.clock for each in taken) else []
    for (one, earlier, first), (two, later, second) in pairwise(sorted(hours, key=lambda each: each[0])):
        if one < two <= one + HALF_A_DAY and earlier != later:
            yield Lapse(earlier=earlier, later=later, low=two - one, high=two - one, by_clock=True, evidence=(*first, *second))


def _all_before(account: Sequence[Lapse]) -> frozenset[tuple[str, str]]:
    """Each pair (earlier, later) that one account tells, also through steps between."""
    pairs = {(each.earlier, each.later) for each in account}
    while more := {(one, last) for one, two in pairs for three, last in pairs if two == three and one != last} - pairs:
        pairs |= more
    return frozenset(pairs)


def _minute(clock: str) -> int:
    """The minute of the day."""
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def ladders(book: Rulebook, facts: Facts) -> tuple[Ladder, ...]:
    """The procedures that answer this kind of act and bound one of those who answered it on its day."""
    answering = facts.parties("target")
    return tuple(
        ladder(each, facts)
        for each in book.instrument.procedures
        if facts.kind in each.acts
        and applied_on(each, facts.first_day, facts.last_day)
        and any(_bound(each, book, facts, who) for who in answering)
    )


def _bound(procedure: Procedure, book: Rulebook, facts: Facts, party: str) -> bool:
    """Whether a party had to follow a procedure that day: one of those it names, and its clause in force for it."""
    if book.instrument.bound(party) is None or (procedure.parties and party not in procedure.parties):
        return False
    clause = book.clause(procedure.clause) if procedure.clause else None
    return in_force(book.instrument, facts, party, clause).answer is not Answer.NO


def applied_on(procedure: Procedure, first: date | None, last: date | None) -> bool:
    """Whether a procedure may have applied: an act without a day is held against it too."""
    ended = procedure.end is not None and first is not None and first > procedure.end
    not_begun = procedure.start is not None and last is not None and last < procedure.start
    return not (ended or not_begun)


def followed(procedure: Procedure, facts: Facts) -> Reason:
    """Whether the steps before the last one told are all told: yes; no where it is told that nothing was done, that a step was left
    out or came before one that should be first; else unknown."""
    found = ladder(procedure, facts)
    evidence = tuple(span for each in found.rungs for span in each.evidence)
    if found.answered is None:
        return reason("procedure", Answer.UNKNOWN, f"{procedure.name}: no response is told")
    if found.answered is False:
        return reason("procedure", Answer.NO, f"{procedure.name}: told as unanswered", reference=procedure.reference)
    over, taken, skipped, turned = (
        [each.step.name or each.step.response for each in found.rungs if each.told in which]
        for which in ((Told.PASSED_OVER,), (Told.TAKEN, Told.OUT_OF_ORDER), (Told.SKIPPED,), (Told.OUT_OF_ORDER,))
    )
    said = f"{procedure.name}: told {', '.join(taken) or 'no step of it'}"
    said += f"; not told, though a later step is: {', '.join(over)}" if over else ""
    said += f"; told as not taken: {', '.join(skipped)}" if skipped else ""
    said += f"; told before a step that should come first: {', '.join(turned)}" if turned else ""
    differ = any(each.told is Told.DIFFER for each in found.rungs)
    answer = Answer.NO if taken and (skipped or turned) else Answer.YES if taken and not over and not differ else Answer.UNKNOWN
    return reason("procedure", answer, said.replace("_", " "), evidence=evidence, reference=procedure.reference)
