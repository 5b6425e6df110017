"""A report with a person's corrections: the value they give, in place of what was read; what was read stays in the decision."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from truceline.model.codebook import COUNTS, MANY, SINGLE, parse
from truceline.model.report import Claim, Report, Slot
from truceline.model.review import Review

T = TypeVar("T")


def corrected(report: Report, corrections: Iterable[Review]) -> Report:
    """The report as its corrections leave it; evidence stays where it was, or becomes the report's quote."""
    claim = report.claim
    for each in corrections:
        if each.field is not None:
            claim = _set(claim, each.field, parse(each.field, each.value), report, f"a person: {each.by}")
    return report if claim is report.claim else replace(report, claim=claim)


def _set(claim: Claim, field: str, value: Any, report: Report, by: str) -> Claim:
    def slot(made: T, before: Slot[Any] | None) -> Slot[T]:
        return Slot(value=made, evidence=before.evidence if before else (report.quote,), read_by=by)

    if field == "type":
        return replace(claim, kind=slot(value, claim.kind))
    if field in COUNTS:
        others = tuple(each for each in claim.counts if each.value.what != field)
        before = next((each for each in claim.counts if each.value.what == field), None)
        return replace(claim, counts=others if value is None else (*others, slot(replace(value, what=field), before)))
    if field in MANY:
        held = {each.value: each for each in getattr(claim, MANY[field])}
        several: dict[str, Any] = {MANY[field]: tuple(slot(each, held.get(each)) for each in value)}
        return replace(claim, **several)
    name = SINGLE[field]
    single: dict[str, Any] = {name: None if value is None else slot(value, getattr(claim, name))}
    return replace(claim, **single)
