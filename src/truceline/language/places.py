"""Lines, zones, sectors and gazetteer places named in a sentence."""

from collections.abc import Iterator, Set

from truceline.model.reading import PlaceMention, Sentence
from truceline.packs.gazetteer import Gazetteer, ZoneNames, where_of
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped

LINE_STAND_IN = "border"
ARTICLE = "the "


def lines(sentence: Sentence, pack: Pack, theatre: str | None) -> Iterator[PlaceMention]:
    """Words that name a line; plain words ("the border") take the line of the theatre, if it has one."""
    text = sentence.text
    for start, end, zones in pack.gazetteer.line_book.find(text):
        zone = next((z for z in zones if z.theatre in (None, theatre)), None) or next((z for z in zones if z.theatre == "any"), None)
        if zone is None or (zone.theatre == "any" and _of_another_land(text[:start], pack.gazetteer, theatre)):
            continue
        # A side's own maritime border is the one that it claims, not the line that the other side keeps.
        claimed = zone.line == "sea" and shaped(r"\bWORDS\s+$", pack.lexicon.surface.claimed_by).search(text[:start])
        line = None if claimed else _line(zone, pack.gazetteer, theatre)
        if line is None and zone.lined:
            continue
        if not zone.lined and text.startswith(ARTICLE, start):  # "the Line of Control" is longer than "the line", and named without it
            start += len(ARTICLE)
        yield PlaceMention(
            start=sentence.start + start, end=sentence.start + end, where=None, line=line, sector=zone.sector if line else None
        )


def _of_another_land(before: str, gazetteer: Gazetteer, theatre: str | None) -> bool:
    """Whether plain words for a line stand right after the name of a land that is no side of it ("the Syrian border", told of Lebanon)."""
    if theatre is None or gazetteer.theatres[theatre].land is None:
        return False
    last = before[max(0, before.rfind(" ", 0, -1)) :]
    named = [names for start, end, names in gazetteer.party_book.find(last) if end == len(last.rstrip())]
    sides = (*gazetteer.theatres[theatre].parties, *gazetteer.theatres[theatre].also)
    return any(gazetteer.parties[n.party].role is None and n.party not in sides for names in named for n in names)


def _line(zone: ZoneNames, gazetteer: Gazetteer, theatre: str | None) -> str | None:
    if zone.line not in ("land", "sea"):
        return zone.line
    if theatre is None:
        return None
    found = gazetteer.theatres[theatre]
    return found.sea if zone.line == "sea" else found.land


def _sided(before: str, words: Set[str]) -> bool:
    """Whether a text ends with a word that by a hyphen puts people on a side."""
    return bool(last := before[-_SIDED:].lower().split()) and last[-1] in words


_SIDED = 12
"""How far back such a word may begin."""


def sectors(sentence: Sentence, gazetteer: Gazetteer, theatre: str | None) -> Iterator[PlaceMention]:
    """Words that name a sector of the front; only where the theatre has a line."""
    if theatre is None or gazetteer.theatres[theatre].land is None:
        return
    for start, end, found in gazetteer.sector_book.find(sentence.text):
        yield PlaceMention(start=sentence.start + start, end=sentence.start + end, where=None, sector=found[0])


def named(sentence: Sentence, pack: Pack) -> Iterator[PlaceMention]:
    """Gazetteer places; where a name has several entries the candidates are kept and no point is given.

    Who is "pro-Damascus" is on a side, and in no place.
    """
    for start, end, places in pack.gazetteer.place_book.find(sentence.text):
        if sentence.text[start - 1 : start] == "-" and _sided(sentence.text[: start - 1], pack.lexicon.clauses.sided_before):
            continue
        yield PlaceMention(start=sentence.start + start, end=sentence.start + end, where=where_of(sentence.text[start:end], places))
