"""What a noun stands for: whose a thing is that is hit ("the car of a mayor", "a bus of soldiers"), where it is, what a number counts."""

from truceline.model.reading import PlaceMention
from truceline.packs.reading_words import SideWords
from truceline.reports.grammar import Graph

_BEFORE = ("amod", "compound", "nmod", "poss")


def holder(graph: Graph, n: int, words: SideWords) -> int | None:
    """The head of the phrase whose thing a noun names; None where the noun is no thing, or a party stands before it."""
    manned = graph.tokens[n].lemma in words.crews and graph.tokens[n].dep == "conj"
    if manned and any(graph.tokens[k].tag == "PRP$" for k in graph.with_dep(n, "poss")):
        return graph.tokens[n].head
    if graph.tokens[n].lemma in words.crews and graph.mention(n) is None:
        aboard = [p for prep, p in graph.obliques(n) if prep in words.aboard and graph.is_noun(p)]
        if aboard and not any(graph.mention(k) is not None for k in graph.with_dep(n, *_BEFORE)):
            return aboard[0]  # "the sailors on the gunboats"
    if graph.tokens[n].lemma not in words.belongings or graph.mention(n) is not None:
        return None
    last = graph.conjuncts(n)[-1] if graph.with_dep(n, "conj") else n  # "the airport and other airfields held by the rebels"
    inside = [
        p
        for k in graph.with_dep(last if graph.tokens[last].lemma in words.belongings else n, "acl", "relcl")
        for p in (
            *(graph.objects(k) if graph.tokens[k].lemma in words.occupying and not graph.passive(k) else ()),
            *(graph.agents(k) if graph.tokens[k].lemma in words.occupied and graph.passive(k) else ()),
        )
    ]
    inside = [p for p in inside if graph.is_noun(p) and graph.tokens[p].lemma not in words.belongings]
    if any(graph.mention(k) is not None for k in graph.with_dep(n, "amod", "compound", "nmod")):  # "the Kabul base held by rebels"
        return next((p for p in inside if graph.mention(p) is not None), None)
    if (above := _above(graph, n)) is not None:
        return above
    of = [p for prep, p in graph.obliques(n) if prep == "of"]
    own = [k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag not in ("PRP$", "WP$")] or whose(graph, n)
    return next((p for p in (*inside, *own, *of) if graph.is_noun(p) and graph.tokens[p].lemma not in words.belongings), None)


def whose(graph: Graph, n: int) -> list[int]:
    """The people on whom a relative clause is told that begins with a thing of theirs ("fishermen whose boat had drifted")."""
    verb = graph.tokens[n].head
    told = any(graph.tokens[k].tag == "WP$" for k in graph.with_dep(n, "poss")) and graph.tokens[verb].dep == "relcl"
    return [graph.tokens[verb].head] if told else []


def _above(graph: Graph, n: int) -> int | None:
    """The people whose thing "their" makes it, who stand as subject of the clause over it ("were killed when their car was hit")."""
    own = [k for k in graph.with_dep(n, "poss") if graph.tokens[k].tag == "PRP$"]
    if not own:
        return None
    many = graph.low[own[0]] == "their"
    over = [s for a in graph.ancestors(n) if graph.is_verb(a) for s in graph.with_dep(a, "nsubj", "nsubjpass") if s < n]
    alike = [s for s in over if graph.is_noun(s) and (graph.tokens[s].tag in ("NNS", "NNPS") or bool(graph.with_dep(s, "conj"))) is many]
    return next((s for s in alike if graph.mention(s) is None), None)


def broken_off(graph: Graph, n: int, words: SideWords) -> bool:
    """Whether a phrase is of those who have left others ("a splinter group of the army"): they are not of them any more."""
    left = any(graph.low[k] in words.broken_off for k in graph.with_dep(n, *_BEFORE))
    return left and any(prep in ("of", "from") for prep, _ in graph.obliques(n))


def where_it_stands(graph: Graph, n: int) -> PlaceMention | None:
    """The place of the gazetteer in which something of a phrase stands ("a police station in Basra")."""
    heads = [p for prep, p in graph.obliques(n) if prep in graph.words.standing_in]
    below = [k for h in heads for k in graph.subtree(h)]
    known = [p for p in graph.annotated.places if p.where is not None and p.line is None]
    return next((p for k in below for p in known if graph.covers(k, p.start, p.end)), None)


def counted_again(graph: Graph, n: int) -> int | None:
    """The noun that a bare number counts again ("eight agents were killed and one captured")."""
    token = graph.tokens[n]
    verb = token.head
    if token.dep not in ("nsubj", "nsubjpass") or token.tag not in ("CD", "NNS", "DT") or graph.tokens[verb].dep != "conj":
        return None
    if (token.tag != "CD" and token.lemma not in ("other", "another")) or graph.obliques(n):
        return None
    over = graph.tokens[verb].head
    first = graph.with_dep(over, "nsubj", "nsubjpass") if over != verb else []
    return first[0] if first and first[0] != n and graph.is_noun(first[0]) else None
