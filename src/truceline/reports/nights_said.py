"""The night before a day of saying: what was done "overnight" as somebody said on Sunday was done by then, whenever that was printed."""

from truceline.model.document import Document
from truceline.model.reading import TimeMention
from truceline.model.report import Slot
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act
from truceline.reports.when_clause import told_at

READ_BY = "reports.nights_said 1"


def night_said(day: Slot[When] | None, act: Act, document: Document, lexicon: Lexicon) -> Slot[When] | None:
    """A day; where its words only name a night and the act is said on another told day before it, that day."""
    if day is None or day.value.words.lower() not in lexicon.telling.nights:
        return day
    night, said = day.evidence[-1], _day_of_saying(act, lexicon)
    if said is None or said.when is None or said.when.start >= day.value.start:
        return day
    spans = sorted((night, told_at(document, act.graph, said.start, said.end)), key=lambda span: span.start)
    return Slot(value=said.when, evidence=tuple(spans), read_by=READ_BY)


def _day_of_saying(act: Act, lexicon: Lexicon) -> TimeMention | None:
    """The one day that hangs on the verb of saying over an act ("earlier Sunday, the army said that it had bombed the area overnight")."""
    graph = act.graph
    over = next((w for w in graph.ancestors(act.trigger) if graph.is_verb(w) and graph.tokens[w].lemma in lexicon.speech.strong), None)
    days = [t for t in graph.annotated.times if t.when is not None and not t.window and t.when.precision is Precision.DAY]
    told = [t for t in days if over is not None and _hangs_on(graph, t, over)]
    return told[0] if len(told) == 1 else None


def _hangs_on(graph: Graph, mention: TimeMention, verb: int) -> bool:
    at = next((n for n, token in enumerate(graph.tokens) if mention.start <= token.start < mention.end), None)
    return at is not None and next((w for w in graph.ancestors(at) if graph.is_verb(w)), None) == verb
