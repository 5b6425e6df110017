"""One act told of several days ("attacks on Dec. 26 and Dec. 28"): acts on two days are two incidents (codebook 3), one draft a day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.apart import split
from truceline.reports.days_listed import days_listed
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

LASTING = frozenset({"troop_deployment", "arms_transfer", "suspension", "withdrawal", "truce", "build_up"})
"""What goes on over days, and is one whichever of them are told."""
_SECOND = 100
"""Added to the number of an act for each further day: no list of places is as long."""


def at_each_day(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and beside one whose day is one of some told together one more for each other day; a total of all stands on none."""
    out: list[Draft] = []
    for draft in drafts:
        within = [] if draft.denied or draft.kind in LASTING else days_listed(draft, lexicon) or _days_within(draft, reading, lexicon)
        others = within or ([] if draft.denied or draft.kind in LASTING else _days_beside(draft, reading, lexicon))
        codes = {day.value.code for day in others}
        if not others or any(d is not draft and d.kind == draft.kind and _when(d) in codes for d in drafts):
            out.append(draft)
            continue
        days = others if within or _ends_a_list(draft) else [draft.when, *others]
        out += [split(draft, draft.number + _SECOND * nth, day, draft.where) for nth, day in enumerate(days)]
    return out


def _when(draft: Draft) -> str | None:
    return draft.when.value.code if draft.when is not None else None


def _ends_a_list(draft: Draft) -> bool:
    """Whether the day of an act was read as a stretch of two that may be the last of a list ("on May 8, May 9 and May 10")."""
    return draft.when is not None and draft.when.value.precision is Precision.INTERVAL and " and " in draft.when.value.words


def _days_beside(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Slot[When]]:
    """The days that stand beside an act's own with nothing but "and", or the commas of a list, between."""
    if draft.when is None or draft.when_said or (draft.when.value.precision is Precision.INTERVAL and not _ends_a_list(draft)):
        return []
    own = {e.start for e in draft.when.evidence if e.part == draft.sentence.sentence.part}
    told = next((days for days in _listed(draft, lexicon) if any(day.start in own for day in days)), [])
    codes = {draft.when.value.code}
    others = []
    for day in told:
        if day.when is not None and (day.start not in own or _ends_a_list(draft)) and day.when.code not in codes:
            codes.add(day.when.code)
            others.append(_slot(day, draft, draft.when, reading))
    return others


def _days_within(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Slot[When]]:
    """The days told right behind a stretch that holds them all ("twice this month, on June 9 and June 18")."""
    when, sentence = draft.when, draft.sentence.sentence
    if when is None or when.value.precision is Precision.DAY or not when.evidence or when.evidence[-1].part != sentence.part:
        return []
    for days in _listed(draft, lexicon):
        behind = sentence.text[when.evidence[-1].end - sentence.start : days[0].start - sentence.start]
        held = all(d.when is not None and when.value.start <= d.when.start and d.when.end <= when.value.end for d in days)
        if held and behind.strip(" :-").lower() in lexicon.telling.days_behind:
            return [_slot(day, draft, when, reading) for day in days]
    return []


def _listed(draft: Draft, lexicon: Lexicon) -> Iterator[list[TimeMention]]:
    """The days of a sentence that are told of one act, run by run; a run of commas alone is none."""
    sentence = draft.sentence.sentence
    days = list(_days(draft))
    run, joined = days[:1], False
    for one, two in pairwise(days):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start].strip().lower()
        with_and = two.beside or between.removeprefix(",").strip() in lexicon.telling.day_joining
        together = (with_and or between == ",") and (two.beside or _of_one_act(draft, one, two, lexicon))
        apart = not together and _one_and_the_other(draft, one, two, lexicon)
        if together or apart:
            run.append(two)
            joined = joined or with_and or apart
            continue
        if joined:
            yield run
        run, joined = [two], False
    if joined:
        yield run


def _days(draft: Draft) -> Iterator[TimeMention]:
    """The days of a sentence; two that end a list ("on May 8, May 9 and May 10") are no stretch."""
    sentence, before = draft.sentence.sentence, None
    for told in draft.sentence.times:
        if told.when is None:
            continue
        gap = sentence.text[before.end - sentence.start : told.start - sentence.start].strip() if before is not None else ""
        words = sentence.text[told.start - sentence.start : told.end - sentence.start]
        if gap == "," and told.when.precision is Precision.INTERVAL and (told.when.end - told.when.start).days == 1 and " and " in words:
            first, _, last = words.partition(" and ")
            yield _one_day(told, told.when.start, told.start, first)
            yield _one_day(told, told.when.end, told.end - len(last), last)
        elif told.when.precision is Precision.DAY or told.beside or _opens_a_pair(told, draft):
            yield told
        before = told


def _opens_a_pair(told: TimeMention, draft: Draft) -> bool:
    """Whether another month or year is told right beside one ("in April and December")."""
    return any(t.beside and told.end <= t.start <= told.end + _AND for t in draft.sentence.times)


_AND = 8


def _one_day(told: TimeMention, day: date, start: int, words: str) -> TimeMention:
    assert told.when is not None
    when = replace(told.when, start=day, end=day, precision=Precision.DAY, words=words)
    return TimeMention(start=start, end=start + len(words), when=when)


def _of_one_act(draft: Draft, one: TimeMention, two: TimeMention, lexicon: Lexicon) -> bool:
    """Whether two days hang on one word ("on Jan. 3 and on Jan. 7 troops crossed": the second is of another clause)."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    over = []
    for day in (one, two):
        at = next((n for n, t in enumerate(graph.tokens) if t.start >= day.start and graph.covers(n, day.start, day.end)), None)
        while at is not None and graph.tokens[at].head != at and not (graph.is_verb(at) or _of_an_act(graph, at, draft)):
            at = graph.tokens[at].head
        over.append(at)
    if over[0] is None or over[1] is None:
        return False
    return over[0] == over[1] or (
        graph.tokens[over[0]].dep == "ccomp" and graph.tokens[over[0]].head == over[1] and _after(graph, over[1], two)
    )


def _after(graph: Graph, verb: int, day: TimeMention) -> bool:
    """Whether a verb of saying ends a sentence behind a day that the parser hangs on it ("... on June 9 and on June 18, the army said")."""
    return graph.tokens[verb].start > day.end


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
    return n == draft.trigger or (graph.is_noun(n) and graph.tokens[n].dep not in ("pobj", "conj", "appos", "npadvmod"))


def _slot(mention: TimeMention, draft: Draft, first: Slot[When], reading: Reading) -> Slot[When]:
    assert mention.when is not None
    span = Span(document_id=reading.document_id, start=mention.start, end=mention.end, part=draft.sentence.sentence.part)
    return Slot(value=mention.when, evidence=(span,), read_by=first.read_by)
