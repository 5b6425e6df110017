"""Is what is told in the words of war of peace: strikes of workers, mishaps of industry, relief, launches into space, honours fired.

Also what somebody made up, and what courts try. None of it is an act between forces (codebook 1: crime, fiction, general history).
"""

from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import PeacefulWords
from truceline.reports.figures import OF_BLOWS, figure
from truceline.reports.grammar import Graph
from truceline.reports.made_safe import made_safe
from truceline.reports.patterns import Act

_OF_HARM = frozenset({"explosion", "indirect_fire", "direct_fire"})
"""The kinds of act that harm done by a blast is taken for."""
_PRESENT = ("VBZ", "VBP")


def of_peace(act: Act, lexicon: Lexicon) -> str:
    """Why an act is none between forces, though told in the words of war; "" where it may be one."""
    words, graph, n = lexicon.peaceful, act.graph, act.trigger
    if why := figure(act, words):
        return why
    if act.kind == "air_strike" and graph.has_lemma(words.strikes) and _of_workers(act, lexicon):
        return "a strike of workers"
    if act.kind in _OF_HARM and graph.has_lemma(words.industry) and _of_industry(graph, n, words):
        return "a mishap of industry"
    if act.kind == "explosion" and graph.has_lemma(words.tested) and _tested(graph, n, words):
        return "a nuclear test"
    if act.kind in _OF_HARM and _by_itself(graph, n, words):
        return "what ran into something, or who shot himself or his fellow"
    if act.kind == "troop_deployment" and graph.has_lemma(words.disasters) and _of_relief(graph, n, words):
        return "relief after a disaster"
    if act.kind == "troop_deployment" and graph.has_lemma(words.clearing_up) and _to_clear_up(graph, n, lexicon):
        return "sent to clear up"
    if act.kind in ("missile_launch", "indirect_fire") and act.lemma in words.launched and _into_space(graph, n, words):
        return "a launch into space"
    if act.kind in ("direct_fire", "indirect_fire", "warning_fire") and _honours(graph, n, words):
        return "honours fired"
    if harmless := made_safe(act, lexicon):
        return harmless
    if act.kind == "monitor_obstruction" and _of_plants(graph, words):
        return "an inspection of nuclear plants"
    if (act.kind in OF_BLOWS or act.kind == "ground_crossing") and _made_up(graph, n, words):
        return "a story that somebody made up"
    return ""


def _of_workers(act: Act, lexicon: Lexicon) -> bool:
    """Whether a strike is one of workers ("a two-day strike by teachers", "a hunger strike", "the doctors' strike hit hospitals")."""
    graph, words = act.graph, lexicon.peaceful
    named = (act.trigger, *graph.agents(act.trigger)) if graph.is_verb(act.trigger) else (act.trigger,)
    strikes = [k for w in named for k in (w, *graph.with_dep(w, "dobj")) if graph.tokens[k].lemma in words.strikes and graph.is_noun(k)]
    return any(_labour(graph, k, words) for k in strikes)


def _labour(graph: Graph, n: int, words: PeacefulWords) -> bool:
    before = [k for k in graph.kids[n] if k < n]
    if any(graph.tokens[k].lemma in words.in_the_air for k in before):
        return False
    by = [p for prep, p in graph.obliques(n) if prep in ("by", "of")]
    doers = [
        *by,
        *graph.with_dep(n, "poss"),
        *graph.agents(n),
        *(graph.agents(graph.tokens[n].head) if graph.tokens[n].dep == "dobj" else []),
    ]
    if any(graph.tokens[k].lemma in words.labour_before or graph.tokens[k].lemma in words.workers for k in before):
        return True
    if any(graph.tokens[k].lemma in words.spells for k in before):
        return all(graph.mention(a) is None for a in doers)
    return any(graph.tokens[a].lemma in words.workers for a in doers)


def _of_industry(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether a blast is one of gas, in a mine or in a works, no word of an attack standing in the sentence."""
    blasts = [n, *(graph.agents(n) if graph.is_verb(n) else ())]
    about = [k for w in blasts for k in (w, *graph.with_dep(w, "compound", "amod"))]
    about += [
        p for w in (*blasts, *(graph.objects(n) if graph.is_verb(n) else ())) for prep, p in graph.obliques(w) if prep in ("in", "at", "of")
    ]
    about += graph.objects(n) if graph.is_verb(n) else []
    near = {graph.tokens[m].lemma for k in about for m in (k, *graph.with_dep(k, "compound", "amod"))}
    return bool(near & words.industry) and not graph.has_lemma(words.attacks) and graph.has_lemma(words.blasts)


def _tested(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether what explodes is a nuclear device."""
    what = (*graph.patients(n), *graph.with_dep(n, "dobj", "amod", "compound"), *(p for prep, p in graph.obliques(n) if prep == "of"))
    return any(graph.tokens[k].lemma in words.tested for w in what for k in (w, *graph.with_dep(w, "amod", "compound")))


def _by_itself(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether something ran into what stands there ("a ferry hit a rock"), or somebody hurt himself or was hurt by a comrade."""
    over = graph.tokens[n].head if graph.tokens[n].dep in ("conj", "advcl") else n
    if graph.tokens[n].lemma in words.hurt and any(graph.low[p] in words.oneself for p in graph.with_dep(n, "dobj")):
        return True
    if graph.has_lemma(words.fellows) and graph.passive(n) and any(_a_fellow(graph, a, words) for a in graph.agents(n)):
        return True
    return graph.has_lemma(words.obstacles) and any(
        graph.tokens[p].lemma in words.obstacles for w in (n, over) for p in graph.with_dep(w, "dobj")
    )


def _a_fellow(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether somebody is one fellow of who was hurt ("by a comrade"); comrades who fire after a deserter are an army."""
    return graph.tokens[n].lemma in words.fellows and graph.tokens[n].tag == "NN"


def _of_relief(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether soldiers were sent for a disaster that nobody made ("were deployed after the floods")."""
    return any(graph.tokens[k].lemma in words.disasters for k in graph.subtree(graph.verb_of(n)))


def _to_clear_up(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether what those who are sent are to do is to clear up or to help ("engineers were sent to clear the street")."""
    purposes = [k for k in graph.with_dep(n, "xcomp", "advcl", "acl") if graph.with_dep(k, "aux")]
    purposes += [k for p in graph.patients(n) for k in graph.with_dep(p, "acl", "relcl")]
    tasks = [k for k in purposes if graph.tokens[k].lemma in lexicon.peaceful.clearing_up and not graph.with_dep(k, "nsubj")]
    return any(all(lexicon.role_of.get(graph.tokens[o].lemma) != "mil" for o in graph.objects(k)) for k in tasks)  # "to clear the rebels"


def _into_space(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether what is launched goes into space for weather, science or trade, or a firm launches it.

    A rocket that a party launches is one all the same, whatever it is said to carry (codebook 3): what a party launches counts itself.
    """
    partys = graph.is_verb(n) and any(graph.mention(a) is not None for a in graph.agents(n))
    what = (n, *(graph.patients(n) if graph.is_verb(n) else ()))
    launched = [k for p in what for k in ((p, *graph.with_dep(p, "amod", "compound")) if partys else graph.subtree(p))]
    if any(graph.tokens[k].lemma in words.into_space or graph.low[k] in words.into_space for k in launched):
        return True
    return any(graph.low[k] in words.launching_firms for a in graph.agents(n) for k in (a, *graph.with_dep(a, "compound")))


def _honours(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether shots are fired in honour of somebody ("a 21-gun salute was fired", "volleys were fired over the coffin")."""
    over = [p for prep, p in graph.obliques(n) if prep in ("over", "at", "in", "as")]
    if any(graph.tokens[a].lemma in words.celebrating for a in graph.ancestors(n)):
        return True
    return any(graph.tokens[k].lemma in words.honours for k in (*graph.patients(n), *(p for p in over if graph.mention(p) is None)))


def _of_plants(graph: Graph, words: PeacefulWords) -> bool:
    return graph.has_lemma(words.inspectors) and (graph.has_lemma(words.of_plants) or not words.of_plants.isdisjoint(graph.low))


def _made_up(graph: Graph, n: int, words: PeacefulWords) -> bool:
    """Whether a film or a novel tells it in the present, without a day ("in the film a sniper shoots", "a play on two men who fight")."""
    if not graph.has_lemma(words.made_up):
        return False
    if any(t.when is not None and not t.window for t in graph.annotated.times) or graph.tokens[n].tag == "VBD":
        return False
    for w in (n, *graph.ancestors(n)):
        token = graph.tokens[w]
        if token.tag not in _PRESENT or any(graph.tokens[k].tag == "VBD" for k in graph.with_dep(w, "aux", "auxpass")):
            continue
        told = [k for k in graph.with_dep(w, "nsubj") if graph.tokens[k].lemma in words.made_up and token.lemma not in words.filmed]
        within = [p for prep, p in graph.obliques(w) if prep in words.made_up_in and graph.tokens[p].lemma in words.made_up]
        of_it = token.dep == "relcl" and graph.tokens[token.head].lemma in words.made_up
        if told or within or of_it:
            return True
    return False
