"""Is an act planned, and by whom is it said so: plans, agreements, announcements, and what is due ("is to send", "are expected to go")."""

from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import RealityWords
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act


def intended(graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Why a word of an act tells what is meant to be done; "" where it does not."""
    return _meant(graph, n, lexicon) or _declared(graph, n, lexicon)


def announced(act: Act, lexicon: Lexicon) -> str:
    """Why an act is one that was announced, or is told as going on by whoever announces it; "" where it is not."""
    return _pledged(act, lexicon) or _scheduled(act, lexicon)


def _meant(graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Under a verb or noun of plan: "plans to deploy", "a plan to arm", "agreed to supply"."""
    token = graph.tokens[n]
    to = any(graph.tokens[k].lemma == "to" for k in graph.with_dep(n, "aux"))
    if to and token.dep == "acl" and _only_weighed(graph, token.head, lexicon.reality):
        return ""
    planned = graph.tokens[token.head].lemma in lexicon.cues.plan or _due(graph, token.head, lexicon)
    if to and token.dep in ("xcomp", "acl", "advcl", "ccomp") and planned:
        return f"intended: {graph.tokens[token.head].text!r}"
    over = graph.tokens[graph.tokens[token.head].head]  # "agreed on the deployment of", "on the need for the deployment of"
    if token.dep == "pobj" and over.lemma in lexicon.reality.needs and over.dep in ("dobj", "pobj"):
        over = graph.tokens[graph.tokens[over.head].head] if over.dep == "pobj" else graph.tokens[over.head]
    agreed = token.dep == "pobj" and graph.is_noun(n) and over.lemma in lexicon.reality.agreeing and over.tag.startswith("VB")
    return f"intended: {over.text!r}" if agreed else ""


def is_due(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is told as what is to come as anybody may see it, and not as somebody's intention."""
    return _due(graph, graph.tokens[n].head, lexicon)


def _due(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word tells what is to come as others see it ("are expected to go", "are due to leave")."""
    return graph.tokens[n].lemma in lexicon.cues.due and (not graph.is_verb(n) or graph.passive(n))


def _only_weighed(graph: Graph, plan: int, words: RealityWords) -> bool:
    """Whether a plan is only thought over, or turned down ("is considering a plan to arm them"): nobody has announced it."""
    governor = graph.tokens[graph.tokens[plan].head]
    return graph.tokens[plan].dep in ("dobj", "nsubjpass") and governor.lemma in words.weighing


def _declared(graph: Graph, n: int, lexicon: Lexicon) -> str:
    """Said by whoever is to do it ("announced that it would suspend the hotline")."""
    words = lexicon.reality
    if graph.tokens[n].dep == "xcomp" and graph.tokens[graph.tokens[n].head].lemma in words.setting_about:
        n = graph.tokens[n].head  # "announced that it would begin sending"
    token = graph.tokens[n]
    over = graph.tokens[token.head]
    said = token.dep in ("ccomp", "acl") and over.lemma in words.announcing
    would = any(graph.low[k] in words.to_come_then for k in graph.with_dep(n, "aux"))
    own = _ones_own(graph, n, words) or (said and _of_ones_land(graph, n, token.head, lexicon))
    return f"declared under {over.text!r}" if said and would and own else ""


def _ones_own(graph: Graph, n: int, words: RealityWords) -> bool:
    """Whether who speaks tells of himself ("said that it is sending troops"), not of another."""
    return all(graph.tokens[k].tag == "PRP" and graph.low[k] not in words.others for k in graph.with_dep(n, "nsubj", "nsubjpass"))


def _of_ones_land(graph: Graph, n: int, said: int, lexicon: Lexicon) -> bool:
    """Whether who speaks tells of the party he speaks for ("the British minister said that Britain would").

    So it is where he names nobody who does it, but troops or arms alone ("the Pentagon said that 300 soldiers would go").
    """
    speakers = {
        m
        for s in graph.subjects(said)
        for k in (s, *graph.with_dep(s, "amod", "compound", "poss", "nmod"))
        if (m := graph.mention(k)) is not None
    }
    parties = {graph.annotated.mentions[m].actor.party for m in speakers}
    subjects = graph.with_dep(n, "nsubj", "nsubjpass")
    named = {m for k in subjects for w in (k, *graph.with_dep(k, "amod", "compound", "poss")) if (m := graph.mention(w)) is not None}
    sets = lexicon.word_sets
    unnamed = not named and all(graph.tokens[k].lemma in sets["ranks"] | sets["arms_given"] for k in subjects)
    if unnamed and not (graph.passive(n) and graph.agents(n)):
        return bool(parties)
    return bool(named) and {graph.annotated.mentions[m].actor.party for m in named} <= parties


def _pledged(act: Act, lexicon: Lexicon) -> str:
    """A noun that is announced, pledged or approved is planned ("announced arms deliveries")."""
    token = act.graph.tokens[of_a_sum(act.graph, act.trigger)]
    governor = act.graph.tokens[token.head]
    planned = act.kind in lexicon.cues.planned_kinds and act.graph.is_noun(act.trigger) and token.dep in ("dobj", "nsubjpass")
    return "announced" if planned and governor.lemma in lexicon.cues.plan else ""


def announced_as_to_come(act: Act, lexicon: Lexicon) -> bool:
    """Whether what is announced or approved stands with a word for what is to come ("approved a possible sale of tanks")."""
    graph, words = act.graph, lexicon.reality
    coming = any(graph.low[k] in words.to_come_before for k in graph.with_dep(act.trigger, "amod", "compound"))
    return coming and bool(_pledged(act, lexicon))


def of_a_sum(graph: Graph, n: int) -> int:
    """The sum that stands over a noun of what it is for ("announced $2 billion in arms sales"); the noun itself where none does."""
    preposition = graph.tokens[n].head
    over = graph.tokens[preposition].head
    summed = graph.tokens[n].dep == "pobj" and graph.low[preposition] == "in" and graph.tokens[over].tag == "CD"
    return over if summed else n


def _scheduled(act: Act, lexicon: Lexicon) -> str:
    """For what can be announced: "is to send", and "is sending" as officials say it; who says that he is scrapping a pact has done so."""
    graph = act.graph
    if act.kind not in lexicon.cues.planned_kinds or not graph.is_verb(act.trigger):
        return ""
    token = graph.tokens[act.trigger]
    aux = {graph.tokens[k].text.lower() for k in graph.with_dep(act.trigger, "aux")}
    if "to" in aux and token.dep == "xcomp" and graph.tokens[token.head].lemma == "be":
        return "is to"
    said = token.dep == "ccomp" and graph.tokens[token.head].lemma in lexicon.reality.announcing
    going_on = act.kind != "suspension" and token.tag == "VBG" and bool(aux & {"is", "are", "was", "were"})
    return "announced as going on" if said and going_on and _ones_own(graph, act.trigger, lexicon.reality) else ""
