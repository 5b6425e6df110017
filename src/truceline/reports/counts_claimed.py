"""Claims of a count over time: "the third time since the beginning of June" (codebook 2, `count_claims`)."""

from collections.abc import Iterator, Sequence

from truceline.model.reading import Reading
from truceline.model.report import CountClaim, Report
from truceline.packs.pack import Pack


def count_claims(reading: Reading, pack: Pack, reports: Sequence[Report]) -> Iterator[CountClaim]:
    """Every count claim of a document."""
    yield from ()
