"""Charges that tell who began: "X says Y fired first", "each side says the other started it"."""

from collections.abc import Iterator

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.denials_said import said_by
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides


def begun_said(
    graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions, sides: Sides
) -> Iterator[tuple[list[str | None], str | None]]:
    """Who say that another began it, and who that is, if the word at ``n`` tells it; nobody is named where each says so of the other."""
    if graph.tokens[n].dep not in ("ccomp", "conj") or graph.with_dep(n, "neg") or not tells_who_began(graph, n, lexicon):
        return
    if the_other(graph, n, lexicon):
        yield [None], None
        return
    by = said_by(graph, n, speakers)
    for head in graph.agents(n) if by else []:
        slot = sides.actor(graph, head, Role.MIL)
        if slot is not None and slot.value.party != "UNK":
            yield [code for code in by if code.split(":")[0] != slot.value.party], slot.value.code


def tells_who_began(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells that somebody began a fight ("started it", "provoked the clash"), or was the first to fire."""
    words = lexicon.telling
    if not graph.is_verb(n):
        return False
    if graph.tokens[n].lemma in words.beginning:
        return any(graph.low[k] in words.such_charge or lexicon.tells_act(graph.low[k]) for k in graph.objects(n))
    first = any(graph.low[k] in words.first for k in graph.with_dep(n, "advmod"))
    return first and (lexicon.tells_act(graph.low[n]) or any(lexicon.tells_act(graph.low[k]) for k in graph.objects(n)))


def the_other(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word is said of "the other", done to or pointed at "each other", or traded ("traded accusations"): both take the step."""
    at_each = [p for prep, p in graph.obliques(n) if prep in ("at", "on", "against")]
    others = any(graph.tokens[k].lemma == "other" for k in (*graph.patients(n), *graph.with_dep(n, "nsubj"), *at_each))
    return others or (graph.tokens[n].dep == "dobj" and graph.tokens[graph.tokens[n].head].lemma in lexicon.charged.trading)
