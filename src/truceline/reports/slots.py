"""When of one act, and its line: the nearest date, time of day, line and sector in its sentence."""

from truceline.model.document import Document
from truceline.model.reading import PlaceMention, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act


def when(act: Act, document: Document, lexicon: Lexicon) -> tuple[Slot[When] | None, bool]:
    """The day of an act: a date in its own clause first, then the nearest of its sentence.

    The flag says that the date is the day of saying ("..., the army said Sunday"): right for most leads, but
    a date of the act told elsewhere is better.
    """
    found = [t for t in act.graph.annotated.times if t.when is not None and not t.window]
    own = [t for t in found if not _of_saying(act, t, lexicon)]
    best = _nearest(act, own or found)
    if best is None or best.when is None:
        return None, False
    slot = Slot(value=best.when, evidence=(_span(document, act.graph, best.start, best.end),), read_by="language.dates 1 " + best.when.basis)
    return slot, not own


def _of_saying(act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a date hangs on a verb of saying and not on the act."""
    graph = act.graph
    at = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end and not (mention.start <= graph.tokens[t.head].start < mention.end and t.head != n)), None)
    if at is None:
        return False
    for w in graph.ancestors(at):
        if w == act.trigger:
            return False
        if graph.is_verb(w):
            return graph.tokens[w].lemma in lexicon.speech.strong
    return False


def clock(act: Act, document: Document) -> Slot[str] | None:
    """The time of day in the act's sentence, HH:MM local."""
    best = _nearest(act, [t for t in act.graph.annotated.times if t.clock])
    if best is None or best.clock is None:
        return None
    return Slot(value=best.clock, evidence=(_span(document, act.graph, best.start, best.end),), read_by="language.dates 1 clock")


def line(act: Act, document: Document) -> tuple[Slot[str] | None, Slot[str] | None]:
    """The line and the sector named in the act's sentence."""
    places = act.graph.annotated.places
    lines = [p for p in places if p.line]
    sectors = [p for p in places if p.sector]
    one = _nearest_place(act, lines)
    two = _nearest_place(act, sectors)
    return (
        Slot(value=str(one.line), evidence=(_span(document, act.graph, one.start, one.end),), read_by="language.places 1") if one else None,
        Slot(value=str(two.sector), evidence=(_span(document, act.graph, two.start, two.end),), read_by="language.places 1") if two else None,
    )


def _nearest(act: Act, found: list[TimeMention]) -> TimeMention | None:
    at = act.graph.tokens[act.trigger]
    region = [(act.graph.tokens[w].start, act.graph.tokens[w].end) for w in act.region]
    ranked = sorted(found, key=lambda t: (not any(a < t.end and t.start < b for a, b in region), t.start < at.start and abs(t.start - at.start) > 200, abs(t.start - at.start), t.start))
    return ranked[0] if ranked else None


def _nearest_place(act: Act, found: list[PlaceMention]) -> PlaceMention | None:
    at = act.graph.tokens[act.trigger].start
    return min(found, key=lambda p: (abs(p.start - at), p.start)) if found else None


def _span(document: Document, graph: Graph, start: int, end: int) -> Span:
    return Span(document_id=document.id, start=start, end=end, part=graph.annotated.sentence.part)
