"""Whether two drafts of one document tell one event: kind, days, sides and places agree, and no word says "another"."""

import re
from datetime import date
from math import cos, hypot, radians

from truceline.model.party import Actor
from truceline.model.place import Where
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.time import Precision
from truceline.packs.reading_words import TellingWords
from truceline.reports.aftermath import CROSSINGS
from truceline.reports.drafted import Draft
from truceline.reports.story_day import goes_back, gone_on
from truceline.reports.tree import NOUN

FAR = 8
"""Acts of one kind more sentences apart than this are one only if they share a party."""
INFERRED = "reports.complete 1"
"""Begins the name of the rules that infer who acted."""
_LEAD = 2
"""Up to this sentence a text tells of what it is about."""
_WEEK = 7
_SOON, _NEXT, _MANY = 2, 4, 5
WIDE = 35_000
"""From this radius a place of the gazetteer is a province or a land, in metres."""
_AIMED = frozenset({"direct_fire", "indirect_fire", "air_strike", "explosion"})
_PLACELESS = ("troop_deployment", "arms_transfer", "suspension", "capture")
"""Kinds whose place is where something is sent to, or none; people are told as taken here and as held there."""


def same_event(held: Draft, new: Draft, reading: Reading, words: TellingWords) -> bool:
    """Whether a draft retells a held one: kind, days, sides and places agree, and no word says "another"."""
    if held.kind != new.kind or not (dates_meet(held, new) or _said_later(held, new)) or not _sides_meet(held, new):
        return False
    if _told_with(held, new) or _told_with(new, held) or _harm_goes_on(held, new, words):
        return True
    if (
        new.index == held.index
        and new.lemma == held.lemma
        and new.trigger != held.trigger
        and new.where
        and held.where
        and not places_meet(held, new)
    ):
        return False
    if new.denied:
        return True
    if new.index == held.index and new.kind in CROSSINGS and _within_parties(held, new):
        return True  # one flight over many places
    if new.index == held.index and new.kind == "jamming":
        return True  # "signals near one town were disrupted by jamming from another"
    if abs(held.index - new.index) > FAR and not held.title and not (held.parties() & new.parties() or _of_that_place(held, new)):
        return False
    if held.time and new.time and held.time.value != new.time.value:
        return False
    if new.definite:
        return True
    if (
        (new.another and not _one_act_named(held, new))
        or _aged_apart(held, new, reading)
        or (new.index != held.index and one_of_them(held, new))
    ):
        return False
    return (
        places_meet(held, new)
        or _same_toll(held, new)
        or _what_it_did(held, new, words)
        or _of_those_very_days(held, new)
        or _how_much_was_fired(held, new)
        or _told_nearer(held, new)
        or _in_that_town(held, new, reading, words)
    )


def _how_much_was_fired(held: Draft, new: Draft) -> bool:
    """Whether the next sentence only tells how much was fired ("four rounds were fired in the area"), which was not told before."""
    fired = any(c.value.what == "rounds" for c in new.counts) and all(c.value.what != "rounds" for c in held.counts)
    nobody = not new.actors and not new.targets and new.when is None
    return fired and nobody and new.lemma == held.lemma and new.index - held.index == 1


def at_several(draft: Draft) -> bool:
    """Whether an act is told of several places by their number ("raids on two villages")."""
    if draft.where is None or draft.where.value.latitude is not None:
        return False
    start = draft.where.evidence[-1].start
    return any(q.start == start and (q.quantity.low or 0) > 1 for q in draft.sentence.quantities)


def one_of_them(several: Draft, new: Draft) -> bool:
    """Whether an act is told of one named place where another is told of several by their number: a part of it."""
    return at_several(several) and new.where is not None and bool(_names(new.where.value.name)) and not at_several(new)


def _of_those_very_days(held: Draft, new: Draft) -> bool:
    """Whether a noun is told by the very days of an act before it ("fighting last week" and "last week's clashes")."""
    tokens = new.sentence.sentence.tokens
    if held.when is None or new.when is None or held.when.value.code != new.when.value.code or not tokens:
        return False
    whose = [t for t in tokens if t.dep == "poss" and t.head == new.trigger]
    return any(e.start <= t.start < e.end for t in whose for e in new.when.evidence if e.part == new.sentence.sentence.part)


def _told_nearer(held: Draft, new: Draft) -> bool:
    """Whether those told of before, named again with "the", did at a place that no map knows what they did in a whole province or land."""
    tokens, wide = new.sentence.sentence.tokens, held.where
    if not 0 < new.index - held.index <= _SOON or wide is None or new.where is None or new.where.value.latitude is not None:
        return False
    if (wide.value.radius_m or 0) < WIDE or not held.parties() & new.parties():
        return False
    doers = {n for n, t in enumerate(tokens) if t.dep == "nsubj" and t.head == new.trigger}
    return any(t.dep == "det" and t.head in doers and t.text.lower() == "the" for t in tokens)


def _in_that_town(held: Draft, new: Draft, reading: Reading, words: TellingWords) -> bool:
    """Whether a part of a town that no map knows ("the Malki district") is one of the town told shortly before, none named between."""
    town, part = held.where, new.where
    if not 0 < new.index - held.index <= _NEXT or town is None or part is None or part.value.latitude is not None:
        return False
    if town.value.latitude is None or (town.value.radius_m or 0) >= WIDE or part.value.name.split()[-1] not in words.of_a_town:
        return False
    return not any(p.where is not None for a in reading.sentences[held.index + 1 : new.index + 1] for p in a.places)


def _same_toll(held: Draft, new: Draft) -> bool:
    """Whether both tell the same dead and the same wounded, or the same many dead alone, one soon after the other."""
    one, two = ({c.value.what: (c.value.low or 0, c.value.high) for c in reversed(d.counts)} for d in (held, new))
    dead, hurt = one.get("killed", (0, 0)), one.get("wounded", (0, 0))
    same = dead == two.get("killed") and hurt == two.get("wounded", (0, 0))
    return new.index - held.index <= _NEXT and same and (dead[0] >= _MANY or min(dead[0], hurt[0]) > 0)


def _what_it_did(held: Draft, new: Draft, words: TellingWords) -> bool:
    """Whether a participle only tells what came of an act, or of one that the held one has taken in ("shot at a van, killing two")."""
    tokens, at = new.sentence.sentence.tokens, new.trigger
    if not tokens or (new.index == held.index and (new.lemma not in words.harmed or _place_of_its_own(new))):
        return False
    while tokens[at].dep == "conj" and tokens[at].tag == "VBG":
        at = tokens[at].head
    told_of = {held.trigger} if new.index == held.index else {n for index, n in held.triggers if index == new.index}
    return tokens[at].dep == "advcl" and tokens[at].tag == "VBG" and tokens[at].head in told_of


def _place_of_its_own(draft: Draft) -> bool:
    """Whether the place of an act stands under its own word ("killing two in Baghdad")."""
    tokens = draft.sentence.sentence.tokens
    starts = {e.start for e in draft.where.evidence} if draft.where else set()
    for at in (n for n, t in enumerate(tokens) if t.start in starts):
        compared = False
        while tokens[at].head != at and at != draft.trigger:
            at = tokens[at].head
            compared = compared or any(t.tag == "JJS" and t.head == at and t.dep == "amod" for t in tokens)
        if at == draft.trigger and not compared:  # "in the deadliest attack in the capital this year"
            return True
    return False


def _one_act_named(held: Draft, new: Draft) -> bool:
    """Whether one sentence tells a further act by its noun and by what was done in it ("in another attack they shot two men")."""
    if held.index != new.index or not held.another or not new.sentence.sentence.tokens:
        return False
    tokens = new.sentence.sentence.tokens
    return (tokens[held.trigger].tag in NOUN) != (tokens[new.trigger].tag in NOUN)


def _told_with(act: Draft, means: Draft) -> bool:
    """Whether one word of a sentence only tells with what was done what the other tells ("blew up a jeep with 20 kilos of dynamite")."""
    tokens = act.sentence.sentence.tokens
    if act.index != means.index or act.trigger == means.trigger or not tokens:
        return False
    at = means.trigger
    while tokens[at].dep in ("pobj", "pcomp", "prep") and tokens[at].head not in (at, act.trigger):
        at = tokens[at].head
    return tokens[at].head == act.trigger and tokens[at].dep == "prep" and tokens[at].lemma == "with"


def _harm_goes_on(held: Draft, new: Draft, words: TellingWords) -> bool:
    """Whether a further verb of harm, of the same subject and without a place of its own, counts on ("killed two and wounded five")."""
    tokens, at = new.sentence.sentence.tokens, new.trigger
    if held.index != new.index or not tokens or not {held.lemma, new.lemma} <= words.harmed or tokens[at].dep != "conj":
        return False
    while tokens[at].dep == "conj" and tokens[at].head != held.trigger:
        at = tokens[at].head
    below = [n for n, t in enumerate(tokens) if t.head == new.trigger]
    subject = any(tokens[n].dep in ("nsubj", "nsubjpass") for n in below)
    of_its_own = {n for n, t in enumerate(tokens) if t.dep == "pobj" and t.head in below}
    there = any(e.start <= tokens[n].start < e.end for n in of_its_own for e in (new.where.evidence if new.where else ()))
    return tokens[at].dep == "conj" and not subject and not there


def _within_parties(held: Draft, new: Draft) -> bool:
    """Whether one of two drafts names the same parties as the other, or some of them."""
    one, two = held.parties(), new.parties()
    return one == two or (bool(one & two) and (one <= two or two <= one))


def _said_later(held: Draft, new: Draft) -> bool:
    """Whether what is pointed back to has a day of its own, in the week before it was spoken of."""
    if not new.definite or not held.when_said or held.when is None or new.when is None:
        return False
    return 0 <= (held.when.value.start - new.when.value.start).days < _WEEK


def _of_that_place(held: Draft, new: Draft) -> bool:
    """Whether an act that names no party is told of the very place of one told long before."""
    return not new.parties() and places_shared(held, new)


def dates_meet(one: Draft, two: Draft) -> bool:
    """Whether two acts can be of one day; days of saying may be two days off.

    What has been done "since Friday" is told by itself, beside what was done on one of the days since then.
    """
    if _since(one) != _since(two) and one.index != two.index:
        return False
    if gone_on(one, two) or gone_on(two, one):
        return False
    if one.when is None or two.when is None:
        return True
    a, b = one.when.value, two.when.value
    if one.when_said or two.when_said:
        return (a.start <= b.end and b.start <= a.end) or abs((a.start - b.start).days) <= 2
    return a.start <= b.end and b.start <= a.end


def _since(draft: Draft) -> bool:
    """Whether an act is told of the whole time from a day up to now."""
    return draft.when is not None and draft.when.value.basis.startswith("since")


def _aged_apart(held: Draft, new: Draft, reading: Reading) -> bool:
    """An undated recent act and one dated long before publication are two."""
    published = reading.document.published
    if published is None and _LEAD < held.index < new.index and new.when is None and _of_a_year(held):
        return True
    if published is None or (held.when is None) == (new.when is None) or held.index == new.index:
        return False
    if new.when is None and goes_back(new, held):
        return False
    dated = held.when or new.when
    return dated is not None and (published - dated.value.end).days > 4


def _of_a_year(draft: Draft) -> bool:
    """Whether an act is dated by a bare year: far on in a text it is told of another time than the story's."""
    return draft.when is not None and draft.when.value.precision is Precision.YEAR


def places_meet(one: Draft, two: Draft) -> bool:
    """Places differ only where both name one and no name is shared; where something was aimed at is no place of its launch."""
    if (
        one.where is None
        or two.where is None
        or one.kind in _PLACELESS
        or any(d.where and d.where.read_by.endswith(" aim") for d in (one, two))
    ):
        return True
    if one.kind in CROSSINGS and any(d.where and d.where.read_by.endswith(" country") for d in (one, two)):
        return True  # the land that was entered is no place on the line
    a, b = _names(one.where.value.name), _names(two.where.value.name)
    return not a or not b or bool(a & b) or within(one.where.value, two.where.value)


def places_shared(one: Draft, two: Draft) -> bool:
    """Whether both tell a place, and it is one, by a name of it or because one lies in the other."""
    return (
        one.where is not None
        and two.where is not None
        and all(_names(d.where.value.name) for d in (one, two) if d.where)
        and places_meet(one, two)
    )


def within(one: Where, two: Where) -> bool:
    """Whether one place lies in the other by the gazetteer ("Rafah", "the southern Gaza Strip")."""
    if None in (one.latitude, one.longitude, two.latitude, two.longitude, one.radius_m, two.radius_m):
        return False
    small, large = sorted((one, two), key=lambda w: w.radius_m or 0)
    north = (float(small.latitude or 0) - float(large.latitude or 0)) * 111_000
    east = (float(small.longitude or 0) - float(large.longitude or 0)) * 111_000 * cos(radians(float(large.latitude or 0)))
    away, inner, outer = hypot(north, east), float(small.radius_m or 0), float(large.radius_m or 0)
    return (4 * inner <= outer and away <= outer) or (2 * inner <= outer and away + inner <= outer)


def _names(words: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[A-Z][\w'-]+", words)}


def _sides_meet(one: Draft, two: Draft) -> bool:
    if two.denied:
        return not two.parties() or not one.parties() or bool(two.parties() & one.parties())
    if one.kind == "arms_transfer" and ({s.value.party for s in one.actors} & {s.value.party for s in two.targets}) - {"UNK"}:
        return False
    a, b = ({s.value.party for s in d.actors if one.index != two.index or _is_told(s)} - {"UNK"} for d in (one, two))
    hit, struck = ({s.value.party for s in d.targets} - {"UNK"} for d in (one, two))
    if one.kind in _AIMED and not hit & struck and ((not a and hit and hit <= b) or (not b and struck and struck <= a)):
        return False  # who strikes in the one is struck in the other
    return not a or not b or bool(a & b)


def _is_told(slot: Slot[Actor]) -> bool:
    """Whether who acts is told, and not inferred from the rest of the document: in one sentence that weighs nothing."""
    return not slot.read_by.startswith(INFERRED)


def of_old(named: Draft, held: Draft, published: date | None) -> bool:
    """Whether a noun has a day of its own months before publication: what is told without a day is newer ("under the Sept. 11 attacks")."""
    tokens, at = named.sentence.sentence.tokens, named.trigger
    if published is None or held.when is not None or named.when is None or at >= len(tokens) or tokens[at].tag not in NOUN:
        return False
    own = any(e.start <= t.start < e.end for t in tokens if t.head == at and t.dep in _BEFORE_IT for e in named.when.evidence)
    return own and (published - named.when.value.end).days > _MONTHS


_BEFORE_IT = ("compound", "nmod", "amod", "nummod", "poss", "npadvmod")
_MONTHS = 60
