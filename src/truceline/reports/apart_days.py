"""One act told of two days ("attacks on Dec. 26 and Dec. 28"): acts on two days are two incidents (codebook 3), one draft a day."""

from collections.abc import Sequence
from itertools import pairwise

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.apart import split
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

_LASTING = frozenset({"troop_deployment", "arms_transfer", "suspension", "withdrawal", "truce", "build_up"})
"""What goes on over days, and is one whichever of them are told."""
_SECOND = 100
"""Added to the number of an act for its second day: no list of places is as long."""


def at_each_day(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and beside one whose day is one of two told together one more for the other day; a total of both stands on none."""
    out: list[Draft] = []
    for draft in drafts:
        other = None if draft.denied or draft.kind in _LASTING else _day_beside(draft, reading, lexicon)
        told = any(d is not draft and other is not None and d.kind == draft.kind and _when(d) == other.value.code for d in drafts)
        if other is None or told:
            out.append(draft)
            continue
        out += [split(draft, draft.number, draft.when, draft.where), split(draft, draft.number + _SECOND, other, draft.where)]
    return out


def _when(draft: Draft) -> str | None:
    return draft.when.value.code if draft.when is not None else None


def _day_beside(draft: Draft, reading: Reading, lexicon: Lexicon) -> Slot[When] | None:
    """The day that stands beside an act's own with nothing but "and" between."""
    if draft.when is None or draft.when_said or draft.when.value.precision is not Precision.DAY:
        return None
    sentence = draft.sentence.sentence
    days = [t for t in draft.sentence.times if t.when is not None and t.when.precision is Precision.DAY]
    for one, two in pairwise(days):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start].strip().lower()
        joined = two.beside or between in lexicon.telling.day_joining
        joined = joined and (two.beside or _of_one_act(draft, one, two, lexicon))
        if one.when == two.when or not (joined or _one_and_the_other(draft, one, two, lexicon)):
            continue
        for own, other in ((one, two), (two, one)):
            if any(e.start == own.start and e.part == sentence.part for e in draft.when.evidence):
                return _slot(other, draft, draft.when, reading)
    return None


def _of_one_act(draft: Draft, one: TimeMention, two: TimeMention, lexicon: Lexicon) -> bool:
    """Whether two days hang on one word ("on Jan. 3 and on Jan. 7 troops crossed": the second is of another clause)."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    over = []
    for day in (one, two):
        at = next((n for n, t in enumerate(graph.tokens) if t.start >= day.start and graph.covers(n, day.start, day.end)), None)
        while at is not None and graph.tokens[at].head != at and not (graph.is_verb(at) or _of_an_act(graph, at, draft)):
            at = graph.tokens[at].head
        over.append(at)
    return over[0] is not None and over[0] == over[1]


def _one_and_the_other(draft: Draft, one: TimeMention, two: TimeMention, lexicon: Lexicon) -> bool:
    """Whether acts told by one noun are told one by one ("two raids, one on a patrol on Feb. 2 and the other on a bus on Feb. 8")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if not graph.is_noun(draft.trigger) or graph.tokens[draft.trigger].tag not in ("NNS", "NNPS"):
        return False
    below = sorted(graph.subtree(draft.trigger))
    first = [n for n in below if graph.tokens[n].dep == "appos" and graph.low[n] in lexicon.telling.one_of_two]
    second = [n for n in below if graph.low[n] in lexicon.telling.other_of_two and n > draft.trigger]
    if not first or not second:
        return False
    start, turn = graph.tokens[first[0]].start, graph.tokens[second[0]].start
    return start < one.start < turn < two.start <= graph.tokens[below[-1]].start


def _of_an_act(graph: Graph, n: int, draft: Draft) -> bool:
    return n == draft.trigger or (graph.is_noun(n) and graph.tokens[n].dep not in ("pobj", "conj", "npadvmod"))


def _slot(mention: TimeMention, draft: Draft, first: Slot[When], reading: Reading) -> Slot[When]:
    assert mention.when is not None
    span = Span(document_id=reading.document_id, start=mention.start, end=mention.end, part=draft.sentence.sentence.part)
    return Slot(value=mention.when, evidence=(span,), read_by=first.read_by)
