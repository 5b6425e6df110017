"""The response told against the procedure that applied: which steps are told, which are not, and which were passed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from truceline.findings.facts import Facts
from truceline.findings.scope import in_force
from truceline.findings.trace import reason
from truceline.model.duties import Procedure, Step
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Rulebook
from truceline.model.text import Span


class Told(StrEnum):
    """How a step stands in what is told. A step that no account tells may have been taken all the same."""

    TAKEN = "taken"
    NOT_TOLD = "not_told"
    PASSED_OVER = "not_told_though_a_later_step_is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of the procedure with what is told of it."""

    step: Step
    told: Told
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A procedure that applied to an act on its day, step by step. ``others`` are responses told that are no step of it."""

    procedure: Procedure
    rungs: tuple[Rung, ...]
    others: tuple[str, ...]
    answered: bool | None
    """Whether those acted upon answered at all; False = told as unanswered, None = nothing is told."""


def ladder(procedure: Procedure, facts: Facts) -> Ladder:
    """Each step of a procedure against the responses told. Order and minutes are not in the codebook: only what is told is."""
    told: Mapping[str, tuple[Span, ...]] = {str(each.value): each.evidence for each in facts.values("response")}
    steps = procedure.steps
    last = max((at for at, step in enumerate(steps) if step.response in told), default=-1)
    rungs = tuple(
        Rung(
            step=step, evidence=told.get(step.response, ()),
            told=Told.TAKEN if step.response in told else Told.PASSED_OVER if at < last else Told.NOT_TOLD,
        )
        for at, step in enumerate(steps)
    )  # fmt: skip
    named = {step.response for step in steps} | {"none"}
    answered = None if not told else set(told) != {"none"}
    return Ladder(procedure=procedure, rungs=rungs, others=tuple(sorted(set(told) - named)), answered=answered)


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
    """Whether the steps before the last one told are all told: yes, no where it is told that nothing was done, else unknown."""
    found = ladder(procedure, facts)
    evidence = tuple(span for each in found.rungs for span in each.evidence)
    if found.answered is None:
        return reason("procedure", Answer.UNKNOWN, f"{procedure.name}: no response is told")
    if found.answered is False:
        return reason("procedure", Answer.NO, f"{procedure.name}: told as unanswered", reference=procedure.reference)
    over = [each.step.name or each.step.response for each in found.rungs if each.told is Told.PASSED_OVER]
    taken = [each.step.name or each.step.response for each in found.rungs if each.told is Told.TAKEN]
    said = f"{procedure.name}: told {', '.join(taken) or 'no step of it'}"
    said += f"; not told, though a later step is: {', '.join(over)}" if over else ""
    answer = Answer.YES if taken and not over else Answer.UNKNOWN
    return reason("procedure", answer, said.replace("_", " "), evidence=evidence, reference=procedure.reference)
