"""Sentences that sum up several acts which the text then tells one by one ("killed in two separate air strikes"): no act of their own."""

from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.part_of import may_have_hurt
from truceline.reports.totals import RUNNING, SUMMED

_PARTS = 2
"""From how many acts told one by one a sum of them is none."""


def without_sums(kept: list[Draft], heard: Journal, lexicon: Lexicon) -> list[Draft]:
    """Drafts without those that only sum up others of their kind told after them, which take the day and the sides that they leave out."""
    out = list(kept)
    for draft in kept:
        after = [k for k in out if k.kind == draft.kind and k.index > draft.index and not k.denied and _may_be_part(k, draft)]
        parts = after if len(after) >= _PARTS and (_of_several(draft, lexicon) or _adds_up(draft, after)) else []
        if not parts:
            continue
        out = [k for k in out if k is not draft]
        heard.joined(draft, parts[0], "a sum of several acts told one by one")
        for part in parts:
            part.when = part.when or (None if draft.when_said else draft.when)
            part.actors = part.actors or list(draft.actors)
    return out


def _may_be_part(part: Draft, whole: Draft) -> bool:
    """Whether days, places and sides allow it; the day on which a sum was told is none of an act."""
    return may_have_hurt(part, whole) or (whole.when_said and bool(part.parties() & whole.parties()))


def _adds_up(draft: Draft, parts: list[Draft]) -> bool:
    """Whether what a draft counts first is what the others count together ("arrested six": four here and two there)."""
    return any((whole := _told(draft, what)) is not None and whole == sum(_told(part, what) or 0 for part in parts) for what in SUMMED)


def _told(draft: Draft, what: str) -> int | None:
    """The first exact figure of a kind that a draft has."""
    told = [c.value for c in draft.counts if c.value.what == what and RUNNING not in c.read_by]
    return told[0].low if told and told[0].low and told[0].low == told[0].high else None


def _of_several(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a sentence says in how many acts it was ("in two separate incidents", "in several operations")."""
    if not draft.sentence.sentence.tokens or draft.title:
        return False
    graph, words = Graph.of(draft.sentence, lexicon.clauses), lexicon.telling
    return any(
        token.tag in ("NNS", "NNPS")
        and token.lemma in words.summed_acts
        and (graph.with_dep(n, "nummod") or any(graph.low[k] in words.apart for k in graph.with_dep(n, "amod")))
        for n, token in enumerate(graph.tokens)
    )
