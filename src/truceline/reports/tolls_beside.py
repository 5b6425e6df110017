"""Tolls beside one another in a sentence: a sum with its parts, what a later one shares with the one before, others beside a number."""

from dataclasses import replace

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.toll import Toll


def without_breakdowns(graph: Graph, found: list[Toll]) -> list[Toll]:
    """Where the parts of a figure follow it ("five dead, two soldiers and three civilians", "24 died (13 in a hunt)"), the figure alone."""
    for n, toll in enumerate(found):
        parts = [t for t in found[n + 1 :] if t.slot.value.what == toll.slot.value.what]
        total = toll.slot.value.low
        if len(parts) > 1 and total is not None and total == sum(p.slot.value.low or 0 for p in parts):
            return [t for t in found if t not in parts]
        aside = [p for p in parts if _bracketed(graph, p) and not _bracketed(graph, toll) and (p.slot.value.low or 0) <= (total or 0)]
        if aside:
            return [t for t in found if t not in aside]
    return found


def _bracketed(graph: Graph, toll: Toll) -> bool:
    """Whether a toll stands in brackets."""
    sentence = graph.annotated.sentence
    before = sentence.text[: toll.slot.evidence[0].start - sentence.start]
    return before.rfind("(") > before.rfind(")")


def shared_hedges(graph: Graph, found: list[Toll], lexicon: Lexicon) -> list[Toll]:
    """Tolls with what a toll before them shares with them, and open above where others are told beside a number.

    "At least 40 people were killed and 50 wounded": where the second leaves out its own noun and verb, at least 50 were wounded, and a
    total of many acts has a total beside it.
    """
    done: list[Toll] = []
    for toll in found:
        value, before = toll.slot.value, done[-1] if done else None
        if before is not None and _gapped(graph, before, toll):
            open_ = before.slot.value.high is None and value.low is not None
            slot = replace(toll.slot, value=replace(value, high=None)) if open_ else toll.slot
            toll = replace(toll, slot=slot, running=toll.running or before.running)
        elif value.high is not None and value.high > 1 and _with_others(graph, toll, lexicon):
            toll = replace(toll, slot=replace(toll.slot, value=replace(value, high=None)))
        done.append(toll)
    return done


def _gapped(graph: Graph, before: Toll, toll: Toll) -> bool:
    """Whether a toll follows another with nothing but "and", its number and its fate ("40 people were killed and 50 wounded")."""
    first = next((n for n, t in enumerate(graph.tokens) if t.start >= toll.slot.evidence[0].start), 0)
    between = graph.tokens[before.at + 1 : first]
    return before.at < first < toll.at <= first + 2 and len(between) == 1 and between[0].tag == "CC"


def _with_others(graph: Graph, toll: Toll, lexicon: Lexicon) -> bool:
    """Whether a number of people stands beside others without a number ("16 marines and other civilians were injured")."""
    others = [c for head in toll.heads[1:] for c in graph.conjuncts(head)[1:]]
    return any(
        graph.tokens[c].tag == "NNS"
        and not graph.with_dep(c, "nummod")
        and any(graph.tokens[k].lemma in lexicon.numbers.others for k in (c, *graph.with_dep(c, "amod")))
        for c in others
    )
