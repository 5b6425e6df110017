"""Days told by counting from another day that the text tells: "a day later", "the previous day", "two days after a shell landed"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.model.reading import Reading, Sentence, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Counting
from truceline.packs.word_patterns import alternation
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.counted_days 1"
_REACH = 3
"""So many sentences back stands the day from which a text goes on counting."""
_LONGEST = 60
_WEEK, _MONTH, _YEAR = 7, 30, 365
_YEARS = 40


@dataclass(frozen=True, slots=True)
class _Count:
    """Words that count days: where they stand, by how many days, in a unit of how many, and whether another event follows them
    ("a day after it")."""

    start: int
    end: int
    days: int
    unit: int
    after: bool
    named: bool = False
    """Whether it names the day by words behind which the other event stands ("the day before it")."""
    whole: bool = False
    """Whether it means a whole week, month or year ("the following week")."""


def count_days(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Sets, in place, the day of acts whose clause counts it from another told day; a day of the act's own clause stays."""
    for draft in drafts:
        if draft.title or not draft.sentence.sentence.tokens:
            continue
        graph = Graph.of(draft.sentence, lexicon.clauses)
        for count in _counts(draft.sentence.sentence, lexicon):
            found = _beside(draft, graph, count) if count.after or count.named else None
            if found is None and not (count.after or count.named):
                found = _since_told(draft, graph, count, reading)
            if found is None and count.after:
                found = _news_after(draft, graph, count, reading, lexicon)
                count = _to_the_day(count, draft.sentence.sentence, lexicon) if found is not None else count
            if found is not None:
                base, days = found
                slot = _slot(base, days, count, draft, reading)
                if reading.document.published is None or slot.value.start <= reading.document.published:
                    draft.when, draft.when_said = slot, False
                break


def counted(words: str, times: Sequence[TimeMention], lexicon: Lexicon) -> set[str]:
    """The days, by the codebook, of words that name a day (``times``) and count from it ("on Friday ... the day before")."""
    told = [t for t in times if t.when is not None]
    counts = list(_counts(Sentence(start=0, end=max(1, len(words)), text=words), lexicon))
    return {_when(t, sign * c.days, c, words).code for t in told for c in counts for sign in (1, -1) if _is_base(t, c)}


def _since_told(draft: Draft, graph: Graph, count: _Count, reading: Reading) -> tuple[TimeMention, int] | None:
    """ "A day later": from the last day told before it, in its sentence or up to three back."""
    at = _first(graph, count.start, count.end)
    if at is None or not _tells_when(graph, at, draft.trigger):
        return None
    dated = [t for t in draft.sentence.times if t.when is not None and not t.window]
    if any(t.start <= count.start and t.end > count.end for t in dated):
        return None  # "the night before last"
    others = [t for t in dated if (_is_day(t) or count.unit > 1) and not (count.start < t.end and t.start < count.end)]
    if any((n := _first(graph, t.start, t.end)) is not None and graph.verb_of(n) == graph.verb_of(draft.trigger) for t in others):
        return None  # its clause names the day itself
    index = next(n for n, a in enumerate(reading.sentences) if a is draft.sentence)
    for back in range(_REACH + 1):
        if index < back or reading.sentences[index - back].sentence.part != draft.sentence.sentence.part:
            break
        told = [t for t in reading.sentences[index - back].times if _is_base(t, count) and (back or t.end <= count.start)]
        if told:
            return told[-1], count.days
    return None


def _beside(draft: Draft, graph: Graph, count: _Count) -> tuple[TimeMention, int] | None:
    """ "Two days after a shell landed": the one event from the day of the other, whichever of them is dated."""
    join = next((n for n, t in enumerate(graph.tokens) if t.end == count.end), None)
    if join is None:
        return None
    top = graph.tokens[join].head if graph.tokens[join].dep == "mark" else join
    inner = set(graph.subtree(top))
    held = {n for n in inner if graph.tokens[n].start >= count.end}
    told = [t for t in draft.sentence.times if _is_day(t)]
    within = [t for t in told if any(t.start <= graph.tokens[n].start < t.end for n in held)]
    without = [t for t in told if t not in within]
    if draft.trigger in held and without and not within:
        return without[-1], -count.days
    outer = graph.verb_of(graph.tokens[top].head)
    if draft.trigger not in held and within and not without and outer == graph.verb_of(draft.trigger):
        return within[-1], count.days
    return None


def _news_after(draft: Draft, graph: Graph, count: _Count, reading: Reading, lexicon: Lexicon) -> tuple[TimeMention, int] | None:
    """ "The talks come two days after tanks rolled in": from the last day told before, where the sentence names none."""
    join = next((n for n, t in enumerate(graph.tokens) if t.end == count.end), None)
    if join is None or any(_is_day(t) for t in draft.sentence.times) or graph.low[join] not in lexicon.calendar.came_after:
        return None
    top = graph.tokens[join].head if graph.tokens[join].dep == "mark" else join
    if draft.trigger not in graph.subtree(top) or graph.tokens[graph.tokens[top].head].lemma not in lexicon.calendar.coming:
        return None
    index = next(n for n, a in enumerate(reading.sentences) if a is draft.sentence)
    lead = next((n for n, a in enumerate(reading.sentences) if not a.sentence.headline), 0)
    for before in (*range(index - 1, max(-1, index - 1 - _REACH), -1), lead):
        told = [t for t in reading.sentences[before].times if _is_day(t)] if before < index else []
        if told:
            return told[-1], -count.days
    return None


def _to_the_day(count: _Count, sentence: Sentence, lexicon: Lexicon) -> _Count:
    """A count of weeks by which news is set off from what was before it, as one of days, where no word makes it a rough one."""
    before = sentence.text[: count.start - sentence.start].lower().split()[-1:]
    exact = count.unit < _MONTH and not any(word in lexicon.calendar.inexact for word in before)
    return replace(count, unit=1) if exact else count


def _is_day(mention: TimeMention) -> bool:
    return mention.when is not None and not mention.window and mention.when.precision is Precision.DAY


def _is_base(mention: TimeMention, count: _Count) -> bool:
    """Whether a time can be counted from: a day, a month where months are counted ("in April ... a month later"), so years."""
    if mention.when is None or mention.window or mention.when.precision is Precision.INTERVAL:
        return False
    return {Precision.DAY: 1, Precision.MONTH: _MONTH, Precision.YEAR: _YEAR}[mention.when.precision] <= count.unit or _is_day(mention)


def _first(graph: Graph, start: int, end: int) -> int | None:
    return next((n for n, t in enumerate(graph.tokens) if start <= t.start < end), None)


def _tells_when(graph: Graph, at: int, act: int) -> bool:
    """Whether a time stands with the verb of an act, or before the first of those joined to it ("a day later they came and shot")."""
    verb = graph.verb_of(act)
    if graph.verb_of(at) == verb:
        return True
    if graph.tokens[verb].dep == "relcl" and graph.tokens[graph.tokens[verb].head].dep == "ROOT" and at < graph.tokens[verb].head < verb:
        return graph.tokens[at].head == graph.tokens[verb].head  # "the following month they took the town", hung on the month
    while graph.tokens[verb].dep == "conj" and graph.is_verb(graph.tokens[verb].head):
        verb = graph.tokens[verb].head
    return at < verb and graph.verb_of(at) == verb


def _slot(base: TimeMention, days: int, count: _Count, draft: Draft, reading: Reading) -> Slot[When]:
    part = draft.sentence.sentence.part
    spans = tuple(
        Span(document_id=reading.document_id, start=a, end=b, part=part) for a, b in ((base.start, base.end), (count.start, count.end))
    )
    return Slot(value=_when(base, days, count, reading.document.words(spans[1])), evidence=spans, read_by=READ_BY)


def _when(base: TimeMention, days: int, count: _Count, words: str) -> When:
    assert base.when is not None
    start, anchored = base.when.start, base.when.anchored
    first, last, precision = _counted_from(start, days, count)
    return When(start=first, end=last, precision=precision, basis="counted", words=words, anchored=anchored)


def _counted_from(start: date, days: int, count: _Count) -> tuple[date, date, Precision]:
    """The day, week, month or year that lies so many days from a day, as closely as its unit tells it."""
    if count.unit == _YEAR:
        year = start.year + days // _YEAR
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    if count.unit == _MONTH:
        months = start.year * 12 + start.month - 1 + days // _MONTH
        return *month_span(date(months // 12, months % 12 + 1, 1)), Precision.MONTH
    day = start + timedelta(days=days)
    if count.whole:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=_WEEK - 1), Precision.INTERVAL
    return (day, day, Precision.DAY) if count.unit == 1 else (*month_span(day), Precision.MONTH)


def _counts(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Count]:
    """Every count of days in a sentence; without a number it is one."""
    words = lexicon.calendar.counting
    for match in _pattern(lexicon, words).finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if match["fixed"]:
            name = " ".join(match["fixed"].lower().split())
            many, of = words.fixed_units.get(name) or (words.fixed.get(name, 0), 1)
            next_word = re.match(r"\s+(\w+)", sentence.text[match.end() :]) if name.rpartition(" ")[2] in words.joining else None
            named = next_word is not None and next_word[1].lower() not in words.going_on
            yield _Count(start, end, many * of, unit=of, after=False, named=named, whole=name in words.fixed_units)
            continue
        number, unit, way = match["n"].lower(), match["unit"].lower(), match["way"].lower()
        size = int(number) if number.isdigit() else lexicon.numbers.words.get(number, 1)
        days = size * words.units[unit]
        if days > (_LONGEST if words.units[unit] < _MONTH else _YEARS * _YEAR):
            continue
        follows = way in words.joining and re.match(r"\s+[\w'’]", sentence.text[match.end() :]) is not None
        yield _Count(start, end, -days if way in words.earlier else days, unit=words.units[unit], after=follows)


def _pattern(lexicon: Lexicon, words: Counting) -> re.Pattern[str]:
    if "counted days" not in lexicon.compiled:
        numbers = alternation((*lexicon.numbers.words, *words.one))
        ways, fixed = alternation((*words.later, *words.earlier)), alternation((*words.fixed, *words.fixed_units), space=r"\s+")
        lexicon.compiled["counted days"] = re.compile(
            rf"\b(?:(?P<fixed>{fixed})|(?P<n>\d{{1,2}}|{numbers})\s+(?P<unit>{alternation(words.units)})\s+(?P<way>{ways}))\b",
            re.IGNORECASE,
        )
    return lexicon.compiled["counted days"]
