"""One side's fire that the text goes on to call a fight ("the gun battle"), and those whom a fight told before killed or sank."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

_SOON = 2
"""How many sentences may stand between the two."""


def of_that_fight(fight: Draft, fire: Draft, lexicon: Lexicon) -> bool:
    """Whether fire is part of a fight: the fight points back to it, or its words tell only what came of the fight or who began it."""
    if (
        fight.kind != "clash"
        or fire.kind != "direct_fire"
        or fight.another
        or fire.another
        or fire.title
        or not fire.sentence.sentence.tokens
    ):
        return False
    return _called_a_fight(fight, fire, lexicon) or _came_of_it(fight, fire, lexicon) or _begun(fight, fire, lexicon)


def _called_a_fight(fight: Draft, fire: Draft, lexicon: Lexicon) -> bool:
    """Whether "the battle", with no day, place or sides of its own, is what the attack told just before it became (codebook 3)."""
    if not 0 <= fight.index - fire.index <= _SOON or not fight.definite or fight.lemma not in lexicon.telling.one_fight:
        return False
    graph = Graph.of(fire.sentence, lexicon.clauses)
    if graph.with_dep(fire.trigger, "prt"):  # what was shot down is told by itself
        return False
    alone = fight.when is None and fight.where is None and not fight.parties()
    return alone and fire.lemma in (lexicon.telling.attacking | lexicon.telling.shots_again | lexicon.telling.fired_in_it)


def _came_of_it(fight: Draft, fire: Draft, lexicon: Lexicon) -> bool:
    """Whether who was killed or what was sunk, by nobody told, is of a side of the fight told just before."""
    if not 0 < fire.index - max(i for i in fight.indexes if i <= fire.index or i == fight.index) <= _SOON or fire.when or fire.where:
        return False
    graph = Graph.of(fire.sentence, lexicon.clauses)
    sides = {s.value.party for s in fight.actors} - {"UNK"}
    hit = {s.value.party for s in fire.targets if s.value.role is Role.MIL} - {"UNK"}
    done = graph.is_verb(fire.trigger) and graph.passive(fire.trigger) and not graph.agents(fire.trigger)
    done = done and not graph.with_dep(fire.trigger, "prt")
    return done and not fire.actors and bool(hit) and hit <= sides and fire.lemma in lexicon.telling.shots_again


def _begun(fight: Draft, fire: Draft, lexicon: Lexicon) -> bool:
    """Whether fire is told as what somebody says that the other did "first", beside the fight that it began."""
    if not 0 <= fire.index - fight.index <= _SOON or fire.when or fire.where:
        return False
    graph = Graph.of(fire.sentence, lexicon.clauses)
    first = any(graph.low[k] in lexicon.telling.first for k in graph.with_dep(fire.trigger, "advmod"))
    return (
        first
        and graph.is_verb(fire.trigger)
        and graph.tokens[fire.trigger].dep in ("ccomp", "conj")
        and fire.lemma in lexicon.telling.fired_in_it
    )
