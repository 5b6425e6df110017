"""What is told in general, and not as one act: what somebody is charged with, does as a rule, or whom they fight."""

from truceline.model.report import Slot
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import GeneralWords
from truceline.reports.arrests import arrest
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.habits import by_one, habit, one_person
from truceline.reports.lone_crimes import lone_crime
from truceline.reports.patterns import Act
from truceline.reports.whole_wars import whole_war

OF_CROWDS = frozenset({"direct_fire", "clash", "explosion", "indirect_fire", "warning_fire"})
"""The kinds of act that are told of protesters, and of those who disperse them, in the same words as of forces."""
OF_PEOPLE = frozenset({"direct_fire", "capture"})
"""The kinds of act that are told by whom they fell on."""
OF_TOTALS = frozenset({"air_strike", "clash", "ground_crossing", "air_crossing", "sea_crossing"})
"""The kinds of act whose nouns count acts, and not what was fired."""
OF_FIRE = frozenset({"air_strike", "indirect_fire", "direct_fire"})
"""The kinds of act that told of months are a campaign; works and broadcasts that go on for months are one act."""
_UNDER = ("pobj", "pcomp", "prep", "dobj", "conj", "xcomp", "amod", "compound", "acl", "advcl", "nsubjpass")


ONE_STRETCH = frozenset({"works_in_zone", "jamming", "loudspeaker"})
"""The kinds of act that go on for months as one ("have been building walls since April")."""


def general(act: Act, draft: Draft, lexicon: Lexicon) -> str:
    """Why an act is told in general ("responsible for attacks", "rebels fighting the government"); "" where it is one act.

    A day or a number of its own makes it one (codebook 3: a dated or counted act under "responsible for" is coded).
    """
    graph, n, words = act.graph, act.trigger, lexicon.general
    if graph.annotated.sentence.headline:
        return ""
    if act.lemma in words.struggles and act.kind == "clash" and not act.pattern.near and _struggle(graph, n, draft, words):
        return "a struggle that goes on"
    if whole_war(act, draft, lexicon):
        return "a war told as a whole"
    if act.kind in OF_TOTALS and _hundreds(graph, n, words, draft):
        return "a total of a campaign"
    if apart := _no_forces(act, draft, lexicon):
        return apart
    if act.kind == "capture" and (why := arrest(draft, graph, n, lexicon)):
        return why
    total = _running_total(act, lexicon) or (act.kind in OF_PEOPLE | OF_FIRE and _uncounted(graph, n, words))
    if (
        total and act.kind not in lexicon.cues.planned_kinds and act.kind not in ONE_STRETCH
    ):  # "has deployed dozens of jets since May": once
        return "a total up to now"
    if _in_a_total(graph, n, words):
        return "counted in a total"
    if _compared(graph, n, words):
        return "more or fewer than at other times"
    if act.kind == "troop_deployment" and (why := _not_sent(act, draft, lexicon)):
        return why
    if act.kind == "ground_crossing" and _multitude(graph, n, words):
        return "people on the move"
    if _fled(graph, n, words) and not _dated(draft.when, draft, graph, n):
        return "what people fled from"
    if not _plural(graph, n, words):
        return "what somebody does as a rule" if habit(act, draft, lexicon) and not _dated(draft.when, draft, graph, n) else ""
    over = _over(graph, n, lexicon)
    return f"told in general under {graph.tokens[over].text!r}" if over is not None and not _dated(draft.when, draft, graph, over) else ""


def _no_forces(act: Act, draft: Draft, lexicon: Lexicon) -> str:
    """Why an act is none between forces: of a crowd, at a protest, by robbers or a former soldier, or it tells for whom one fights."""
    graph, n, words = act.graph, act.trigger, lexicon.general
    if (act.kind == "clash" and _of_a_crowd(graph, n, words)) or (act.kind in OF_CROWDS and _with_a_crowd(graph, n, words)):
        return "unrest of a crowd"
    if act.kind in OF_CROWDS and _at_a_protest(draft, graph, n, words):
        return "harm at a protest"
    if not any(graph.tokens[a].lemma in lexicon.peaceful.of_war for a in graph.agents(n)) and _robbing(draft, graph, n, words):
        return "done by robbers"
    if any(graph.tokens[a].lemma in words.veterans for a in graph.agents(n)):
        return "done by one who is no soldier any more"
    if act.kind == "clash" and act.lemma in words.struggles and _serves(graph, n, lexicon):
        return "whom somebody fights for"
    return lone_crime(act, draft, lexicon)


def _not_sent(act: Act, draft: Draft, lexicon: Lexicon) -> str:
    """Why no troops are sent abroad: it is one soldier, they stay in their own land, or they are there already."""
    graph, n = act.graph, act.trigger
    if graph.tokens[n].tag == "NN" and act.lemma in lexicon.peaceful.soldiery:
        return "one soldier, and no force"
    if _in_own_land(draft, graph, n):
        return "troops sent about in their own land"
    present = act.lemma in lexicon.general.present and not (act.pattern.with_ or act.pattern.near)
    return "troops that are there, not sent" if present and not _said(graph, n, lexicon) else ""


def _robbing(draft: Draft, graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether somebody of no party robs in the same breath ("was shot and robbed", "robbed a bank and shot a guard")."""
    if any(slot.value.party != "UNK" for slot in draft.actors):
        return False
    return any(graph.tokens[k].lemma in words.robbing for k in graph.told_with(n))


def _multitude(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether those who came over a line are people in their thousands, and no forces ("814,000 people crossed the border")."""
    for mover in graph.agents(n):
        told = [q for q in graph.annotated.quantities if any(graph.covers(k, q.start, q.end) for k in graph.kids[mover])]
        people = graph.tokens[mover].lemma in words.multitude or (graph.mention(mover) is not None and graph.tokens[mover].tag == "NNPS")
        if people and any((q.quantity.low or 0) >= _THOUSANDS for q in told):
            return True
    return False


_THOUSANDS = 1000


def _in_a_total(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a word only says whom a total counts, or what adds to it ("the killings bring the number of people killed to 50")."""
    token = graph.tokens[n]
    over = graph.tokens[token.head]
    if token.dep == "pobj" and over.dep == "agent" and graph.tokens[over.head].dep == "acl":
        return _in_a_total(graph, over.head, words)
    if token.dep == "acl" and token.tag == "VBN" and _lost(graph, token.head, words):
        return True
    if token.dep == "acl" and token.tag == "VBN" and over.dep == "pobj":
        return graph.low[over.head] == "of" and graph.tokens[graph.tokens[over.head].head].lemma in words.totalled
    adds = token.dep == "nsubj" and graph.is_noun(n) and over.lemma in words.adding
    return adds and any(graph.tokens[o].lemma in words.totalled for o in graph.with_dep(token.head, "dobj"))


def _compared(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether acts are only compared in number with those of other times ("dropped more bombs than in any other year")."""
    than = "than" in graph.low and any(graph.low[k] == "than" and graph.tokens[k].dep in ("prep", "mark") for k in graph.subtree(n))
    if not than:
        return False
    counted = [n] if graph.is_noun(n) else (*graph.agents(n), *graph.objects(n))
    return any(graph.low[k] in words.more_or_fewer and graph.tokens[k].dep == "amod" for c in counted for k in graph.kids[c])


def _lost(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether people are among those whom a side has lost up to now ("has lost 50 soldiers and two civilians killed by rockets")."""
    while graph.tokens[n].dep == "conj":
        n = graph.tokens[n].head
    verb = graph.tokens[n].head
    up_to_now = any(graph.low[k] in words.up_to_now for k in graph.with_dep(verb, "aux"))
    return graph.tokens[n].dep == "dobj" and graph.tokens[verb].lemma in words.losing and up_to_now


def _hundreds(graph: Graph, n: int, words: GeneralWords, draft: Draft) -> bool:
    """Whether acts themselves are counted by the hundred ("have carried out over 9,500 air strikes"; up to now and without a day: 120)."""
    within = graph.tokens[graph.tokens[n].head].head if graph.tokens[n].dep == "pobj" else n  # "in its campaign it has made 900 strikes"
    counting = within if graph.is_verb(within) and draft.lemma in words.campaigns else n
    named = [n] if graph.is_noun(counting) else graph.objects(counting) if graph.tokens[counting].lemma in words.doing else []
    counts = [q for q in graph.annotated.quantities if any(graph.covers(k, q.start, q.end) for m in named for k in graph.kids[m])]
    verb = graph.tokens[n].head if graph.is_noun(n) else n
    now = draft.when is None and _has_been(graph, verb, words)
    return any((q.quantity.low or 0) >= (_UP_TO_NOW if now else _OF_A_CAMPAIGN) for q in counts)


def _has_been(graph: Graph, verb: int, words: GeneralWords) -> bool:
    """Whether a verb, or that which it goes on from, is of a time up to now ("has flown 800 missions, conducted 200 raids")."""
    over = graph.tokens[verb].head if graph.tokens[verb].dep == "conj" and not graph.with_dep(verb, "nsubj", "aux") else verb
    return any(graph.tokens[k].tag in ("VBZ", "VBP") and graph.low[k] in words.up_to_now for k in graph.with_dep(over, "aux"))


_UP_TO_NOW = 100
_OF_A_CAMPAIGN = 500


def _running_total(act: Act, lexicon: Lexicon) -> bool:
    """Whether a clause in the perfect only counts many acts of months up to now ("have captured more than 80 leaders since January")."""
    graph, n, words = act.graph, act.trigger, lexicon.general
    verb = n if graph.is_verb(n) else next((a for a in graph.ancestors(n) if graph.is_verb(a)), n)
    if not any(graph.tokens[k].tag in ("VBZ", "VBP") and graph.tokens[k].lemma == "have" for k in graph.with_dep(verb, "aux")):
        return False
    below = set(graph.subtree(verb))
    times = [t for t in graph.annotated.times if t.when is not None and any(graph.covers(m, t.start, t.end) for m in below)]
    told = any((t.when.end - t.when.start).days > _MONTHS for t in times if t.when is not None)
    joined = (verb, *graph.conjuncts(verb))
    months = any(prep in words.from_then and graph.low[p] in lexicon.calendar.months for v in joined for prep, p in graph.obliques(v))
    months = months or any(prep in words.from_then and _of_a_year(graph, p, words) for v in joined for prep, p in graph.obliques(v))
    so_far = months or any(graph.low[k] in words.as_yet and graph.kids[k] for k in graph.with_dep(verb, "advmod"))
    if not told and not so_far and not (act.kind in OF_FIRE and _over_months(graph, verb, words)):
        return False
    whom = graph.patients(n) or [p for v in graph.conjuncts(n) for p in graph.objects(v)]  # "have captured or killed 80 leaders"
    if (
        (told or months) and graph.is_noun(n) and graph.tokens[verb].lemma in words.dying
    ):  # "3,700 have been killed in fighting since April"
        whom = graph.with_dep(verb, "nsubj", "nsubjpass")
    counted = [q for q in graph.annotated.quantities if any(graph.covers(m, q.start, q.end) for p in whom for m in graph.kids[p])]
    acts_or_places = [n] if graph.is_noun(n) else whom
    plural = any(graph.tokens[p].tag == "NNS" and not graph.with_dep(p, "det", "nummod", "poss") for p in acts_or_places)
    return plural or any((q.quantity.low or 0) >= _MANY for q in counted)


def _of_a_year(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a word is of when a year began ("since the start of the year")."""
    begun = [p for prep, p in graph.obliques(n) if prep == "of"] if graph.tokens[n].lemma in words.beginnings else []
    return any(graph.tokens[p].lemma == "year" or graph.tokens[p].tag == "CD" for p in begun)


def _uncounted(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a clause in the perfect tells, without a day, of people by the hundred ("have executed hundreds of peasants").

    So it does where they died in the acts ("thousands have died in air strikes"), or somebody claims "to have killed thousands".
    """
    over = graph.tokens[n].head
    died = graph.is_noun(n) and graph.tokens[n].dep == "pobj" and graph.tokens[graph.tokens[over].head].lemma in words.dying
    verb = graph.tokens[over].head if died else n
    if not graph.is_verb(verb) or not any(
        graph.tokens[k].lemma == "have" and graph.tokens[k].tag != "VBD" for k in graph.with_dep(verb, "aux")
    ):
        return False
    below = set(graph.subtree(verb))
    dated = any(graph.covers(m, t.start, t.end) for t in graph.annotated.times for m in below)
    whom = graph.with_dep(verb, "nsubj", "nsubjpass") if died else graph.objects(verb)
    return not dated and any(graph.tokens[p].lemma in words.by_the_hundred for p in whom)


def _over_months(graph: Graph, verb: int, words: GeneralWords) -> bool:
    """Whether a clause is of months or years up to now that it does not count ("during the past year", "for months")."""
    for prep, p in graph.obliques(verb):
        if prep in words.throughout and graph.tokens[p].lemma in words.long_spells:
            before = {graph.low[k] for k in graph.with_dep(p, "amod", "det")}
            if graph.tokens[p].tag == "NNS" or before & words.up_to_today:
                return True
    return False


_MONTHS, _MANY = 45, 10
"""Of more days, and of more people than this, a total is of many acts."""


def _in_own_land(draft: Draft, graph: Graph, n: int) -> bool:
    """Whether forces only go from place to place in their own land: a deployment is to a war or theatre abroad (codebook 3)."""
    land = draft.where.value.country if draft.where is not None else None
    left = any(graph.low[m] == "from" for m in graph.clause(n))
    return bool(land) and not left and {slot.value.party for slot in draft.actors} == {land}


def _said(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a clause stands under a verb of saying: that troops are there is told as news where somebody asserts it."""
    return any(graph.is_verb(a) and graph.tokens[a].lemma in lexicon.speech.verbs for a in graph.ancestors(n))


def _at_a_protest(draft: Draft, graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether somebody was hurt in a protest, nobody of any party being told to have done it ("were killed at a protest")."""
    nobody = all(slot.value.party == "UNK" for slot in draft.actors)
    return nobody and any(prep in words.taking_part and graph.tokens[p].lemma in words.crowds for prep, p in graph.obliques(n))


def _with_a_crowd(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether it is between a crowd and those who hold it back: done by protesters, or with what is fired to disperse them."""
    if not any(map(graph.has_lemma, (words.police, words.crowd_people, words.crowd_arms))):
        return False
    between = [p for w in (n, graph.tokens[n].head) for prep, p in graph.obliques(w) if prep in words.between]
    named = graph.with_dep(n, "compound") if graph.is_noun(n) else []  # "student clashes with the police"
    who = (*graph.agents(n), *between, *named)
    if any(
        graph.tokens[a].lemma in words.police and words.riots & {graph.low[k] for k in graph.kids[a]} for a in (*who, *_fought(graph, n))
    ):
        return True
    by_crowd = any(graph.tokens[k].lemma in words.crowd_people for a in who for k in _with_measured(graph, a))
    with_what = (*graph.objects(n), *(p for k in graph.with_dep(n, "agent") for p in graph.with_dep(k, "pobj"))) if graph.is_verb(n) else ()
    thrown = {graph.tokens[k].lemma for o in with_what for k in (o, *graph.with_dep(o, "compound", "amod"))}
    return by_crowd or bool(thrown & words.crowd_arms)


def _fought(graph: Graph, n: int) -> list[int]:
    """Those with whom somebody clashes ("clashes with riot police")."""
    return [p for prep, p in graph.obliques(n) if prep == "with"]


def _serves(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb of fighting tells for whom somebody fights and not against whom ("more than 50 Greeks are fighting for them")."""
    words, sides = lexicon.general, lexicon.word_sets["rebel_words"] | lexicon.word_sets["fighters"]
    if not graph.is_verb(n) or graph.objects(n):
        return False
    after = graph.obliques(n)
    served = any(prep in words.service and (graph.mention(p) is not None or graph.tokens[p].lemma in sides) for prep, p in after)
    return served and not any(prep in words.among for prep, _ in after)


def _with_measured(graph: Graph, n: int) -> tuple[int, ...]:
    """A word and what it measures ("a group of protesters")."""
    return (n, *(p for prep, p in graph.obliques(n) if prep == "of"))


def _of_a_crowd(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether clashes are told in one breath with protests, nobody being named with whom ("protests and clashes")."""
    sides_told = any(prep in words.among for prep, _ in graph.obliques(n))
    return graph.is_noun(n) and not sides_told and any(graph.tokens[k].lemma in words.crowds for k in graph.told_with(n))


def _fled(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether an act is only what people flee or take shelter from, its sides left out ("had sought refuge from the fighting")."""
    token = graph.tokens[n]
    named = graph.is_noun(n) or (token.dep == "pcomp" and token.lemma in words.struggles)
    if not named or any(prep in words.among for prep, _ in graph.obliques(n)):
        return False
    over = graph.tokens[token.head]
    sought = {graph.tokens[k].lemma for k in (over.head, *graph.with_dep(over.head, "dobj"))}
    from_it = token.dep in ("pobj", "pcomp") and over.lemma in words.away and bool(sought & (words.fleeing | words.shelters))
    return from_it or (token.dep == "dobj" and over.lemma in words.fleeing)


def _plural(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a word names acts in the plural, neither counted nor pointed to ("attacks", not "two attacks" or "the attacks")."""
    before = graph.with_dep(n, "det", "nummod", "poss")
    return graph.tokens[n].tag == "NNS" and not any(graph.tokens[k].tag == "CD" or graph.low[k] in words.pointing for k in before)


def _dated(when: Slot[When] | None, draft: Draft, graph: Graph, over: int) -> bool:
    """Whether the day of an act stands under the word that tells of it in general."""
    if when is None or draft.when_said:
        return False
    below = set(graph.subtree(over))
    return any(graph.covers(m, e.start, e.end) for e in when.evidence for m in below)


def _over(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The word above acts that makes them what somebody stands for, manages, does as a rule, or has weapons for."""
    words, w = lexicon.general, n
    while graph.tokens[w].head != w and graph.tokens[w].dep in _UNDER:
        below, w = graph.tokens[w], graph.tokens[w].head
        over = graph.tokens[w]
        if over.lemma in words.charged and below.dep in ("prep", "xcomp", "advcl", "acl"):
            return w
        if over.lemma in words.managing and below.dep in ("dobj", "prep", "xcomp", "pobj"):
            if not graph.subjects(w) or any(one_person(graph, s, lexicon) for s in graph.subjects(w)):
                return w
        if over.lemma in words.doing and graph.is_verb(w) and below.dep == "dobj" and by_one(graph, w, lexicon):
            return w
        if over.lemma in words.growing and below.dep == "dobj" and any(graph.low[k] in words.up_to_now for k in graph.with_dep(w, "aux")):
            return w
        if over.lemma in words.furnishing and below.dep == "prep" and below.lemma == "for":
            return w
        if over.lemma in words.relying and below.dep == "prep":
            return w
    return None


def _struggle(graph: Graph, n: int, draft: Draft, words: GeneralWords) -> bool:
    """Whether a fight is only whom somebody fights ("the fight against", "rebels fighting the government", "has been fighting")."""
    token = graph.tokens[n]
    if draft.when is not None and not draft.when_said:
        return False
    if token.dep == "relcl" and token.tag == "VBG" and any(graph.low[k] in words.where for k in graph.with_dep(n, "advmod")):
        return True  # "towns where the rebels are fighting the army": what the towns are
    if draft.where is not None and not draft.where.read_by.endswith("country"):
        return False
    if graph.is_noun(n):
        return token.tag == "NN" and token.lemma in words.struggle_nouns and any(prep in words.opposing for prep, _ in graph.obliques(n))
    aux = {graph.tokens[k].lemma for k in graph.with_dep(n, "aux")}
    return (token.dep in ("acl", "relcl", "xcomp", "ccomp", "pcomp", "advcl") and token.tag != "VBD") or "have" in aux
