"""Whether a whole document can be about what we read at all, told by its words and names before any sentence is looked at.

A stream of news has few documents that tell of an incident, and reading the others costs nearly all of the time. How often each
topic of the lexicon is spoken of, and how often parties and lines are named, is weighed by ``data/weights/relevance.json``, trained by
``scripts/train_relevance.py``. No weight stands for a party, and a party's own names count as one word each, whichever they are, so
that swapping the sides of a text changes nothing (R5).
"""

from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

import msgspec

from truceline.model.document import Document
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.pack import Pack
from truceline.packs.phrases import Written, split_words

LEAST_WORDS = 100
"""A text of so few words is read whatever its topic: it costs little, and says too little to be judged by its words."""
FILE = Path(__file__).parent.parent / "data" / "weights" / "relevance.json"


class Relevance(msgspec.Struct, frozen=True):
    """Weights of topics, by their share of a text's words; a text whose sum is below ``least`` is let go."""

    bias: float
    least: float
    weights: dict[str, float]


@lru_cache(maxsize=1)
def load_relevance() -> Relevance | None:
    """The weights that are installed; without any every document is read."""
    return msgspec.json.decode(FILE.read_bytes(), type=Relevance) if FILE.exists() else None


def off_topic(document: Document, pack: Pack) -> str:
    """Why a document is let go before it is read; "" where it is read."""
    held = load_relevance()
    if held is None or document.observation is not None:
        return ""
    told = topics(document, pack)
    if not told:
        return ""
    score = held.bias + sum([held.weights[topic] * told[topic] for topic in sorted(told.keys() & held.weights.keys())])
    if score >= held.least:
        return ""
    return f"its words and names are those of another topic ({score:.1f}; a text is read from {held.least:.1f})"


def topics(document: Document, pack: Pack) -> dict[str, float]:
    """How many of a hundred words speak for each topic, up to one; empty for a text too short to be judged."""
    text = f"{document.title or ''}\n{document.text}"
    words = split_words(text)
    if len(words.low) <= LEAST_WORDS:
        return {}
    found, covered = _named(words, pack.gazetteer)
    counts = Counter(words.low)
    for n in covered:
        counts[words.low[n]] -= 1
    table = pack.lexicon.topics
    for word in table.keys() & counts.keys():
        count = counts[word]
        if count:
            for topic in table[word]:
                found[topic] += count
    share = 100 / max(1, len(words.low) - len(covered))
    return {topic: min(1.0, count * share) for topic, count in found.items()}


def _named(words: Written, gazetteer: Gazetteer) -> tuple[dict[str, int], set[int]]:
    """How often parties are named, by the form of the name, and lines; and which words are those names."""
    found: defaultdict[str, int] = defaultdict(int)
    parties: defaultdict[str, int] = defaultdict(int)
    covered: set[int] = set()
    for first, last, names in gazetteer.party_book.places(words):
        covered.update(range(first, last))
        for party in {name.party for name in names}:
            parties[party] += 1
        for form in {name.form for name in names}:
            found[f"named by {form}"] += 1
    for first, last, _ in gazetteer.line_book.places(words):
        covered.update(range(first, last))
        found["line"] += 1
    both = [
        min(parties[a], parties[b])
        for a, b in [theatre.parties for theatre in gazetteer.theatres.values()]
        if a in parties and b in parties
    ]
    found["both sides"], found["parties"] = max(both, default=0), len(parties)
    return found, covered
