"""The small hours after the late hours of a told day: what was "late Tuesday", and then "in a predawn raid", was on two days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

_PART = 8
"""So many letters after a day stands the part of it ("Tuesday night")."""


def morning_after(day: Slot[When], draft: Draft, reading: Reading, lexicon: Lexicon) -> Slot[When]:
    """A day told before an act; the next one, where the act is told of the small hours after its late hours."""
    published, part = reading.document.published, draft.sentence.sentence.part
    if day.value.precision is not Precision.DAY or published is None or day.value.end >= published:
        return day
    if not draft.sentence.sentence.tokens or any(span.part != part for span in day.evidence):
        return day
    graph = Graph.of(draft.sentence, lexicon.clauses)
    small = next((graph.tokens[w] for w in sorted(graph.clause(draft.trigger)) if graph.low[w] in lexicon.calendar.small_hours), None)
    late = _late(day.evidence[0], reading, lexicon)
    if small is None or late is None:
        return day
    span = Span(document_id=reading.document_id, start=small.start, end=small.end, part=part)
    return Slot(value=_next(day.value), evidence=(late, span), read_by=day.read_by)


def mornings(words: str, times: Sequence[TimeMention], lexicon: Lexicon) -> set[str]:
    """The days, by the codebook, of words that name the late hours of a day (``times``) and small hours after them."""
    low = set(words.lower().split())
    if low.isdisjoint(lexicon.calendar.late_hours) or low.isdisjoint(lexicon.calendar.small_hours):
        return set()
    return {_next(t.when).code for t in times if t.when is not None and t.when.precision is Precision.DAY}


def _late(span: Span, reading: Reading, lexicon: Lexicon) -> Span | None:
    """The words of a day with its late hours ("late Tuesday", "Tuesday night"); None where it names none."""
    if not set(reading.document.words(span).lower().split()).isdisjoint(lexicon.calendar.late_hours):
        return span
    longer = Span(document_id=span.document_id, start=span.start, end=span.end + _PART, part=span.part)
    text = reading.document.words(longer)
    for word in lexicon.calendar.late_hours:
        if text[span.end - span.start :].lower().strip().startswith(word):
            end = span.start + text.lower().index(word, span.end - span.start) + len(word)
            return Span(document_id=span.document_id, start=span.start, end=end, part=span.part)
    return None


def _next(day: When) -> When:
    following = day.end + timedelta(days=1)
    return replace(day, start=following, end=following, basis="morning after")
