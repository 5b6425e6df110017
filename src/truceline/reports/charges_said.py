"""Charges without a verb of accusing: "attributed the raid to X", "the work of X", "the fire came from X's posts"."""

from collections.abc import Iterator, Sequence

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.denials_said import callers, said_by
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides


def charges_said(
    graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions, sides: Sides
) -> Iterator[tuple[Sequence[str], Sequence[str | None]]]:
    """Who charge somebody, and the parties charged (None where the text does not name them), if the word at ``n`` does so."""
    words, lemma = lexicon.charged, graph.tokens[n].lemma
    by: Sequence[str] = ()
    heads: list[int] = []
    if lemma in words.ascribing or lemma == "pin" or (lemma in words.putting and _down(graph, n, lexicon)):
        by, heads = callers(graph, n, speakers), _to_whose_account(graph, n, lexicon)
    elif lemma in words.hands and graph.tokens[graph.tokens[n].head].lemma in words.seeing and graph.tokens[n].dep == "dobj":
        verb = graph.tokens[n].head
        by, heads = callers(graph, verb, speakers), _whose(graph, n) if _an_act_below(graph, verb, lexicon) else []
    elif lemma in words.works and graph.tokens[n].dep == "attr" and not graph.with_dep(graph.tokens[n].head, "neg"):
        of = graph.subjects(graph.tokens[n].head)
        by, heads = said_by(graph, n, speakers), _whose(graph, n) if any(_told_act(graph, k, lexicon) for k in of) else []
    elif lemma in words.coming:
        by, heads = said_by(graph, n, speakers), _from_where(graph, n, lexicon)
    if by and (to := _parties(graph, heads, sides)):
        yield by, to


def who_hold(graph: Graph, n: int, lexicon: Lexicon, speakers: Attributions) -> list[str]:
    """Parties that suspect, or are convinced of, what the clause of a word tells ("suspects that X is behind it", "has no doubt that")."""
    clause = next((a for a in (n, *graph.ancestors(n)) if graph.tokens[a].dep in ("ccomp", "acl")), None)
    if clause is None:
        return []
    over, words = graph.tokens[clause].head, lexicon.charged
    if graph.tokens[over].lemma in words.holding_so:
        verb = graph.tokens[over].head if graph.tokens[over].dep in ("acomp", "oprd") else over
        return [] if graph.with_dep(verb, "neg") or not graph.is_verb(verb) else callers(graph, verb, speakers)
    none = any(graph.tokens[k].lemma in lexicon.telling.negating for k in graph.kids[over])
    if graph.tokens[over].lemma in words.doubting and none and graph.tokens[over].dep == "dobj":
        return callers(graph, graph.tokens[over].head, speakers)
    return []


def _down(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """ "Put it down to", and not "put it on the table"."""
    return any(graph.tokens[k].lemma in lexicon.charged.put_down for k in graph.with_dep(n, "prt", "advmod"))


def _to_whose_account(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Heads of those to whose account a verb puts an act, or the blame for it ("pinned the blame on X")."""
    words = lexicon.charged
    what = graph.patients(n) if graph.is_verb(n) and not graph.with_dep(n, "neg") else []
    if not any(_told_act(graph, k, lexicon) or graph.tokens[k].lemma in words.blame for k in what):
        return []
    preps = words.pinned_on if graph.tokens[n].lemma == "pin" else words.ascribed_to
    under = [n, *(w for k in what for w in graph.subtree(k))]
    return [p for w in under for prep, p in graph.obliques(w) if prep in preps]


def _told_act(graph: Graph, k: int, lexicon: Lexicon) -> bool:
    """Whether a word names an act, or points back to one ("it", "the attack")."""
    return (
        graph.tokens[k].lemma in lexicon.telling.pointers or graph.low[k] in lexicon.telling.such_charge or lexicon.names_act(graph.low[k])
    )


def _an_act_below(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    return any(_told_act(graph, p, lexicon) for w in graph.subtree(verb) for prep, p in graph.obliques(w) if prep in ("in", "behind"))


def _whose(graph: Graph, n: int) -> list[int]:
    """Owners of a noun ("the hand of X", "X's work", "rebel positions")."""
    of = [p for prep, p in graph.obliques(n) if prep == "of"]
    return [*of, *graph.with_dep(n, "poss", "amod", "compound", "nmod")]


def _from_where(graph: Graph, n: int, lexicon: Lexicon) -> list[int]:
    """Whose places fire is said to have come from."""
    words = lexicon.charged
    what = graph.subjects(n) if graph.is_verb(n) and not graph.with_dep(n, "neg") else []
    if not any(graph.tokens[k].lemma in words.sent for k in what):
        return []
    places = [p for prep, p in graph.obliques(n) if prep in words.coming_from and graph.tokens[p].lemma in words.places_of]
    return [w for p in places for w in _whose(graph, p)]


def _parties(graph: Graph, heads: Sequence[int], sides: Sides) -> list[str | None]:
    found: dict[str, str | None] = {}
    for head in heads:
        slot = sides.actor(graph, head, Role.MIL)
        if slot is not None and slot.value.party != "UNK":
            found.setdefault(slot.value.party, slot.value.code)
    return list(found.values())
