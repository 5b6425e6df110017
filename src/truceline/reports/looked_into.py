"""Inquiries that no word for one tells: what an act left is examined, the act itself reviewed, or people go to learn what happened."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.denials_said import callers
from truceline.reports.grammar import Graph


def looked_into(graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions) -> list[str]:
    """Parties that look into what the text told, by the verb at ``n`` or the one it is the purpose of ("sent a team to examine it")."""
    words = lexicon.telling
    if not graph.is_verb(n) or graph.with_dep(n, "neg") or graph.tokens[n].dep == "pcomp":
        return []  # "after studying the debris, they concluded": what they found says more
    if {graph.low[k] for k in graph.with_dep(n, "aux")} & lexicon.reality.step_possible:
        return []
    lemma = graph.tokens[n].lemma
    if lemma in words.only_confirming and graph.tokens[n].tag in ("VBD", "VBN"):
        return []  # "verified the incident": that confirms it
    sent = _purpose_of(graph, n, lexicon)
    if graph.tokens[n].tag == "VB" and "to" in {graph.low[k] for k in graph.with_dep(n, "aux")} and sent is None:
        return []  # "urged the observers to examine it"
    if not (lemma in words.checking and _what_is_left(graph, n, lexicon)) and not (
        lemma in words.establishing and _what_happened(graph, n, lexicon) and (sent is not None or graph.tokens[n].tag == "VBG")
    ):
        return []
    return callers(graph, n if sent is None else sent, speakers) or callers(graph, n, speakers)


def _purpose_of(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The verb of sending or going whose purpose a verb tells ("sent a team to", "the team went there to")."""
    over = graph.tokens[n].head
    if graph.tokens[n].dep == "conj" and graph.is_verb(over):  # "went to take samples and examine the crater"
        return _purpose_of(graph, over, lexicon)
    if graph.tokens[n].dep not in ("xcomp", "advcl", "acl", "relcl", "ccomp"):
        return None
    verb = over if graph.is_verb(over) else graph.tokens[over].head
    done = graph.is_verb(verb) and graph.tokens[verb].lemma in lexicon.telling.sent_to_look and not graph.with_dep(verb, "neg")
    return verb if done else None


def _what_is_left(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act that the text has told, or what it left behind, is looked at ("the strike", "the crater")."""
    words = lexicon.telling
    for k in graph.patients(n):
        lemma = graph.tokens[k].lemma
        named = any(graph.tokens[d].lemma in words.same for d in graph.with_dep(k, "det"))
        if lemma in words.checked or lemma in words.left_behind:
            return True
        reviewed = named and graph.tokens[n].lemma in words.reviewing and not graph.passive(n)
        if reviewed and graph.is_noun(k) and (lemma in words.pointers or lexicon.tells_act(graph.low[k])):
            return True
    return False


def _what_happened(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Establish what happened", "determine the cause", "find out who had fired"."""
    words = lexicon.telling
    if graph.tokens[n].lemma in words.finding and not graph.with_dep(n, "prt"):
        return False  # "to find what it needs"
    if any(graph.tokens[k].lemma in words.left_to_learn for k in graph.patients(n)):
        return True
    asked = {w for k in graph.with_dep(n, "ccomp") for w in (*graph.kids[k], k)}
    return any(graph.low[w] in words.asking_what for w in asked)
