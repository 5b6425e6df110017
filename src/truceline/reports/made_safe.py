"""Arms that were found and made harmless: what disposal teams blow up, and what lay there, is no act between sides."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

KINDS = frozenset({"explosion", "indirect_fire", "direct_fire", "works_in_zone"})


def made_safe(act: Act, lexicon: Lexicon) -> str:
    """Why a blast, or a bomb that is told of, hurt nobody and was meant to; "" where it is an act."""
    graph, n, words = act.graph, act.trigger, lexicon.official
    if act.kind not in KINDS or not graph.has_lemma(words.found_arms):
        return ""
    if graph.has_lemma(words.disposing) and _by_disposal(graph, n, lexicon):
        return "arms disposed of"
    return "arms found or made harmless" if graph.has_lemma(words.made_safe) and _found(graph, n, lexicon) else ""


def _by_disposal(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a blast is told as controlled, safely done, or done by those who dispose of arms; not where it hurt somebody."""
    verb, words = graph.verb_of(n), lexicon.official
    clause = graph.clause(verb) | graph.clause(n)
    if any(graph.tokens[w].lemma in lexicon.numbers.killed + lexicon.numbers.wounded for w in graph.clause(verb)):
        return False
    doers = {m for a in graph.agents(verb) for m in graph.subtree(a)}
    how = {m for m in clause if graph.tokens[m].dep in ("advmod", "amod", "compound", "npadvmod", "pobj")}
    return any(graph.tokens[m].lemma in words.disposing or graph.low[m] in words.disposing for m in doers | how)


def _found(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether arms that were found or defused stand in the object that an act is told in or of ("defused a bomb planted by rebels").

    So it is too where the same hands found and blew them up ("discovered two mines and detonated them").
    """
    words = lexicon.official
    for w in graph.ancestors(n):
        if graph.tokens[w].lemma in words.made_safe and graph.is_verb(w):
            befell = [p for p in graph.patients(w) if graph.tokens[p].lemma in words.found_arms]
            if any(n in set(graph.subtree(p)) for p in befell) and not _went_off(graph, n, lexicon):
                return True
            if befell and graph.is_verb(n) and graph.tokens[n].dep == "conj" and graph.tokens[n].head == w:
                return True
    return any(
        graph.tokens[r].lemma in words.made_safe and graph.tokens[r].tag in ("VBD", "VBN")
        for p in (graph.patients(n) if graph.is_verb(n) else [])
        if graph.tokens[p].lemma in words.found_arms
        for r in graph.with_dep(p, "relcl", "acl")
    )


def _went_off(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a blast is told of what was found ("a mine that killed two the day before")."""
    return any(graph.tokens[k].lemma in lexicon.numbers.killed + lexicon.numbers.wounded for k in graph.subtree(n))
