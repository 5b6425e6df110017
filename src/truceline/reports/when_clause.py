"""The day on which a clause with "when" hangs ("since March, when 60 were killed"): that of the acts it tells."""

from dataclasses import replace

from truceline.model.document import Document
from truceline.model.reading import TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act


def when_clause(act: Act, document: Document, lexicon: Lexicon) -> Slot[When] | None:
    """The day or month on which a clause with "when" hangs that tells the act, also behind "since" ("since March, when 60 were killed")."""
    graph = act.graph
    for mention in sorted(graph.annotated.times, key=lambda t: t.start, reverse=True):
        date = [n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end]
        clauses = [k for n in date for k in graph.with_dep(n, "relcl") if _opens_with_when(graph, k, lexicon)]
        if (k := _opened_beside(graph, date)) is not None:
            clauses = [k]
        if mention.when is None or not any(act.trigger in graph.subtree(k) for k in clauses):
            continue
        began = shaped(r"(?:WORDS)\s+(?:the\s+)?", lexicon.numbers.begins).match(_words(graph, mention))
        day = _beginning(mention.when, _words(graph, mention).lower().split(), lexicon) if began is not None else mention.when
        start = mention.start + (began.end() if began is not None else 0)
        return Slot(value=day, evidence=(told_at(document, graph, start, mention.end),), read_by=f"language.dates 1 {day.basis} own")
    return None


def _opens_with_when(graph: Graph, clause: int, lexicon: Lexicon) -> bool:
    marks = [*graph.with_dep(clause, "advmod", "mark"), *(p for k in graph.with_dep(clause, "prep") for p in graph.with_dep(k, "pobj"))]
    return any(graph.tokens[k].tag in ("WRB", "WDT") and k < clause and graph.low[k] != "that" for k in marks)


def _opened_beside(graph: Graph, date: list[int]) -> int | None:
    """The clause that a "when" right behind a date opens, on whichever date of the sentence the parser hung it."""
    behind = date[-1] + 1 if date else len(graph.tokens)
    behind += behind < len(graph.tokens) and graph.low[behind] == ","
    told = behind < len(graph.tokens) and graph.tokens[behind].tag == "WRB" and graph.tokens[behind].dep == "advmod"
    clause = graph.tokens[behind].head if told else behind
    return clause if told and graph.low[behind] == "when" and graph.tokens[clause].dep in ("relcl", "advcl") else None


def _words(graph: Graph, mention: TimeMention) -> str:
    sentence = graph.annotated.sentence
    return sentence.text[mention.start - sentence.start : mention.end - sentence.start]


def _beginning(stretch: When, words: list[str], lexicon: Lexicon) -> When:
    """The day, month or year that a stretch up to now began with, as closely as its words tell it."""
    start = stretch.start
    if stretch.precision is Precision.YEAR:
        return replace(stretch, end=start.replace(month=12, day=31))
    named = any(word.strip(".,") in lexicon.calendar.months for word in words)
    if stretch.precision is Precision.MONTH or (
        named and start.day == 1 and not any(word.strip(",").isdigit() and len(word) < _YEAR for word in words)
    ):
        return replace(stretch, end=month_span(start)[1], precision=Precision.MONTH)
    return replace(stretch, end=start, precision=Precision.DAY)


_YEAR = 4


def told_at(document: Document, graph: Graph, start: int, end: int) -> Span:
    """The words of a sentence between two offsets, as evidence."""
    return Span(document_id=document.id, start=start, end=end, part=graph.annotated.sentence.part)
