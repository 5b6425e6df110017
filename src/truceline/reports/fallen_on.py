"""On whom an act fell, as its own sentence tells: its objects, what it is aimed at or sent against, those counted as hurt."""

from dataclasses import replace

from truceline.model.party import Actor, Role
from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.reports.actor_slots import slots_of
from truceline.reports.cast import OF_THE_DOCUMENT
from truceline.reports.casualties import tolls
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.intended import of_a_sum
from truceline.reports.party_named import party_of
from truceline.reports.patterns import Act
from truceline.reports.scene import READ_BY as TOLD
from truceline.reports.sides import Sides
from truceline.reports.unnamed import of_the_cast, rebel

SENT_AGAINST = " sent against"
"""Ends the name of the rule where forces are sent to fight somebody, not only to his land."""
AMONG = " among others"
"""Ends the name of the rule by which a party is told as a part of those on whom an act fell."""
HARMS = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion"})
_OVER = frozenset({"air_crossing", "sea_crossing", "ground_crossing"})
_SPACES = ("airspace_words", "waters_words", "territory_strict")


def fallen_on(draft: Draft, act: Act, patients: list[int], default: Role, sides: Sides) -> None:
    """Sets, in place, on whom an act fell: its objects, else those whom its sentence counts as dead or hurt."""
    graph, n = act.graph, act.trigger
    hit = _hit(act, patients, sides)
    of_theirs = [q for p in hit for prep, q in graph.obliques(p) if prep == "of" and act.kind in HARMS]  # "one of its patrols"
    own = [a.evidence for a in draft.actors]
    told_of = [s for s in slots_of(graph, hit, default, sides) if s.evidence not in own or of_theirs]
    draft.targets = [_other_owner(s, act, [*patients, *of_theirs], draft, sides) for s in told_of]
    draft.targets = [s for s in draft.targets if s.evidence not in own]
    if act.kind == "arms_transfer" and not draft.targets:
        draft.targets = [s for p in _hit(act, patients, sides) if rebel(graph, p, sides) for s in [_rebels_given(graph, p, sides)]][:1]
    if any(not s.read_by.endswith(OF_THE_DOCUMENT) for s in draft.targets):  # "a U.S. vehicle and two soldiers": whom the sentence names
        draft.targets = [s for s in draft.targets if not s.read_by.endswith(OF_THE_DOCUMENT)]
    if act.kind == "troop_deployment":
        fought = slots_of(graph, _fought(graph, n, sides.lexicon), default, sides)
        draft.targets = [replace(s, read_by=s.read_by + SENT_AGAINST) for s in fought] or draft.targets
    if act.kind == "capture" and not draft.targets:
        draft.targets = sides.anybody(graph, patients)
    if act.kind in HARMS and not act.pattern.weak and not any(s.value.party != "UNK" and not spot(s, sides) for s in draft.targets):
        hurt = [h for t in tolls(graph, sides.document, sides.lexicon) if not t.running for h in t.heads]
        told = [s for s in slots_of(graph, hurt, default, sides) if s.value.party not in {a.value.party for a in draft.actors}]
        known = any(s.value.party != "UNK" for s in told)  # of "people" hurt by a bomb at a patrol no more is told than of the patrol
        draft.targets = (told if known else []) or draft.targets or told or sides.anybody(graph, hurt)
    if act.kind in HARMS:
        among = slots_of(graph, [q for p in (n, *patients) for q in _included(graph, p)], default, sides)
        draft.targets += [replace(s, read_by=s.read_by + AMONG) for s in among if s.value not in {t.value for t in draft.targets}]


def _other_owner(slot: Slot[Actor], act: Act, patients: list[int], draft: Draft, sides: Sides) -> Slot[Actor]:
    """On whom an act fell; what is "its" is not the actor's own where another is named before ("A accused B of bombing its town")."""
    graph, own = act.graph, {a.value.party for a in draft.actors}
    if slot.value.party not in own or slot.value.party == "UNK":
        return slot
    pronouns = [k for p in patients for k in graph.with_dep(p, "poss") if graph.low[k] in ("its", "their")]
    if not pronouns:
        return slot
    before = [m for m, mention in enumerate(graph.annotated.mentions) if mention.end <= graph.tokens[pronouns[0]].start]
    others = [m for m in before if m in graph.mentions and graph.annotated.mentions[m].actor.party not in own and not graph.only_where(m)]
    if not others:
        return slot
    party, role, span = party_of(graph, others[-1], sides)
    return replace(slot, value=Actor(party=party, role=role if role is Role.MON else slot.value.role), evidence=(span,))


def _hit(act: Act, patients: list[int], sides: Sides) -> list[int]:
    """The heads of the phrases on which an act falls: its objects, and what it is aimed at or sent against."""
    graph, n = act.graph, act.trigger
    if act.kind == "capture":  # where the taken are brought is not who is taken
        gone = {p for prep, p in graph.obliques(n) if prep != "of"}
        with_him = [p for prep, p in graph.obliques(n) if prep in act.pattern.prep and prep in ("with", "onto", "aboard", "upon")]
        return [p for p in patients if p not in gone] or with_him  # "made off with two nurses", "swarmed onto a tanker"
    if act.kind == "troop_deployment":  # whoever is sent is not sent against himself
        patients = [p for p in patients if not (graph.tokens[p].dep == "dobj" and sides.noun_role(graph, p) is Role.MIL)]
    if act.kind == "air_strike" and "to_strike" in act.pattern.near:
        return [p for p in _fought(graph, n, sides.lexicon) if p not in patients]  # "sent jets to bomb a base": the base is hit
    meant = [p for prep, p in graph.obliques(n) if prep == "for" and graph.is_noun(p)] if act.kind == "arms_transfer" else []
    if any(graph.mention(p) is not None for p in meant):  # "smuggled arms into a land for a group": the group has them
        return meant
    if act.kind == "arms_transfer" and graph.is_noun(n) and (given := _given_to(graph, n)):
        return given
    if act.kind == "arms_transfer" and not graph.is_noun(n):
        patients = patients + _reached(graph, patients)
    if act.kind in _OVER:
        patients = patients + _whose_space(graph, n, patients, sides.lexicon)
    if act.kind == "monitor_obstruction":
        return [k for k, _ in enumerate(graph.tokens) if graph.is_noun(k) and sides.watches(graph, k)] or patients
    fired = act.kind in HARMS and act.kind != "air_strike"
    sent = [
        p for p in patients if fired and thing_sent(graph, p, act, sides.lexicon)
    ]  # "fired shells toward a village": hung on what was fired
    into = [p for w in (n, *sent) for prep, p in graph.obliques(w) if prep in ("at", "on", "against", "into", "to", "toward", "towards")]
    if act.kind != "direct_fire" or not patients:  # "shot down a plane over a land": the land is not hit
        into += [p for prep, p in graph.obliques(n) if prep == "over"]
    if act.kind in ("indirect_fire", "air_strike") and not [p for p in patients if not thing_sent(graph, p, act, sides.lexicon)]:
        into += [p for prep, p in graph.obliques(n) if prep in ("in", "around", "inside") and sides.noun_role(graph, p) is Role.CIV]
    if any(
        graph.is_noun(p) and not thing_sent(graph, p, act, sides.lexicon) for p in patients
    ):  # "ambushed a minibus on the road": the road is not hit
        into = [p for p in into if graph.tokens[p].lemma not in sides.lexicon.where.nouns]
    into += [
        p for prep, p in graph.obliques(n) if prep in sides.lexicon.sides.close_by and sides.noun_role(graph, p) in (Role.MIL, Role.GOV)
    ]
    into += [
        q
        for prep, p in graph.obliques(n)
        if prep == "in" and graph.tokens[p].lemma == "direction"
        for of, q in graph.obliques(p)
        if of == "of"
    ]
    harmed = _harmed(graph, n) if act.kind in HARMS and not graph.is_verb(n) else []
    harmed += _aimed_at_by_deeds(graph, n, sides.lexicon) if act.kind in HARMS else []
    return [p for p in patients + harmed + into if not thing_sent(graph, p, act, sides.lexicon)]


def thing_sent(graph: Graph, p: int, act: Act, lexicon: Lexicon) -> bool:
    """Whether what is "fired" is the shell or the missile itself, or what is sent are the arms, no one hit or supplied."""
    words = lexicon.word_sets
    if act.kind == "arms_transfer":
        beside = [k for k in (p, *graph.with_dep(p, "compound", "nmod", "dative")) if graph.is_noun(k)]  # "sent Russia shells"
        beside += [k for k in graph.with_dep(p, "amod") if _group(graph, k)]  # "gave the PKK rifles"
        sent = graph.tokens[p].dep == "dobj" and "with" not in act.pattern.prep and all(graph.mention(k) is None for k in beside)
        if graph.tokens[p].lemma in words["vessels_of_war"] and graph.tokens[p].dep in ("dobj", "conj"):
            bound = any(prep == "to" for w in (act.trigger, p) for prep, _ in graph.obliques(w))  # "sent warships to the area"
            return bound and all(graph.mention(k) is None for k in beside)
        return graph.tokens[p].lemma in words["armaments"] and (sent or graph.tokens[p].dep in ("nsubjpass", "pobj"))
    return (
        act.kind in ("indirect_fire", "direct_fire", "missile_launch", "warning_fire", "air_strike")
        and graph.tokens[p].lemma in (words["shells"] | words["missiles"] | words["small_arms"] | words["bombs"]) - lexicon.sides.belongings
        and (graph.tokens[p].dep in ("dobj", "nsubj", "nsubjpass", "conj", "attr", "pobj") or graph.told_on(act.trigger) == p)
    )


def _whose_space(graph: Graph, n: int, patients: list[int], lexicon: Lexicon) -> list[int]:
    """The names in the phrase of the air, waters or land that is entered ("the sky above our waters", "the airspace of Syria")."""
    entered = [
        p for p in (*patients, *(q for _, q in graph.obliques(n))) if any(graph.tokens[p].lemma in lexicon.word_sets[s] for s in _SPACES)
    ]
    return [k for p in entered for k in sorted(graph.subtree(p)) if graph.mention(k) is not None]


def _group(graph: Graph, n: int) -> bool:
    """Whether a word names an armed group, as what it is given has its name before it."""
    m = graph.mention(n)
    return m is not None and graph.annotated.mentions[m].actor.role is Role.MIL and graph.annotated.mentions[m].speaker is None


def spot(slot: Slot[Actor], sides: Sides) -> bool:
    """Whether a target is only the public place where it came down ("a strike at the airport"): whoever died there was meant before it."""
    last = sides.document.words(slot.evidence[-1]).lower().split()[-1]
    return slot.value.role is Role.CIV and last in sides.lexicon.sides.public_places


def _included(graph: Graph, n: int) -> list[int]:
    """The parties named as a part of what is told before ("a dozen targets, including three Iranian posts")."""
    within = [k for k in graph.with_dep(n, "prep") if graph.low[k] == "including"]
    return [
        q for k in within for q in graph.with_dep(k, "pobj") if any(graph.mention(w) is not None for w in (q, *graph.with_dep(q, "amod")))
    ]


def _given_to(graph: Graph, n: int) -> list[int]:
    """Whom arms reach, where the verb over the noun of handing over tells it ("completed the delivery of missiles to Syria")."""
    given = of_a_sum(graph, n)
    verb = graph.tokens[given].head
    carried = graph.tokens[given].dep == "dobj" and (graph.tokens[verb].lemma in graph.words.light or given != n)
    return [p for prep, p in graph.obliques(verb) if prep == "to" and graph.mention(p) is not None] if carried else []


def _rebels_given(graph: Graph, p: int, sides: Sides) -> Slot[Actor]:
    """Those who fight a state and are given arms, whoever they are ("would supply the opposition with rifles")."""
    meant = of_the_cast(graph, p, Role.MIL, sides)
    return meant or Slot(value=Actor(party="UNK", role=Role.MIL), evidence=(sides.span(graph, p),), read_by=TOLD)


def _reached(graph: Graph, given: list[int]) -> list[int]:
    """Whom the phrase of what is given tells it is for ("handed over part of a delivery of guns to rebels", "sold tanks to")."""
    parts = [*given, *(q for p in given for of, q in graph.obliques(p) if of == "of")]
    parts += [q for p in parts for of, q in graph.obliques(p) if of == "of" and p not in given]
    return [q for p in parts if graph.mention(p) is None for to, q in graph.obliques(p) if to == "to"]


def _aimed_at_by_deeds(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """At whom the deed was aimed that is told to have done the harm ("a strike on a convoy killed dozens", "died in a raid on a camp")."""
    if not graph.is_verb(n):
        return []
    means = [*graph.with_dep(n, "nsubj"), *(p for prep, p in graph.obliques(n) if prep in ("in", "by"))]
    deeds = [k for k in means if graph.is_noun(k) and graph.mention(k) is None and lexicon.names_act(graph.low[k])]
    return [p for k in deeds for prep, p in graph.obliques(k) if prep in ("on", "against", "at", "upon") and graph.is_noun(p)]


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
