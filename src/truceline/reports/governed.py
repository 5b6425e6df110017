"""What an act hangs on, and is none yet: modals, infinitives under verbs of wish, threat or plan, gerunds under verbs of stopping."""

from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import RealityWords
from truceline.reports.grammar import Graph
from truceline.reports.unreal import judged_as_done, presupposed

UNDER = ("of", "for", "against", "to", "on", "from")
"""Prepositions that hang an act on a noun of what is not yet ("the threat of", "support for")."""
ATTEMPTS_COUNT = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "missile_launch", "defection", "clash"})
"""An attempt at these is coded: the crossing was tried at the line, the missile left the pad, the town was assaulted (codebook 3)."""


def governed(graph: Graph, n: int, kind: str, lexicon: Lexicon) -> str:
    """Modal auxiliaries, infinitives under verbs of wish, threat or plan, gerunds under verbs of stopping."""
    w, words = n, lexicon.reality
    while True:
        token = graph.tokens[w]
        aux = {graph.tokens[k].lemma for k in graph.with_dep(w, "aux")} | {graph.tokens[k].text.lower() for k in graph.with_dep(w, "aux")}
        if aux & words.modals and not ("may" in aux | {""} and "have" in aux) and not _perceived(graph, w, aux, lexicon):
            return "modal"
        head = token.head
        if head == w:
            return ""
        governor = graph.tokens[head]
        tried = governor.lemma in words.trying and kind in ATTEMPTS_COUNT
        if tried:
            return ""
        if graph.is_verb(w) and "to" in aux and token.dep in ("xcomp", "advcl", "ccomp", "acl", "relcl", "pcomp") and "have" not in aux:
            aimed = "" if _took_effect(graph, w, words) else _aimed_at(graph, w, words)
            if aimed and not judged_as_done(graph, w, words):
                return aimed
        if presupposed(graph, w, words) or suffered(graph, w, words):
            return ""
        if (
            token.dep in ("pcomp", "prep", "pobj", "dobj", "xcomp", "acl")
            and governor.lemma in words.held_back
            and graph.is_verb(head)
            and token.dep != "acl"
        ):
            if not (token.dep == "prep" and token.lemma not in ("from", "of", "against", "at")):
                return "" if _in_vain(graph, head, words) else f"under {governor.lemma!r}"
        hung = _hung(graph, w, words)
        if hung:
            return hung
        if token.dep == "ccomp" and token.tag in ("VB", "VBP") and not aux and governor.lemma in words.wished:
            return f"wished under {governor.lemma!r}"
        if token.dep == "conj" and "to" in aux and (aim := _first_aim(graph, head)) is not None:  # "to stop it and to secure": one more aim
            w = aim
            continue
        if token.dep in ("advcl", "relcl", "conj", "ccomp", "parataxis", "nsubj", "nsubjpass"):
            finite = token.tag in ("VBD", "VBZ") and governor.tag in ("VB", "VBG")  # "signalled to stop and fired": no more infinitive
            if token.dep == "conj" and graph.is_verb(w) and not finite and "to" not in aux and not graph.with_dep(w, "nsubj", "aux"):
                w = head
                continue
            return ""
        w = head


def _took_effect(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether what was decided is told by its effect ("the decision to launch strikes that killed the general"): it was done."""
    deeds = [k for k in graph.with_dep(w, "dobj") if graph.tokens[k].tag in ("NN", "NNS")]
    return any(graph.tokens[r].tag == "VBD" and graph.tokens[r].lemma in words.effects for k in deeds for r in graph.with_dep(k, "relcl"))


def _first_aim(graph: Graph, n: int) -> int | None:
    """The infinitive that a further one goes on from; a finite verb between ("to stop whoever comes and to shell") is none."""
    return next((w for w in (n, *graph.ancestors(n)) if graph.tokens[w].tag == "VB"), None)


def _in_vain(graph: Graph, stopping: int, words: RealityWords) -> bool:
    """Whether who was to stop it did not ("failed to prevent the massacre", "was unable to stop them from crossing")."""
    over = graph.tokens[stopping].head
    told = graph.tokens[over].lemma in words.failing and any(graph.low[k] == "to" for k in graph.with_dep(stopping, "aux"))
    return told and not graph.with_dep(over, "neg")


def _aimed_at(graph: Graph, w: int, words: RealityWords) -> str:
    """Why an infinitive tells only what is wished or meant: by its verb ("want to cross"), or as an aim ("the goal is to capture")."""
    head = graph.tokens[w].head
    governor = graph.tokens[head]
    if governor.lemma not in words.implicative or _weighed(graph, w, words) or _came_to(graph, w, words):
        return f"infinitive after {governor.lemma!r}"
    aims = [k for k in graph.with_dep(head, "nsubj") if graph.tokens[k].lemma in words.not_actual_under]
    return f"is a {graph.tokens[aims[0]].lemma!r}" if governor.lemma in words.being and aims else ""


def _came_to(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether an infinitive tells what somebody came to a place for ("came to the city to kill the king")."""
    head = graph.tokens[w].head
    return graph.tokens[head].lemma in words.coming_somewhere and any(head < p < w for _, p in graph.obliques(head))


def _weighed(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether an infinitive is only judged ("it is in the interest of the country to send", "it would be right to")."""
    head = graph.tokens[w].head
    it = any(graph.low[k] in words.empty for k in graph.with_dep(head, "nsubj", "expl"))
    return it and graph.tokens[head].lemma in words.being and any(k < w for k in graph.with_dep(head, "acomp", "attr", "prep"))


def _hung(graph: Graph, w: int, words: RealityWords) -> str:
    """Why a word is none yet by what it hangs on: "support for arming", "called off a strike", "asked that they be released"."""
    token = graph.tokens[w]
    governor = graph.tokens[token.head]
    if token.dep == "pcomp" and governor.lemma in UNDER and graph.tokens[governor.head].lemma in words.not_actual_under:
        return f"under {graph.tokens[governor.head].lemma!r}"
    if token.dep == "pcomp" and governor.lemma in ("at", "for") and graph.tokens[governor.head].lemma in words.aimed:
        return f"aimed at under {graph.tokens[governor.head].lemma!r}"
    if token.dep == "ccomp" and governor.lemma in words.held_back and any(graph.tokens[k].tag == "WP" for k in graph.kids[w]):
        return f"under {governor.lemma!r}"  # "threatened what he called an invasion"
    if token.dep == "pcomp" and governor.lemma == "in" and graph.tokens[governor.head].lemma in words.drawn:
        return f"under {graph.tokens[governor.head].lemma!r}"
    if governor.lemma in words.off and graph.is_verb(token.head) and token.dep in ("dobj", "nsubjpass", "prep", "pcomp"):
        if any(graph.low[k] == "off" for k in graph.with_dep(token.head, "prt", "prep", "advmod")):
            return f"put off under {governor.lemma!r}"
    if governor.lemma in words.out and token.dep in ("dobj", "nsubjpass", "pcomp", "xcomp", "ccomp"):
        if any(graph.low[k] == "out" for k in graph.with_dep(token.head, "prt", "prep", "advmod")):
            return f"ruled out under {governor.lemma!r}"
    if token.tag == "VBG" and graph.low[max(0, w - 1)] == "out" and graph.tokens[graph.tokens[w - 1].head].lemma in words.out:
        return "ruled out"  # whatever the parser made of it
    if token.dep == "ccomp" and token.tag == "VB" and not graph.with_dep(w, "aux", "mark"):  # "would let the army shoot down"
        if any(graph.low[k] in words.modals for k in graph.with_dep(token.head, "aux")):
            return "modal"
    bare = any(graph.low[k] == "be" for k in graph.with_dep(w, "auxpass")) and not graph.with_dep(w, "aux")
    return "wished, not told" if bare else ""


def _perceived(graph: Graph, w: int, aux: set[str], lexicon: Lexicon) -> bool:
    """ "Could be seen crossing": what people could see was done."""
    return bool(aux & lexicon.reality.able) and graph.passive(w) and graph.tokens[w].lemma in lexicon.cues.perceived


def suffered(graph: Graph, w: int, words: RealityWords) -> bool:
    """Whether a participle tells what people went through before what is wished ("to free two soldiers seized by", "after being held")."""
    token = graph.tokens[w]
    if token.dep == "pcomp" and token.tag == "VBN" and graph.tokens[token.head].lemma in words.granted_after:
        return bool(graph.with_dep(w, "auxpass"))
    whom = {graph.tokens[k].text.lower() for k in graph.with_dep(token.head, "det")}
    return token.dep == "acl" and token.tag in ("VBN", "VBD") and not whom & words.nobody_certain
