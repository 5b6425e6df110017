"""Whose people are who live in a land: "activists in South Korea", and those who left one side and act from the other's land."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.reports.grammar import Graph
from truceline.reports.scene import READ_BY, Scene
from truceline.reports.tree import BEFORE

FROM_HOME = frozenset({"balloon_launch", "loudspeaker"})
"""Acts that are done from where one lives: who crosses, is shot at or is caught is still of the side that he left."""
LIVES_THERE = " who live there"
"""Ends the name of the rule by which people "in" a land are its own."""
CHANGED_SIDES = " who changed sides"
"""Ends the name of the rule by which those who left one side of the theatre act from the other's land."""


def of_the_land(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """Residents, activists or farmers "in" a land are its civilians; travellers, reporters and soldiers there may be anybody's."""
    if graph.tokens[n].lemma not in scene.lexicon.sides.dwellers or scene.cast is None:
        return None
    for p in _in_what(graph, n):
        m = graph.mention(p)
        mention = graph.annotated.mentions[m] if m is not None else None
        if mention is not None and mention.actor.role is Role.UNK and scene.cast.state(mention.actor.party):
            return Slot(
                value=Actor(party=mention.actor.party, role=Role.CIV),
                evidence=(scene.span(graph, n), scene.span(graph, p)),
                read_by=READ_BY + LIVES_THERE,
            )
    return None


def from_their_new_home(slot: Slot[Actor], kind: str, graph: Graph, agents: list[int], scene: Scene) -> Slot[Actor]:
    """Who acts; of those who left one of the two sides of the theatre ("North Korean defectors flew balloons"): people of the other."""
    if kind not in FROM_HOME or scene.cast is None or slot.value.party not in scene.cast.parties or slot.read_by.endswith(LIVES_THERE):
        return slot
    people = [w for a in agents for w in (a, *graph.with_dep(a, *BEFORE), *(p for prep, p in graph.obliques(a) if prep == "of"))]
    if not any(graph.tokens[w].lemma in scene.lexicon.sides.defectors for w in people):
        return slot
    other = next(party for party in scene.cast.parties if party != slot.value.party)
    return replace(slot, value=Actor(party=other, role=Role.CIV), read_by=slot.read_by + CHANGED_SIDES)


def _in_what(graph: Graph, n: int) -> list[int]:
    """What stands after "in" behind people; the parser may hang it on the verb ("balloons sent by activists in South Korea")."""
    after = graph.with_dep(n + 1, "pobj") if n + 1 < len(graph.tokens) and graph.low[n + 1] == "in" else []
    return after or [p for prep, p in graph.obliques(n) if prep == "in"]
