"""What is told of the accused side called a tale, waved aside or said not to be the truth, by that side."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def calls_it_a_tale(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Called the report a fairy tale", "dismissed it as a daydream"."""
    words, lemma = lexicon.contrary, graph.tokens[verb].lemma
    if lemma not in lexicon.telling.calling and lemma not in words.turning_down:
        return False
    below = [k for k in graph.kids[verb] if k > verb and graph.tokens[k].dep in _CALLED]
    below += [w for k in below for w in graph.kids[k] if graph.tokens[w].dep in _CALLED]
    below += [w for k in below for w in graph.kids[k] if graph.tokens[w].dep in (*_CALLED, "compound", "det")]
    return any(_a_claim(graph, w, lexicon) for w in below) and any(_a_tale(graph, w, lexicon) for w in below)


_CALLED = ("oprd", "dobj", "attr", "xcomp", "ccomp", "prep", "pobj", "acomp", "conj", "nsubj", "advcl", "appos")
"""How what is called something, and what it is called, hang on a verb of calling."""


def says_it_is_a_tale(graph: Graph, clause: int, lexicon: Lexicon) -> bool:
    """ "The story was fabricated", "it was pure invention": a claim with a word for tales as what is said of it."""
    words = lexicon.contrary
    if graph.with_dep(clause, "neg") or not any(_a_claim(graph, k, lexicon) for k in graph.with_dep(clause, "nsubj", "nsubjpass")):
        return False
    if graph.passive(clause) and graph.tokens[clause].lemma in words.tale_traits:
        return True
    return any(_a_tale(graph, k, lexicon) for k in graph.with_dep(clause, "attr", "acomp", "oprd"))


def waves_it_aside(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "Brushed the report aside", "scoffed at the finding", "disputed the account"."""
    words, lemma = lexicon.contrary, graph.tokens[verb].lemma
    if graph.with_dep(verb, "neg"):
        return False
    over = [k for k in graph.objects(verb) if k > verb] or graph.with_dep(verb, "nsubjpass")
    if lemma in words.turning_with:
        beside = graph.with_dep(verb, "prt", "advmod", "prep", "advcl")
        if not any(graph.low[k] in words.turning_with[lemma] for k in beside):
            return False
        over += [p for k in beside for p in graph.with_dep(k, "pobj", "dobj")]
    elif lemma not in words.turning_down:
        return False
    return any(_a_claim(graph, k, lexicon) and graph.tokens[k].tag not in ("PRP", "DT") for k in over)


def says_it_is_not_so(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """ "The claims do not reflect the truth", "it was not the case that", "there was no truth in the report"."""
    words = lexicon.contrary
    below = [w for w in graph.subtree(verb) if w != verb]
    true = [w for w in below if graph.tokens[w].lemma in words.truth]
    claimed = [k for k in below if _a_claim(graph, k, lexicon)]
    without = any(
        graph.tokens[k].lemma in words.none or graph.low[k] == "without" for w in true for k in (*graph.kids[w], graph.tokens[w].head)
    )
    return bool(true) and bool(claimed) and (without or bool(graph.with_dep(verb, "neg")))


def _a_claim(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word means what has been told or charged ("the report", "it", "the whole thing")."""
    lemma = graph.tokens[n].lemma
    such = graph.low[n] in lexicon.telling.such_charge and graph.tokens[n].dep in ("dobj", "nsubj", "nsubjpass", "pobj", "nsubj:pass")
    return such or lemma in lexicon.cues.charges or lemma in lexicon.contrary.said


def _a_tale(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word says that something is made up, and not that it is none."""
    words, lemma = lexicon.contrary, graph.tokens[n].lemma
    if graph.with_dep(n, "neg") or any(graph.tokens[k].lemma in words.none for k in graph.kids[n]):
        return False
    if lemma in words.tale_traits or lemma in lexicon.telling.false_traits:
        return True
    only_so = any(graph.low[k] in words.tale_of or graph.tokens[k].lemma in words.tale_of for k in graph.kids[n])
    return lemma in words.tales and (only_so or lemma not in words.tale_only_so)
