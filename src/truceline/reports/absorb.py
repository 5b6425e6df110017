"""What one draft tells of an event added to what another tells of it, which stays."""

from collections.abc import Iterable, Set

from truceline.model.party import Actor, Role
from truceline.model.place import Where
from truceline.model.report import Modality, Slot
from truceline.model.time import Precision, When
from truceline.reports.drafted import Draft
from truceline.reports.same_event import INFERRED, WIDE, within
from truceline.reports.tree import NOUN


def _does(noun: Draft, verb: Draft) -> bool:
    """Whether the word that told one act is only the doer of the verb that tells the other ("troops are fighting")."""
    token = noun.sentence.sentence.tokens[noun.trigger]
    return token.dep == "nsubj" and token.head == verb.trigger and token.tag in NOUN


def _culprits(slots: list[Slot[Actor]]) -> list[Slot[Actor]]:
    """The known parties among who acted that are told, and not inferred from the rest of the document."""
    return [s for s in slots if s.value.party != "UNK" and not s.read_by.startswith(INFERRED)]


def _how_told(held: Draft, new: Draft, held_by: list[Slot[Actor]], *, said_before: bool, body_speaks: bool) -> Modality:
    """What both tellings make of an act: in doubt where its culprit is only blamed; a plan where the body makes its headline one."""
    doubted = new.modality is Modality.ALLEGED and held.modality is Modality.ACTUAL
    if said_before:  # "rockets reportedly hit": a doubt about the verb is a doubt about its doer
        return Modality.ALLEGED if doubted and _does(held, new) else held.modality
    if body_speaks and Modality.PLANNED in (held.modality, new.modality):
        return new.modality
    if doubted and _culprits(new.actors) and not _culprits(held_by):
        return Modality.ALLEGED
    sure = new.modality is Modality.ACTUAL and not new.weak and (_culprits(new.actors) or not _culprits(held_by))
    return Modality.ACTUAL if held.modality is Modality.ALLEGED and sure else held.modality


def absorb(held: Draft, new: Draft) -> None:
    """What the new draft says is added; what the held one says already stays, but a headline gives way to the body."""
    body_speaks = held.title and not new.title
    told = set(held.indexes)
    held_by = list(held.actors)
    if body_speaks:
        for name in ("when", "time", "where", "line", "sector", "outcome", "actors", "targets"):
            if getattr(new, name):
                setattr(held, name, getattr(new, name))
        held.when_said = new.when_said if new.when else held.when_said
        held.sentence, held.index, held.heard = new.sentence, new.index, new.heard
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
    elif (held.when and new.when and _from_that_day_on(new.when.value, held.when.value)) or (
        held.when and new.when and _nearer(new.when.value, held.when.value) and (not new.when_said or held.when_said or _inside(new, held))
    ):
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
    held.triggers += new.triggers
    held.stands += new.stands
    held.weak = held.weak and new.weak
    held.modality = _how_told(held, new, held_by, said_before=new.index in told, body_speaks=body_speaks)
    held.title = held.title and new.title


def _nearer(new: When, held: When) -> bool:
    """Whether a day is better known than one held; a day inside what went on "since Friday" is not all of it, nor one only counted."""
    if new.basis == "counted" and held.precision is Precision.INTERVAL:
        return False
    return (new.end - new.start) < (held.end - held.start) and not held.basis.startswith("since")


def _from_that_day_on(new: When, held: When) -> bool:
    """Whether a stretch told by its length begins with the day held ("launched on Nov. 14"; "the eight days of strikes")."""
    return new.basis == "duration" and new.start == held.start and held.start == held.end


def _inside(new: Draft, held: Draft) -> bool:
    """Whether a day of saying lies in the stretch that the act has of its own ("in June"; said on Thursday the 20th)."""
    return new.when is not None and held.when is not None and held.when.value.start <= new.when.value.start <= held.when.value.end


def _tells_more(new: Slot[Where], held: Slot[Where]) -> bool:
    """Whether a place is nearer than one already held: inside it, in a country alone, or by a name that no map has beside a province."""
    if held.read_by.endswith("country"):
        return True
    if (held.value.radius_m or 0) >= WIDE and new.value.latitude is None and not new.read_by.endswith((" country", " common", " aim")):
        return True
    return within(held.value, new.value) and (new.value.radius_m or 0) < (held.value.radius_m or 0)


def _merge_actors(held: Draft, new: Draft) -> None:
    for name in ("actors", "targets"):
        have, more = getattr(held, name), getattr(new, name)
        known = [s for s in have if s.value.party != "UNK"]
        if not known and name == "targets" and all(s.value.party == "UNK" for s in more):  # "at a police patrol, killing 20 people"
            held.targets = have + [s for s in more if s.value.role not in {h.value.role for h in have}]
        elif not known:
            setattr(held, name, more or have)
        elif held.kind == "clash" and name == "actors":
            held.actors = _fighters(known, new)


def _fighters(known: list[Slot[Actor]], new: Draft) -> list[Slot[Actor]]:
    """The sides of a fight with those that another telling names: who is told to fight, or fell in it, stands before who is inferred."""
    told = _culprits(known)
    own = {s.value.party for s in told}
    fallen = [s for s in _culprits(new.targets) if s.value.role is Role.MIL] if len(own) < 2 else []
    told += _others((*_culprits(new.actors), *fallen), own)
    own = {s.value.party for s in told}
    return told if len(own) > 1 else told + _others((*known, *new.actors), own | {"UNK"})


def _others(slots: Iterable[Slot[Actor]], own: Set[str]) -> list[Slot[Actor]]:
    """Some slots without those of certain parties, and of each other party the first in each role."""
    once: dict[Actor, Slot[Actor]] = {}
    for slot in slots:
        if slot.value.party not in own:
            once.setdefault(slot.value, slot)
    return list(once.values())
