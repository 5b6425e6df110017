"""What a sentence only says by the way: what a thing is, what was long ago or comes before, what something is likened to, a mishap."""

from datetime import date

from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import PassingWords
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

_GOING_ON = frozenset({"clash", "missile_launch"})
"""The kinds of act by which a clause tells what somebody is busy with ("the rockets that they are testing")."""
_THINGS = frozenset({"works_in_zone", "clash"})
"""The kinds of act by which a participle tells what has been made of a thing or a place ("tunnels built by", "towns besieged by")."""
_OF_ARMS = frozenset({"air_strike", "direct_fire", "indirect_fire"})
_OF_HARM = frozenset({"direct_fire", "clash", "air_strike", "explosion", "indirect_fire"})
"""The kinds of act that a word of killing alone is taken for."""


def in_passing(act: Act, draft: Draft, lexicon: Lexicon, published: date | None) -> str:
    """Why an act is told by the way and without a day of its own, or is none; "" where it is told as one."""
    graph, n, words = act.graph, act.trigger, lexicon.passing
    if act.kind in _OF_HARM and _mishap(graph, n, words):
        return "a mishap"
    if act.kind == "troop_deployment" and act.lemma in lexicon.general.present and _participle(graph, n):
        return "where forces are, not that they were sent"
    if act.kind == "troop_deployment" and _of_history(draft, published):
        return "history, by its year alone"
    if _dated(draft, graph, n):
        return ""
    if act.kind in _THINGS and _participle(graph, n) and not graph.with_dep(n, "dobj") and not _planted(graph, n):
        return "what a thing is"
    if act.kind == "clash" and graph.tokens[n].dep == "acl" and graph.tokens[n].tag == "VBG":
        return "what somebody is busy with"
    if act.kind in _OF_ARMS and draft.where is None and _has_done(graph, n):
        return "what somebody has been doing"
    if act.kind in _GOING_ON and _busy_with(graph, n, words):
        return "what somebody is busy with"
    if _long_ago(graph, n, words) or _in_youth(graph, n, words):
        return "long ago"
    if graph.tokens[n].tag == "NNS" and graph.is_noun(n) and _earlier_ones(graph, n, words):
        return "earlier ones, in general"
    if (act.kind in _OF_ARMS and _of_a_long_time(graph, n, lexicon)) or (act.kind == "clash" and _months_of_it(graph, n, lexicon)):
        return "many acts of a long time"
    if graph.is_noun(n) and _as_a_rule(graph, n, words):
        return "what such acts do as a rule"
    if act.kind != "violation_claim" and _rumoured(graph, n, words):
        return "only reports of such acts"
    return _only_spoken_of(draft, graph, n, lexicon)


def _only_spoken_of(draft: Draft, graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Why something is only likened to an act, only denied, or told of the dead of a whole war; "" elsewhere."""
    words = lexicon.passing
    if graph.is_noun(n) and _likened(graph, n, words):
        return "only likened to something"
    if draft.when is None and _denied_in_passing(graph, n, lexicon):
        return "only denied, by the way"
    return "among the dead of a whole war" if _among_many(graph, n, words) else ""


def _of_history(draft: Draft, published: date | None) -> bool:
    """Whether forces were sent so long ago that the text tells no more than the year ("sent soldiers into Afghanistan in 1979")."""
    if published is None or draft.when is None or draft.when.value.precision is not Precision.YEAR:
        return False
    return (published - draft.when.value.end).days > _LONG


_LONG = 3000
"""From so many days on what is dated by its year alone is history: some eight years."""


def _of_a_long_time(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether acts in the plural, neither counted nor pointed to, are those of months or years ("air strikes over the past year")."""
    words = lexicon.general
    if graph.tokens[n].tag != "NNS" or not graph.is_noun(n) or graph.with_dep(n, "det", "nummod", "poss"):
        return False
    spells = [p for w in (n, *graph.ancestors(n)) for prep, p in graph.obliques(w) if prep in words.throughout]
    long = (p for p in spells if graph.tokens[p].lemma in words.long_spells)
    return any({graph.low[k] for k in graph.with_dep(p, "amod", "det")} & words.up_to_today for p in long)


def _months_of_it(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether months or years of fighting are told in one word ("has lost 400 men in two months of fighting")."""
    over = graph.tokens[graph.tokens[n].head] if graph.tokens[n].dep == "pobj" and graph.low[graph.tokens[n].head] == "of" else None
    return over is not None and graph.tokens[over.head].lemma in lexicon.general.long_spells


def _as_a_rule(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether acts in the plural, none of them named, do something at any time ("air strikes do wear down an insurgency")."""
    token = graph.tokens[n]
    bare = token.tag == "NNS" and token.dep == "nsubj" and not graph.with_dep(n, "det", "nummod", "poss", "prep")
    return bare and any(graph.low[k] in words.does for k in graph.with_dep(token.head, "aux"))


def _dated(draft: Draft, graph: Graph, n: int) -> bool:
    """Whether the day of an act stands under its own word."""
    if draft.when is None or draft.when_said:
        return False
    below = set(graph.subtree(n))
    return any(graph.covers(m, e.start, e.end) for e in draft.when.evidence for m in below)


def _denied_in_passing(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a clause about somebody says in the present that he denies it ("Russia, which denies that it has sent soldiers")."""
    denying = (graph.tokens[w] for w in graph.ancestors(n) if graph.tokens[w].lemma in lexicon.cues.denial_verbs)
    return any(token.dep == "relcl" and token.tag in ("VBZ", "VBP") for token in denying)


def _participle(graph: Graph, n: int) -> bool:
    """Whether a word tells as a participle what the noun before it is ("tunnels built by", "forces based in")."""
    return graph.tokens[n].dep == "acl" and graph.tokens[n].tag in ("VBN", "VBD")


def _planted(graph: Graph, n: int) -> bool:
    """Whether the noun before a participle is what goes off ("mines laid by", beside their blast): who laid it did that act too."""
    return graph.tokens[graph.tokens[n].head].lemma in graph.words.planted


def _busy_with(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether a clause tells in the present what goes on ("Turkey, which is battling the militia", "as the rebels are driven out")."""
    token = graph.tokens[n]
    now = bool({"VBZ", "VBP"} & {graph.tokens[k].tag for k in graph.with_dep(n, "aux", "auxpass")})
    meanwhile = token.dep == "advcl" and any(graph.low[k] in words.meanwhile for k in graph.with_dep(n, "mark", "advmod"))
    return now and ((token.dep == "relcl" and token.tag == "VBG") or (meanwhile and token.tag in ("VBG", "VBN")))


def _has_done(graph: Graph, n: int) -> bool:
    """Whether a relative clause tells in the perfect what somebody has been at up to now ("jets that have bombed their positions")."""
    token = graph.tokens[n]
    perfect = any(graph.tokens[k].tag in ("VBZ", "VBP") for k in graph.with_dep(n, "aux")) and token.tag in ("VBN", "VBD")
    return token.dep == "relcl" and perfect and any(graph.tokens[k].tag in ("WDT", "WP") for k in graph.with_dep(n, "nsubj"))


def _rumoured(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether only reports of acts in the plural, or of one more, are told of ("there were reports of air strikes")."""
    token = graph.tokens[n]
    over = graph.tokens[token.head]
    if token.dep not in ("pobj", "pcomp") or over.lemma != "of" or graph.tokens[over.head].lemma not in words.rumours:
        return False
    counted = graph.with_dep(n, "nummod") or any(graph.low[k] not in words.one_more for k in graph.with_dep(n, "det", "poss"))
    more = any(graph.low[k] in words.one_more for k in graph.with_dep(n, "det"))
    return not counted and (token.tag in ("NNS", "VBG") or more)


def _long_ago(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether it was so long ago that nobody counts how long ("abducted decades ago")."""
    for ago in graph.with_dep(n, "advmod"):
        spans = graph.with_dep(ago, "npadvmod") if graph.low[ago] in words.ago else []
        if any(graph.tokens[k].lemma in words.ages and not graph.with_dep(k, "nummod", "det", "quantmod") for k in spans):
            return True
    return False


def _in_youth(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether it befell one person in his youth ("was kidnapped when she was 14", "was wounded as a young soldier")."""
    if any(prep == "as" and graph.tokens[p].lemma in words.youths for prep, p in graph.obliques(n)):
        return True
    for w in graph.with_dep(n, "advcl"):
        if not any(graph.low[k] in words.as_it for k in graph.with_dep(w, "advmod", "mark")) or graph.tokens[w].lemma not in words.being:
            continue
        one = any(graph.low[k] in words.one for k in graph.with_dep(w, "nsubj"))
        told = graph.with_dep(w, "attr", "acomp")
        if one and any(graph.tokens[k].tag == "CD" or graph.tokens[k].lemma in words.youths for k in told):
            return True
    return False


def _earlier_ones(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether acts are only named as those that came before ("past launches", "strikes in earlier wars")."""
    if graph.with_dep(n, "nummod"):
        return False
    of_wars = [p for prep, p in graph.obliques(n) if prep in words.within and graph.tokens[p].tag == "NNS"]
    return any(graph.tokens[k].lemma in words.earlier for w in (n, *of_wars) for k in graph.with_dep(w, "amod"))


def _likened(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether a verb of likening has the act's noun as its object, or after its "to" or "with" ("compared the shelling to a siege")."""
    token = graph.tokens[n]
    if token.dep == "dobj":
        return graph.tokens[token.head].lemma in words.likening
    over = graph.tokens[token.head]
    return token.dep == "pobj" and over.lemma in words.likened_to and graph.tokens[over.head].lemma in words.likening


def _among_many(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether it only tells how some of those died whom a war has killed up to now ("has claimed thousands, many of them killed by")."""
    for w in (n, *graph.ancestors(n)):
        token = graph.tokens[w]
        if token.dep == "acl" and token.tag == "VBN" and graph.tokens[token.head].lemma in words.some:
            return any(graph.tokens[k].tag in ("VBZ", "VBP") for a in graph.ancestors(w) for k in graph.with_dep(a, "aux"))
    return False


def _mishap(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether people died as something fell, sank or ran into something by itself ("were killed when their helicopter crashed")."""
    told_of_them = graph.tokens[n].dep == "acl" and not graph.with_dep(n, "dobj")  # "officers killed when their helicopter crashed"
    if graph.is_verb(n) and _by_its_mishap(graph, n, words):
        return True
    if not graph.is_verb(n) or (graph.agents(n) and not told_of_them):
        return _left_by_a_mishap(graph, n, words)
    if _in_a_mishap(graph, n, words):
        return True
    when = [w for w in graph.with_dep(n, "advcl") if any(graph.low[k] in words.as_it for k in graph.with_dep(w, "advmod", "mark"))]
    by_itself = (w for w in when if graph.tokens[w].lemma in words.mishaps and not graph.passive(w) and not graph.objects(w))
    return any(not any(graph.tokens[k].lemma in words.brought_down for k in graph.subtree(w)) for w in by_itself)


def _by_its_mishap(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether what killed people fell or sank by itself ("a helicopter crashed on a training flight, killing four soldiers")."""
    token = graph.tokens[n]
    over = token.head
    beside = (token.dep == "advcl" and token.tag == "VBG") or token.dep == "conj"
    if not beside or graph.tokens[over].lemma not in words.mishaps or graph.passive(over) or graph.objects(over):
        return False
    return not any(graph.tokens[k].lemma in words.brought_down for k in graph.subtree(over) if k != n)


def _in_a_mishap(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether people died in what befell them by itself ("were killed in the sinking of a ferry", "in a crash")."""
    befell = [p for prep, p in graph.obliques(n) if prep == "in" and graph.tokens[p].lemma in words.mishap_nouns]
    return any(not any(graph.tokens[k].lemma in words.brought_down for k in graph.subtree(p)) for p in befell)


def _left_by_a_mishap(graph: Graph, n: int, words: PassingWords) -> bool:
    """Whether what left people dead or hurt is a mishap ("collisions that killed nine sailors")."""
    return graph.is_verb(n) and any(graph.tokens[a].lemma in words.mishap_nouns for a in graph.agents(n))
