"""Who sent arms or troops where no word for them stands as the doer: whose they are, whence they came, who bought them."""

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports.actor_slots import slots_of
from truceline.reports.drafted import Draft
from truceline.reports.fallen_on import thing_sent
from truceline.reports.grammar import Graph
from truceline.reports.intended import of_a_sum
from truceline.reports.party_named import party_of
from truceline.reports.patterns import Act
from truceline.reports.scene import READ_BY as TOLD
from truceline.reports.sides import Sides

FIRED_OVER = ("indirect_fire", "missile_launch")


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


def whose_land_it_came_from(draft: Draft, act: Act, sides: Sides) -> list[Slot[Actor]]:
    """Those in whose land rockets or shells came from that hit another's, where no group there is at war with whom they hit."""
    graph, n = act.graph, act.trigger
    fired = [n, *(graph.subjects(n) + graph.objects(n) if graph.is_verb(n) else [])]
    told = [k for w in fired for k in (w, *graph.with_dep(w, "acl", "relcl"))]
    named = [m for k in told for prep, p in graph.obliques(k) if prep == "from" and (m := graph.mention(p)) is not None]
    hit = {s.value.party for s in draft.targets} - {"UNK"}
    if not named or not hit or sides.cast is None:
        return []
    party, own, span = party_of(graph, named[0], sides)
    parties = sides.cast.gazetteer.parties
    if party in hit or party not in parties or parties[party].role is not None or own is not Role.UNK:
        return []
    groups = (group for group, names in parties.items() if party in names.home and names.role is not None)
    if not parties[party].home and any(sides.cast.gazetteer.at_war(group, one, sides.cast.day) for group in groups for one in hit):
        return []
    return [Slot(value=Actor(party=party, role=Role.MIL), evidence=(span,), read_by=TOLD + " whose land it came from")]


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
