"""Words in a document that quote an instrument, matched to its paragraph."""

from collections.abc import Iterator

from truceline.model.reading import Reading
from truceline.model.report import LawQuote
from truceline.packs.pack import Pack


def law_quotes(reading: Reading, pack: Pack) -> Iterator[LawQuote]:
    """Every quote of a clause of the pack's instruments."""
    yield from ()
