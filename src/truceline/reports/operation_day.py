"""The day of what forces were out on, for what befell them there: "conducted an operation in X on Sunday. Insurgents opened fire."

The sentence that tells the outing tells no act, so that no act gives its day to the next; what follows at once in the plain past, with
no time of its own, is of that day.
"""

from functools import lru_cache

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.inflect import forms
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import words_of
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.operation_day 1"
_BESIDE = 4
"""Among how many words before a day one of saying makes it the day of what was said."""
_REACH = 2
"""How many sentences before an act its outing may be told."""


def operation_day(draft: Draft, reading: Reading, lexicon: Lexicon) -> Slot[When] | None:
    """The day of the outing told just before an act, no other time standing between; None where there is none."""
    opening = words_of(draft.sentence.sentence.text)[:3]
    if any(word in lexicon.official.elsewhere for word, _, _ in opening):
        return None  # "in addition", "separately": another matter
    for back in range(1, _REACH + 1):
        index = draft.index - back
        if index < 0 or _dated(reading.sentences[index + 1]):
            return None
        told = reading.sentences[index]
        if told.sentence.headline or told.sentence.part != "text":
            return None
        day = _day_of_outing(told, lexicon)
        if day is not None and day.when is not None:
            span = Span(document_id=reading.document_id, start=day.start, end=day.end, part=told.sentence.part)
            return Slot(value=day.when, evidence=(span,), read_by=READ_BY)
    return None


def _dated(annotated: Annotated) -> bool:
    """Whether a sentence tells a time of its own, other than of the clock."""
    return any(t.when is not None and not t.window for t in annotated.times)


def _day_of_outing(told: Annotated, lexicon: Lexicon) -> TimeMention | None:
    """The one day of a sentence, where it hangs on a verb in the past that tells of an outing."""
    days = [t for t in told.times if t.when is not None and not t.window]
    if len(days) != 1 or days[0].when is None or days[0].when.precision is not Precision.DAY:
        return None
    words = lexicon.official
    if not told.sentence.tokens:
        return days[0] if _told_plainly(told, days[0].start, lexicon) else None
    graph = Graph.of(told, lexicon.clauses)
    if not (graph.has_lemma(words.outings) or graph.has_lemma(words.being_out)):
        return None
    at = next((n for n, t in enumerate(graph.tokens) if t.start <= days[0].start < t.end), None)
    verb = graph.verb_of(at) if at is not None else None
    if verb is None or not _past(graph, verb):
        return None
    if graph.tokens[verb].lemma in words.being_out:
        return days[0]
    near = (*graph.patients(verb), *graph.subjects(verb), *(p for _, p in graph.obliques(verb)))
    return days[0] if any(graph.tokens[k].lemma in words.outings for k in near) else None


def _told_plainly(told: Annotated, start: int, lexicon: Lexicon) -> bool:
    """Whether a sentence that nothing asked to be parsed tells of an outing as done, its day being none on which somebody spoke."""
    placed = words_of(told.sentence.text)
    held = [word for word, _, _ in placed]
    words = lexicon.official
    out = not _forms(words.outings | words.being_out).isdisjoint(held)
    past = not words.past.isdisjoint(held) or any(word.endswith(words.past_endings) for word in held)
    if not (out and past) or not words.to_come.isdisjoint(held):
        return False
    near = [word for word, at, _ in placed if at < start - told.sentence.start][-_BESIDE:]
    return lexicon.speech_forms.isdisjoint(near)


@lru_cache(maxsize=4)
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    """The forms in which some lemmas may stand."""
    return frozenset(form for lemma in lemmas for form in forms(lemma))


def _past(graph: Graph, verb: int) -> bool:
    """Whether a verb is told in the past ("conducted", "was launched", "were moving"), not as planned or as a rule."""
    helpers = {graph.low[k] for k in graph.with_dep(verb, "aux", "auxpass")}
    tag = graph.tokens[verb].tag
    return (tag == "VBD" and not helpers) or (tag in ("VBN", "VBG") and bool(helpers & {"was", "were"}) and "to" not in helpers)
