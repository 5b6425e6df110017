"""Whether two words of a sentence stand in clauses that tell of two acts: two doers joined by "and", or two times."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.fate_verbs import verb_fate
from truceline.reports.grammar import Graph


def clauses_apart(graph: Graph, one: int, two: int, lexicon: Lexicon) -> bool:
    """Whether two words stand in clauses that tell of two acts: with two doers, "while" between them, or time measured between them."""
    key = ("clauses apart", one, two)
    if key not in graph.kept:
        graph.kept[key] = _apart(graph, one, two, lexicon)
    return bool(graph.kept[key])


def _apart(graph: Graph, one: int, two: int, lexicon: Lexicon) -> bool:
    first, second = _told_in(graph, one), _told_in(graph, two)
    if first != second and (second in _beside(graph, first, lexicon) or first in _beside(graph, second, lexicon)):
        return _has_doer(graph, first, lexicon) and _has_doer(graph, second, lexicon)
    return _at_another_time(graph, one, two, lexicon) or _at_another_time(graph, two, one, lexicon)


def _has_doer(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells who does it: by its subject, unless that is no more than the "87" of "87 wounded", or by a "by"."""
    if graph.passive(verb):
        return bool(graph.agents(verb))
    return bool(graph.objects(verb)) or verb_fate(graph, verb, lexicon) is None


def _told_in(graph: Graph, n: int) -> int:
    """The verb with a subject of its own in whose clause a word stands."""
    verbs = [w for w in (n, *graph.ancestors(n)) if graph.is_verb(w)]
    return next((w for w in verbs if graph.with_dep(w, "nsubj", "nsubjpass")), verbs[-1] if verbs else n)


def _beside(graph: Graph, verb: int, lexicon: Lexicon) -> list[int]:
    """The verbs before one to which it is joined by "and" or "while"."""
    found = []
    while graph.is_verb(graph.tokens[verb].head) and graph.tokens[verb].head != verb:
        aside = any(graph.low[k] in lexicon.numbers.aside for k in graph.with_dep(verb, "mark"))
        if graph.tokens[verb].dep != "conj" and not aside:
            break
        verb = graph.tokens[verb].head
        found.append(verb)
    return found


def _at_another_time(graph: Graph, one: int, two: int, lexicon: Lexicon) -> bool:
    """Whether the second word stands in what the first one's verb is told to have come before, or so long after."""
    numbers = lexicon.numbers
    verb = graph.verb_of(one)
    for n in (w for w in (two, *graph.ancestors(two)) if graph.tokens[w].head == verb):
        links = [k for k in graph.with_dep(n, "mark") if k < n] + ([n] if graph.tokens[n].dep == "prep" else [])
        before = any(graph.low[k] in numbers.earlier for k in links)
        measured = any(graph.low[k] in numbers.later and _measured(graph, k, n) for k in links)
        if before or measured:
            return True
    return False


def _measured(graph: Graph, link: int, clause: int) -> bool:
    """Whether words before "after" say how long ("two days after", "shortly after"), wherever the parse hangs them."""
    before = graph.with_dep(link, "npadvmod", "advmod", "quantmod") + graph.with_dep(clause, "npadvmod")
    return any(k < link for k in before)
