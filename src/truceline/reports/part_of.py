"""Acts that are part of another told beside them ("fired" in a clash, warning shots at a crossing): the other takes them in."""

from datetime import date

from truceline.model.report import Slot
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.reports.absorb import absorb
from truceline.reports.clauses_apart import clauses_apart
from truceline.reports.closer import CLOSER, at_large, told_closer
from truceline.reports.drafted import Draft
from truceline.reports.fight_of import of_that_fight
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.recalled import earlier_spell, recalls
from truceline.reports.same_event import dates_meet, of_old, places_meet
from truceline.reports.whose_toll import of_its_own

_STRONGER = {
    "direct_fire": ("clash", "air_strike", "indirect_fire", "explosion", "direct_fire", "monitor_attack", "troop_deployment"),
    "explosion": ("air_strike", "indirect_fire", "works_in_zone", "clash", "direct_fire"),
    "indirect_fire": ("clash", "air_strike", "missile_launch"),
    "air_strike": ("explosion",),
    "warning_fire": ("ground_crossing", "sea_crossing", "air_crossing", "defection"),
    "troop_deployment": ("capture", "clash", "direct_fire", "air_strike", "indirect_fire", "explosion"),
    "balloon_launch": ("air_crossing",),
    "withdrawal": ("ground_crossing", "sea_crossing", "air_crossing", "clash"),
    "violation_claim": ("ground_crossing", "sea_crossing", "direct_fire", "clash", "air_crossing"),
}


_WARNED = "warning_shots"
_ONE_PLACE = frozenset({"direct_fire", "indirect_fire", "explosion", "air_strike", "troop_deployment"})
"""Acts that are part of another only where it is told; a drone scatters leaflets elsewhere than it crossed."""


def without_parts(kept: list[Draft], heard: Journal, lexicon: Lexicon, published: date | None) -> list[Draft]:
    """Weak or general acts beside a more telling one of the same sides and time are part of it; none of one that is gone itself."""
    out = list(kept)
    for draft in kept:
        able = [
            k
            for k in out
            if k is not draft
            and (draft.weak or draft.kind != "troop_deployment")
            and (
                (k.kind in _STRONGER.get(draft.kind, ()) and _explains(k, draft, lexicon.telling))
                or (k.kind in CLOSER.get(draft.kind, ()) and told_closer(k, draft, lexicon))
                or (dates_meet(k, draft) and of_that_fight(k, draft, lexicon))
            )
            and not _spell_before(k, draft, lexicon)
            and not _goes_on_about(k, draft, lexicon)
            and not of_old(draft, k, published)
            and not (
                draft.kind in _ONE_PLACE and (recalls(k, draft, lexicon) or (k.kind != "missile_launch" and _beside(k, draft, lexicon)))
            )
        ]
        if draft.kind == "warning_fire":  # shots in warning belong to the crossing told beside them
            able.sort(key=lambda k: min(abs(a - b) for a in k.indexes for b in draft.indexes))
        able.sort(key=lambda k: not _over(k, draft, lexicon))
        stronger = next(iter(able), None)
        if stronger is not None:
            out = [k for k in out if k is not draft]
            heard.joined(draft, stronger, f"part of the {stronger.kind} told beside it")
            if stronger.kind in lexicon.numbers.harmless and not _of_those_sent(stronger, draft, lexicon):
                draft.counts = [c for c in draft.counts if c.value.what not in ("killed", "wounded")]
            take_in(stronger, draft)
    return out


def _spell_before(strong: Draft, weak: Draft, lexicon: Lexicon) -> bool:
    """Whether a fight is told in another sentence as days of it that went before ("the truce came after three weeks of fighting")."""
    if strong.sentence is weak.sentence or not strong.sentence.sentence.tokens:
        return False
    return earlier_spell(Graph.of(strong.sentence, lexicon.clauses), strong.trigger, lexicon)


def _goes_on_about(strong: Draft, weak: Draft, lexicon: Lexicon) -> bool:
    """Whether a later sentence only tells that there is fighting about a shooting that has its day and place already.

    "Gunmen opened fire at the market on Friday. It comes amid weeks of fighting": the shooting is no part of one fight there.
    """
    later = weak.kind == "direct_fire" and strong.kind == "clash" and min(strong.indexes) > weak.index
    return later and at_large(strong, lexicon) and weak.when is not None and weak.where is not None


def _fell(weak: Draft, words: TellingWords) -> bool:
    """Whether what is told is that something came down ("two bombs fell on the airstrip")."""
    tokens = weak.sentence.sentence.tokens
    return bool(tokens) and tokens[tokens[weak.trigger].head].lemma in words.falling


def _of_those_sent(strong: Draft, weak: Draft, lexicon: Lexicon) -> bool:
    """Whether those killed are of the troops sent; beside the sending may be told whom an older fight killed."""
    if not weak.sentence.sentence.tokens:
        return False
    graph = Graph.of(weak.sentence, lexicon.clauses)
    fallen = graph.patients(weak.trigger)
    return of_its_own(strong, [*fallen, *(p for n in fallen for prep, p in graph.obliques(n) if prep == "of")], graph, lexicon)


def _over(strong: Draft, weak: Draft, lexicon: Lexicon) -> bool:
    """Whether an act is told below the very word of another ("a battle in April that left 62 people killed")."""
    if strong.sentence is not weak.sentence or not weak.sentence.sentence.tokens:
        return False
    return strong.trigger in Graph.of(weak.sentence, lexicon.clauses).ancestors(weak.trigger)


def _beside(one: Draft, two: Draft, lexicon: Lexicon) -> bool:
    """Whether clauses of one sentence tell two drafts apart, by two doers or by their time."""
    if one.sentence is not two.sentence or not one.sentence.sentence.tokens:
        return False
    return clauses_apart(Graph.of(one.sentence, lexicon.clauses), one.trigger, two.trigger, lexicon)


def may_have_hurt(strong: Draft, weak: Draft) -> bool:
    """Whether days, places and sides allow that one act is what killed or wounded those whom another tells of."""
    return _sides_meet(strong, weak) and dates_meet(strong, weak) and places_meet(strong, weak)


def _sides_meet(strong: Draft, weak: Draft) -> bool:
    return not weak.parties() or not strong.parties() or bool(weak.parties() & strong.parties())


def _answers(strong: Draft, weak: Draft) -> bool:
    """Whether a later bombardment is by others than those who shot before ("rebels ambushed a column"; "artillery pounded the heights")."""
    one, two = ({s.value.party for s in d.actors} - {"UNK"} for d in (strong, weak))
    return strong.kind != "clash" and weak.index < strong.index and bool(one and two) and one.isdisjoint(two)


def take_in(strong: Draft, weak: Draft) -> None:
    """A part of an act gives it numbers, answers and day; its sides only where they are the same kind of sides."""
    actors, targets, told = list(strong.actors), list(strong.targets), list(strong.attributions)
    absorb(strong, weak)
    if weak.kind == "violation_claim" and told:
        own = strong.parties() | weak.parties()
        strong.attributions = [
            a for a in strong.attributions if a in told or a.speaker.value.party in own
        ]  # who judges an act is no source of it
    if weak.kind in ("warning_fire", "withdrawal", "violation_claim"):
        strong.actors, strong.targets = actors, targets
    if weak.kind == "warning_fire" and all(r.value != _WARNED for r in strong.responses):
        strong.responses.append(Slot(value=_WARNED, evidence=weak.kind_slot.evidence, read_by="reports.part_of 1"))


def strayed(weak: Draft, words: TellingWords) -> bool:
    """Whether what hit somebody had gone astray ("wounded by a stray shell"): it came from the fight told beside it."""
    tokens = weak.sentence.sentence.tokens
    return any(t.lemma in words.stray and t.dep == "amod" for t in tokens)


def _explains(strong: Draft, weak: Draft, words: TellingWords) -> bool:
    if strong.kind == "clash" and weak.kind in ("indirect_fire", "direct_fire") and strayed(weak, words):
        return dates_meet(strong, weak) and strong.when is not None
    if not dates_meet(strong, weak) or (weak.kind in _ONE_PLACE and not places_meet(strong, weak)):
        return False
    near = min(abs(a - b) for a in strong.indexes for b in weak.indexes)
    sides = _sides_meet(strong, weak)
    if strong.kind == "troop_deployment":
        return weak.weak and not weak.parties() and near == 0
    if weak.kind == "warning_fire":
        return near <= 3
    if weak.kind == "withdrawal":
        return near <= 2 and sides
    if weak.kind == "violation_claim":
        return True
    if weak.kind == "balloon_launch":
        return near == 0
    if weak.kind == "troop_deployment":
        return near == 0
    if weak.kind == "air_strike":  # "the bombing" points back to a bomb that was planted, whoever's planes it might have been
        return near <= 2 and weak.definite and weak.lemma in words.bombing_again
    if strong.kind == "missile_launch":  # "tested rockets" tells a launch again
        # "which it also tested in August" is another one
        dated = weak.when is not None and strong.when is None and weak.index >= strong.index
        fell = near == 0 and not weak.actors and weak.lemma in words.falling  # "but the rocket fell into the sea"
        return near <= 1 and sides and not weak.targets and not dated and (fell or weak.lemma in words.launched_again)
    if weak.weak:  # "another attack" of a further sentence is one of its own
        return near <= (0 if weak.another else 2) and sides
    if strong.kind == "works_in_zone":  # the blast is how a road or a house of one's own was taken down; it hurts nobody
        return near <= 1 and sides and not weak.counts and weak.lemma not in words.more_than_work
    if weak.kind == "explosion" and strong.kind in ("air_strike", "indirect_fire"):  # what went off was dropped or fired
        return near <= 2 and sides and (not weak.where or _fell(weak, words)) and weak.lemma in words.blast_again
    if weak.kind == "explosion":  # a grenade alone is a blast; thrown in a fight or with gunfire it is part of that (codebook 3)
        shots = strong.kind == "clash" or (not strong.weak and strong.lemma in words.gunfire)
        return near == 0 and shots and weak.lemma in words.thrown and bool(weak.parties() & {s.value.party for s in strong.actors})
    return (
        near == 0
        and sides
        and weak.kind == "direct_fire"
        and strong.kind in ("clash", "air_strike", "indirect_fire", "monitor_attack")
        and weak.lemma in words.shots_again
        and not _answers(strong, weak)
    )
