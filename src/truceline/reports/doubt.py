"""How sure an act is told: hedged, its culprit only suspected, charged by somebody, or denied."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act
from truceline.reports.stances import withheld


def deniers(act: Act, lexicon: Lexicon) -> list[int] | None:
    """Heads of who denies the act, where its clause stands under a word of denial; None where it does not."""
    graph = act.graph
    if not (graph.has_lemma(lexicon.cues.denial_verbs) or graph.has_lemma(("denial",))):
        return None
    below, charge = act.trigger, False
    for w in graph.ancestors(act.trigger):
        token = graph.tokens[w]
        charge = charge or token.lemma in lexicon.cues.charges
        if (
            token.lemma in lexicon.cues.denial_verbs
            and graph.is_verb(w)
            and graph.tokens[below].dep in ("ccomp", "xcomp", "dobj", "prep", "pcomp")
        ):
            open_ = withheld(graph, w, lexicon.telling) or (not charge and token.lemma in lexicon.telling.turned_down)
            return None if open_ else graph.agents(w)  # "neither confirmed nor denied the raid"
        if token.lemma == "denial" and graph.tokens[below].dep in ("prep", "acl"):
            return [p for prep, p in graph.obliques(w) if prep in ("from", "by")] + graph.with_dep(w, "poss")
        if graph.is_verb(w) and token.dep not in ("acl", "relcl", "xcomp", "pcomp", "prep"):
            below = w
            if token.dep != "ccomp":
                return None
        below = w
    return None


def chargers(act: Act, lexicon: Lexicon) -> list[int] | None:
    """Heads of whose accusation the act hangs on ("rejected accusations by X that ..."); None where it hangs on none."""
    graph = act.graph
    for w in graph.ancestors(act.trigger):
        if graph.is_noun(w) and graph.tokens[w].lemma in lexicon.cues.charges:
            return graph.agents(w)
    return None


def alleged(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether the clause is hedged, its doer only suspected, or it hangs on a word of accusation, claim or report."""
    cues = lexicon.cues
    if not _may_doubt(graph, lexicon):  # most sentences: in them only what is heard may be in doubt
        return graph.has_lemma(cues.hearsay) and _under_doubt(graph, n, lexicon)
    if any(graph.low[w] in cues.hedging_adverbs and _doubts(graph, w, n) for w in _own_clause(graph, n)):
        return True
    if any(_blamed(graph, k, lexicon) for k in graph.with_dep(n, "relcl", "acl")):
        return True
    over = n
    while graph.tokens[over].dep == "xcomp" and graph.tokens[over].head != over:  # "has reportedly begun supplying"
        over = graph.tokens[over].head
        if any(graph.tokens[k].text.lower() in cues.hedging_adverbs for k in graph.with_dep(over, "advmod")):
            return True
    doers = [n, *graph.agents(n)] if not graph.is_verb(n) else graph.agents(n)
    for k in (k for d in doers for k in graph.with_dep(d, "acl", "relcl")):  # "mines, presumably laid by X, went off"
        if graph.with_dep(k, "agent") and any(graph.tokens[w].text.lower() in cues.hedging_adverbs for w in graph.with_dep(k, "advmod")):
            return True
    by_which = [p for k in (n, *(k for d in doers for k in graph.with_dep(d, "acl"))) for prep, p in graph.obliques(k) if prep == "from"]
    if any(graph.low[k] in cues.hedging_participles for d in (*doers, *by_which) for k in graph.with_dep(d, "amod")):
        return True  # "missiles fired from a suspected drone"
    if graph.is_verb(n) and any(graph.tokens[k].text.lower() == "may" for k in graph.with_dep(n, "aux")):
        return True
    if any(_seems(graph, k, lexicon) for k in (*graph.with_dep(n, "csubj", "csubjpass"), *_over_attribute(graph, n, doers))):
        return True
    return _under_doubt(graph, n, lexicon) or _by_rumour(graph, n, lexicon)


def _may_doubt(graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a sentence has a word that puts what it tells in doubt, beside those of hearsay; found once, since each of its acts asks."""
    held: bool | None = graph.kept.get("may doubt")
    if held is None:
        cues = lexicon.cues
        words = {"may", *cues.hedging_adverbs, *cues.hedging_participles}
        lemmas = any(map(graph.has_lemma, (cues.alleging_verbs, cues.seeming, cues.charges)))
        held = graph.kept["may doubt"] = lemmas or not words.isdisjoint(graph.low)
    return held


def _seems(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """ "What appeared to be a shell hit the town", "what is believed to be": what struck is only taken for that."""
    taken_for = graph.tokens[k].text.lower() in lexicon.cues.hedging_participles and graph.passive(k)
    return (taken_for or graph.tokens[k].lemma in lexicon.cues.seeming) and bool(graph.with_dep(k, "xcomp"))


def _over_attribute(graph: Graph, n: int, doers: list[int]) -> list[int]:
    """The verb under which "to be" and what struck stand, where the parser hung the act on it ("what appeared to be a shell hit")."""
    held = [graph.tokens[n].head] if graph.tokens[n].dep in ("acl", "relcl") else doers
    being = [graph.tokens[k].head for k in held if graph.tokens[k].dep == "attr" and graph.tokens[graph.tokens[k].head].dep == "xcomp"]
    return [graph.tokens[b].head for b in being]


def _by_rumour(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether only hearsay tells it: reports called unconfirmed, or of nobody ("unconfirmed reports said", "according to reports")."""
    for w, token in enumerate(graph.tokens):
        if token.lemma not in lexicon.cues.charges or not graph.is_noun(w):
            continue
        over = graph.tokens[token.head]
        tells = (token.dep == "nsubj" and token.head in graph.ancestors(n)) or (
            token.dep == "pobj" and graph.tokens[over.head].lemma == "accord"
        )
        bare = token.tag == "NNS" and token.lemma == "report" and not graph.kids[w]  # "according to reports"
        if tells and (bare or any(graph.low[k] in lexicon.cues.hedging_participles for k in graph.with_dep(w, "amod"))):
            return True
    return False


def _doubts(graph: Graph, adverb: int, n: int) -> bool:
    """Whether an adverb doubts the act itself, or who did it ("presumably laid by"), not some circumstance ("likely carrying")."""
    head = graph.tokens[adverb].head
    if not graph.tokens[adverb].tag.startswith("RB") and graph.tokens[adverb].dep != "advmod":
        return False
    by_whom = graph.tokens[head].dep == "agent" and graph.tokens[head].head == n  # "was shot down, most likely by rebels"
    return head == n or by_whom or (graph.is_verb(head) and (head in graph.ancestors(n) or bool(graph.with_dep(head, "agent"))))


def _blamed(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """ "An attack blamed on X", "which Y believes was carried out by X": the culprit alone is in doubt, and with it the act's telling.

    "A bombing claimed by X" is nobody's charge.
    """
    if graph.tokens[k].lemma in graph.words.claimed and graph.with_dep(k, "agent"):
        return False
    if graph.passive(k) and any(graph.with_dep(x, "dobj") and not graph.passive(x) for x in graph.with_dep(k, "xcomp")):
        return False  # "a raid that is believed to have killed ten": what it did is in doubt
    return graph.tokens[k].lemma in lexicon.cues.alleging_verbs or graph.tokens[k].text.lower() in lexicon.cues.hedging_participles


def _own_clause(graph: Graph, n: int) -> frozenset[int]:
    """The trigger's clause; for a noun also the clause of the verb that it is the subject or object of."""
    token = graph.tokens[n]
    governed = graph.is_noun(n) and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
    governor = next((a for a in graph.ancestors(n) if graph.is_verb(a)), None) if governed else None
    return graph.clause(n) | (graph.clause(governor) if governor is not None and governor == token.head else frozenset())


def _under_doubt(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Climbs from a trigger to the words that it is the content of."""
    below = n
    for w in graph.ancestors(n):
        token, dep = graph.tokens[w], graph.tokens[below].dep
        if dep == "prep" and graph.is_noun(n) and graph.tokens[below].lemma in lexicon.telling.told_in_time:
            return False  # "accused of murder during the offensive": nobody doubts the offensive
        if graph.is_verb(w) and dep in ("ccomp", "xcomp", "pcomp", "dobj", "oprd", "prep"):
            if token.lemma in lexicon.cues.alleging_verbs and not _of_itself(graph, w, n, lexicon):
                return True
            heard = token.text.lower() in lexicon.cues.hedging_participles or (token.lemma in lexicon.cues.hearsay and dep == "xcomp")
            if heard and graph.passive(w) and dep in ("xcomp", "oprd", "ccomp"):
                return True
        if (
            graph.is_noun(w)
            and token.lemma in lexicon.cues.charges
            and dep in ("acl", "prep", "ccomp", "relcl")
            and not (dep == "acl" and graph.passive(below))  # "a charge backed by mortar fire" charges nobody
            and not _read_from(graph, w)
        ):
            return True
        if dep in ("advcl", "relcl", "nsubj", "nsubjpass") and graph.is_verb(below) and not _goes_on(graph, below):
            return False
        below = w
    return False


def _goes_on(graph: Graph, n: int) -> bool:
    """Whether a participle goes on with the clause over it ("they say that he stormed out, shooting"), by no link of its own."""
    token = graph.tokens[n]
    return token.dep == "advcl" and token.tag == "VBG" and n > token.head and not graph.with_dep(n, "mark", "nsubj", "nsubjpass")


def _of_itself(graph: Graph, verb: int, n: int, lexicon: Lexicon) -> bool:
    """ "It claims that it launched": a claim of one's own act is no accusation."""
    subjects = [k for w in (n, *graph.ancestors(n)) if w != verb and verb in graph.ancestors(w) for k in graph.with_dep(w, "nsubj")]
    return graph.tokens[verb].lemma == "claim" and (
        any(graph.tokens[d].tag == "PRP" for d in subjects)
        or any(graph.tokens[k].lemma in lexicon.telling.credited for k in graph.objects(verb))
    )


def _read_from(graph: Graph, noun: int) -> bool:
    """A named body's report asserts ("a report by the mission that"); plain "reports" are hearsay."""
    return graph.tokens[noun].lemma == "report" and (graph.tokens[noun].tag == "NN" or bool(graph.agents(noun)))
