"""One report as ``explain`` shows it: every value with its words and the rule that read it, for JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from truceline.model.document import Document
from truceline.model.report import AnswerStep, FollowUp, PersonFate, Report, Slot, Stance
from truceline.model.text import Span

Row = dict[str, Any]


def report_row(number: int, report: Report, document: Document) -> Row:
    """A report under its number; values in the order in which they are read, what was done about it last."""
    return {
        "number": number,
        "id": report.id,
        "type": report.claim.kind.value,
        "status": report.status.value,
        "prominence": report.prominence.value,
        "confidence": round(report.confidence, 3),
        "notes": list(report.notes),
        "values": [
            {"field": field, "value": value, "words": words_of(evidence, document), "read_by": read_by}
            for field, value, evidence, read_by in _values(report)
        ],
        "quote": document.words(report.quote),
    }


def _values(report: Report) -> Iterator[tuple[str, Any, Sequence[Span], str]]:
    """Field, value, evidence and rule of each."""
    for name, slot in report.slots():
        yield name, _value(slot.value), slot.evidence, slot.read_by
    for grave in report.grave:
        yield "grave", grave.value, grave.evidence, grave.read_by
    for told in report.attributions:
        speaker = told.speaker
        if told.stance not in (Stance.ASSERTS, Stance.RELAYS):
            yield told.stance.value, speaker.value.code, speaker.evidence, speaker.read_by
        for footing in told.rests_on:
            yield "rests_on", f"{footing.value.value} ({speaker.value.code})", footing.evidence, footing.read_by
    for step in report.follow_ups:
        yield "follow_up", _step(step), step.evidence, "reports.follow_up"
    for step in report.intended:
        yield "intended", _step(step), step.evidence, "reports.step_reality"
    for answer in report.answer_steps:
        yield "answer_step", _answer(answer), answer.evidence, "reports.answer_steps"
    for fate in report.fates:
        yield "fate", _fate(fate), fate.evidence, fate.read_by


def _step(step: FollowUp) -> str:
    return f"{step.act} by {step.by}" + (f" to {step.to}" if step.to else "") + (f" on {step.when.value.code}" if step.when else "")


def _answer(step: AnswerStep) -> str:
    """One answer's place among the others: taken or not, after what, how long after, at what hour."""
    parts = [step.response if step.taken else f"no {step.response}"]
    parts += [f"after {step.after}"] if step.after else []
    if step.low is not None or step.high is not None:
        parts.append(f"{interval(step.low, step.high, step.approx)} min")
    return ", ".join(parts + ([f"at {step.clock}"] if step.clock else []))


def _fate(slot: Slot[PersonFate]) -> str:
    fate = slot.value
    parts = [fate.fate, *([f"of {fate.of}"] if fate.of else [])]
    parts += [interval(fate.low, fate.high, False)] if fate.low is not None or fate.high is not None else []
    return " ".join(parts + ([f"on {fate.when.code}"] if fate.when else []))


def _value(value: object) -> Any:
    """A slot's value as the codebook writes it."""
    for name in ("code", "name"):
        if hasattr(value, name):
            return getattr(value, name)
    if hasattr(value, "low") and hasattr(value, "high"):
        of = getattr(value, "of", None)
        return interval(value.low, value.high, bool(getattr(value, "approx", False))) + (f" of {of}" if of else "")
    return value


def interval(low: int | None, high: int | None, approx: bool) -> str:
    """A number as people read it: ``5``, ``5..``, ``about 24..99``."""
    told = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return ("about " if approx else "") + told


def words_of(evidence: Sequence[Span], document: Document) -> list[str]:
    """The words of each span."""
    return [document.words(span) for span in evidence]
