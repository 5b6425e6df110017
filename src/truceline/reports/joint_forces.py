"""Forces of two kinds under one noun ("the army and police force", "a patrol of soldiers and police"): each kind acts in its own role."""

from truceline.model.party import Role
from truceline.model.reading import Token
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph

_ARMED = frozenset({Role.MIL, Role.GOV})
_JOINING = frozenset({"and", "/", "-", ",", "&", "as", "well"})


def other_kinds(graph: Graph, n: int, role: Role, lexicon: Lexicon) -> list[tuple[Role, Token]]:
    """The further kind of armed people that a phrase joins to the one that its head is read as, with the word that tells it."""
    if role not in _ARMED:
        return []
    told = [(kind, graph.tokens[k]) for k in _named_before(graph, n) if (kind := _kind(graph, k, lexicon)) is not None]
    kinds = {kind for kind, _ in told}
    return [(kind, token) for kind, token in told if kind is not role][:1] if len(kinds) > 1 else []


def _named_before(graph: Graph, n: int) -> list[int]:
    """The nouns that stand joined before a head, or in its "of" phrase."""
    before, k = [], n - 1
    while k >= 0 and (graph.is_noun(k) or graph.low[k] in _JOINING or graph.tokens[k].tag in ("JJ", "VBN", "HYPH")):
        if graph.is_noun(k) or graph.tokens[k].tag == "JJ":
            before.append(k)
        k -= 1
    joined = any(graph.low[w] in ("and", "/", "-") for w in range(k + 1, n))
    of = [p for prep, p in graph.obliques(n) if prep == "of" and len(graph.conjuncts(p)) > 1]
    return [*(before if joined else ()), *(c for p in of for c in graph.conjuncts(p))]


def _kind(graph: Graph, n: int, lexicon: Lexicon) -> Role | None:
    """Soldiers or police, by a word that is one of those for either; no other office and nobody else."""
    token = graph.tokens[n]
    if token.lemma in lexicon.roles.armed_civil or graph.low[n] in lexicon.roles.armed_civil:
        return Role.GOV
    return Role.MIL if token.lemma in lexicon.sides.soldiery else None
