"""Meetings that a party asks for over an act: of the commission of an armistice, of a council of states, of the other side's officers."""

from collections.abc import Iterator

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph


def meetings_asked(graph: Graph, lexicon: Lexicon) -> Iterator[int]:
    """The verbs of a sentence that ask for a meeting ("called for a special meeting", "asked the council to meet", "demanded talks")."""
    words = lexicon.telling
    for n, token in enumerate(graph.tokens):
        if token.lemma in words.meetings and graph.is_noun(n):
            verb = _asking(graph, n, lexicon)
            if verb is not None and not _at_home(graph, n, lexicon):
                yield verb
        elif token.lemma in words.meeting_verbs and graph.is_verb(n) and graph.tokens[n].tag == "VB":
            over = token.head
            asked = token.dep in ("xcomp", "ccomp", "advcl") and graph.tokens[over].lemma in words.asking and graph.is_verb(over)
            if asked and any(_a_council(graph, k, lexicon) for k in (*graph.objects(over), *graph.with_dep(n, "nsubj"))):
                yield over


def _asking(graph: Graph, noun: int, lexicon: Lexicon) -> int | None:
    """The verb that asks for a meeting; one that calls or convenes it where it is that of a commission of both sides."""
    words, token = lexicon.telling, graph.tokens[noun]
    if token.dep == "pobj" and graph.tokens[token.head].lemma == "for":
        verb = graph.tokens[token.head].head
        return verb if graph.is_verb(verb) and graph.tokens[verb].lemma in words.asking_for else None
    if token.dep not in ("dobj", "nsubjpass"):
        return None
    verb = token.head
    if graph.tokens[verb].lemma in words.asking:
        return verb
    joint = any(_joint(graph, w, lexicon) for w in graph.subtree(noun))
    return verb if graph.tokens[verb].lemma in words.convening and joint and token.dep == "dobj" else None


def _joint(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    """Whether a word is one by which the body of an armistice is named ("the Military Armistice Commission")."""
    return graph.low[w] in lexicon.telling.joint_bodies


def _a_council(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    return graph.mention(n) is not None or graph.tokens[n].lemma.lower() in lexicon.telling.councils or _joint(graph, n, lexicon)


def _at_home(graph: Graph, noun: int, lexicon: Lexicon) -> bool:
    """Whether a meeting is one of a party's own people ("called a meeting of his cabinet", "a national security meeting")."""
    return any(graph.low[w] in lexicon.telling.own_councils for w in graph.subtree(noun))
