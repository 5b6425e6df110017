"""Whose a thing is that is hit: of whom it is told, who is in it, who holds it ("the car of a mayor", "a bus carrying soldiers")."""

from truceline.packs.reading_words import SideWords
from truceline.reports.grammar import Graph

_BEFORE = ("amod", "compound", "nmod", "poss")


def holder(graph: Graph, n: int, words: SideWords) -> int | None:
    """The head of the phrase whose thing a noun names; None where the noun is no thing, or a party stands before it."""
    if graph.tokens[n].lemma not in words.belongings or graph.mention(n) is not None:
        return None
    if any(graph.mention(k) is not None for k in graph.with_dep(n, "amod", "compound", "nmod")):
        return None
    inside = [
        p
        for k in graph.with_dep(n, "acl", "relcl")
        for p in (
            *(graph.objects(k) if graph.tokens[k].lemma in words.occupying and not graph.passive(k) else ()),
            *(graph.agents(k) if graph.tokens[k].lemma in words.occupied and graph.passive(k) else ()),
        )
    ]
    of = [p for prep, p in graph.obliques(n) if prep == "of"]
    own = [k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag not in ("PRP$", "WP$")]
    return next((p for p in (*inside, *own, *of) if graph.is_noun(p) and graph.tokens[p].lemma not in words.belongings), None)
