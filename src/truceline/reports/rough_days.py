"""Days told only roughly before the news: "comes days after a raid", "nearly a week after", "after several days of shelling".

No day is known then, but mostly the month: that of the news, where all the days that the words may mean lie in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Calendar
from truceline.reports.drafted import Draft
from truceline.reports.gone_before import after_words
from truceline.reports.grammar import Graph

READ_BY = "reports.rough_days 1"


def roughly(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Sets, in place, the month of acts that have no day and that the text puts some days or a week or two before its news."""
    published = reading.document.published
    if published is None:
        return
    for draft in drafts:
        if draft.when is not None or draft.title or not draft.sentence.sentence.tokens:
            continue
        graph = Graph.of(draft.sentence, lexicon.clauses)
        if (off := _days_off(graph, draft, reading, lexicon)) is not None:
            draft.when = off
            continue
        found = _before_news(graph, draft.trigger, lexicon)
        if found is None:
            continue
        news = _day_of(graph, found.news, published)
        if news is not None and (month := _month(news - timedelta(days=found.most), news - timedelta(days=found.least))) is not None:
            draft.when = _slot(month, graph, found.at, reading)


def _days_off(graph: Graph, draft: Draft, reading: Reading, lexicon: Lexicon) -> Slot[When] | None:
    """The month of an act told as some days from a day told shortly before ("days later", "a few days after that raid")."""
    counting, n = lexicon.calendar.counting, draft.trigger
    if n >= len(graph.tokens) or not graph.has_lemma(_DAY):
        return None
    verb = graph.verb_of(n)
    for at in range(len(graph.tokens) - 1):
        way = graph.low[at + 1]
        if counting.units.get(graph.low[at]) != 1 or way not in (*counting.later, *counting.earlier) or graph.verb_of(at) != verb:
            continue
        base, few = _told_before(draft, reading), _few(graph, at, lexicon.calendar)
        if base is None or base.when is None or few is None or not _told(graph, at + 1):
            return None
        near, far = (timedelta(days=-k) if way in counting.earlier else timedelta(days=k) for k in few)
        month = _month(*sorted((base.when.start + near, base.when.start + far)))
        return _slot(month, graph, at, reading) if month is not None else None
    return None


_DAY = frozenset({"day"})


def _told(graph: Graph, way: int) -> bool:
    """Whether what an act came days after is pointed at as told before ("days after that raid"), or not told again ("days later")."""
    if graph.tokens[way].dep == "mark":
        return False
    return not graph.with_dep(way, "pobj", "pcomp") or any(
        graph.low[k] in _POINTING for p in graph.with_dep(way, "pobj") for k in graph.with_dep(p, "det")
    )


_POINTING = frozenset({"that", "this"})


def _few(graph: Graph, at: int, calendar: Calendar) -> tuple[int, int] | None:
    """How many days "days", "a few days", "several days" are at the least and at the most; None where they are counted."""
    beside = {graph.low[k] for k in graph.kids[at]}
    if graph.tokens[at].tag != "NNS" or graph.with_dep(at, "nummod"):
        return None
    return (2, calendar.rough.most if beside & set(calendar.rough.few) else calendar.rough.days)


def _told_before(draft: Draft, reading: Reading) -> TimeMention | None:
    """The last day that the two sentences before an act tell."""
    for annotated in reversed(reading.sentences[max(0, draft.index - _BACK) : draft.index]):
        days = [t for t in annotated.times if t.when is not None and not t.window]
        if days and not annotated.sentence.headline:
            return days[-1] if days[-1].when is not None and days[-1].when.precision is Precision.DAY else None
    return None


_BACK = 2


@dataclass(frozen=True, slots=True)
class _Rough:
    """By how many days an act came before the news, the word of it, and the verb that brings the news."""

    at: int
    news: int
    least: int
    most: int


def _before_news(graph: Graph, n: int, lexicon: Lexicon) -> _Rough | None:
    """How long before news that "comes after" it an act was."""
    if n >= len(graph.tokens):
        return None
    for w in (n, *graph.ancestors(n)):
        for join in after_words(graph, w, lexicon):
            over = graph.tokens[w].head
            if graph.low[join] not in lexicon.calendar.came_after or not _brings_news(graph, over, lexicon):
                return None
            spell = _spell(graph, w, n) if graph.tokens[w].dep == "prep" else None
            at = spell if spell is not None else join - 1
            span = _reach(graph, at, lexicon.calendar, lasted=spell is not None) if at >= 0 else None
            return _Rough(at, over, *span) if span is not None else None
    return None


def _brings_news(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells that a thing came ("the visit comes", "the truce, which came")."""
    return graph.is_verb(verb) and graph.tokens[verb].lemma in lexicon.calendar.coming and bool(graph.with_dep(verb, "nsubj"))


def _spell(graph: Graph, prep: int, act: int) -> int | None:
    """The days of which an act is said to have gone on ("after several days of shelling")."""
    for days in graph.with_dep(prep, "pobj"):
        held = [k for k in graph.with_dep(days, "prep") if graph.low[k] == "of"]
        if any(act in graph.with_dep(k, "pobj", "pcomp") for k in held):
            return days
    return None


def _reach(graph: Graph, at: int, calendar: Calendar, *, lasted: bool) -> tuple[int, int] | None:
    """The fewest and the most days that words mean; None where they are exact, or too vague for a month."""
    rough, counting = calendar.rough, calendar.counting
    unit, several = counting.units.get(graph.low[at]), graph.tokens[at].tag == "NNS"
    before = {graph.low[k] for k in graph.kids[at]} | {graph.low[m] for k in graph.kids[at] for m in graph.kids[k]}
    before |= {graph.low[k] for k in range(max(0, at - _WORDS), at)}
    if unit == 1 and several and (before & set(rough.few) or not graph.with_dep(at, "nummod")):
        return (1 if lasted else 2), (rough.most if before & set(rough.few) else rough.days)
    if unit == _WEEK and not several and not lasted:
        if before & set(rough.short):
            return _WEEK - 2, _WEEK
        return (_WEEK, _WEEK + 4) if before & set(rough.long) else None
    return None


_WEEK, _WORDS = 7, 3


def _day_of(graph: Graph, news: int, published: date) -> date | None:
    """The day of the news: the one told of it, or that of the text where it is told as news ("comes"); None where it is not known."""
    days = [t for t in graph.annotated.times if t.when is not None and not t.window and t.when.precision is Precision.DAY]
    if days:
        return days[0].when.start if len(days) == 1 and days[0].when is not None else None
    return published if graph.tokens[news].tag in ("VBZ", "VBP", "VBD") else None


def _month(first: date, last: date) -> When | None:
    if (first.year, first.month) != (last.year, last.month):
        return None
    start, end = month_span(first)
    return When(start=start, end=end, precision=Precision.MONTH, basis="some days before", words="", anchored=True)


def _slot(month: When, graph: Graph, at: int, reading: Reading) -> Slot[When]:
    token, part = graph.tokens[at], graph.annotated.sentence.part
    span = Span(document_id=reading.document_id, start=token.start, end=token.end, part=part)
    return Slot(value=replace(month, words=token.text), evidence=(span,), read_by=READ_BY)
