"""One act told at several places ("struck Homs and Hama"): acts at two places are two incidents (codebook 5), one draft a place."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Where
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.where import point

_STRUCK = frozenset({"air_strike", "indirect_fire", "direct_fire"})
"""Acts that a list of places multiplies; a fight, a crossing or a deployment may be one though it is told of several places."""
_BEFORE = ("compound", "amod", "nmod", "poss", "case")


def at_each_place(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and beside one whose place is a list of names one more for each further name; a total of all stands on none."""
    out: list[Draft] = []
    for draft in drafts:
        places = _places(draft, reading, lexicon) if draft.kind in _STRUCK and draft.where is not None and not draft.denied else []
        if len(places) < 2:
            out.append(draft)
            continue
        for number, where in enumerate(places):
            one = replace(draft, where=where, counts=[], number=number)
            for name in _LISTS:
                setattr(one, name, list(getattr(one, name)))  # what is handed to one is not handed to all
            out.append(one)
    return out


_LISTS = ("actors", "targets", "responses", "attributions", "follow_ups", "intended", "indexes", "notes", "stands", "footings")


def _places(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Slot[Where]]:
    """The places of a list that the place of a draft begins or is, in order of the text; none where a word of it is no name."""
    assert draft.where is not None
    told = draft.where.evidence[0]
    annotated = next(
        (a for a in reading.sentences if a.sentence.part == told.part and a.sentence.start <= told.start < a.sentence.end), None
    )
    if annotated is None or not annotated.sentence.tokens:
        return []
    graph = Graph.of(annotated, lexicon.clauses)
    inside = [n for n, t in enumerate(graph.tokens) if told.start <= t.start < told.end]
    top = next((n for n in inside if graph.tokens[n].head not in inside or graph.tokens[n].head == n), None)
    if top is None or not _told_as_struck(graph, top, draft, lexicon):
        return []
    names = _names(graph, top, inside)
    if len(names) < 2 or not all(_named(graph, n, lexicon) for n in names):
        return []
    return [_slot(graph, n, draft.where, reading) for n in names]


def _names(graph: Graph, n: int, inside: list[int]) -> list[int]:
    """The places of a list: the word and those joined to it, or those in which what it names lies ("bases in Homs and Hama")."""
    joined = graph.conjuncts(n)
    lists = (graph.conjuncts(k) for k in inside if graph.tokens[k].dep == "pobj")
    return joined if len(joined) > 1 else next((names for names in lists if len(names) > 1), joined)


def _told_as_struck(graph: Graph, n: int, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a place is what was struck or where ("struck Homs", "strikes in Homs", "on Homs"), not where from or where to."""
    head = graph.tokens[n].head
    if head == draft.trigger and graph.annotated is draft.sentence:
        return True
    return (graph.low[head] in lexicon.where.at or graph.low[head] in lexicon.where.struck) and _of_the_act(graph, head, draft)


def _of_the_act(graph: Graph, preposition: int, draft: Draft) -> bool:
    """Whether a preposition hangs on the act, on the verb it is told by or on what was struck ("the events in Homs and Hama" do not)."""
    holder = graph.tokens[preposition].head
    if graph.annotated is not draft.sentence:
        return graph.tokens[holder].lemma == draft.lemma or graph.tokens[graph.tokens[holder].head].lemma == draft.lemma
    over = next((w for w in graph.ancestors(draft.trigger) if graph.is_verb(w)), draft.trigger)
    acts = {draft.trigger, over} if graph.is_noun(draft.trigger) else {draft.trigger}
    below = acts.intersection(graph.ancestors(holder))  # what a relative clause is told on stands above it
    return holder in acts or (
        bool(below) and (graph.tokens[holder].head in acts or holder in {p for act in below for p in graph.patients(act)})
    )


def _named(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place, or a noun of place with a name of its own."""
    token = graph.tokens[n]
    near = [n, *graph.with_dep(n, *_BEFORE)]
    known = any(p.where is not None and not p.line and any(graph.covers(m, p.start, p.end) for m in near) for p in graph.annotated.places)
    return known or (token.tag in ("NNP", "NNPS") and token.lemma not in lexicon.where.never)


def _slot(graph: Graph, n: int, first: Slot[Where], reading: Reading) -> Slot[Where]:
    own = [n, *graph.with_dep(n, *_BEFORE)]
    start, end = min(graph.tokens[m].start for m in own), graph.tokens[n].end
    span = Span(document_id=reading.document_id, start=start, end=end, part=graph.annotated.sentence.part)
    base = point([p for p in graph.annotated.places if p.where is not None and start <= p.start and p.end <= end])
    words = reading.document.words(span)
    where = replace(base, name=words) if base is not None else Where(name=words)
    return Slot(value=where, evidence=(span,), read_by=first.read_by)
