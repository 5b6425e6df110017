"""Words of one name that the parser takes for two subjects or for an apposition: "Ruritanian JCS said", "spokesman Jane Doe said"."""

from truceline.reports.grammar import Graph

_SUBJECTS = ("nsubj", "nsubjpass")
_PARTS = ("compound", "amod", "nmod", "poss", "det")


def goes_on(graph: Graph, n: int) -> list[int]:
    """The heads that a name goes on to right after a subject, with those joined to them; none where it ends there."""
    token = graph.tokens[n]
    if token.dep not in _SUBJECTS or n + 1 >= len(graph.tokens):
        return []
    for k in (*graph.with_dep(token.head, *_SUBJECTS), *graph.with_dep(n, "appos")):
        if (
            k > n
            and graph.is_noun(k)
            and _begins(graph, k) == n + 1
            and (graph.tokens[k].tag.startswith("NNP") or graph.mention(k) is not None)
        ):
            return graph.conjuncts(k)
    return []


def parts_before(graph: Graph, n: int) -> list[int]:
    """The words before a head that belong to its name although they hang elsewhere."""
    first = _begins(graph, n)
    before = first - 1
    if before < 0 or n not in goes_on(graph, before)[:1]:
        return []
    return list(range(_begins(graph, before), first))


def capitals(graph: Graph, n: int) -> int:
    """The first of the words in capitals that end at a word ("Dansk" of "the shipping company Dansk Linje")."""
    first = n
    while first - 1 > 0 and graph.tokens[first - 1].text[:1].isupper() and graph.mention(first - 1) is None:
        first -= 1
    return first


def heads_of_names(graph: Graph, heads: list[int]) -> list[int]:
    """Heads, each of a whole name: where a name goes on, the head that it goes on to."""
    return list(dict.fromkeys(m for n in heads for m in (goes_on(graph, n) or [n])))


def _begins(graph: Graph, n: int) -> int:
    return min((k for k in graph.with_dep(n, *_PARTS) if k < n), default=n)
