"""What somebody does as a rule, and not once: in the plain present, "often", "every day"; and whom a phrase means as one person."""

from truceline.packs.lexicon import Lexicon
from truceline.packs.scope_words import GeneralWords
from truceline.reports.aftermath import CROSSINGS
from truceline.reports.chronicles import opens_entry
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

OF_FIGHTING = frozenset(
    {"direct_fire", "indirect_fire", "air_strike", "clash", "explosion", "capture", "ground_crossing", "sea_crossing", "air_crossing"}
)
"""The kinds of act that are done in a day: in the plain present they are told as what somebody does at any time."""


def habit(act: Act, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act is told as what somebody does as a rule, the day of it not being told."""
    graph, n, words = act.graph, act.trigger, lexicon.general
    if opens_entry(graph.annotated):
        return False  # in the present of a list: "June 9: A soldier crosses the line"
    if _of_one_person(graph, n, lexicon) and not _shot_for_it(act, lexicon):
        return True
    if draft.when is not None and not draft.when_said:
        return False
    if act.kind in OF_FIGHTING and (_again_and_again(graph, n, lexicon) or _said_to_do(graph, n, lexicon)):
        return True
    return draft.when is None and _trait(graph, n, words)


def _of_one_person(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether one person does it in the plain present ("he supplies the insurgents with explosives")."""
    token = graph.tokens[n]
    verb = n if graph.is_verb(n) else token.head if token.dep == "dobj" else n
    return graph.tokens[verb].tag == "VBZ" and not graph.with_dep(verb, "aux") and by_one(graph, verb, lexicon)


def _shot_for_it(act: Act, lexicon: Lexicon) -> bool:
    """Whether who goes over a line is told as who is shot for it, all in the present of a list ("shoot a soldier who crosses the line")."""
    graph, token = act.graph, act.graph.tokens[act.trigger]
    over = graph.tokens[graph.tokens[token.head].head]
    shot = over.lemma in lexicon.telling.shots_again or over.lemma in lexicon.telling.harmed
    return act.kind in CROSSINGS and token.dep == "relcl" and shot and over.tag in ("VBZ", "VBP", "VB")


def _trait(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a clause in the plain present tells by the way what somebody is like ("which arms the rebels", "anyone who attacks us")."""
    token = graph.tokens[n]
    if token.dep != "relcl" or token.tag not in ("VBZ", "VBP") or graph.with_dep(n, "aux") or token.lemma in words.lasting:
        return False
    return _whoever(graph, token.head, words) or any(graph.tokens[a].tag == "VBD" or _was_done(graph, a) for a in graph.ancestors(n))


def _whoever(graph: Graph, n: int, words: GeneralWords) -> bool:
    """Whether a phrase is of nobody certain ("anyone", "planes", "some of them"), neither counted nor pointed to."""
    if graph.low[n] in words.whoever:
        return True
    return graph.tokens[n].tag == "NNS" and not graph.with_dep(n, "det", "poss", "nummod")


def _was_done(graph: Graph, n: int) -> bool:
    return graph.tokens[n].tag == "VBN" and bool(graph.with_dep(n, "aux", "auxpass"))


def _again_and_again(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells what is or was done time and again ("often fired rockets", "kill three people a day", "shelled many times")."""
    if not graph.is_verb(n):
        return False
    if _plain(graph, n) and any(graph.low[k] in lexicon.reality.often for k in graph.with_dep(n, "advmod")):
        return True
    return any(_every_time(graph, k, n, lexicon.general) for k in graph.clause(n))


def _plain(graph: Graph, n: int) -> bool:
    """Whether a verb stands in the plain present or past, active or passive ("fired", "are held"; not "has fired", "is firing")."""
    if graph.with_dep(n, "aux"):
        return False
    tense = graph.with_dep(n, "auxpass") or [n]
    return graph.tokens[tense[0]].tag in ("VBZ", "VBP", "VBD")


def _every_time(graph: Graph, k: int, n: int, words: GeneralWords) -> bool:
    """Whether a word says how often something is done ("every day", "many times", in the present also "a day")."""
    token = graph.tokens[k]
    if token.dep != "npadvmod" or token.lemma not in words.times_of_a_habit or graph.tokens[token.head].tag.startswith(("RB", "IN", "JJ")):
        return False
    before = {graph.low[m] for m in graph.kids[k]}
    now = graph.tokens[n].tag in ("VBZ", "VBP") and not graph.with_dep(n, "aux")
    return bool(before & words.every) or (now and bool(before & words.a_time))


def _said_to_do(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether somebody says in the plain present what others do ("says its forces only strike military targets")."""
    token = graph.tokens[n]
    if token.dep != "ccomp" or token.tag not in ("VBZ", "VBP") or graph.with_dep(n, "aux", "auxpass"):
        return False
    over = graph.tokens[token.head].lemma
    return token.head < n and (over in lexicon.speech.verbs or over in lexicon.cues.denial_verbs)


def by_one(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether one person is the subject of a verb."""
    return any(one_person(graph, s, lexicon) for s in graph.subjects(verb))


def one_person(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is of one person whom no party's name stands for ("the leader", "he")."""
    token = graph.tokens[n]
    if graph.low[n] in lexicon.general.one_person:
        return True
    return token.tag == "NN" and token.lemma in lexicon.word_sets["people"] and graph.mention(n) is None
