"""Acts that a sentence tells as before or after another one: "in response to the attacks", "the town that they had taken before"."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.gone_before import COUNTED, NEWS, gone_before
from truceline.reports.grammar import Graph


def recalls(one: Draft, two: Draft, lexicon: Lexicon) -> bool:
    """Whether one of two acts of a sentence stands there as what came before the other: they are two events."""
    if one.index != two.index or one.sentence is not two.sentence or not one.sentence.sentence.tokens:
        return False
    graph = Graph.of(one.sentence, lexicon.clauses)
    pairs = ((one.trigger, two.trigger), (two.trigger, one.trigger))
    if any(gone_before(graph, a, lexicon) in (COUNTED, NEWS) and not gone_before(graph, b, lexicon) for a, b in pairs):
        return True
    if earlier_spell(graph, one.trigger, lexicon) != earlier_spell(graph, two.trigger, lexicon):
        return True
    return any(_before(graph, a, b, lexicon) or _set_off(graph, a, b, lexicon) for a, b in pairs)


def earlier_spell(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is told as days of it that went before what its sentence tells ("came after several days of fighting")."""
    if n >= len(graph.tokens) or graph.tokens[n].dep != "pobj" or graph.low[graph.tokens[n].head] != "of":
        return False
    days = graph.tokens[graph.tokens[n].head].head
    after = graph.tokens[days].head
    return graph.tokens[days].lemma in lexicon.telling.spans and graph.tokens[after].lemma in lexicon.telling.going_before


def _set_off(graph: Graph, effect: int, cause: int, lexicon: Lexicon) -> bool:
    """Whether one act set off another ("shot a man, triggering clashes"; "the killing sparked fighting")."""
    held = effect
    while graph.tokens[held].dep == "conj" and graph.is_noun(graph.tokens[held].head):
        held = graph.tokens[held].head
    verb = graph.tokens[held].head
    if graph.tokens[held].dep != "dobj" or graph.tokens[verb].lemma not in lexicon.telling.setting_off:
        return False
    return graph.tokens[verb].head == cause or cause in graph.with_dep(verb, "nsubj")


def _before(graph: Graph, earlier: int, later: int, lexicon: Lexicon) -> bool:
    """Whether a word below another is put before it in time by what joins the two."""
    chain = [earlier, *graph.ancestors(earlier)]
    if later not in chain:
        return False
    path = chain[: chain.index(later)]
    if any(graph.tokens[w].dep == "relcl" and long_done(graph, w) for w in path):
        return True
    return any(_answered_under(graph, w, lexicon) or _long_before(graph, w, lexicon) for w in path)


def _long_before(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    """Whether a word stands under one that only older acts stand under ("the first clash since a battle in April")."""
    joins = [w] if graph.tokens[w].dep == "prep" else graph.with_dep(w, "mark")
    return any(graph.low[k] in lexicon.calendar.long_before for k in joins)


def answered(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The preposition under which a word tells what another act answers ("in revenge for the raid last week"); None where it does not."""
    return next((w for w in graph.ancestors(n) if _answered_under(graph, w, lexicon)), None)


def _answered_under(graph: Graph, w: int, lexicon: Lexicon) -> bool:
    return graph.tokens[w].dep == "prep" and graph.tokens[graph.tokens[w].head].lemma in lexicon.calendar.answering


def done_afterwards(graph: Graph, owner: int, act: int, lexicon: Lexicon) -> bool:
    """Whether an act only tells of whom or what something is done afterwards ("soldiers captured by rebels were freed on Monday")."""
    if act >= len(graph.tokens) or graph.tokens[owner].lemma not in lexicon.calendar.aftermath:
        return False
    path = [act, *graph.ancestors(act)]
    if owner not in path[1:]:
        return False
    told = [w for w in path[: path.index(owner)] if graph.tokens[w].dep in ("acl", "relcl") and graph.tokens[w].tag in ("VBN", "VBD")]
    return bool(told) and not any(graph.tokens[k].tag == "PRP" for k in graph.with_dep(told[-1], "nsubj"))


def long_done(graph: Graph, verb: int) -> bool:
    """Whether a verb tells in the past perfect what was before the rest ("which they had taken in 2004")."""
    return any(graph.low[k] == "had" for k in graph.with_dep(verb, "aux"))
