"""What releases tell of the life of somebody taken or killed: the attacks he ran, is suspected of or is known for are no acts told.

They are told in general (codebook 1: general history): in the plural or without a day, of one person or of a band, under a word of
such a career ("directed ambushes of convoys", "is suspected of conducting mortar attacks", "was responsible for the deaths of").
"""

from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

KINDS = frozenset({"direct_fire", "indirect_fire", "air_strike", "clash", "explosion", "capture", "monitor_attack", "works_in_zone"})


def career(act: Act, draft: Draft, lexicon: Lexicon) -> str:
    """Why an act is only of somebody's career; "" where it is told as done."""
    graph, n, words = act.graph, act.trigger, lexicon.official
    if act.kind not in KINDS or draft.when is not None or not _many(graph, n, lexicon):
        return ""
    if not (graph.has_lemma(words.career_traits) or graph.has_lemma(words.running) or graph.has_lemma(words.career_nouns)):
        return ""
    for w in graph.ancestors(n):
        token = graph.tokens[w]
        if _trait(graph, w, lexicon) or (token.lemma in words.running and _of_somebody(graph, w, lexicon)):
            return f"of a career: {token.text!r}"
        if token.lemma in lexicon.speech.verbs and token.lemma not in words.career_traits:
            return ""
    return ""


def _many(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a noun names acts in the plural that nobody points to, or a gerund tells them."""
    token = graph.tokens[n]
    pointed = any(graph.low[k] in lexicon.official.pointed for k in graph.with_dep(n, "det"))
    counted = bool(graph.with_dep(n, "nummod"))
    return (token.tag == "NNS" and not pointed and not counted) or token.tag == "VBG"


def _trait(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    """Whether a word says what one is: "is responsible", "was suspected", "is known", or the ties and the part that he had."""
    words, token = lexicon.official, graph.tokens[w]
    if token.lemma in words.career_nouns:
        verb = graph.verb_of(w)
        return _of_somebody(graph, verb, lexicon)
    if token.lemma not in words.career_traits:
        return False
    said = token.tag in ("JJ", "VBN") and (
        token.dep in ("acomp", "acl", "amod", "relcl", "advcl") or graph.passive(w) or token.dep == "ROOT"
    )
    return said and _of_somebody(graph, w, lexicon)


def _of_somebody(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    """Whether one person or a band stands as the subject of a verb, or as the noun that a participle is said of."""
    token = graph.tokens[w]
    of = graph.subjects(w) if graph.is_verb(w) else []
    of = (
        of
        or (graph.subjects(token.head) if graph.is_verb(token.head) else [])
        or ([token.head] if token.dep in ("acl", "amod", "relcl") else [])
    )
    return any(graph.low[k] in lexicon.official.careers_of or _single(graph, k, lexicon) for k in of)


def _single(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether a noun in the singular names one of those who have such careers."""
    return graph.tokens[k].lemma in lexicon.official.careers_of and graph.tokens[k].tag in ("NN", "WP", "PRP")
