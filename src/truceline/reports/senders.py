"""Who sent arms or troops where no word for them stands as the doer: whose they are, whence they came, who bought them."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports.actor_slots import slots_of
from truceline.reports.drafted import Draft
from truceline.reports.fallen_on import thing_sent
from truceline.reports.grammar import Graph
from truceline.reports.intended import of_a_sum
from truceline.reports.patterns import Act
from truceline.reports.sides import Sides


def senders(act: Act, patients: list[int], lexicon: Lexicon) -> list[int]:
    """The words for what was sent, where whose it is has sent it ("Soviet arms are shipped", "the deployment of Syrian troops")."""
    graph, n = act.graph, act.trigger
    things = [p for p in patients if thing_sent(graph, p, act, lexicon)] if act.kind == "arms_transfer" or graph.passive(n) else []
    if things or act.kind != "troop_deployment":
        return things
    if graph.passive(n):
        return patients
    return _troops_of(graph, n, lexicon) if graph.is_noun(n) else []


def owners_of_what_is_sent(draft: Draft, act: Act, agents: list[int], patients: list[int], sides: Sides) -> None:
    """Sets, in place, who gave arms that came from him, and whose troops somebody of no told side sends."""
    graph, n = act.graph, act.trigger
    if act.kind == "arms_transfer" and not draft.actors:
        draft.actors = slots_of(graph, _came_from(graph, [n, *agents]), Role.GOV, sides)
    sent = act.kind == "troop_deployment" and graph.is_verb(n) and not graph.passive(n)
    if sent and all(s.value.party == "UNK" for s in draft.actors):
        draft.actors = _whose_troops(graph, patients, sides) or draft.actors


def buyers(graph: Graph, n: int) -> list[int]:
    """Whose a purchase is: whose name stands before it, or who announces or makes it."""
    before = [k for k in graph.with_dep(n, "poss", "amod", "compound", "nmod") if graph.mention(k) is not None]
    bought = of_a_sum(graph, n)
    verb = graph.tokens[bought].head
    return before or (graph.subjects(verb) if graph.tokens[bought].dep == "dobj" and graph.is_verb(verb) else [])


def _troops_of(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """The troops that a noun of sending is about, also behind a number ("the arrival of hundreds of volunteers from Mali")."""
    sent = lexicon.word_sets["troops"] | lexicon.word_sets["hired"]
    told = [p for of, p in graph.obliques(n) if of == "of"]
    return [p for p in told if sent & {graph.tokens[k].lemma for k in (p, *(q for of, q in graph.obliques(p) if of == "of"))}]


def _came_from(graph: Graph, told: list[int]) -> list[int]:
    """Who gave arms that came from him ("a shipment of howitzers from Chile reached the army")."""
    inner = [q for k in told if graph.is_noun(k) for of, q in graph.obliques(k) if of == "of"]
    return [p for k in (*told, *inner) for prep, p in graph.obliques(k) if prep == "from" and graph.mention(p) is not None]


def _whose_troops(graph: Graph, patients: list[int], sides: Sides) -> list[Slot[Actor]]:
    """The side whose name stands before the troops that somebody of no told side sends ("ordered more American troops to")."""
    named = [p for p in patients if any(graph.mention(k) is not None for k in graph.with_dep(p, "amod", "compound", "nmod"))]
    return [s for s in slots_of(graph, named, Role.MIL, sides) if s.value.party != "UNK" and s.value.role is Role.MIL]
