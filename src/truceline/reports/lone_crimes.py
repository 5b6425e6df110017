"""Is an act a crime of gangs, robbers or one man by himself, or what a court tries (codebook 3: a lone attack elsewhere is crime)."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import PeacefulWords
from truceline.reports.drafted import Draft
from truceline.reports.figures import OF_BLOWS
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

_OF_CRIMES = frozenset({"direct_fire", "clash", "capture"})
_UNDER = ("pobj", "pcomp", "prep", "dobj", "conj", "compound", "attr", "nsubj", "nsubjpass")


def lone_crime(act: Act, draft: Draft, lexicon: Lexicon) -> str:
    """Why an act is a crime and none between forces; "" where it may be one."""
    graph, n, words = act.graph, act.trigger, lexicon.peaceful
    if draft.when is None and _tried(graph, n, words):
        return "what a court tries"
    if act.kind in OF_BLOWS and graph.has_lemma(words.polls) and _at_the_polls(draft, graph, words):
        return "unrest at the polls"
    if act.kind not in _OF_CRIMES or _at_forces(draft):
        return ""
    between = [p for w in (n, graph.tokens[n].head) for prep, p in graph.obliques(w) if prep == "between"]
    doers = [*graph.agents(n), *between]
    if doers and all(_criminal(graph, a, words) for a in doers):
        return "done by criminals"
    if act.kind == "direct_fire" and _by_one_alone(graph, n, doers, lexicon):
        return "done by one man alone"
    if _at_criminals(graph, n, doers, lexicon):
        return "police and criminals"
    if act.kind == "clash" and _with_police(graph, n, doers, lexicon):
        return "people of a trade, and police"
    if act.kind == "direct_fire" and graph.has_lemma(lexicon.general.crowd_people) and _of_own_crowd(draft, graph, n, lexicon):
        return "fire on a crowd at home"
    before = {graph.tokens[k].lemma for k in graph.kids[n] if k < n}
    if act.lemma in words.of_crime_before and before & words.crime_before and not _at_an_office(draft):
        return "a crime by its name"
    if act.kind == "capture" and any(graph.tokens[k].lemma in words.drug_lords for p in graph.patients(n) for k in graph.subtree(p)):
        return "taken for drugs"
    assaulted = [p for p in graph.patients(n) if graph.tokens[p].lemma in words.assaulted and graph.tokens[p].tag == "NN"]
    return "an assault on one person" if assaulted and act.lemma in words.assault else ""


def _at_forces(draft: Draft) -> bool:
    """Whether forces or monitors of a party suffer it."""
    return any(slot.value.party != "UNK" and slot.value.role in (Role.MIL, Role.MON) for slot in draft.targets)


def _at_an_office(draft: Draft) -> bool:
    """Whether who holds an office of a party suffers it ("the gangland shooting of a rebel commander")."""
    return any(slot.value.party != "UNK" and slot.value.role is Role.GOV for slot in draft.targets)


def _criminal(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether a phrase is of criminals ("rival gangs", "gang members", "a teenager"), no party standing in it."""
    near = (n, *graph.with_dep(n, "compound"), *(p for prep, p in graph.obliques(n) if prep == "of"))
    return graph.mention(n) is None and any(graph.tokens[k].lemma in words.criminals for k in near)


def _by_one_alone(graph: Graph, n: int, doers: list[int], lexicon: Lexicon) -> bool:
    """Whether one man of no party did it for himself ("a former marine killed five people at a mall"), no word of war being beside."""
    words = lexicon.peaceful
    if len(doers) != 1 or graph.tokens[doers[0]].tag not in ("NN", "NNP"):
        return False
    doer = doers[0]
    off_duty = any(graph.low[k] in words.off_duty for k in graph.subtree(doer) if k < doer)
    someone = graph.tokens[doer].lemma in words.alone and graph.mention(doer) is None
    if not someone and not (off_duty and graph.tokens[doer].lemma in words.soldiery):
        return False
    return not _of_war(graph, doers, words)


def _of_war(graph: Graph, doers: list[int], words: PeacefulWords) -> bool:
    """Whether a word of war stands in the sentence, outside the phrase of who did it."""
    below = {k for a in doers for k in (a, *graph.with_dep(a, "amod", "compound"))}
    return any(token.lemma in words.of_war for k, token in enumerate(graph.tokens) if k not in below)


def _at_criminals(graph: Graph, n: int, doers: list[int], lexicon: Lexicon) -> bool:
    """Whether police shoot at, fight or take those whom the text calls criminals ("police shot dead four drug dealers")."""
    words, general = lexicon.peaceful, lexicon.general
    police = all(graph.tokens[a].lemma in general.police for a in doers)
    whom = [p for p in graph.patients(n) if p != n] + [p for prep, p in graph.obliques(n) if prep == "with"]
    if not police:
        return False
    someone = any(graph.tokens[p].lemma in words.alone and graph.tokens[p].tag == "NN" and graph.mention(p) is None for p in whom)
    return any(graph.tokens[p].lemma in words.suspects for p in whom) or (bool(doers) and someone and not _of_war(graph, doers, words))


def _tried(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether an undated act is what somebody is tried for ("was sentenced for the shelling of the market", "guilty of the bombing")."""
    if graph.is_verb(n) and graph.tokens[n].dep != "pcomp":
        return False
    w, over = n, False
    while graph.tokens[w].head != w and graph.tokens[w].dep in _UNDER:
        below, w = graph.tokens[w], graph.tokens[w].head
        over = over or (below.dep == "prep" and below.lemma in words.tried_for)
        if graph.tokens[w].lemma in words.tried:
            return over or below.dep == "compound"
        if graph.is_verb(w):  # "go on trial over the bombings"
            return below.dep == "prep" and any(graph.tokens[p].lemma in words.tried for prep, p in graph.obliques(w) if prep == "on")
    return False


def _at_the_polls(draft: Draft, graph: Graph, words: PeacefulWords) -> bool:
    """Whether shots or blows are told beside words of an election, nobody of any party being named and no word of war beside."""
    if any(slot.value.party != "UNK" for slot in (*draft.actors, *draft.targets)):
        return False
    lemmas = {token.lemma for token in graph.tokens}
    return len(lemmas & words.polls) > 1 and not lemmas & words.of_war


def _of_own_crowd(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a state's forces fire on protesters in its own land ("security forces fired on demonstrators in Khartoum")."""
    whom = [p for p in graph.patients(n) if p != n] + [p for prep, p in graph.obliques(n) if prep in ("on", "at", "into")]
    if not any(graph.tokens[p].lemma in lexicon.general.crowd_people and graph.mention(p) is None for p in whom):
        return False
    land = draft.where.value.country if draft.where is not None else None
    parties = {slot.value.party for slot in draft.actors} - {"UNK"}
    police = any(graph.tokens[a].lemma in lexicon.general.police | lexicon.general.officials for a in graph.agents(n))
    suffer = {slot.value.party for slot in draft.targets} - {"UNK"} - parties
    return not suffer and (parties == {land} or (police and not parties))


def _with_police(graph: Graph, n: int, doers: list[int], lexicon: Lexicon) -> bool:
    """Whether people of a trade or a cause clash with police ("miners clashed with police")."""
    trades, police = lexicon.peaceful.trades, lexicon.general.police
    others = [p for prep, p in graph.obliques(n) if prep == "with"]
    for one, other in ((doers, others), (others, doers)):
        people = any(graph.tokens[p].lemma in trades and graph.mention(p) is None for p in one)
        if people and any(graph.tokens[p].lemma in police for p in other):
            return True
    return False
