"""Is a word of war a figure of speech: letters that bombard, critics who are fired at, shares that explode, markets that are invaded."""

from collections.abc import Collection

from truceline.packs.scope_words import PeacefulWords
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

OF_BLOWS = frozenset({"direct_fire", "indirect_fire", "clash", "air_strike", "explosion", "warning_fire", "capture"})
"""The kinds of act in whose words quarrels, debates and trade are told."""
_OF_FIRE = ("fire", "attack", "bombardment", "assault")


def figure(act: Act, words: PeacefulWords) -> str:
    """Why an act is told only as a figure of speech; "" where it is meant as it stands."""
    graph, n = act.graph, act.trigger
    if act.kind in OF_BLOWS:
        if act.kind != "capture" and any(map(graph.has_lemma, _of_words(words))) and _in_words(graph, n, words):
            return "an attack in words"
        if act.kind == "explosion" and act.lemma in words.bursts and _bursts(graph, n, words):
            return "what bursts out in a figure of speech"
        if act.kind in ("capture", "clash") and any(graph.tokens[p].lemma in words.not_taken for p in graph.objects(n)):
            return "what is taken in a figure of speech"
        if act.kind == "clash" and _against_ills(graph, n, words):
            return "a fight against ills, or in court"
        return "criticism" if _under_criticism(graph, n, words) else ""
    if act.kind.endswith("_crossing") and _no_land(graph, n, words):
        return "nothing that forces invade or cross"
    return ""


def _of_words(words: PeacefulWords) -> tuple[Collection[str], ...]:
    """The lists of which a sentence must have a word to tell of an attack in words."""
    return words.pelting, words.in_words, words.attacking_in_words, words.beasts


def _in_words(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether it is done with words, to what is written or said, or by those who attack in words, in trade, or as beasts do."""
    after = graph.obliques(n)
    if any(prep == "with" and graph.tokens[p].lemma in words.pelting for prep, p in after):
        return True
    whom = [p for p in graph.patients(n) if p != n]
    whom += [p for prep, p in after if prep in ("on", "at", "against") and graph.tokens[n].dep != "pobj"]
    said = [p for p in whom if graph.tokens[p].lemma in words.in_words]
    if said and said == whom:
        return True
    doers = graph.agents(n)
    speak = [a for a in doers if graph.tokens[a].lemma in words.attacking_in_words or graph.tokens[a].lemma in words.beasts]
    return bool(doers) and speak == doers and all(graph.mention(a) is None for a in doers)


def _bursts(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether what explodes is no charge ("shares exploded", "an explosion of anger", "a baby boom")."""
    if graph.is_verb(n):
        return any(graph.tokens[k].lemma in words.bursting for k in graph.subjects(n))
    of = [p for prep, p in graph.obliques(n) if prep in ("of", "in")]
    return any(graph.tokens[k].lemma in words.bursting for k in (*of, *graph.with_dep(n, "compound")))


def _against_ills(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether an ill is fought, or it is fought over what courts and parliaments decide ("a battle over patents")."""
    against = [p for prep, p in graph.obliques(n) if prep in ("against", "with")]
    over = [p for prep, p in graph.obliques(n) if prep in words.under_for]
    if graph.is_verb(n):
        against += graph.objects(n)
        for k in graph.with_dep(n, "dobj"):  # "is fighting a battle against malaria"
            against += [p for prep, p in graph.obliques(k) if prep in ("against", "with")]
            over += [p for prep, p in graph.obliques(k) if prep in words.under_for]
    before = graph.with_dep(n, "compound") if graph.is_noun(n) else []  # "a patent battle"
    return any(graph.tokens[k].lemma in words.ills for k in against) or any(
        graph.tokens[k].lemma in words.disputes for k in (*over, *before)
    )


def _under_criticism(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether somebody comes under fire for what he did, or from those who only speak ("came under fire for his handling of")."""
    token = graph.tokens[n]
    if token.lemma not in _OF_FIRE or token.dep != "pobj" or graph.low[token.head] not in words.under:
        return False
    verb = graph.tokens[token.head].head
    told = [k for w in (verb, token.head, n) for k in graph.with_dep(w, "prep", "agent")]
    for k in told:
        if graph.low[k] in words.under_for and graph.with_dep(k, "pcomp"):
            return True
        for p in graph.with_dep(k, "pobj"):
            if graph.low[k] in words.under_for and graph.with_dep(p, "poss") and not _timed(graph, p):
                return True
            if graph.low[k] in words.under_from and graph.tokens[p].lemma in words.speaking:
                return True
    return False


def _timed(graph: Graph, n: int) -> bool:
    return any(graph.covers(n, t.start, t.end) for t in graph.annotated.times)


def _no_land(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether what is invaded is no land, or who invades no force ("tourists invaded the beach", "crossed swords")."""
    whom = graph.objects(n) if graph.is_verb(n) else [p for prep, p in graph.obliques(n) if prep == "of"]
    if any(graph.tokens[p].lemma in words.not_land or graph.tokens[p].lemma in words.crossed for p in whom):
        return True
    before = graph.with_dep(n, "compound") if graph.is_noun(n) else []  # "a locust invasion"
    doers = [k for a in graph.agents(n) for k in (a, *(p for prep, p in graph.obliques(a) if prep == "of"))]  # "an army of tourists"
    if any(graph.tokens[a].lemma in words.no_forces for a in (*doers, *before)):
        return True
    return bool(doers) and all(graph.tokens[a].lemma in words.travellers for a in graph.agents(n))
