"""What is said of acts in law, in warnings and in vows is no act: "attacks on hospitals may amount to", "every shell will be answered".

Such sentences name acts of any time: in the plural with nothing that points to one, with "any" or "every", or as what goes on.
"""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act


def law_or_threat(act: Act, lexicon: Lexicon) -> str:
    """Why an act is only ruled upon, warned of or vowed; "" where it is told."""
    graph, n, words = act.graph, act.trigger, lexicon.official
    if graph.annotated.times and any(t.when is not None for t in graph.annotated.times):
        return ""
    if graph.has_lemma(words.ruling) and _ruled_upon(graph, n, lexicon):
        return "what a law says of such acts"
    if not words.any_of.isdisjoint(graph.low) and _of_anybody(graph, n, lexicon):
        return "whatever is done, to be answered"
    return "to go on" if graph.has_lemma(words.going_on) and _to_go_on(graph, n, lexicon) else ""


def _ruled_upon(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether acts in the plural, or of such a kind, are the subject of what they amount to or of what forbids them."""
    words, token = lexicon.official, graph.tokens[n]
    if token.dep not in ("nsubj", "nsubjpass", "dobj") or not graph.is_noun(n) or _told_of_one(graph, n):
        return False
    verb = token.head
    if token.dep == "dobj":  # "intentionally directing attacks against aid workers may amount to"
        if graph.tokens[verb].dep not in ("csubj", "csubjpass") or graph.tokens[verb].tag != "VBG":
            return False
        verb = graph.tokens[verb].head
    helpers = {graph.low[k] for k in graph.with_dep(verb, "aux", "auxpass")}
    now = graph.tokens[verb].tag in ("VBZ", "VBP") or not helpers.isdisjoint(words.now) or not helpers.isdisjoint(lexicon.reality.modals)
    return now and _rules(graph, verb, lexicon) and (token.tag == "NNS" or graph.passive(verb)) and _of_many(graph, n)


def _rules(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells what law holds of its subject: that it amounts to or breaches something, is forbidden, or is a crime."""
    words = lexicon.official
    if graph.tokens[verb].lemma not in lexicon.reality.being:
        return graph.tokens[verb].lemma in words.ruling
    return any(graph.tokens[k].lemma in words.wrongs for k in graph.with_dep(verb, "attr"))


def _told_of_one(graph: Graph, n: int) -> bool:
    """Whether something points to one act or counts some ("these attacks", "two raids", "attacks that killed ten")."""
    pointed = [k for k in graph.with_dep(n, "det", "poss", "nummod") if graph.low[k] != "the" or graph.tokens[n].tag == "NNS"]
    return bool(pointed) or any(graph.tokens[k].tag in ("VBD", "VBN") for k in graph.with_dep(n, "relcl", "acl"))


def _of_many(graph: Graph, n: int) -> bool:
    """Whether those whom such acts befall are of any number and place ("of residential areas", "on hospitals")."""
    befallen = [p for _, p in graph.obliques(n)]
    return all(graph.tokens[p].tag in ("NNS", "NN") and not graph.with_dep(p, "det", "poss", "nummod") for p in befallen)


def _of_anybody(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is of any or of every one, or of whoever does it, and what follows is to come ("whoever crosses will be met with")."""
    words = lexicon.official
    token = graph.tokens[n]
    holder = token.head if token.dep in ("acl", "relcl") else n
    who = [*graph.with_dep(holder, "det"), *graph.with_dep(n, "nsubj"), *([holder] if holder != n else [])]
    if not any(graph.low[k] in words.any_of for k in who):
        return False
    over = [holder, *graph.ancestors(holder)]
    return any(graph.low[k] in lexicon.reality.future | lexicon.reality.modals for w in over for k in graph.with_dep(w, "aux"))


def _to_go_on(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether acts that nothing points to are said to go on in time to come ("fighting will continue until")."""
    token = graph.tokens[n]
    if token.dep != "nsubj" or graph.tokens[token.head].lemma not in lexicon.official.going_on or not graph.is_noun(n):
        return False
    helpers = {graph.low[k] for k in graph.with_dep(token.head, "aux")}
    return not helpers.isdisjoint(lexicon.reality.future | lexicon.reality.modals) and not graph.with_dep(n, "det", "poss", "prep")
