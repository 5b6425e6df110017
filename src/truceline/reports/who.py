"""Who did an act, as its own sentence tells: the agents of its clause, the sides of a fight, and their parties."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Modality, Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports import aftermath
from truceline.reports.actor_slots import in_role, slots_of
from truceline.reports.cast import THE_GROUP
from truceline.reports.drafted import Draft
from truceline.reports.fallen_on import HARMS, fallen_on, spot
from truceline.reports.grammar import Graph
from truceline.reports.intended import of_a_sum
from truceline.reports.party_named import AT_WAR_WITH_IT, named_in
from truceline.reports.patterns import Act
from truceline.reports.people_there import from_their_new_home
from truceline.reports.scene import READ_BY as TOLD
from truceline.reports.senders import FIRED_OVER, buyers, owners_of_what_is_sent, senders, whose_land_it_came_from
from truceline.reports.sides import Sides
from truceline.reports.unnamed import THERE

GOV_KINDS = frozenset({"balloon_launch", "loudspeaker", "suspension", "arms_transfer", "restoration", "truce", "violation_claim"})
FORCE = frozenset(
    {
        "direct_fire",
        "indirect_fire",
        "air_strike",
        "clash",
        "explosion",
        "warning_fire",
        "missile_launch",
        "ground_crossing",
        "sea_crossing",
        "air_crossing",
        "troop_deployment",
        "works_in_zone",
        "weapons_in_zone",
    }
)
"""Acts of arms: a government or a nation that does them does them through its forces (codebook 2, `role`)."""


def who(draft: Draft, act: Act, sides: Sides) -> None:
    """Sets, in place, who did an act and on whom it fell, as its own sentence tells."""
    default = Role.GOV if act.kind in GOV_KINDS else Role.MIL
    graph, n = act.graph, act.trigger
    agents, patients = graph.agents(n), graph.patients(n)
    agents = [a for a in agents if graph.tokens[a].lemma not in sides.lexicon.numbers.toll_nouns]  # "the death of ..." does nothing
    agents = _who_carried_out(graph, agents, sides.lexicon)
    agents, patients = _turned(act, [*agents, *_with_them(graph, n, agents)], patients, sides.lexicon)
    upon = act.kind == "explosion" and _came_upon(graph, n)
    if upon:
        agents, patients = [a for p in patients for k in graph.with_dep(p, "acl") for a in graph.agents(k)], agents
    summed = of_a_sum(graph, n)
    if not agents and draft.modality is Modality.PLANNED and graph.is_noun(n) and graph.tokens[summed].dep == "dobj":
        agents = graph.subjects(graph.tokens[summed].head)
    if act.pattern.by == "both":
        _both_sides(draft, act, agents, patients, default, sides)
        return
    if not agents and act.kind in aftermath.CROSSINGS and not graph.is_verb(n):
        governor = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
        agents = graph.patients(governor) if governor is not None else []
    if not agents and act.kind in aftermath.CROSSINGS and graph.passive(n) and act.pattern.by == "agent":
        agents, patients = patients, []  # "drones of ... were sent over the capital": whose they are has crossed
    if graph.is_noun(n) and graph.tokens[n].lemma in sides.lexicon.numbers.intruders and not graph.mention(n):
        agents = [n]
    agents = agents or senders(act, patients, sides.lexicon)
    if act.kind == "capture" and not agents:
        agents = _taken_to(graph, n)
    if act.kind in HARMS:
        agents = [shot for a in agents or ([] if graph.is_verb(n) else [n]) for shot in _who_fired(graph, a, act, sides.lexicon)]
    draft.actors = _armed(slots_of(graph, agents, default, sides), act, sides)
    draft.actors = [from_their_new_home(s, act.kind, graph, agents, sides) for s in draft.actors]
    owners_of_what_is_sent(draft, act, agents, patients, sides)
    if act.kind in ("arms_transfer", "suspension"):  # a state hands arms over or leaves an agreement, whatever stands for it
        draft.actors = [in_role(s, Role.GOV) if s.value.role is Role.MIL and not sides.armed(s) else s for s in draft.actors]
    verbal = graph.is_verb(n) or (act.lemma in act.pattern.verbs and act.lemma not in act.pattern.nouns)
    if (
        not draft.actors
        and verbal
        and act.kind in FORCE
        and not (graph.passive(n) or graph.undergoes(n) or upon)
        and act.pattern.by != "found"
    ):
        draft.actors = slots_of(graph, _before(graph, n, sides), default, sides)
    draft.actors = [_not_who_is_hit(s, graph, agents, patients, sides) for s in draft.actors]
    draft.actors = [s for s in draft.actors if _somebody(s, sides) and not (act.kind in HARMS and _bystander(s))]
    fallen_on(draft, act, patients, default, sides)
    fellows = [a for a in agents if _fellow(graph, a, sides.lexicon)]
    if draft.targets and fellows:  # "shot by his own comrades": by those of his side
        own = draft.targets[0]
        draft.actors = [replace(own, evidence=(sides.span(graph, fellows[0]),))]
    if act.lemma in sides.lexicon.word_sets["custodies"] and not draft.actors:  # "in the custody of the army": it holds somebody
        draft.actors, draft.targets = draft.targets, []
    if act.kind in FIRED_OVER and not draft.actors:
        draft.actors = whose_land_it_came_from(draft, act, sides)


def _both_sides(draft: Draft, act: Act, agents: list[int], patients: list[int], default: Role, sides: Sides) -> None:
    """Sets, in place, the sides of a fight, and, for who may infer the other one, those of no told side whom it is told to be with."""
    graph, n = act.graph, act.trigger
    others = [p for prep, p in graph.obliques(n) if prep in ("with", "against", "between", "and") and sides.stands(graph, p)]
    if graph.tokens[n].lemma in sides.lexicon.sides.taken_from:  # "captured the town from the rebels"
        others += [p for prep, p in graph.obliques(n) if prep == "from" and sides.stands(graph, p)]
    patients = [p for p in patients if graph.tokens[p].lemma not in sides.lexicon.sides.margins]
    draft.actors = _armed(slots_of(graph, agents + patients + others, default, sides), act, sides)
    draft.actors = _on_ground(draft.actors, sides)
    draft.actors = _rebels_of_this_war([in_role(s, Role.MIL) if _ground(s, sides) else s for s in draft.actors], sides)
    if act.kind == "clash":
        draft.targets = [s for p in patients if (s := sides.actor(graph, p, default)) is not None and s.value.party == "UNK"]
    if len({s.value.party for s in draft.actors} - {"UNK"}) < 2:
        more = slots_of(graph, _fighters(graph, sides), default, sides)
        parties = {s.value.party for s in draft.actors if s.value.party != "UNK"}
        told = [s for s in draft.actors if s.value.party != "UNK"]
        named = [s for s in more if s.value.party not in parties | {"UNK"} and s.value.role is Role.MIL]
        draft.actors = told + named + _unnamed(graph, agents + patients + others, default, sides)[: 0 if named else 1]


def _not_who_is_hit(slot: Slot[Actor], graph: Graph, agents: list[int], patients: list[int], sides: Sides) -> Slot[Actor]:
    """Who acts; unnamed rebels are not the group that their own act is told to fall on, though the text names no other."""
    if not slot.read_by.endswith((THE_GROUP, AT_WAR_WITH_IT)):
        return slot
    if slot.value.party not in {named[0] for p in patients if (named := named_in(graph, p, sides)) is not None}:
        return slot
    told = tuple(sides.span(graph, a) for a in agents[:1])
    return replace(slot, value=Actor(party="UNK", role=slot.value.role), evidence=told or slot.evidence)


def _who_carried_out(graph: Graph, agents: list[int], lexicon: Lexicon) -> list[int]:
    """Who acts; of an operation that is said to do something, those whose it was ("an operation by the army resulted in deaths")."""
    nouns = lexicon.word_sets["operations"]

    def by_whom(a: int) -> list[int]:
        told = graph.tokens[a].lemma in nouns or (lexicon.names_act(graph.low[a]) and graph.told_whose(a))
        return graph.agents(a) if told and graph.is_noun(a) and graph.mention(a) is None else []

    return [d for a in agents for d in by_whom(a) or [a]]


def _with_them(graph: Graph, n: int, agents: list[int]) -> list[int]:
    """Who is told to do it beside those who do ("Jordan, joined by Egypt, bombed", "the army along with the police raided")."""
    told = [k for a in agents for k in graph.with_dep(a, "acl")] + [k for k in graph.with_dep(n, "advcl") if k < n]
    joined = [p for k in told if graph.tokens[k].lemma in graph.words.joining and graph.passive(k) for p in graph.agents(k)]
    return joined + [p for a in agents for prep, p in graph.obliques(a) if prep in graph.words.beside_others]


def _turned(act: Act, agents: list[int], patients: list[int], lexicon: Lexicon) -> tuple[list[int], list[int]]:
    """Who acts and who is acted on, where the word is of those to whom it was done, or of whoever came upon it."""
    graph, n = act.graph, act.trigger
    if graph.is_verb(n) and graph.tokens[n].lemma in lexicon.sides.dying:
        deeds = [p for prep, p in graph.obliques(n) if prep in ("in", "under", "to", "from") and lexicon.names_act(graph.low[p])]
        return [a for p in deeds for a in graph.agents(p) if a not in agents], [*agents, *patients]
    if act.pattern.by == "found":  # who comes upon a balloon, or what is left of a drone, has not sent it
        left = [q for p in patients if graph.low[p] in lexicon.word_sets["crashed_words"] for of, q in graph.obliques(p) if of == "of"]
        return left or patients, []
    if act.pattern.by == "from":  # who got arms from somebody was given them
        got = patients + [
            q for p in patients for of, q in graph.obliques(p) if of == "of"
        ]  # "took delivery of Russian tanks": whose they were
        givers = [p for at in (n, *patients) for prep, p in graph.obliques(at) if prep == "from"]
        return givers or got, buyers(graph, n) if graph.is_noun(n) else agents
    if act.pattern.by == "holder":  # who is in somebody's hands was taken by him
        return _whose_hands(graph, n, lexicon), agents
    if act.pattern.by == "bound" and graph.passive(n):  # "will no longer be bound by the agreement": who is not has left it
        return patients, []
    if act.pattern.by == "taker":  # "surrendered to the rebels"
        return [p for prep, p in graph.obliques(n) if prep == "to"], agents
    if act.kind == "capture" and graph.is_noun(n) and graph.tokens[n].lemma in lexicon.reality.granted_always:
        held = graph.subjects(graph.tokens[n].head) if graph.tokens[n].dep == "attr" else [n]  # "the driver was a captive of the rebels"
        return [p for prep, p in graph.obliques(n) if prep in ("of", "by")], held  # "Japanese hostages of the rebels": they are held
    return agents, patients


def _whose_hands(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Whose the hands are that somebody fell into or is in ("in the hands of the rebels", "in Iranian hands")."""
    held = [p for _, p in graph.obliques(n) if graph.tokens[p].lemma in lexicon.word_sets["hands_of"]]
    return [q for p in held for q in [q for of, q in graph.obliques(p) if of == "of"] or graph.with_dep(p, "poss") or [p]]


def _on_ground(slots: list[Slot[Actor]], sides: Sides) -> list[Slot[Actor]]:
    """The sides of a fight without the place that it was in ("at each other in Beirut's port") and without an army's own people."""
    armed = {s.value.party for s in slots if s.value.role is Role.MIL and s.value.party != "UNK"}
    told = [s for s in slots if s.value.role is not Role.CIV or s.value.party not in armed]
    return [s for s in told if len(armed) < 2 or not spot(s, sides)]


def _came_upon(graph: Graph, n: int) -> bool:
    """Whether the subject of a verb came upon a mine ("the patrol hit a mine"): it is who was hit."""
    met = [*graph.objects(n), *(p for prep, p in graph.obliques(n) if prep in ("on", "onto", "over", "into", "upon"))]
    upon = graph.is_verb(n) and graph.tokens[n].lemma in graph.words.upon_mines and not graph.passive(n)
    return upon and any(graph.tokens[p].lemma in graph.words.planted for p in met)


def _rebels_of_this_war(slots: list[Slot[Actor]], sides: Sides) -> list[Slot[Actor]]:
    """The sides of a fight, unnamed rebels among them read as those who are at war with the state that they fight."""
    found = []
    for slot in slots:
        others = {s.value.party for s in slots} - {slot.value.party, "UNK"}
        meant = sides.cast.of_this_war(slot.value.party, others, sides.index) if sides.cast and slot.read_by.endswith(THE_GROUP) else None
        found.append(meant.slot(Role.MIL, THE_GROUP.strip()) if meant is not None else slot)
    return found


def _who_fired(graph: Graph, n: int, act: Act, lexicon: Lexicon) -> list[int]:
    """Who fired a shell that does the harm, as a participle on it tells ("a shell fired from the boat killed"), or the phrase itself."""
    words = lexicon.word_sets
    fired_or_laid = any(graph.tokens[n].lemma in words[name] for name in ("shells", "missiles", "small_arms"))
    if not fired_or_laid and graph.tokens[n].lemma not in graph.words.planted:
        return [n] if n != act.trigger else []
    fired = [k for k in graph.with_dep(n, "acl", "relcl") if graph.is_verb(k)]
    told = [a for k in fired for a in graph.agents(k)] or [p for k in fired for prep, p in graph.obliques(k) if prep == "from"]
    return [a for a in told if a != n] or ([n] if n != act.trigger else [])


def _unnamed(graph: Graph, heads: list[int], default: Role, sides: Sides) -> list[Slot[Actor]]:
    """The fighters of no known side among the sides of a fight ("clashed with gunmen")."""
    found = [sides.actor(graph, head, default) for head in heads]
    return [s for s in found if s is not None and s.value.party == "UNK" and s.value.role is Role.MIL]


def _ground(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether a side of a fight is named by ground fought over ("the Croatian town"): its forces held it."""
    last = sides.document.words(slot.evidence[-1]).lower().split()[-1]
    return slot.value.role is Role.CIV and last in sides.lexicon.telling.of_land


def _taken_to(graph: Graph, n: int) -> list[int]:
    """To whom the taken were brought ("abducted to Syria"): its captor, where none is told."""
    return [p for prep, p in graph.obliques(n) if prep == "to" and graph.mention(p) is not None]


def _fellow(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an agent is only somebody's comrade, no side being named with him ("his North Korean comrades" are North Korea's)."""
    named = any(graph.mention(k) is not None for k in (n, *graph.with_dep(n, "amod", "compound", "nmod", "poss")))
    return graph.tokens[n].lemma in lexicon.peaceful.fellows and not named


def _before(graph: Graph, n: int, sides: Sides) -> list[int]:
    """The forces named right before a verb whose subject the parser missed ("a fighter jet intruded"), up to a comma or a clause."""
    for k in range(n - 1, -1, -1):
        token = graph.tokens[k]
        if token.tag in (",", ":", "CC", "``", "''", "IN") or graph.is_verb(k) or token.text in ("(", ")"):
            return []
        if graph.is_noun(k) and token.dep not in ("dobj", "pobj") and sides.noun_role(graph, k) is Role.MIL:
            return [k]
    return []


def _armed(slots: list[Slot[Actor]], act: Act, sides: Sides) -> list[Slot[Actor]]:
    """A leader, a government or a nation that fires, strikes or sends troops is read as its forces; police stay police."""
    if act.kind not in FORCE:
        return slots
    found = []
    for slot in slots:
        words = sides.document.words(slot.evidence[0]).lower()
        national = slot.value.role is Role.CIV and sides.nation(slot)
        told = (*sides.lexicon.roles.armed_civil, *sides.lexicon.sides.houses) if act.kind == "clash" else sides.lexicon.roles.armed_civil
        office = slot.value.role is Role.GOV and not any(w in words for w in told) and not (act.kind == "clash" and slot.read_by == THERE)
        role = Role.MIL if slot.value.party != "UNK" and (office or national) else slot.value.role
        found.append(in_role(slot, role))
    once: dict[Actor, Slot[Actor]] = {}
    for slot in found:
        once.setdefault(slot.value, slot)
    return list(once.values())


def _somebody(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether who acts is more than a shell or a missile of no told side ("two rockets landed")."""
    words, rounds = sides.document.words(slot.evidence[0]).lower(), sides.lexicon.word_sets
    return slot.value.party != "UNK" or not any(words.removesuffix("s") in rounds[name] for name in ("shells", "missiles", "bombs"))


def _bystander(slot: Slot[Actor]) -> bool:
    """Whether who does harm would be civilians, and only a pronoun or a noun told again says so."""
    return slot.value.role is Role.CIV and slot.read_by != TOLD


def _fighters(graph: Graph, sides: Sides) -> list[int]:
    """Heads of the armed named in a sentence, speakers left out and who only stands between the two that fight."""
    found = []
    for n, token in enumerate(graph.tokens):
        if (
            graph.is_noun(n)
            and token.dep not in ("compound", "amod", "nmod", "poss")
            and not (_speaks(graph, n, sides) or _stands_by(graph, n))
        ):
            role = sides.noun_role(graph, n)
            named = graph.mention(n)
            if role is Role.MIL or (role is None and named is not None and graph.annotated.mentions[named].actor.role is Role.MIL):
                found.append(n)
    return found


def _stands_by(graph: Graph, n: int) -> bool:
    over = graph.tokens[n].head
    return graph.tokens[n].dep == "nsubj" and graph.is_verb(over) and graph.tokens[over].lemma in graph.words.standing_by


def _speaks(graph: Graph, n: int, sides: Sides) -> bool:
    token = graph.tokens[n]
    return (
        token.dep in ("nsubj", "pobj")
        and (graph.tokens[token.head].lemma == "to" or graph.tokens[token.head].lemma in sides.lexicon.speech.strong)
        and (token.dep == "nsubj" or graph.tokens[graph.tokens[token.head].head].lemma == "accord")
    )
