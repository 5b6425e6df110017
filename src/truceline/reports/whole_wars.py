"""Is a war told as a whole, and no act of it: by its years, by what it did ("the war killed 3,000"), by what was won in it."""

from truceline.model.report import Slot
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import GeneralWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

_A_YEAR = 366
"""A fight of more days than this is a war, told as a whole ("since the fighting began in 1983")."""
_THOUSANDS = 1000
_OF_A_WAR = frozenset({"clash", "capture"})
"""The kinds of act that are told of a whole war ("captured the valley in the 1967 war", "60,000 were taken prisoner during the war")."""
_OF_FATES = frozenset({"direct_fire", "clash", "explosion"})


def whole_war(act: Act, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a war is told as a whole."""
    graph, n, words = act.graph, act.trigger, lexicon.general
    if (act.kind == "clash" and _years_long(draft.when)) or _of_history(act, draft, words) or _of_old(act, draft, words):
        return True
    if (act.kind in _OF_A_DAY or act.kind == "clash") and not _by_the_day(draft) and _world_war(graph, n, words):
        return True
    if act.kind in _OF_FATES and _done_by_a_war(graph, n, lexicon):
        return True
    if act.kind == "clash" and _killed_by_the_thousand(graph, n, lexicon):
        return True
    return act.kind in _OF_A_WAR and not _by_the_day(draft) and _in_a_war(graph, n, words)


def _years_long(when: Slot[When] | None) -> bool:
    return when is not None and (when.value.end - when.value.start).days > _A_YEAR


def _world_war(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether it was in a world war, or is the fighting of a whole war ("fought a war over the islands in 1982")."""
    within = [p for prep, p in graph.obliques(graph.verb_of(n)) if prep in words.in_it and graph.low[p] in words.a_war]
    if any(graph.low[k] == "world" for p in within for k in graph.kids[p]):
        return True
    return graph.is_verb(n) and any(graph.low[p] in words.a_war and graph.low[n] != "declared" for p in graph.with_dep(n, "dobj"))


def _of_old(act: Act, draft: Draft, words: GeneralWords) -> bool:
    """Whether an act is told from before the wars of a living memory ("in 1683"), or by no more than its decade ("in the 1980s")."""
    graph, n = act.graph, act.trigger
    if any(prep in words.in_it and _of_an_age(graph.low[p], act.kind) for prep, p in graph.obliques(graph.verb_of(n))):
        return True
    if draft.when is None:
        return False
    start, end = draft.when.value.start, draft.when.value.end
    return end.year < _OLD or (act.kind in _OF_A_DAY and (end - start).days > _YEARS)


def _of_an_age(low: str, kind: str) -> bool:
    """Whether a word is a year of history, or a decade in which something was done time and again."""
    if low.isdigit() and len(low) == len("1683"):
        return int(low) < _OLD
    return kind in _OF_A_DAY and low.endswith("0s") and low[:-1].isdigit()


_OLD = 1940
"""Before this year all is history."""
_YEARS = 1100
_OF_A_DAY = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion", "capture", "ground_crossing"})
"""The kinds of act that are done in a day: told of more years than three, they are many, told in general."""


def _of_history(act: Act, draft: Draft, words: GeneralWords) -> bool:
    """Whether an invasion is dated by nothing finer than its year ("the invasion of 1950"): history in general, no dated event."""
    return act.lemma in words.wars_begun and draft.when is not None and draft.when.value.precision is Precision.YEAR


def _done_by_a_war(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a war itself is what did it ("a 34-day war that killed 1,200 people")."""
    if not graph.is_verb(n):
        return False
    doers = graph.agents(n)
    if any(
        graph.tokens[a].tag == "WDT" for a in doers
    ):  # the parser hung "that killed" on the verb over the war ("fought a war that killed")
        doers += graph.with_dep(graph.tokens[n].head, "dobj")
    return any(graph.tokens[a].lemma in lexicon.word_sets["wars"] for a in doers)


def _by_the_day(draft: Draft) -> bool:
    """Whether an act has a day, or a month, of its own."""
    return draft.when is not None and not draft.when_said and draft.when.value.precision is not Precision.YEAR


def _in_a_war(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether an act is told as what a war brought ("captured the valley in the 1967 war", "the Gulf War, in which they took Kuwait")."""
    token = graph.tokens[n]
    if token.dep == "relcl" and graph.tokens[token.head].text.lower() in words.a_war:
        return any(prep in words.in_it and graph.tokens[p].tag == "WDT" for prep, p in graph.obliques(n))
    return any(prep in words.in_it and graph.tokens[p].lemma in words.a_war for prep, p in graph.obliques(n))


def _killed_by_the_thousand(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether fighting is what has killed people by the thousand up to now ("fighting broke out in 2014 and has since killed 10,000")."""
    if graph.tokens[n].dep != "nsubj":
        return False
    for verb in graph.conjuncts(graph.tokens[n].head):
        if graph.tokens[verb].lemma not in lexicon.numbers.killed or not graph.with_dep(verb, "aux"):
            continue
        fallen = [m for p in graph.with_dep(verb, "dobj") for m in (p, *graph.kids[p])]
        counts = [q.quantity.low or 0 for q in graph.annotated.quantities if any(graph.covers(m, q.start, q.end) for m in fallen)]
        if any(count >= _THOUSANDS for count in counts):
            return True
    return False
