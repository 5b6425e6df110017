"""Whether a whole document can be about what we read at all, told by its words and names before any sentence is looked at.

A stream of news has few documents that tell of an incident, and reading the others costs nearly all of the time. How often each
topic of the lexicon is spoken of, and how often parties and lines are named, is weighed by ``data/weights/relevance.json``, trained by
``scripts/train_relevance.py``. No weight stands for a party, and a party's own names count as one word each, whichever they are, so
that swapping the sides of a text changes nothing (R5).
"""

from collections import Counter
from functools import lru_cache
from pathlib import Path

import msgspec

from truceline.model.document import Document
from truceline.packs.gazetteer import Gazetteer
from truceline.packs.pack import Pack
from truceline.packs.phrases import Words, split_words

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
    score = held.bias + sum(held.weights.get(topic, 0.0) * told[topic] for topic in sorted(told))
    if score >= held.least:
        return ""
    return f"its words and names are those of another topic ({score:.1f}; a text is read from {held.least:.1f})"


def topics(document: Document, pack: Pack) -> dict[str, float]:
    """How many of a hundred words speak for each topic, up to one; empty for a text too short to be judged."""
    text = f"{document.title or ''}\n{document.text}"
    words = split_words(text)
    if len(words) <= LEAST_WORDS:
        return {}
    named, covered = _named(text, words, pack.gazetteer)
    plain = Counter(word for n, (word, _, _) in enumerate(words) if n not in covered)
    table, found = pack.lexicon.topics, Counter(named)
    for word in table.keys() & plain.keys():
        for topic in table[word]:
            found[topic] += plain[word]
    share = 100 / max(1, plain.total())
    return {topic: min(1.0, count * share) for topic, count in found.items()}


def _named(text: str, words: Words, gazetteer: Gazetteer) -> tuple[dict[str, int], set[int]]:
    """How often parties are named, by the form of the name, and lines; and which words are those names."""
    found: Counter[str] = Counter()
    parties: Counter[str] = Counter()
    covered: set[int] = set()
    for first, last, names in gazetteer.party_book.places(text, words):
        covered.update(range(first, last))
        parties.update({name.party for name in names})
        found.update({f"named by {name.form}" for name in names})
    for first, last, _ in gazetteer.line_book.places(text, words):
        covered.update(range(first, last))
        found["line"] += 1
    sides = max((min(parties[party] for party in theatre.parties) for theatre in gazetteer.theatres.values()), default=0)
    return {**found, "both sides": sides, "parties": len(parties)}, covered
