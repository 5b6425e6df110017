"""Where an incident stands by words alone: in the theatre, in a zone, in whose area. No geometry decides here."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from truceline.findings.facts import Facts, Told
from truceline.findings.trace import reason, yes_if
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Instrument, Zone
from truceline.model.text import Span


def in_zone(instrument: Instrument, facts: Facts, zone_id: str) -> Reason:
    """Whether it happened in a zone: by line, sector, gazetteer entry or place name; a place in a zone apart says no."""
    zones = {zone.id: zone for zone in instrument.zones}
    zone = zones[zone_id]
    held = [each for each in instrument.zones if _inside(each.id, zone_id, zones)]
    hits = [told for each in held for told in _signs(each, facts)]
    if hits:
        return reason("zone", Answer.YES, f"in {zone.name}: told by {_said(hits)}", evidence=_words(hits), reference=zone.reference)
    for other in zone.apart:
        apart = _signs(zones[other], facts)
        if apart:
            return reason("zone", Answer.NO, f"not in {zone.name}: told as {_said(apart)}", evidence=_words(apart))
    places = (*facts.values("place"), *facts.values("country"))
    text = f"{f'told as {_said(places)}' if places else 'no place is told'}; whether in {zone.name} is not known"
    return reason("zone", Answer.UNKNOWN, text, evidence=_words(places))


def in_theatre(instrument: Instrument, facts: Facts) -> Reason:
    """Whether it happened where the instrument applies: by line, zone or country told, else by who is in it."""
    if not instrument.theatre:
        return reason("theatre", Answer.YES, "the instrument applies everywhere")
    inside = [each for each in facts.values("line") if each.value in instrument.theatre_lines]
    inside += [each for zone in instrument.zones for each in _signs(zone, facts)]
    inside += [each for each in facts.values("country") if each.value in instrument.theatre]
    if inside:
        return reason("theatre", Answer.YES, f"in the instrument's theatre: told by {_said(inside)}", evidence=_words(inside))
    outside = (*facts.values("line"), *facts.values("country"))
    if outside:
        return reason("theatre", Answer.NO, f"outside {_names(instrument.theatre)}: told by {_said(outside)}", evidence=_words(outside))
    strangers = [each for field in ("actor", "target") for each in facts.values(field) if _stranger(instrument, str(each.value))]
    if strangers:
        text = f"no place in {_names(instrument.theatre)} is told, and {_said(strangers)} stand outside the instrument"
        return reason("theatre", Answer.NO, text, evidence=_words(strangers))
    return reason("theatre", Answer.UNKNOWN, "no place is told; nothing says that it was elsewhere", evidence=_words(facts.values("place")))


def area(instrument: Instrument, facts: Facts, party: str, wanted: str) -> Reason:
    """Whether it happened in the party's own or the other side's area, by country or by the words of the place.

    ``told_own`` asks only whether an account says so: what is not told answers no.
    """
    if wanted == "told_own":
        told = area(instrument, facts, party, "own")
        return told if told.answer is Answer.YES else reason("area", Answer.NO, "not told to be in the own area", evidence=told.evidence)
    own_words = [each for each in facts.values("place") if _matches(str(each.value), instrument.own_area, ())]
    if own_words:
        return reason("area", yes_if(wanted == "own"), f"told as {_said(own_words)}", evidence=_words(own_words))
    side = instrument.side_of(party)
    countries = facts.values("country")
    homes = {home for each in instrument.sides for home in each.home}
    known = [each for each in countries if each.value in homes]
    if side is None or not known:
        return reason("area", Answer.UNKNOWN, "on whose side it happened is not told", evidence=_words(countries))
    own = {each.value in side.home for each in known}
    if len(own) > 1:
        return reason("area", Answer.UNKNOWN, f"told on both sides: {_said(known)}", evidence=_words(known))
    return reason("area", yes_if(own == {wanted == "own"}), f"told in {_said(known)}", evidence=_words(known))


def _inside(zone_id: str, wanted: str, zones: dict[str, Zone]) -> bool:
    at: str | None = zone_id
    while at is not None:
        if at == wanted:
            return True
        at = zones[at].within
    return False


def _signs(zone: Zone, facts: Facts) -> list[Told]:
    return [
        *(each for each in facts.values("line") if each.value in zone.lines),
        *(each for each in facts.values("sector") if each.value in zone.sectors),
        *(each for each in facts.values("gazetteer") if each.value in zone.gazetteer),
        *(each for each in facts.values("place") if _matches(str(each.value), zone.names, zone.unless)),
    ]


def _matches(place: str, names: Sequence[str], unless: Sequence[str]) -> bool:
    return bool(names) and bool(_pattern(tuple(names)).search(place)) and not (unless and _pattern(tuple(unless)).search(place))


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, whatever the case. The words are escaped: a pack brings no pattern of its own."""
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in names) + r")(?!\w)", re.IGNORECASE)


def _stranger(instrument: Instrument, code: str) -> bool:
    party = code.partition(":")[0]
    return party != "UNK" and instrument.bound(party) is None


def _said(told: Iterable[Told]) -> str:
    return ", ".join(dict.fromkeys(str(each.value) for each in told))


def _words(told: Iterable[Told]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for each in told for span in each.evidence))


def _names(countries: Sequence[str]) -> str:
    return " and ".join(countries)
