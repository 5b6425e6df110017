"""Whether two drafts of one document tell one event: kind, days, sides and places agree, and no word or figure says "another"."""

import re
from collections import defaultdict
from math import cos, hypot, radians

from truceline.model.place import Where
from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft

FAR = 8
"""Acts of one kind more sentences apart than this are one only if they share a party."""
_FATES = ("killed", "wounded", "captured")
_PLACELESS = ("troop_deployment", "arms_transfer", "suspension")
"""Kinds whose place is where something is sent to, or none."""
_BARE = frozenset({"the", "near", "along", "around"})


def same_event(held: Draft, new: Draft, reading: Reading, pack: Pack) -> bool:
    """Whether a draft retells a held one: kind, days, sides and places agree, and no word says "another"."""
    if held.kind != new.kind or not dates_meet(held, new) or not _sides_meet(held, new):
        return False
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
    if abs(held.index - new.index) > FAR and not held.title and not held.parties() & new.parties():
        return False
    if held.time and new.time and held.time.value != new.time.value:
        return False
    if new.index != held.index and (_weekdays_differ(held, new, pack) or _others_hit(held, new, pack)):
        return False
    if new.definite:
        return not _named_apart(held, new)
    if new.another or _aged_apart(held, new, reading) or (new.index != held.index and _told_as_further(held, new, pack)):
        return False
    return places_meet(held, new)


def _told_as_further(held: Draft, new: Draft, pack: Pack) -> bool:
    """Whether the sentence moves on ("Meanwhile, ..."), or tells a place without a name, or a toll, that is not the held act's."""
    words, text = pack.lexicon.telling, new.sentence.sentence.text
    moves_on = shaped(r"\W*WORDS\b", words.moves_on).match(text) or shaped(r"\W*(?:\w+ ){0,2}WORDS\b", words.hours_apart).match(text)
    return moves_on is not None or _nameless_apart(held, new) or _tolls_apart(held, new)


def dates_meet(one: Draft, two: Draft) -> bool:
    """Whether two acts can be of one day; days of saying may be two days off."""
    if one.when is None or two.when is None:
        return True
    a, b = one.when.value, two.when.value
    if one.when_said or two.when_said:
        return (a.start <= b.end and b.start <= a.end) or abs((a.start - b.start).days) <= 2
    return a.start <= b.end and b.start <= a.end


def _weekdays_differ(held: Draft, new: Draft, pack: Pack) -> bool:
    """Whether two sentences name other days of the week, in a text whose day of publication is not known."""
    if held.when is not None or new.when is not None:
        return False
    one, two = (
        {w for w in re.findall(r"\w+", d.sentence.sentence.text.lower()) if w.endswith("day") and w in pack.lexicon.calendar.weekdays}
        for d in (held, new)
    )
    return bool(one and two) and not one & two


def _aged_apart(held: Draft, new: Draft, reading: Reading) -> bool:
    """An undated recent act and one dated long before publication are two."""
    published = reading.document.published
    if published is None or (held.when is None) == (new.when is None) or held.index == new.index:
        return False
    dated = held.when or new.when
    return dated is not None and (published - dated.value.end).days > 4


def _tolls_apart(held: Draft, new: Draft) -> bool:
    """Whether a figure is none of the held act's: more than it had, less once it was told again, others taken.

    A smaller figure right after a larger one may be a part of it ("Five were killed. Two of them ...").
    """
    had, has = _figures(held), _figures(new)
    for what in had.keys() & has.keys():
        if had[what] & has[what]:
            continue
        low, high = min(low for low, _ in has[what]), max(high for _, high in has[what])
        most, least = max(high for _, high in had[what]), min(low for low, _ in had[what])
        if low > most > 0 or (0 < high < least and len(set(held.indexes)) > 1) or (what == "captured" and low > 0):
            return True
    return False


def _figures(draft: Draft) -> dict[str, set[tuple[int, int]]]:
    """How many were killed, wounded, taken, as every figure told of them; an open end is as many as can be."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for count in draft.counts:
        if count.value.what in _FATES:
            found[count.value.what].add((count.value.low or 0, 10**9 if count.value.high is None else count.value.high))
    return found


def places_meet(one: Draft, two: Draft) -> bool:
    """Places differ only where both name one and no name is shared."""
    if one.where is None or two.where is None or one.kind in _PLACELESS:
        return True
    a, b = _names(one.where.value.name), _names(two.where.value.name)
    return not a or not b or bool(a & b) or within(one.where.value, two.where.value)


def _named_apart(held: Draft, new: Draft) -> bool:
    """Whether two named places, neither a country alone, are none of each other: then even "the attack" is another one."""
    return _place_known(held) is not None and _place_known(new) is not None and not places_meet(held, new)


def _place_known(draft: Draft) -> Slot[Where] | None:
    return draft.where if draft.where is not None and not draft.where.read_by.endswith("country") else None


def _nameless_apart(held: Draft, new: Draft) -> bool:
    """Whether two places, at least one of them without a name of its own ("a market", "the port of Latakia"), share no word."""
    one, two = _place_known(held), _place_known(new)
    if one is None or two is None or (_names(one.value.name) and _names(two.value.name)):
        return False
    a, b = (set(re.findall(r"\w{3,}", where.value.name.lower())) - _BARE for where in (one, two))
    return not a & b


def within(one: Where, two: Where) -> bool:
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


def _others_hit(held: Draft, new: Draft, pack: Pack) -> bool:
    """Whether what is hit belongs to other lands: a group belongs to the lands in whose wars it fights."""
    one, two = (_lands({s.value.party for s in d.targets}, pack) for d in (held, new))
    return bool(one and two) and not one & two


def _lands(parties: set[str], pack: Pack) -> set[str]:
    known = pack.gazetteer.parties
    return {land for p in parties if p in known for land in known[p].home or (p,)}
