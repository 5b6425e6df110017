"""Seas and coasts by the sector of the maritime line that they lie off, found in a sentence."""

from collections.abc import Iterator

from truceline.model.reading import PlaceMention, Sentence
from truceline.packs.gazetteer import Gazetteer


def coasts(sentence: Sentence, gazetteer: Gazetteer, theatre: str | None) -> Iterator[PlaceMention]:
    """Seas and coasts of a theatre with a maritime line, by the sector they lie off."""
    if theatre is None or gazetteer.theatres[theatre].sea is None:
        return
    for start, end, found in gazetteer.coast_book.find(sentence.text):
        yield PlaceMention(start=sentence.start + start, end=sentence.start + end, where=None, sector=found[0])
