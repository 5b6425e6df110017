"""A sentence that tells in general what those after it tell place by place ("In Homs ..., In Hama ..."): no act of its own."""

from dataclasses import replace

from truceline.model.place import Where
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.part_of import may_have_hurt
from truceline.reports.same_event import WIDE, dates_meet, within

_OPENING = 6
"""How many words may stand before the place that opens a sentence ("In the northern town of")."""
_FAR = 3
"""How many sentences may stand between two places of a list."""
_PARTS = 2
_FOUGHT = frozenset({"clash", "direct_fire", "indirect_fire", "air_strike", "explosion", "missile_launch"})


_SENT = frozenset({"air_strike", "indirect_fire", "explosion", "missile_launch"})


def without_heads(found: list[Draft], heard: Journal, lexicon: Lexicon) -> list[Draft]:
    """Drafts without those that only head a list of places, which give their day, their doer and their means to what it lists."""
    out = list(found)
    for head in found:
        parts = _listed(head, out, lexicon) if _general(head) else []
        if len({k.index for k in parts}) < _PARTS:
            continue
        own = [k for k in out if k.index == head.index and k.kind in _FOUGHT and _general(k)]
        out = [k for k in out if not any(k is each for each in own)]
        heard.joined(head, parts[0], "a sum of several acts told place by place")
        for each in own:
            heard.joined(each, parts[0], "a sum of several acts told place by place")
        for part in parts:
            _hand_on(head, part, lexicon)
    return out


def _general(draft: Draft) -> bool:
    """Whether an act has no place of its own but a land, a part of it, or what is no name."""
    if draft.kind not in _FOUGHT or draft.title or draft.denied or not draft.sentence.sentence.tokens:
        return False
    return draft.where is None or _wide(draft.where.value) or draft.where.read_by.endswith((" country", " common"))


def _wide(where: Where) -> bool:
    return where.latitude is not None and (where.radius_m or 0) >= WIDE


def _listed(head: Draft, found: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """What the sentences after one tell that open with a place each, one soon after the other."""
    parts: list[Draft] = []
    last = head.index
    for draft in sorted(found, key=lambda k: (k.index, k.trigger)):
        if draft.index <= head.index or draft.kind not in _FOUGHT or draft.denied or draft.index - last > _FAR:
            continue
        if _opens(draft, lexicon) and _within(head, draft):
            parts.append(draft)
            last = draft.index
    return parts


def _opens(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with a place ("In Najaf, a car bomb killed seven")."""
    tokens, places = draft.sentence.sentence.tokens, draft.sentence.places
    if not tokens or tokens[0].text.lower() not in lexicon.where.at:
        return False
    told = [p.start for p in places] + ([draft.where.evidence[-1].start] if draft.where is not None else [])
    before = sum(1 for t in tokens if t.start < min(told, default=tokens[-1].end))
    return before <= _OPENING and all(t.tag not in ("VBD", "VBZ", "VBP") for t in tokens[:before])


def _within(head: Draft, part: Draft) -> bool:
    """Whether days and places allow that a part is one of those told in general."""
    if not dates_meet(head, part):
        return False
    where, there = head.where.value if head.where else None, part.where.value if part.where else None
    if where is None or there is None or where.latitude is None or there.latitude is None:
        return True
    return within(where, there) or may_have_hurt(replace(head, actors=[], targets=[]), replace(part, actors=[], targets=[]))


def _hand_on(head: Draft, part: Draft, lexicon: Lexicon) -> None:
    """Gives a part what it leaves to the sentence that heads the list."""
    part.when = part.when or (None if head.when_said else head.when)
    if head.kind in _SENT and part.kind != head.kind and _means_untold(head, part, lexicon):
        part.kind = head.kind
        part.kind_slot = replace(part.kind_slot, value=part.kind, read_by=part.kind_slot.read_by + " listed")
    if part.kind == head.kind and not part.actors:
        part.actors = list(head.actors)


def _means_untold(head: Draft, part: Draft, lexicon: Lexicon) -> bool:
    """Whether a part tells no means but those of the sentence that heads the list ("22 people were killed", "a raid on", "bombs hit")."""
    graph, words = Graph.of(part.sentence, lexicon.clauses), lexicon.telling
    if part.kind == "explosion":
        return head.kind == "air_strike" and part.lemma in words.bombs_coming and not graph.with_dep(part.trigger, "agent")
    if part.kind not in ("direct_fire", "clash") or any(a.value.party != "UNK" for a in part.actors):
        return False
    if graph.is_noun(part.trigger):
        return part.lemma in words.any_act
    return part.weak and not part.actors and graph.passive(part.trigger) and not graph.agents(part.trigger)
