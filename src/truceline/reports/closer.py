"""What a text tells first in general words, or from one side alone, and beside it more closely: one act, told twice."""

from truceline.model.party import Role
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.entries import goes_in
from truceline.reports.grammar import Graph
from truceline.reports.same_event import dates_meet, places_meet, places_shared

CLOSER = {
    "clash": ("air_strike", "indirect_fire", "direct_fire", "capture"),
    "direct_fire": ("clash", "air_strike", "indirect_fire", "ground_crossing"),
    "ground_crossing": ("air_crossing", "sea_crossing", "defection"),
    "capture": ("clash",),
    "troop_deployment": ("defection",),
}
"""Kinds that may tell more closely what a draft of a kind tells in general."""
_NEAR = 3
_BLOWS = ("air_strike", "indirect_fire")


def told_closer(close: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft is no more than a general, or one side's, telling of an act that stands near it in the text."""
    near = min(abs(a - b) for a in close.indexes for b in draft.indexes)
    if draft.another or close.another or near > _NEAR or not dates_meet(close, draft) or not places_meet(close, draft):
        return False
    if draft.kind == "troop_deployment":  # "a pilot flew his jet south and asked for asylum"
        return close.index == draft.index and close.parties() <= draft.parties() and not _many(draft)
    if close.kind == "defection":
        return _of_a_deserter(close, draft, lexicon)
    if draft.kind == "ground_crossing":
        return draft.lemma in lexicon.telling.crossing_at_all and bool(_doers(close) & _doers(draft))
    if draft.kind == "capture":
        return _dead_or_taken(draft, lexicon) and bool(close.parties() & draft.parties())
    if draft.kind == "clash" and close.kind not in _BLOWS:
        return _entry_of(close, draft, lexicon)
    if close.kind == "clash":
        return _shots_of(close, draft, lexicon)
    return _attack_of(close, draft, lexicon)


def _doers(draft: Draft) -> set[str]:
    return {s.value.party for s in draft.actors} - {"UNK"}


def _of_a_deserter(close: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether who went over a line is whom the text has told of as leaving their side ("she crossed out of hunger").

    A soldier who goes over after a deserter may be one who runs after him; "he" is who left.
    """
    graph = Graph.of(draft.sentence, lexicon.clauses) if draft.sentence.sentence.tokens else None
    called = graph is not None and any(graph.low[a] in lexicon.sides.one_person for a in graph.agents(draft.trigger))
    later = min(draft.indexes) > min(close.indexes) and (called or all(s.value.role is Role.CIV for s in draft.actors))
    return later and {s.value for s in draft.actors} == {s.value for s in close.actors} and not _many(draft)


def _many(draft: Draft) -> bool:
    return any(c.value.what == "persons" and (c.value.low or 0) > 1 for c in draft.counts)


def _dead_or_taken(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether people are counted as dead or taken together ("were killed, wounded or captured"): the toll of a fight."""
    if not draft.sentence.sentence.tokens:
        return False
    graph = Graph.of(draft.sentence, lexicon.clauses)
    fates = {*lexicon.numbers.killed, *lexicon.numbers.wounded}
    joined = [n for n in graph.conjuncts(draft.trigger) if n != draft.trigger]
    links = {graph.low[k] for n in (draft.trigger, *joined) for k in graph.with_dep(n, "cc")}
    return not links.isdisjoint(lexicon.numbers.either) and any(graph.tokens[n].lemma in fates for n in joined)


def _entry_of(close: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a fight is no more than the entry in which forces shot or took somebody ("raided the town", beside "was shot dead there")."""
    if not draft.sentence.sentence.tokens or close.index == draft.index:
        return False
    graph = Graph.of(draft.sentence, lexicon.clauses)
    return (
        goes_in(graph, draft, lexicon) and bool(_doers(close) & {s.value.party for s in draft.actors[:1]}) and places_shared(close, draft)
    )


def _shots_of(close: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether one side's fire is its part of a clash told beside it ("they exchanged fire"; "it said that it returned fire")."""
    if close.index == draft.index or not _fire(draft, lexicon) or any(s.value.role is Role.CIV for s in draft.targets):
        return False
    if at_large(close, lexicon) and draft.when is not None:
        return False
    sides = close.parties()
    return bool(_doers(draft)) and draft.parties() <= sides and {s.value.role for s in draft.actors} <= {s.value.role for s in close.actors}


def _fire(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft tells no more than that somebody fired ("opened fire", "shots from the north hit a post")."""
    if draft.lemma in lexicon.telling.fired_in_it:
        return True
    graph = Graph.of(draft.sentence, lexicon.clauses) if draft.sentence.sentence.tokens else None
    return graph is not None and any(graph.tokens[k].lemma in lexicon.word_sets["shots_alone"] for k in graph.subjects(draft.trigger))


def at_large(fight: Draft, lexicon: Lexicon) -> bool:
    """Whether fighting is told as what goes on ("an upswing in fighting"): no shooting of one day is part of it."""
    return fight.when is None and fight.where is None and not fight.definite and fight.lemma in lexicon.telling.fights_at_large


def _attack_of(close: Draft, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an attack by one side is told without its weapon ("attacked the camp"), and near it with that ("an air strike on it")."""
    if draft.kind == "clash" and draft.lemma in lexicon.telling.offensives and len(_doers(draft)) > 1:
        return False  # an offensive by one side on another, named both, is fought on the ground too
    attacker = {s.value.party for s in (draft.actors[:1] if draft.kind == "clash" else draft.actors)} - {"UNK"}
    return draft.lemma in lexicon.telling.attacking and bool(attacker & _doers(close)) and places_shared(close, draft)
