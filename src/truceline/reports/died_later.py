"""Those of the wounded who died later: they are counted with the dead, and no longer with the wounded."""

from dataclasses import replace

from truceline.model.report import Quantity, Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.toll import Toll

OF_THE_HURT = " of the hurt"
"""What ``read_by`` has where a death is told of somebody who was hurt before."""


def of_the_hurt(graph: Graph, toll: Toll, lexicon: Lexicon) -> bool:
    """Whether a death is of one of those told before ("one of them died", "he died later in hospital", "both died of their wounds")."""
    numbers = lexicon.numbers
    if toll.slot.value.what != "killed" or toll.at >= len(graph.tokens) or graph.tokens[toll.at].lemma not in numbers.dying:
        return False
    who = graph.with_dep(toll.at, "nsubj")
    if any(graph.low[k] in (*numbers.one_person, *numbers.both_of) for k in who):
        return True
    whole = [p for k in who if graph.tokens[k].tag == "CD" for prep, p in graph.obliques(k) if prep == "of"]
    return any(graph.low[p] in (*numbers.those, *numbers.hurt) or graph.tokens[p].tag == "CD" for p in whole)


def without_the_dead(out: dict[str, Slot[Quantity]], slots: list[Slot[Quantity]]) -> None:
    """Takes those who died later from the wounded told before them, in place; where nobody is left, none were wounded."""
    wounded = out.get("wounded")
    if wounded is None or wounded.value.low is None or "killed" not in out:
        return
    died = {s.evidence: s for s in slots if s.value.what == "killed" and OF_THE_HURT in s.read_by}
    later = [s for s in died.values() if s.evidence[0].part == wounded.evidence[0].part and s.evidence[0] > wounded.evidence[0]]
    number = sum(s.value.low or 0 for s in later)
    if not number or number > wounded.value.low:
        return
    if number == wounded.value.high:
        del out["wounded"]
        return
    value = wounded.value
    left = replace(value, low=(value.low or 0) - number, high=None if value.high is None else value.high - number)
    evidence = (*wounded.evidence, *(span for s in later for span in s.evidence))
    out["wounded"] = replace(wounded, value=left, evidence=evidence, read_by=wounded.read_by + " but who died later")
