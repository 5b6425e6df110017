"""Acts that a sentence tells beside its own by counting: "the first incursion since 1983", "for the second day in a row".

The one before is an event of its own (codebook 1: two crossings on two days are two incidents); nothing is told of it but its kind,
its sides and its day, and no day finer than the words give.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Part, Span
from truceline.model.time import Precision, When, month_span
from truceline.packs.pack import Pack
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.implied 1"
_APART = 2
"""Number of a further act of one word, beyond those of the places that ``apart`` tells apart (``Draft.number``)."""


def with_implied(drafts: Sequence[Draft], reading: Reading, pack: Pack) -> list[Draft]:
    """The drafts, and behind them one for each earlier act that is told by counting and not told by itself."""
    out = list(drafts)
    for draft in drafts:
        for when in _earlier(draft, drafts, reading, pack) if not draft.denied and not draft.title else ():
            if not any(_told(other, draft, when.value) for other in out):
                out.append(_before(draft, when, len(out)))
    return out


def _earlier(draft: Draft, drafts: Sequence[Draft], reading: Reading, pack: Pack) -> Iterator[Slot[When]]:
    sentence = draft.sentence.sentence
    if sentence.headline or reading.sentences[draft.index] is not draft.sentence:
        return
    words = pack.lexicon.since
    for match in words.first.finditer(sentence.text):
        end = sentence.start + match.end()
        told = next((t for t in draft.sentence.times if t.window and t.when and t.start == end), None)
        opens = words.opening.match(sentence.text, match.end())
        own = [d for d in drafts if d.sentence is draft.sentence and _within(d, sentence.start + match.start(), end)]
        if not all(d is draft for d in own):
            continue  # the act that is the first is another one
        if told is not None and opens is not None and not opens["start"] and _of_its_kind(match, draft, pack):
            when = _named(told, draft)
            if when is not None:
                yield _slot(when, (sentence.start + match.start(), told.end), sentence.part, reading)
    for match in words.unbroken.finditer(sentence.text):
        if draft.when is not None and draft.when.value.precision is Precision.DAY and draft.when.value.start == draft.when.value.end:
            days = pack.lexicon.numbers.ordinals[match["number"].lower()] - 1
            when = _days_before(draft.when.value.start, days, match.group())
            yield _slot(when, (sentence.start + match.start(), sentence.start + match.end()), sentence.part, reading)


def _within(draft: Draft, start: int, end: int) -> bool:
    """Whether the word that tells an act stands between two places of its document."""
    tokens = draft.sentence.sentence.tokens
    return draft.trigger < len(tokens) and start <= tokens[draft.trigger].start < end


def _of_its_kind(match: re.Match[str], draft: Draft, pack: Pack) -> bool:
    """Whether "the first ... since" is the first act of this kind: by its noun ("first such incursion"), or by its clause."""
    graph = Graph.of(draft.sentence, pack.lexicon.clauses)
    start = draft.sentence.sentence.start + match.start()
    at = next((n for n, token in enumerate(graph.tokens) if token.start == start), None)
    if at is not None and graph.is_verb(draft.trigger) and pack.lexicon.since.time.search(match["what"]):
        return at in graph.clause(draft.trigger)
    said = [form for word in match["what"].lower().split() for form in (word, word.rstrip("s"))]
    patterns = [pattern for form in said for pattern in pack.lexicon.patterns_of(pack.lexicon.lemmas(form))]
    kinds = {kind for pattern in patterns for kind in (pattern.kind, pattern.air, pattern.sea)}
    return draft.kind in kinds or bool(pack.lexicon.since.noun.search(match["what"]))


def _named(told: TimeMention, draft: Draft) -> When | None:
    """The day, month or year that stands after "since", where it lies before the act itself."""
    assert told.when is not None
    start, precision = told.when.start, told.when.precision
    if draft.when is not None and draft.when.value.start <= start:
        return None
    return replace(told.when, end=_last(start, precision), basis="first since")


def _last(start: date, precision: Precision) -> date:
    if precision is Precision.YEAR:
        return date(start.year, 12, 31)
    if precision is Precision.MONTH:
        return month_span(start)[1]
    return start


def _days_before(day: date, days: int, words: str) -> When:
    start, end = day - timedelta(days=days), day - timedelta(days=1)
    return When(
        start=start, end=end, precision=Precision.DAY if days == 1 else Precision.INTERVAL, basis="day in a row", words=words, anchored=True
    )  # fmt: skip


def _slot(when: When, at: tuple[int, int], part: Part, reading: Reading) -> Slot[When]:
    span = Span(document_id=reading.document_id, start=at[0], end=at[1], part=part)
    return Slot(value=when, evidence=(span,), read_by=READ_BY)


def _told(other: Draft, draft: Draft, when: When) -> bool:
    """Whether the text tells the earlier act by itself."""
    return other.kind == draft.kind and other.when is not None and other.when.value.start <= when.end and when.start <= other.when.value.end


def _before(draft: Draft, when: Slot[When], number: int) -> Draft:
    """The earlier act: kind, sides and who says so are those of the later one; all that was told of that one alone is left out."""
    return replace(
        draft, when=when, when_said=False, time=None, where=None, outcome=None, intent=None, definite=False, another=True,
        number=_APART + number, indexes=[draft.index], attributions=list(draft.attributions), actors=list(draft.actors),
        targets=list(draft.targets), responses=[], counts=[], follow_ups=[], intended=[], notes=[], stands=[], footings=[],
    )  # fmt: skip
