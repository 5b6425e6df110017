"""Is a text a piece of opinion, as its own title says: what has no day in it is no act (codebook 1: opinion with no dated event)."""

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped

UNDATED = "opinion, and no dated event"


def of_opinion(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a title, or a text without one, begins as a piece of opinion does ("Opinion: ...", "EDITORIAL | ...")."""
    begins = reading.document.title or reading.document.text[:80]
    return shaped(r"\s*(?:WORDS)\s*[:|—–-]", lexicon.home.opinion).match(begins) is not None
