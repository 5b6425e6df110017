"""What goes on, its verb left out ("killed three people in Haifa and two in Safed"): one act a place with its own toll (codebook 5)."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.reading import Reading
from truceline.model.report import Quantity, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.apart import named, split, where_named
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.totals import SUMMED

_HARMING = frozenset({"air_strike", "indirect_fire", "direct_fire", "explosion", "capture"})
"""Acts whose tolls are told place by place; a fight at two places may be one."""
_FURTHER = 50
"""Added to the number of an act for its further places: no list of places is as long."""


def at_each_gap(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and beside one whose verb goes on unsaid ("one in Safed") one more for each place where it does."""
    out: list[Draft] = []
    for draft in drafts:
        fate = _fate(draft)
        gaps = _gaps(draft, lexicon) if fate and draft.kind in _HARMING and draft.where is not None and not draft.denied else []
        out.append(draft)
        if not gaps or fate is None or draft.where is None:
            continue
        graph = Graph.of(draft.sentence, lexicon.clauses)
        told = {d.where.value.name for d in drafts if d.where is not None and d.kind == draft.kind}
        for number, (count, place) in enumerate(gaps):
            where = where_named(graph, place, draft.where, reading)
            if where.value.name in told:
                continue
            one = split(draft, _FURTHER + number, draft.when, where)
            one.counts = [_count(graph, count, fate, draft, reading)]
            out.append(one)
        _only_its_own(draft, fate, graph, gaps)
    return out


def _fate(draft: Draft) -> str | None:
    """What befell those of whom a draft counts one kind of toll; None where it counts none or several."""
    told = {c.value.what for c in draft.counts if c.value.what in SUMMED and c.value.high != 0}
    return told.pop() if len(told) == 1 else None


def _gaps(draft: Draft, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Each bare number after an act with the place that stands with it, and nothing else: ("two", "Safed")."""
    if not draft.sentence.sentence.tokens or draft.sentence.sentence.headline:
        return []
    graph = Graph.of(draft.sentence, lexicon.clauses)
    return [
        (n, place)
        for n, token in enumerate(graph.tokens)
        if n > draft.trigger and token.tag == "CD" and _bare(graph, n, lexicon) and _joined(graph, n)
        for place in [_place(graph, n, lexicon)]
        if place is not None and not _own_place(draft, graph.tokens[place].start)
    ]


def _own_place(draft: Draft, start: int) -> bool:
    """Whether a word is of the place of the act itself, told last for all ("killed a guard and two others in Safed")."""
    return draft.where is not None and any(span.start <= start < span.end for span in draft.where.evidence)


def _bare(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a number counts no noun of its own but "others", and has no verb of its own ("two in Kabul were wounded")."""
    token = graph.tokens[n]
    if token.dep == "nummod":
        return graph.low[token.head] in lexicon.telling.other_of_two and _bare(graph, token.head, lexicon)
    return token.dep not in ("nsubj", "nsubjpass")


def _joined(graph: Graph, n: int) -> bool:
    """Whether a number goes on from what was told: a comma, a dash or "and" stands before it."""
    return n > 0 and graph.tokens[n - 1].tag in (",", ":", "CC", "HYPH")


def _place(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The named place right after a number ("two in Safed", "two others near Safed")."""
    at = n + 2 if n + 1 < len(graph.tokens) and graph.low[n + 1] in lexicon.telling.other_of_two else n + 1
    if at + 1 >= len(graph.tokens) or graph.low[at] not in lexicon.where.at:
        return None
    return next((p for p in graph.with_dep(at, "pobj") if p <= at + 4 and named(graph, p, lexicon)), None)


def _count(graph: Graph, n: int, fate: str, draft: Draft, reading: Reading) -> Slot[Quantity]:
    token = graph.tokens[n]
    first = next(c for c in draft.counts if c.value.what == fate)
    number = next((q.quantity for q in graph.annotated.quantities if q.start <= token.start < q.end), None)
    low, high = (number.low, number.high) if number is not None else (1, 1)
    span = Span(document_id=reading.document_id, start=token.start, end=token.end, part=graph.annotated.sentence.part)
    value = replace(first.value, low=low, high=high, approx=False)
    return Slot(value=value, evidence=(span,), read_by="reports.gapped 1")


def _only_its_own(draft: Draft, fate: str, graph: Graph, gaps: list[tuple[int, int]]) -> None:
    """Leaves, in place, a toll on the first place only where it can be its own: told right before the gaps, and no total of all."""
    draft.counts = [c for c in draft.counts if c.value.what != fate or _stands_before(c, graph, gaps[0][0])]


def _stands_before(count: Slot[Quantity], graph: Graph, gap: int) -> bool:
    """Whether nothing but the same clause lies between a number and the first gap: a dash or a colon makes it a total."""
    start, end = count.evidence[0].start, graph.tokens[gap].start
    return start < end and not any(t.tag in (":", "HYPH") and start < t.start < end for t in graph.tokens)
