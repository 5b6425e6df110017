"""Who takes a step where its own word has no doer: whose inquiry it is, from whom a protest is drawn, and the office of the other side."""

from collections.abc import Sequence

from truceline.packs.lexicon import Lexicon
from truceline.reports.attribution import Attributions
from truceline.reports.grammar import Graph

ADDRESSED = frozenset({"apology", "protest"})
"""Steps that are taken to another party than takes them ("apologised to the neighbour")."""


def drawn_from(graph: Graph, at: int, lexicon: Lexicon) -> list[int] | None:
    """From whom an act drew what a noun tells ("drew a protest from X", "prompting condemnation in X"); None under another verb."""
    verb = graph.tokens[at].head
    if graph.tokens[at].dep == "pobj":  # "met with condemnation from X"
        verb = graph.tokens[verb].head
    if not graph.is_noun(at) or not graph.is_verb(verb) or graph.tokens[verb].lemma not in lexicon.telling.drawing:
        return None
    told = [*graph.obliques(at), *graph.obliques(verb)]
    named = (
        graph.with_dep(at, "poss", "amod", "compound", "nmod") if graph.tokens[at].tag == "NN" else []
    )  # "drew Greek protests": a crowd's
    return [p for prep, p in told if prep in lexicon.telling.drawn_from] or [w for w in named if graph.mention(w) is not None]


def with_inquirers(graph: Graph, heads: Sequence[int], lexicon: Lexicon) -> list[int]:
    """Heads, and for an inquiry whose it is ("an inquiry by the mission found", "the army's investigation")."""
    return [w for head in heads for w in (_whose(graph, head, lexicon) or [head])]


def _whose(graph: Graph, head: int, lexicon: Lexicon) -> list[int]:
    if graph.tokens[head].lemma not in lexicon.telling.inquiries or graph.mention(head) is not None:
        return []
    led = [p for k in graph.with_dep(head, "acl") if graph.passive(k) for p in graph.agents(k)]
    by = [p for prep, p in graph.obliques(head) if prep in ("by", "of")]
    return [w for w in (*graph.with_dep(head, "poss", "amod", "compound", "nmod"), *by, *led) if graph.mention(w) is not None]


def not_to_themselves(names: list[str | None], against: Sequence[str], speakers: Attributions) -> list[str | None]:
    """Who apologises or protests, where an office without a land was taken for that of those addressed: the other state's office.

    "The defence minister apologised to Egypt": of the two states that the text tells of it is the other's.
    """
    addressed = {to.split(":")[0] for to in against}
    state = speakers.speakers.home.state
    others = sorted({m.actor.party for a in speakers.reading.sentences for m in a.mentions if state(m.actor.party)} - addressed)
    kept: list[str | None] = []
    for name in names:
        party, _, organ = (name or "").partition(":")
        if party not in addressed:
            kept.append(name)
        elif len(others) == 1 and organ:
            kept.append(f"{others[0]}:{organ}")
    return kept


def who_did_so(graph: Graph, at: int, lexicon: Lexicon) -> list[int]:
    """Who takes the same step in a clause that does not tell it again ("X condemned the raid, as did Y", "and so did Y")."""
    again = [k for k in graph.with_dep(at, "conj", "advcl") if graph.is_verb(k) and not graph.objects(k) and not graph.with_dep(k, "neg")]
    so = [k for k in again if any(graph.low[w] in lexicon.telling.likewise for w in graph.with_dep(k, "mark", "advmod"))]
    return [s for k in so for s in graph.subjects(k) if s > k]  # who did stands after the verb


def who_joined(graph: Graph, at: int, lexicon: Lexicon) -> list[int]:
    """Who takes a step with others ("X joined Y in condemning the raid", "X joined in the condemnation")."""
    prep = graph.tokens[at].head
    verb = graph.tokens[prep].head
    within = graph.tokens[at].dep in ("pcomp", "pobj") and graph.tokens[prep].dep == "prep"
    if not within or graph.tokens[verb].lemma not in lexicon.telling.joining or not graph.is_verb(verb) or graph.with_dep(verb, "neg"):
        return []
    return [*graph.agents(verb), *(k for k in graph.objects(verb) if graph.mention(k) is not None)]
