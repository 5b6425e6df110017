"""Sentences that sum up several acts which the text then tells one by one ("killed in two separate air strikes"): no act of their own."""

from dataclasses import replace

from truceline.packs.lexicon import Lexicon
from truceline.reports.absorb import absorb
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.part_of import may_have_hurt
from truceline.reports.same_event import one_of_them
from truceline.reports.totals import RUNNING, SUMMED

_LEAD = 2
"""Up to this sentence a text sums up what it goes on to tell."""
_PARTS = 2
"""From how many acts told one by one a sum of them is none."""


def without_sums(kept: list[Draft], heard: Journal, lexicon: Lexicon) -> list[Draft]:
    """Drafts without those that only sum up others of their kind told after them, which take the day and the sides that they leave out."""
    out = list(kept)
    for draft in kept:
        after = [k for k in out if k.kind == draft.kind and k.index > draft.index and not k.denied and _may_be_part(k, draft)]
        there = [k for k in after if one_of_them(draft, k)]
        parts = after if len(after) >= _PARTS and (_of_several(draft, lexicon) or _adds_up(draft, after) or len(there) >= _PARTS) else []
        closer = [] if parts or there else _told_closer(draft, kept, lexicon)
        if closer:
            out = [k for k in out if k is not draft]
            heard.joined(draft, closer[0], "what a first sentence tells in general")
            closer[0].actors = closer[0].actors or list(draft.actors)
            continue
        if not parts and there:  # the one of them that is told more closely
            out = [k for k in out if k is not there[0]]
            heard.joined(there[0], draft, "told again")
            absorb(draft, there[0])
        if not parts:
            continue
        out = [k for k in out if k is not draft]
        heard.joined(draft, parts[0], "a sum of several acts told one by one")
        for part in parts:
            part.when = part.when or (None if draft.when_said else draft.when)
            part.actors = part.actors or list(draft.actors)
    return out


def _told_closer(draft: Draft, kept: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """The one act of its day and sides, soon after, that counts what a first sentence tells of uncounted ("went on firing rockets")."""
    if draft.index > _LEAD or draft.counts or draft.denied or draft.when is None or not draft.sentence.sentence.tokens:
        return []
    graph = Graph.of(draft.sentence, lexicon.clauses)
    fired = graph.objects(draft.trigger) if graph.is_verb(draft.trigger) else []
    if not fired or not all(graph.tokens[p].tag == "NNS" and not graph.with_dep(p, "det", "nummod", "poss") for p in fired):
        return []
    same = [k for k in kept if k is not draft and k.kind == draft.kind and not k.denied and k.when is not None]
    same = [k for k in same if k.when is not None and k.when.value.code == draft.when.value.code]
    counted = [k for k in same if 0 < k.index - draft.index <= _LEAD and any(c.value.what == "rounds" for c in k.counts)]
    shared = [k for k in counted if k.parties() & draft.parties()]
    return shared if len(same) == len(shared) == 1 else []


def without_totals(found: list[Draft], heard: Journal) -> list[Draft]:
    """Drafts without those of a first sentence whose dead, wounded or taken are told again, so many here and so many there.

    "Killed 14 villagers" is no act beside ten killed in one village and four in another: had it been taken for the first of them, all
    three were one.
    """
    out = list(found)
    for draft in found:
        if draft.index > _LEAD or draft.title:
            continue
        parts = _made_up_of(draft, [k for k in out if k.kind == draft.kind and k.index > draft.index and not k.denied])
        if not parts:
            continue
        own = [k for k in out if k is draft or (k.weak and k.index == draft.index and k.kind == draft.kind)]
        out = [k for k in out if not any(k is each for each in own)]
        for each in own:
            heard.joined(each, parts[0], "a sum of several acts told one by one")
        for part in parts:
            part.when = part.when or (None if draft.when_said else draft.when)
            part.actors = part.actors or list(draft.actors)
    return out


def _made_up_of(draft: Draft, later: list[Draft]) -> list[Draft]:
    """The acts at named places, one a sentence, that have together exactly what a draft counts; none where they have not."""
    anywhere = replace(draft, where=None) if draft.where is not None and draft.where.read_by.endswith(" country") else draft
    for what in SUMMED:
        whole = _told(draft, what)
        at = {k.index: k for k in reversed(later) if k.where is not None and may_have_hurt(k, anywhere) and _told(k, what)}
        parts = [at[n] for n in sorted(at)]
        if whole is not None and len(parts) >= _PARTS and whole == sum(_told(k, what) or 0 for k in parts):
            return parts
    return []


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
