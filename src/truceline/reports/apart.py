"""One act told at several places ("struck Homs and Hama"): acts at two places are two incidents (codebook 5), one draft a place."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Where
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.tree import NAMES
from truceline.reports.where import point

_STRUCK = frozenset({"air_strike", "indirect_fire", "direct_fire"})
"""Acts that a list of places multiplies; a fight, a crossing or a deployment may be one though it is told of several places.

Of fights only those by which ground is taken: each town falls by itself.
"""
_BEFORE = ("compound", "amod", "nmod", "poss", "case")


def at_each_place(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and beside one whose place is a list of names one more for each further name; a total of all stands on none."""
    out: list[Draft] = []
    for draft in drafts:
        each = draft.kind in _STRUCK or (draft.kind == "clash" and draft.lemma in lexicon.where.each_taken)
        places = _places(draft, reading, lexicon) if each and draft.where is not None and not draft.denied else []
        if len(places) < 2:
            out.append(draft)
            continue
        for number, where in enumerate(places):
            out.append(split(draft, number, draft.when, where))
    return out


def split(draft: Draft, number: int, when: Slot[When] | None, where: Slot[Where] | None) -> Draft:
    """One of the acts that a draft tells at once, on its own day and in its own place; what all of them count together stands on none."""
    one = replace(draft, counts=[], number=number, when=when, where=where)
    for name in _LISTS:
        setattr(one, name, list(getattr(one, name)))  # what is handed to one is not handed to all
    return one


_LISTS = ("triggers", "actors", "targets", "responses", "attributions", "follow_ups", "intended", "indexes", "notes", "stands", "footings")


def _places(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[Slot[Where]]:
    """The places of a list that the place of a draft begins or is, in order of the text; none where a word of it is no name."""
    assert draft.where is not None
    told = draft.where.evidence[0]
    found = ((n, a) for n, a in enumerate(reading.sentences) if a.sentence.part == told.part and told.start < a.sentence.end)
    at, annotated = next(((n, a) for n, a in found if a.sentence.start <= told.start), (-1, None))
    if annotated is None or not annotated.sentence.tokens:
        return []
    graph = Graph.of(annotated, lexicon.clauses)
    inside = [n for n, t in enumerate(graph.tokens) if told.start <= t.start < told.end]
    top = next((n for n in inside if graph.tokens[n].head not in inside or graph.tokens[n].head == n), None)
    if top is None or not _told_as_struck(graph, top, at, draft, lexicon):
        return []
    names = _among_them(graph, top, lexicon) or _names(graph, top, inside, lexicon)
    if any(graph.low[k] in lexicon.where.alias for n in names for k in graph.with_dep(n, "cc")):
        return []  # "Ras al-Ain, or Sere Kaniye": one place by two names
    if len(names) < 2 or not all(named(graph, n, lexicon) for n in names):
        return []
    return [where_named(graph, n, draft.where, reading) for n in names]


def _names(graph: Graph, n: int, inside: list[int], lexicon: Lexicon) -> list[int]:
    """The places of a list: the word and those joined to it, or those in which what it names lies ("bases in Homs and Hama").

    Of several towns those that are named of them ("towns, including Homs and Hama", "the towns of Homs and Hama").
    """
    joined, over = graph.conjuncts(n), graph.tokens[graph.tokens[n].head].head
    if graph.low[graph.tokens[n].head] in lexicon.where.including:
        joined = [k for k in [*joined, *graph.with_dep(over, "appos")] if graph.is_noun(k)]
    below = ((k, graph.tokens[k].head) for k in inside if graph.tokens[k].dep == "pobj")
    lists = (graph.conjuncts(k) for k, p in below if graph.low[p] in lexicon.where.at or _several(graph, p, lexicon))
    return joined if len(joined) > 1 else next((names for names in lists if len(names) > 1), joined)


def _among_them(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """The towns named last of several ("several towns, Homs and Hama among them"), wherever the parser hung them."""
    if graph.tokens[n].tag != "NNS":
        return []
    at = next((k for k in range(n + 2, len(graph.tokens) - 1) if " ".join(graph.low[k : k + 2]) in lexicon.where.among_them), None)
    if at is None:
        return []
    names: list[int] = []
    for k in range(at - 1, n, -1):
        if graph.tokens[k].tag in NAMES:
            names += [] if graph.tokens[k + 1].tag in NAMES else [k]
        elif graph.tokens[k].tag not in (",", "CC"):
            break
    return names[::-1]


def _several(graph: Graph, preposition: int, lexicon: Lexicon) -> bool:
    """Whether an "of" gives the names of several places ("the towns of")."""
    over = graph.tokens[graph.tokens[preposition].head]
    return graph.low[preposition] == "of" and over.tag == "NNS" and over.lemma in lexicon.where.nouns


def _told_as_struck(graph: Graph, n: int, at: int, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a place is what was struck or where ("struck Homs", "strikes in Homs", "on Homs"), not where from or where to."""
    head = graph.tokens[n].head
    told = [trigger for index, trigger in draft.triggers if index == at]
    if head in told:
        return True
    if graph.low[head] in lexicon.where.including:
        return _told_as_struck(graph, graph.tokens[head].head, at, draft, lexicon)
    if graph.low[head] == "of":  # "the shelling of Homs and Hama", "took control of Homs and Hama"
        return graph.tokens[head].head in told or graph.low[max(0, head - 1)] in lexicon.where.held_ground
    struck = graph.low[head] in lexicon.where.at or graph.low[head] in lexicon.where.struck
    return struck and any(_of_the_act(graph, head, trigger) for trigger in told)


def _of_the_act(graph: Graph, preposition: int, trigger: int) -> bool:
    """Whether a preposition hangs on the act, on the verb it is told by or on what was struck ("the events in Homs and Hama" do not)."""
    holder = graph.tokens[preposition].head
    acts = {trigger, _verb_of(graph, trigger)}
    below = acts.intersection(graph.ancestors(holder))  # what a relative clause is told on stands above it
    return holder in acts or (
        bool(below) and (graph.tokens[holder].head in acts or holder in {p for act in below for p in graph.patients(act)})
    )


def _verb_of(graph: Graph, n: int) -> int:
    """The verb by which a noun of an act is told ("launched strikes", "responded with strikes"); the word itself where it is none."""
    over = graph.tokens[n].head
    if graph.tokens[over].dep == "prep" and graph.low[over] == "with":
        over = graph.tokens[over].head
    elif graph.tokens[n].dep not in ("dobj", "nsubj", "nsubjpass"):
        return n
    return over if graph.is_noun(n) and graph.is_verb(over) else n


def named(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place, or a noun of place with a name of its own."""
    token = graph.tokens[n]
    near = [n, *graph.with_dep(n, *_BEFORE)]
    known = any(p.where is not None and not p.line and any(graph.covers(m, p.start, p.end) for m in near) for p in graph.annotated.places)
    return known or (token.tag in ("NNP", "NNPS") and token.lemma not in lexicon.where.never)


def where_named(graph: Graph, n: int, first: Slot[Where], reading: Reading) -> Slot[Where]:
    """The place that a word names, read as the first of a list was."""
    own = [n, *graph.with_dep(n, *_BEFORE)]
    start, end = min(graph.tokens[m].start for m in own), graph.tokens[n].end
    span = Span(document_id=reading.document_id, start=start, end=end, part=graph.annotated.sentence.part)
    base = point([p for p in graph.annotated.places if p.where is not None and start <= p.start and p.end <= end])
    words = reading.document.words(span)
    where = replace(base, name=words) if base is not None else Where(name=words, country=first.value.country)
    return Slot(value=where, evidence=(span,), read_by=first.read_by)
