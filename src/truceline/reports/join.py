"""Retellings of one event inside one document become one report; acts that another act explains are absorbed."""

import re
from math import cos, hypot, radians

from truceline.model.party import Actor, Role
from truceline.model.place import Where
from truceline.model.reading import Reading
from truceline.model.report import Modality, Slot
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon
from truceline.packs.reading_words import TellingWords
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft
from truceline.reports.grammar import NOUN
from truceline.reports.journal import Journal

_STRONGER = {
    "direct_fire": ("clash", "air_strike", "indirect_fire", "explosion", "direct_fire", "monitor_attack", "troop_deployment"),
    "explosion": ("air_strike", "indirect_fire", "works_in_zone"),
    "indirect_fire": ("clash", "air_strike"),
    "air_strike": ("explosion",),
    "warning_fire": ("ground_crossing", "sea_crossing", "air_crossing", "defection"),
    "troop_deployment": ("capture", "clash", "direct_fire", "air_strike", "indirect_fire", "explosion"),
    "balloon_launch": ("air_crossing",),
    "withdrawal": ("ground_crossing", "sea_crossing", "air_crossing", "clash"),
    "violation_claim": ("ground_crossing", "sea_crossing", "direct_fire", "clash", "air_crossing"),
}


FAMILY = {
    "ground_crossing": "crossing",
    "sea_crossing": "crossing",
    "air_crossing": "crossing",
    "defection": "crossing",
    "direct_fire": "fire",
    "clash": "fire",
    "indirect_fire": "fire",
    "air_strike": "fire",
    "explosion": "fire",
    "warning_fire": "fire",
    "monitor_attack": "fire",
    "missile_launch": "launch",
}


_ONE_PLACE = frozenset({"direct_fire", "indirect_fire", "explosion", "air_strike", "troop_deployment"})
"""Acts that are part of another only where it is told; a drone scatters leaflets elsewhere than it crossed."""
_APART = r"(?<!\w)WORDS(?!\w)"
FAR = 8
"""Acts of one kind more sentences apart than this are one only if they share a party."""


def join(found: list[Draft], reading: Reading, lexicon: Lexicon, journal: Journal | None = None) -> list[Draft]:
    """Drafts of one event become one, the first of them keeping the union of what all say; the journal hears which and why."""
    kept: list[Draft] = []
    ordered = _body_decides(found, reading, lexicon)
    heard = journal or Journal()
    heard.dropped(found, ordered, "a title's act; the body tells of it, or of others")
    for draft in [d for d in ordered if not d.denied] + [d for d in ordered if d.denied]:
        same = next((k for k in reversed(kept) if _same_event(k, draft, reading)), None)
        if same is None:
            kept.append(draft)
        else:
            heard.joined(draft, same, "told again")
            _absorb(same, draft)
    alone = _without_absorbed(kept, heard, lexicon.telling)
    told = [d for d in alone if not _idle(d)]
    heard.dropped(alone, told, "a weak word, and no side named")
    return told


def _body_decides(found: list[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """A title's act stays only where the body tells none of its family (codebook 3: the body decides).

    Where a short entry's title alone says crossing, the act takes its mover from the body (a boat makes it a sea crossing).
    """
    body = [d for d in found if not d.sentence.sentence.headline]
    families = {FAMILY.get(d.kind, d.kind) for d in body}
    out = []
    for draft in found:
        if draft.sentence.sentence.headline and draft.sentence.sentence.part == "title":
            family = FAMILY.get(draft.kind, draft.kind)
            if family in families or (family != "crossing" and body) or len(reading.sentences) > 12:
                continue
            _mover_from_body(draft, body, reading, lexicon)
        elif (
            draft.sentence.sentence.headline and FAMILY.get(draft.kind, draft.kind) in families and draft.kind not in {d.kind for d in body}
        ):
            continue
        out.append(draft)
    return out


def _mover_from_body(draft: Draft, body: list[Draft], reading: Reading, lexicon: Lexicon) -> None:
    if draft.kind not in ("ground_crossing", "sea_crossing", "air_crossing"):
        return
    words = " ".join(a.sentence.text.lower() for a in reading.sentences)
    if draft.kind == "ground_crossing" and shaped(_APART, lexicon.telling.at_sea).search(words):
        draft.kind = "sea_crossing"
    elif draft.kind == "ground_crossing" and shaped(_APART, lexicon.telling.in_the_air).search(words):
        draft.kind = "air_crossing"
    draft.kind_slot = Slot(value=draft.kind, evidence=draft.kind_slot.evidence, read_by=draft.kind_slot.read_by)
    stems = lexicon.telling.intruder_stems
    known = [s for d in body for s in d.actors + d.targets if s.value.role is Role.MIL and s.value.party != "UNK"]
    movers = [s for s in known if _told_with(stems + lexicon.telling.mover_stems, s, reading)]
    movers.sort(key=lambda s: not _told_with(stems, s, reading))
    if movers and not draft.actors:
        draft.actors = movers[:1]
    if body:
        draft.sentence, draft.index = body[0].sentence, body[0].index


def _told_with(stems: tuple[str, ...], slot: Slot[Actor], reading: Reading) -> bool:
    """Whether a side stands in the text with one of the stems ("three infiltrators")."""
    words = " ".join(reading.document.words(e).lower() for e in slot.evidence)
    return any(stem in words for stem in stems)


def _same_event(held: Draft, new: Draft, reading: Reading) -> bool:
    """Whether a draft retells a held one: kind, days, sides and places agree, and no word says "another"."""
    if held.kind != new.kind or not _dates_meet(held, new) or not _sides_meet(held, new):
        return False
    if (
        new.index == held.index
        and new.lemma == held.lemma
        and new.trigger != held.trigger
        and new.where
        and held.where
        and not _places_meet(held, new)
    ):
        return False
    if new.denied:
        return True
    if abs(held.index - new.index) > FAR and not held.title and not held.parties() & new.parties():
        return False
    if held.time and new.time and held.time.value != new.time.value:
        return False
    if new.definite:
        return True
    if new.another or _aged_apart(held, new, reading):
        return False
    return _places_meet(held, new)


def _dates_meet(one: Draft, two: Draft) -> bool:
    if one.when is None or two.when is None:
        return True
    a, b = one.when.value, two.when.value
    if one.when_said or two.when_said:
        return (a.start <= b.end and b.start <= a.end) or abs((a.start - b.start).days) <= 2
    return a.start <= b.end and b.start <= a.end


def _aged_apart(held: Draft, new: Draft, reading: Reading) -> bool:
    """An undated recent act and one dated long before publication are two."""
    published = reading.document.published
    if published is None or (held.when is None) == (new.when is None) or held.index == new.index:
        return False
    dated = held.when or new.when
    return dated is not None and (published - dated.value.end).days > 4


def _places_meet(one: Draft, two: Draft) -> bool:
    """Places differ only where both name one and no name is shared."""
    if one.where is None or two.where is None or one.kind in ("troop_deployment", "arms_transfer", "capture", "suspension"):
        return True
    a, b = _names(one.where.value.name), _names(two.where.value.name)
    return not a or not b or bool(a & b) or _within(one.where.value, two.where.value)


def _within(one: Where, two: Where) -> bool:
    """Whether one place lies in the other by the gazetteer ("Rafah", "the southern Gaza Strip")."""
    if None in (one.latitude, one.longitude, two.latitude, two.longitude, one.radius_m, two.radius_m):
        return False
    small, large = sorted((one, two), key=lambda w: w.radius_m or 0)
    north = (float(small.latitude or 0) - float(large.latitude or 0)) * 111_000
    east = (float(small.longitude or 0) - float(large.longitude or 0)) * 111_000 * cos(radians(float(large.latitude or 0)))
    return 4 * (small.radius_m or 0) <= (large.radius_m or 0) and hypot(north, east) <= float(large.radius_m or 0)


def _names(words: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[A-Z][\w'-]+", words)}


def _sides_meet(one: Draft, two: Draft) -> bool:
    if two.denied:
        return not two.parties() or not one.parties() or bool(two.parties() & one.parties())
    if one.kind == "arms_transfer" and ({s.value.party for s in one.actors} & {s.value.party for s in two.targets}) - {"UNK"}:
        return False
    a = {s.value.party for s in one.actors} - {"UNK"}
    b = {s.value.party for s in two.actors} - {"UNK"}
    return not a or not b or bool(a & b)


def _does(noun: Draft, verb: Draft) -> bool:
    """Whether the word that told one act is only the doer of the verb that tells the other ("troops are fighting")."""
    token = noun.sentence.sentence.tokens[noun.trigger]
    return token.dep == "nsubj" and token.head == verb.trigger and token.tag in NOUN


def _absorb(held: Draft, new: Draft) -> None:
    """What the new draft says is added; what the held one says already stays, but a headline gives way to the body."""
    body_speaks = held.title and not new.title
    told = set(held.indexes)
    if body_speaks:
        for name in ("when", "time", "where", "line", "sector", "outcome", "actors", "targets"):
            if getattr(new, name):
                setattr(held, name, getattr(new, name))
        held.when_said = new.when_said if new.when else held.when_said
        held.sentence, held.index = new.sentence, new.index
        if held.kind == new.kind:
            held.kind_slot, held.trigger, held.lemma = new.kind_slot, new.trigger, new.lemma
    elif (
        held.kind == new.kind and held.index == new.index and ((held.weak and not new.weak) or _does(held, new))
    ):  # the verb that tells the act leads, not the noun beside it
        held.kind_slot, held.trigger, held.lemma = new.kind_slot, new.trigger, new.lemma
    for name in ("when", "time", "where", "line", "sector", "outcome", "intent"):
        if getattr(held, name) is None:
            setattr(held, name, getattr(new, name))
    if held.when and new.when and held.when_said and not new.when_said:
        held.when, held.when_said = new.when, False
    elif held.when and new.when and _nearer(new.when.value, held.when.value):
        held.when = new.when
    if held.where and new.where and _tells_more(new.where, held.where):
        held.where = new.where
    _merge_actors(held, new)
    held.counts += [c for c in new.counts if c not in held.counts]
    known = {r.value for r in held.responses}
    held.responses += [r for r in new.responses if r.value not in known]
    speakers = {a.speaker.value.code for a in held.attributions}
    held.attributions += [a for a in new.attributions if a.speaker.value.code not in speakers]
    held.follow_ups += [f for f in new.follow_ups if f not in held.follow_ups]
    held.intended += [f for f in new.intended if f not in held.intended]
    held.indexes += new.indexes
    held.stands += new.stands
    held.weak = held.weak and new.weak
    if new.index in told:
        if new.modality is Modality.ALLEGED and held.modality is Modality.ACTUAL and _does(held, new):
            held.modality = Modality.ALLEGED  # "rockets reportedly hit": a doubt about the verb is a doubt about its doer
    elif held.modality is Modality.ALLEGED and new.modality is Modality.ACTUAL and not new.weak:
        held.modality = Modality.ACTUAL
    held.title = held.title and new.title


def _nearer(new: When, held: When) -> bool:
    """Whether a day is better known than one held; a day inside what went on "since Friday" is not all of it."""
    return (new.end - new.start) < (held.end - held.start) and not held.basis.startswith("since")


def _tells_more(new: Slot[Where], held: Slot[Where]) -> bool:
    """Whether a place is nearer than one already held: inside it, or inside a country alone."""
    if held.read_by.endswith("country"):
        return True
    return _within(held.value, new.value) and (new.value.radius_m or 0) < (held.value.radius_m or 0)


def _merge_actors(held: Draft, new: Draft) -> None:
    for name in ("actors", "targets"):
        have, more = getattr(held, name), getattr(new, name)
        known = [s for s in have if s.value.party != "UNK"]
        if not known:
            setattr(held, name, more or have)
        elif held.kind == "clash" and name == "actors":
            parties = {s.value.party for s in known}
            setattr(held, name, known + [s for s in more if s.value.party not in parties | {"UNK"}])


def _without_absorbed(kept: list[Draft], heard: Journal, words: TellingWords) -> list[Draft]:
    """Weak or general acts beside a more telling one of the same sides and time are part of it; none of one that is gone itself."""
    out = list(kept)
    for draft in kept:
        able = [
            k
            for k in out
            if k is not draft
            and (draft.weak or draft.kind != "troop_deployment")
            and k.kind in _STRONGER.get(draft.kind, ())
            and _explains(k, draft, words)
        ]
        if draft.kind == "warning_fire":  # shots in warning belong to the crossing told beside them
            able.sort(key=lambda k: min(abs(a - b) for a in k.indexes for b in draft.indexes))
        stronger = next(iter(able), None)
        if stronger is not None:
            out = [k for k in out if k is not draft]
            heard.joined(draft, stronger, f"part of the {stronger.kind} told beside it")
            _take_in(stronger, draft)
    return out


def _take_in(strong: Draft, weak: Draft) -> None:
    """A part of an act gives it numbers, answers and day; its sides only where they are the same kind of sides."""
    actors, targets, told = list(strong.actors), list(strong.targets), list(strong.attributions)
    _absorb(strong, weak)
    if weak.kind == "violation_claim" and told:
        own = strong.parties() | weak.parties()
        strong.attributions = [
            a for a in strong.attributions if a in told or a.speaker.value.party in own
        ]  # who judges an act is no source of it
    if weak.kind in ("warning_fire", "withdrawal", "violation_claim"):
        strong.actors, strong.targets = actors, targets


def _explains(strong: Draft, weak: Draft, words: TellingWords) -> bool:
    if not _dates_meet(strong, weak) or (weak.kind in _ONE_PLACE and not _places_meet(strong, weak)):
        return False
    near = min(abs(a - b) for a in strong.indexes for b in weak.indexes)
    sides = not weak.parties() or not strong.parties() or bool(weak.parties() & strong.parties())
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
    if weak.kind == "air_strike":  # "the bombing" points back to a bomb that was planted
        return near <= 2 and sides and weak.definite and weak.lemma in words.bombing_again
    if weak.weak:
        return near <= 2 and sides
    if strong.kind == "works_in_zone":  # the blast is how a road or a house of one's own was taken down; it hurts nobody
        return near <= 1 and sides and not weak.counts and weak.lemma not in words.more_than_work
    if weak.kind == "explosion" and strong.kind in ("air_strike", "indirect_fire"):  # what went off was dropped or fired
        return near <= 2 and sides and not weak.where and weak.lemma in words.blast_again
    return (
        near == 0
        and sides
        and weak.kind == "direct_fire"
        and strong.kind in ("clash", "air_strike", "indirect_fire")
        and weak.lemma in words.shots_again
    )


def _idle(draft: Draft) -> bool:
    """A weak act that names no side is let go."""
    return draft.weak and not draft.parties()
