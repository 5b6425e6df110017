"""The actors that phrase heads mean: each once, with those joined to them; soldiers and police of one force apart."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.reports.both_sides import both
from truceline.reports.grammar import Graph
from truceline.reports.joint_forces import other_kinds
from truceline.reports.sides import Sides


def slots_of(graph: Graph, heads: list[int], default: Role, sides: Sides) -> list[Slot[Actor]]:
    """The actors that phrase heads mean, each once; unknown ones only where none is known."""
    found: dict[Actor, Slot[Actor]] = {}
    for head in [*heads, *(j for h in heads for j in _joined_to_where(graph, h, sides))]:
        for each in (two := both(graph, head, default, sides)):
            found.setdefault(each.value, each)
        slot = None if two else sides.actor(graph, head, default)
        if slot is not None:
            for each in (slot, *sides.beside(graph, head, slot), *_joint(graph, head, slot, sides)):
                found.setdefault(each.value, each)
    if any(a.party != "UNK" for a in found):
        found = {a: s for a, s in found.items() if a.party != "UNK"}
    return list(found.values())


def in_role(slot: Slot[Actor], role: Role) -> Slot[Actor]:
    """The same side in another role."""
    return replace(slot, value=replace(slot.value, role=role))


def _joint(graph: Graph, n: int, slot: Slot[Actor], sides: Sides) -> list[Slot[Actor]]:
    """The police beside the soldiers of one force, or the soldiers beside the police."""
    if slot.value.party == "UNK":
        return []
    part, document = graph.annotated.sentence.part, sides.document.id
    kinds = other_kinds(graph, n, slot.value.role, sides.lexicon)
    spans = [(role, Span(document_id=document, start=token.start, end=token.end, part=part)) for role, token in kinds]
    return [replace(in_role(slot, role), evidence=(span, *slot.evidence)) for role, span in spans]


def _joined_to_where(graph: Graph, n: int, sides: Sides) -> list[int]:
    """The people whom the parser joins to the land in which others stand ("peacekeepers in Congo and government troops")."""
    lands = [p for prep, p in graph.obliques(n) if prep in graph.words.standing_in and graph.mention(p) is not None]
    return [j for p in lands for j in graph.conjuncts(p)[1:] if graph.is_noun(j) and sides.noun_role(graph, j) in (Role.MIL, Role.GOV)]
