"""The clause of saying that closes a sentence ("..., a press release of the ministry said Tuesday"), where the parser hung it elsewhere."""

from collections.abc import Set

from truceline.reports.grammar import Graph

_LONGEST = 16
"""How many words may name who says so between the comma and the verb."""
_FINITE = ("VBD", "VBZ", "VBP")


def closing(graph: Graph, trigger: int, saying: Set[str]) -> tuple[int, list[int]] | None:
    """The verb of saying that closes a sentence after a comma, with the heads of who says; None where it ends otherwise."""
    for verb in reversed(range(trigger + 1, len(graph.tokens))):
        token = graph.tokens[verb]
        if token.tag not in _FINITE:
            continue
        if token.lemma not in saying or graph.with_dep(verb, "ccomp", "dobj", "xcomp", "advcl") or not _ends(graph, verb):
            return None
        comma = _comma(graph, verb)
        if comma is None or comma < trigger:
            return None
        heads = _heads(graph, comma + 1, verb)
        return (verb, heads) if heads else None
    return None


def _ends(graph: Graph, verb: int) -> bool:
    """Whether after the verb stands only what hangs on it and the last mark."""
    below = set(graph.subtree(verb))
    return all(k in below or graph.tokens[k].dep == "punct" for k in range(verb + 1, len(graph.tokens)))


def _comma(graph: Graph, verb: int) -> int | None:
    """The comma before the words that name who says so; None where another verb stands between."""
    for n in range(verb - 1, max(-1, verb - _LONGEST), -1):
        if graph.tokens[n].text == ",":
            return n
        if graph.tokens[n].tag in _FINITE:
            return None
    return None


def _heads(graph: Graph, start: int, verb: int) -> list[int]:
    """The last noun before the first preposition, and what is joined with it before."""
    end = next((n for n in range(start, verb) if graph.tokens[n].tag in ("IN", "TO")), verb)
    nouns = [n for n in range(start, end) if graph.is_noun(n)]
    if not nouns or graph.tokens[end - 1].text in (",", "and"):
        return []
    over = graph.tokens[nouns[-1]].head
    joined = [over] if graph.tokens[nouns[-1]].dep == "conj" and over in nouns else []
    return [*joined, nouns[-1]]
