"""Whom a phrase means that names no party of its own: "the group", the rebels or the army of a document, its peacekeepers."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.reports.cast import OF_THE_DOCUMENT, THE_GROUP
from truceline.reports.forces_before import acting, forces_before
from truceline.reports.grammar import Graph
from truceline.reports.holders import where_it_stands
from truceline.reports.scene import READ_BY, Party, Scene

THERE = READ_BY + " where they stand" + OF_THE_DOCUMENT
"""Names the rule by which police or an office are those of the state in whose land they stand."""


def of_the_cast(graph: Graph, n: int, told: Role, scene: Scene) -> Slot[Actor] | None:
    """Who an unnamed army or unnamed rebels are, by the rest of the document; None for those said to be unknown."""
    token, sides = graph.tokens[n], scene.lexicon.sides
    words = {graph.tokens[k].lemma for k in graph.kids[n] if graph.tokens[k].dep != "det"} | {
        graph.tokens[k].text.lower() for k in graph.kids[n]
    }
    before = {graph.tokens[k].lemma for k in graph.with_dep(n, "compound", "amod", "nmod", "poss")}
    some = words & {"a", "an"} and not (before & sides.state_before and token.lemma in sides.belongings)  # "an army camp" is no unknown's
    if scene.cast is None or words & sides.unsure:
        return None
    near = forces_before(graph, n, scene) if told is Role.MIL and not before & (sides.of_several | sides.rebels) else None
    if some:
        return near
    if token.lemma in sides.fighters and acting(graph, n) and not before & sides.of_several:
        meant = scene.cast.rebels(None, scene.index)
        return meant.slot(Role.MIL, THE_GROUP.strip()) if meant else None
    if rebel(graph, n, scene):
        noun = token.lemma if token.lemma in sides.rebels else min(before & sides.rebels)
        meant = scene.cast.rebels(noun, scene.index)
        return meant.slot(Role.MIL, THE_GROUP.strip()) if meant else None
    if (token.lemma in sides.state_own or before & sides.state_before) and told in (Role.MIL, Role.GOV) and not before & sides.of_several:
        if told is Role.GOV and (here := _of_the_land(graph, n, scene)) is not None:
            return here
        if near is not None and acting(graph, n) and not before and not graph.with_dep(n, "det"):  # bare "warplanes"
            return near
        meant = scene.cast.forces(graph.annotated, scene.index, army=told is Role.MIL)
        return meant.slot(told, "the state of the document") if meant else near or _soldiers_there(graph, n, scene)
    return near


def _soldiers_there(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """Soldiers of the state in whose land they stand, where a text names no other state ("soldiers in Goma")."""
    here = _of_the_land(graph, n, scene) if acting(graph, n) and graph.tokens[n].lemma in scene.lexicon.sides.state_own else None
    if here is None or scene.cast is None or any(scene.cast.state(x.party) and x.party != here.value.party for x in scene.cast.named):
        return None
    return Slot(value=Actor(party=here.value.party, role=Role.MIL), evidence=here.evidence, read_by=THERE)


def _of_the_land(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """Police or an office of the state in whose land they stand."""
    place = where_it_stands(graph, n)
    country = place.where.country if place is not None and place.where is not None else None
    if scene.cast is None or place is None or country is None or not scene.cast.state(country):
        return None
    span = Span(document_id=scene.document.id, start=place.start, end=place.end, part=graph.annotated.sentence.part)
    return Slot(value=Actor(party=country, role=Role.GOV), evidence=(span,), read_by=THERE)


def rebel(graph: Graph, n: int, scene: Scene) -> bool:
    """Whether a phrase is of those who fight a state: by its noun, or by the word before it ("rebel leader")."""
    rebels = scene.lexicon.sides.rebels
    return graph.tokens[n].lemma in rebels or any(graph.tokens[k].lemma in rebels for k in graph.with_dep(n, "compound", "amod", "nmod"))


def group_meant(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The armed group that "the group" or "the movement" means: the one named last, not far above."""
    token, words = graph.tokens[n], scene.lexicon.sides
    if scene.cast is None or token.lemma not in words.groups or graph.obliques(n):
        return None
    if not any(graph.tokens[k].lemma in words.pointing for k in graph.with_dep(n, "det")):
        return None
    named = scene.cast.group_before(token.start, graph.annotated.sentence.part, scene.index)
    return named.slot(Role.MIL, "the group named last") if named else None


def cabinet_meant(graph: Graph, n: int, scene: Scene) -> Slot[Actor] | None:
    """The government that "the administration" or "administration officials" mean, where the text names offices of it."""
    words = scene.lexicon.sides
    named = graph.tokens[n].lemma in words.cabinets or any(graph.tokens[k].lemma in words.cabinets for k in graph.with_dep(n, "compound"))
    if not named or scene.cast is None or any(prep == "of" for prep, _ in graph.obliques(n)):
        return None
    beside = {graph.low[k] for k in graph.with_dep(n, "amod", "compound", "poss", "nmod")} - words.cabinets
    meant = scene.cast.administration(scene.index) if beside <= words.cabinets_before else None
    return meant.slot(Role.GOV, "whose offices are named") if meant else None


def peacekeepers(graph: Graph, n: int, mention: Party | None, scene: Scene) -> Slot[Actor] | None:
    """Peacekeepers who are named by the United Nations alone, or by nobody: of the theatre's mission, where it has one."""
    if mention is None and scene.mission is None:
        return None
    named = mention is not None and graph.tokens[n].lemma in scene.lexicon.sides.mission_nouns
    if not (named or _keeps_peace(graph, n, scene)):
        return None
    value = Actor(party=scene.mission or "UN", role=Role.MON)
    rule = " mission of the theatre" if scene.mission else " peacekeepers"
    return Slot(value=value, evidence=(mention[2] if mention else scene.span(graph, n),), read_by=READ_BY + rule)


def _keeps_peace(graph: Graph, n: int, scene: Scene) -> bool:
    """Whether a phrase is of peacekeepers or observers ("a tower of the UN peacekeeping force")."""
    monitors = scene.lexicon.word_sets["monitors"]
    return any(graph.tokens[w].lemma in monitors or graph.low[w] in monitors for w in graph.clause(n))
