"""Reasons: a tree of tests with their answers, and the questions that its unknown leaves leave open."""

from collections.abc import Iterable, Iterator

from truceline.model.finding import Answer, Reason
from truceline.model.text import Span


def reason(
    test: str, answer: Answer, text: str, *, evidence: Iterable[Span] = (), reference: str | None = None, reasons: Iterable[Reason] = ()
) -> Reason:
    """One reason; its own name for the record, so that a tree reads as a tree."""
    return Reason(test=test, answer=answer, text=text, evidence=tuple(evidence), reference=reference, reasons=tuple(reasons))


def yes_if(holds: bool) -> Answer:
    """Yes or no from a truth value."""
    return Answer.YES if holds else Answer.NO


def opposite(answer: Answer) -> Answer:
    """Not; unknown stays unknown."""
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, Answer.UNKNOWN)


def all_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's and: one no decides, else one unknown leaves it open."""
    given = tuple(answers)
    if Answer.NO in given:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's or: one yes decides, else one unknown leaves it open."""
    given = tuple(answers)
    if Answer.YES in given:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.NO


def leaves(tree: Reason) -> Iterator[Reason]:
    """The tests at the ends of a tree, left to right."""
    if not tree.reasons:
        yield tree
    for each in tree.reasons:
        yield from leaves(each)


def walk(tree: Reason) -> Iterator[Reason]:
    """A reason and all below it."""
    yield tree
    for each in tree.reasons:
        yield from walk(each)
