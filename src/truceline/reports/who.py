"""Who did an act and on whom it fell, as the act's own sentence tells: agents and patients of its clause, and their parties."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports import aftermath
from truceline.reports.cast import OF_THE_DOCUMENT, THE_GROUP
from truceline.reports.casualties import tolls
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.joint_forces import other_kinds
from truceline.reports.patterns import Act
from truceline.reports.scene import READ_BY as TOLD
from truceline.reports.sides import Sides

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
SENT_AGAINST = " sent against"
"""Ends the name of the rule where forces are sent to fight somebody, not only to his land."""
AMONG = " among others"
"""Ends the name of the rule by which a party is told as a part of those on whom an act fell."""
HARMS = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion"})


def who(draft: Draft, act: Act, sides: Sides) -> None:
    """Sets, in place, who did an act and on whom it fell, as its own sentence tells."""
    default = Role.GOV if act.kind in GOV_KINDS else Role.MIL
    graph, n = act.graph, act.trigger
    agents, patients = graph.agents(n), graph.patients(n)
    agents = [a for a in agents if graph.tokens[a].lemma not in sides.lexicon.numbers.toll_nouns]  # "the death of ..." does nothing
    agents, patients = _turned(act, _who_carried_out(graph, agents, sides.lexicon), patients, sides.lexicon)
    upon = act.kind == "explosion" and _came_upon(graph, n)
    if upon:
        agents, patients = [], agents
    if not agents and draft.modality is Modality.PLANNED and graph.is_noun(n) and graph.tokens[n].dep == "dobj":
        agents = graph.subjects(graph.tokens[n].head)
    if act.pattern.by == "both":
        others = [p for prep, p in graph.obliques(n) if prep in ("with", "against", "between", "and") and sides.stands(graph, p)]
        patients = [p for p in patients if graph.tokens[p].lemma not in sides.lexicon.sides.margins]
        draft.actors = _armed(slots_of(graph, agents + patients + others, default, sides), act, sides)
        draft.actors = _on_ground(draft.actors, sides)
        draft.actors = _rebels_of_this_war([_in_role(s, Role.MIL) if _ground(s, sides) else s for s in draft.actors], sides)
        if len({s.value.party for s in draft.actors} - {"UNK"}) < 2:
            more = slots_of(graph, _fighters(graph, sides), default, sides)
            parties = {s.value.party for s in draft.actors if s.value.party != "UNK"}
            told = [s for s in draft.actors if s.value.party != "UNK"]
            named = [s for s in more if s.value.party not in parties | {"UNK"} and s.value.role is Role.MIL]
            draft.actors = told + named + _unnamed(graph, agents + patients + others, default, sides)[: 0 if named else 1]
        return
    if not agents and act.kind in aftermath.CROSSINGS and not graph.is_verb(n):
        governor = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None)
        agents = graph.patients(governor) if governor is not None else []
    if graph.is_noun(n) and graph.tokens[n].lemma in sides.lexicon.numbers.intruders and not graph.mention(n):
        agents = [n]
    if not agents and (act.kind == "arms_transfer" or graph.passive(n)):
        agents = [p for p in patients if _round(graph, p, act, sides.lexicon)]  # "Soviet arms are shipped": whose they were sent them
    if not agents and act.kind == "troop_deployment" and graph.passive(n):
        agents = patients  # "Syrian troops were sent": whose they are sent them
    if act.kind == "capture" and not agents:
        agents = _taken_to(graph, n)
    if act.kind in HARMS:
        agents = [shot for a in agents or ([] if graph.is_verb(n) else [n]) for shot in _who_fired(graph, a, act, sides.lexicon)]
    draft.actors = _armed(slots_of(graph, agents, default, sides), act, sides)
    if act.kind in ("arms_transfer", "suspension"):  # a state hands arms over or leaves an agreement, whatever stands for it
        draft.actors = [_in_role(s, Role.GOV) if s.value.role is Role.MIL and not sides.armed(s) else s for s in draft.actors]
    verbal = graph.is_verb(n) or (act.lemma in act.pattern.verbs and act.lemma not in act.pattern.nouns)
    if not draft.actors and verbal and act.kind in FORCE and not graph.passive(n) and act.pattern.by != "found" and not upon:
        draft.actors = slots_of(graph, _before(graph, n, sides), default, sides)
    draft.actors = [s for s in draft.actors if _somebody(s, sides) and not (act.kind in HARMS and _bystander(s))]
    _fallen_on(draft, act, patients, default, sides)


def _who_carried_out(graph: Graph, agents: list[int], lexicon: Lexicon) -> list[int]:
    """Who acts; of an operation that is said to do something, those whose it was ("an operation by the army resulted in deaths")."""
    nouns = lexicon.word_sets["operations"]

    def by_whom(a: int) -> list[int]:
        told = graph.tokens[a].lemma in nouns or (lexicon.names_act(graph.low[a]) and any(prep == "by" for prep, _ in graph.obliques(a)))
        return graph.agents(a) if told and graph.is_noun(a) and graph.mention(a) is None else []

    return [d for a in agents for d in by_whom(a) or [a]]


def _turned(act: Act, agents: list[int], patients: list[int], lexicon: Lexicon) -> tuple[list[int], list[int]]:
    """Who acts and who is acted on, where the word is of those to whom it was done, or of whoever came upon it."""
    graph, n = act.graph, act.trigger
    if act.pattern.by == "found":  # who comes upon a balloon has not sent it
        return patients, []
    if act.pattern.by == "from":  # who got arms from somebody was given them
        got = patients + [
            q for p in patients for of, q in graph.obliques(p) if of == "of"
        ]  # "took delivery of Russian tanks": whose they were
        return [p for prep, p in graph.obliques(n) if prep == "from"] or got, agents
    if act.pattern.by == "holder":  # who is in somebody's hands was taken by him
        return _whose_hands(graph, n, lexicon), agents
    if act.pattern.by == "taker":  # "surrendered to the rebels"
        return [p for prep, p in graph.obliques(n) if prep == "to"], agents
    if act.kind == "capture" and graph.is_noun(n) and graph.tokens[n].lemma in lexicon.reality.granted_always:
        return [p for prep, p in graph.obliques(n) if prep in ("of", "by")], [n]  # "Japanese hostages of the rebels": they are held
    return agents, patients


def _whose_hands(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Whose the hands are that somebody fell into or is in ("in the hands of the rebels", "in Iranian hands")."""
    held = [p for _, p in graph.obliques(n) if graph.tokens[p].lemma in lexicon.word_sets["hands_of"]]
    return [q for p in held for q in [q for of, q in graph.obliques(p) if of == "of"] or graph.with_dep(p, "poss") or [p]]


def _fallen_on(draft: Draft, act: Act, patients: list[int], default: Role, sides: Sides) -> None:
    """Sets, in place, on whom an act fell: its objects, else those whom its sentence counts as dead or hurt."""
    graph, n = act.graph, act.trigger
    draft.targets = [
        s for s in slots_of(graph, _hit(act, patients, sides), default, sides) if s.evidence not in [a.evidence for a in draft.actors]
    ]
    if any(not s.read_by.endswith(OF_THE_DOCUMENT) for s in draft.targets):  # "a U.S. vehicle and two soldiers": whom the sentence names
        draft.targets = [s for s in draft.targets if not s.read_by.endswith(OF_THE_DOCUMENT)]
    if act.kind == "troop_deployment":
        fought = slots_of(graph, _fought(graph, n, sides.lexicon), default, sides)
        draft.targets = [replace(s, read_by=s.read_by + SENT_AGAINST) for s in fought] or draft.targets
    if act.kind == "capture" and not draft.targets:
        draft.targets = sides.anybody(graph, patients)
    if act.kind in HARMS and not act.pattern.weak and not any(s.value.party != "UNK" and not _spot(s, sides) for s in draft.targets):
        hurt = [h for t in tolls(graph, sides.document, sides.lexicon) if not t.running for h in t.heads]
        told = [s for s in slots_of(graph, hurt, default, sides) if s.value.party not in {a.value.party for a in draft.actors}]
        known = any(s.value.party != "UNK" for s in told)  # of "people" hurt by a bomb at a patrol no more is told than of the patrol
        draft.targets = (told if known else []) or draft.targets or told or sides.anybody(graph, hurt)
    if act.kind in HARMS:
        among = slots_of(graph, [q for p in (n, *patients) for q in _included(graph, p)], default, sides)
        draft.targets += [replace(s, read_by=s.read_by + AMONG) for s in among if s.value not in {t.value for t in draft.targets}]


def _on_ground(slots: list[Slot[Actor]], sides: Sides) -> list[Slot[Actor]]:
    """The sides of a fight without the place that it was in ("at each other in Beirut's port") and without an army's own people."""
    armed = {s.value.party for s in slots if s.value.role is Role.MIL and s.value.party != "UNK"}
    told = [s for s in slots if s.value.role is not Role.CIV or s.value.party not in armed]
    return [s for s in told if len(armed) < 2 or not _spot(s, sides)]


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


def _spot(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether a target is only the public place where it came down ("a strike at the airport"): whoever died there was meant before it."""
    last = sides.document.words(slot.evidence[-1]).lower().split()[-1]
    return slot.value.role is Role.CIV and last in sides.lexicon.sides.public_places


def _who_fired(graph: Graph, n: int, act: Act, lexicon: Lexicon) -> list[int]:
    """Who fired a shell that does the harm, as a participle on it tells ("a shell fired from the boat killed"), or the phrase itself."""
    words = lexicon.word_sets
    if graph.tokens[n].lemma not in words["shells"] | words["missiles"] | words["small_arms"]:
        return [n] if n != act.trigger else []
    fired = [k for k in graph.with_dep(n, "acl", "relcl") if graph.is_verb(k)]
    told = [a for k in fired for a in graph.agents(k)] or [p for k in fired for prep, p in graph.obliques(k) if prep == "from"]
    return [a for a in told if a != n] or ([n] if n != act.trigger else [])


def _unnamed(graph: Graph, heads: list[int], default: Role, sides: Sides) -> list[Slot[Actor]]:
    """The fighters of no known side among the sides of a fight ("clashed with gunmen")."""
    found = [sides.actor(graph, head, default) for head in heads]
    return [s for s in found if s is not None and s.value.party == "UNK" and s.value.role is Role.MIL]


def _hit(act: Act, patients: list[int], sides: Sides) -> list[int]:
    """The heads of the phrases on which an act falls: its objects, and what it is aimed at or sent against."""
    graph, n = act.graph, act.trigger
    if act.kind == "capture":  # where the taken are brought is not who is taken
        gone = {p for prep, p in graph.obliques(n) if prep != "of"}
        with_him = [p for prep, p in graph.obliques(n) if prep in act.pattern.prep and prep in ("with", "onto", "aboard", "upon")]
        return [p for p in patients if p not in gone] or with_him  # "made off with two nurses", "swarmed onto a tanker"
    if act.kind == "air_strike" and "to_strike" in act.pattern.near:
        return [p for p in _fought(graph, n, sides.lexicon) if p not in patients]  # "sent jets to bomb a base": the base is hit
    meant = [p for prep, p in graph.obliques(n) if prep == "for" and graph.is_noun(p)] if act.kind == "arms_transfer" else []
    if any(graph.mention(p) is not None for p in meant):  # "smuggled arms into a land for a group": the group has them
        return meant
    if act.kind == "arms_transfer" and graph.is_noun(n) and (given := _given_to(graph, n)):
        return given
    if act.kind == "monitor_obstruction":
        return [k for k, _ in enumerate(graph.tokens) if graph.is_noun(k) and sides.watches(graph, k)] or patients
    into = [p for prep, p in graph.obliques(n) if prep in ("at", "on", "against", "into", "to", "toward", "towards")]
    if act.kind != "direct_fire" or not patients:  # "shot down a plane over a land": the land is not hit
        into += [p for prep, p in graph.obliques(n) if prep == "over"]
    if act.kind in ("indirect_fire", "air_strike") and not [p for p in patients if not _round(graph, p, act, sides.lexicon)]:
        into += [p for prep, p in graph.obliques(n) if prep in ("in", "around", "inside") and sides.noun_role(graph, p) is Role.CIV]
    into += [p for prep, p in graph.obliques(n) if prep == "near" and sides.noun_role(graph, p) in (Role.MIL, Role.GOV)]
    into += [
        q
        for prep, p in graph.obliques(n)
        if prep == "in" and graph.tokens[p].lemma == "direction"
        for of, q in graph.obliques(p)
        if of == "of"
    ]
    harmed = _harmed(graph, n) if act.kind in HARMS and not graph.is_verb(n) else []
    return [p for p in patients + harmed + into if not _round(graph, p, act, sides.lexicon)]


def _included(graph: Graph, n: int) -> list[int]:
    """The parties named as a part of what is told before ("a dozen targets, including three Iranian posts")."""
    within = [k for k in graph.with_dep(n, "prep") if graph.low[k] == "including"]
    return [
        q for k in within for q in graph.with_dep(k, "pobj") if any(graph.mention(w) is not None for w in (q, *graph.with_dep(q, "amod")))
    ]


def _given_to(graph: Graph, n: int) -> list[int]:
    """Whom arms reach, where the verb over the noun of handing over tells it ("completed the delivery of missiles to Syria")."""
    verb = graph.tokens[n].head
    carried = graph.tokens[n].dep == "dobj" and graph.tokens[verb].lemma in graph.words.light
    return [p for prep, p in graph.obliques(verb) if prep == "to" and graph.mention(p) is not None] if carried else []


def _harmed(graph: Graph, n: int) -> list[int]:
    """Whom a blast or a strike hit that stands as a noun: "the blast damaged a car", "a tanker was rocked by an explosion"."""
    top = n
    while graph.tokens[top].dep == "conj" and graph.is_noun(graph.tokens[top].head):
        top = graph.tokens[top].head
    head = graph.tokens[top].head
    if graph.tokens[top].dep == "nsubj":
        verbs = [head, *(k for k in graph.with_dep(head, "conj") if graph.is_verb(k))]
        return [p for v in verbs if graph.tokens[v].lemma in graph.words.harming and not graph.passive(v) for p in graph.objects(v)]
    verb = graph.tokens[head].head
    if graph.tokens[top].dep == "pobj" and graph.tokens[head].lemma in ("by", "in") and graph.tokens[verb].lemma in graph.words.harming:
        return graph.subjects(verb) if graph.passive(verb) else []
    return []


def _in_role(slot: Slot[Actor], role: Role) -> Slot[Actor]:
    return replace(slot, value=replace(slot.value, role=role))


def _ground(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether a side of a fight is named by ground fought over ("the Croatian town"): its forces held it."""
    last = sides.document.words(slot.evidence[-1]).lower().split()[-1]
    return slot.value.role is Role.CIV and last in sides.lexicon.telling.of_land


def _taken_to(graph: Graph, n: int) -> list[int]:
    """To whom the taken were brought ("abducted to Syria"): its captor, where none is told."""
    return [p for prep, p in graph.obliques(n) if prep == "to" and graph.mention(p) is not None]


def _fought(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Whom forces are sent against, or sent to fight; where they are sent is on nobody's account."""
    against = [p for prep, p in graph.obliques(n) if prep == "against"]
    sent = [n, *graph.patients(n)]
    purposes = [k for s in sent for k in graph.with_dep(s, "xcomp", "advcl", "acl", "relcl") if graph.is_verb(k)]
    purposes += [c for k in purposes for c in graph.with_dep(k, "conj") if graph.is_verb(c)]
    fights = [k for k in purposes if lexicon.lemmas(graph.low[k]) or graph.tokens[k].lemma in graph.words.fighting]
    fights = [k for k in fights if graph.tokens[k].lemma not in graph.words.helping]
    objects = [p for k in fights for p in graph.objects(k)]
    nouns = [p for k in purposes for p in (*graph.objects(k), *(q for prep, q in graph.obliques(k) if prep in ("in", "with", "for")))]
    named = [q for p in {*nouns, *objects} for prep, q in graph.obliques(p) if prep in ("against", "between", "with") and graph.is_noun(p)]
    return [*against, *(q for k in fights for prep, q in graph.obliques(k) if prep == "against"), *objects, *named]


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
        office = slot.value.role is Role.GOV and not any(w in words for w in sides.lexicon.roles.armed_civil)
        role = Role.MIL if slot.value.party != "UNK" and (office or national) else slot.value.role
        found.append(_in_role(slot, role))
    once: dict[Actor, Slot[Actor]] = {}
    for slot in found:
        once.setdefault(slot.value, slot)
    return list(once.values())


def _round(graph: Graph, p: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether what is "fired" is the shell or the missile itself, or what is sent are the arms, no one hit or supplied."""
    words = lexicon.word_sets
    if act.kind == "arms_transfer":
        beside = [k for k in (p, *graph.with_dep(p, "compound", "nmod", "dative")) if graph.is_noun(k)]  # "sent Russia shells"
        sent = graph.tokens[p].dep == "dobj" and "with" not in act.pattern.prep and all(graph.mention(k) is None for k in beside)
        return graph.tokens[p].lemma in words["armaments"] and (sent or graph.tokens[p].dep in ("nsubjpass", "pobj"))
    return (
        act.kind in ("indirect_fire", "direct_fire", "missile_launch", "warning_fire", "air_strike")
        and graph.tokens[p].lemma in (words["shells"] | words["missiles"] | words["small_arms"] | words["bombs"]) - lexicon.sides.belongings
        and (graph.tokens[p].dep in ("dobj", "nsubj", "nsubjpass", "conj", "attr", "pobj") or graph.told_on(act.trigger) == p)
    )


def _somebody(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether who acts is more than a shell or a missile of no told side ("two rockets landed")."""
    words, rounds = sides.document.words(slot.evidence[0]).lower(), sides.lexicon.word_sets
    return slot.value.party != "UNK" or words.removesuffix("s") not in rounds["shells"] | rounds["missiles"] | rounds["bombs"]


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


def slots_of(graph: Graph, heads: list[int], default: Role, sides: Sides) -> list[Slot[Actor]]:
    """The actors that phrase heads mean, each once; unknown ones only where none is known."""
    found: dict[Actor, Slot[Actor]] = {}
    for head in [*heads, *(j for h in heads for j in _joined_to_where(graph, h, sides))]:
        slot = sides.actor(graph, head, default)
        if slot is not None:
            for each in (slot, *sides.beside(graph, head, slot), *_joint(graph, head, slot, sides)):
                found.setdefault(each.value, each)
    if any(a.party != "UNK" for a in found):
        found = {a: s for a, s in found.items() if a.party != "UNK"}
    return list(found.values())


def _joint(graph: Graph, n: int, slot: Slot[Actor], sides: Sides) -> list[Slot[Actor]]:
    """The police beside the soldiers of one force, or the soldiers beside the police."""
    if slot.value.party == "UNK":
        return []
    part, document = graph.annotated.sentence.part, sides.document.id
    kinds = other_kinds(graph, n, slot.value.role, sides.lexicon)
    spans = [(role, Span(document_id=document, start=token.start, end=token.end, part=part)) for role, token in kinds]
    return [replace(_in_role(slot, role), evidence=(span, *slot.evidence)) for role, span in spans]


def _joined_to_where(graph: Graph, n: int, sides: Sides) -> list[int]:
    """The people whom the parser joins to the land in which others stand ("peacekeepers in Congo and government troops")."""
    lands = [p for prep, p in graph.obliques(n) if prep in graph.words.standing_in and graph.mention(p) is not None]
    return [j for p in lands for j in graph.conjuncts(p)[1:] if graph.is_noun(j) and sides.noun_role(graph, j) in (Role.MIL, Role.GOV)]
