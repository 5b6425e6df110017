"""Law told in a document's own words, outside quotation marks, matched to its paragraph with a score.

"The armistice bars both armies from hostile acts inside the buffer" quotes nothing, and still says what paragraph 6 says. A
sentence counts that names the instrument and says that something rules; its words are weighed by how few paragraphs of that
instrument have them, words that mean alike in such texts counting as one (``lexicon/<language>/findings.yaml``).
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from truceline.model.instrument import Clause, Rulebook
from truceline.packs.verdict_words import VerdictWords
from truceline.packs.word_patterns import found_in, shaped

LEAST = 0.45
"""Share of the weight of the shorter side, sentence or paragraph, that both have in common."""
LEAD = 0.1
"""The next best paragraph of the instrument is so much farther off; else the sentence names none."""
LEAST_WORDS = 3
"""Words in common that tell something: two may meet by chance."""
MOST = 0.81
"""No score of a paraphrase is as high as that of a quotation."""
WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = ("isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ised", "ized", "ers",
           "er", "es", "ed", "ly", "e", "y")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of an instrument as sets of stems, and the weight of each stem."""

    stems: tuple[tuple[str, Set[str]], ...]
    weights: dict[str, float]


def told_in(text: str, named: Sequence[Rulebook], words: VerdictWords) -> Iterator[tuple[int, int, str, str, float]]:
    """The paragraph that a sentence tells in its own words: start and end in the sentence, instrument, paragraph, score.

    ``named`` are the instruments that the document names. A sentence that names none of them itself speaks of the only one, where
    it says "the agreement".
    """
    if not rules(text, words):
        return
    books = [each for each in named if any(name.casefold() in text.casefold() for name in each.instrument.names)]
    if not books and len(named) == 1 and _cues(words.instruments).search(text):
        books = list(named)
    for book in books:
        found = _nearest(_without(_without(text, book.instrument.names), (*words.ruling, *words.instruments)), book, words)
        if found is not None:
            lead = len(text) - len(text.lstrip())
            yield lead, len(text.rstrip()), book.instrument.slug, found[0], found[1]


def rules(text: str, words: VerdictWords) -> bool:
    """Whether a sentence says that something rules."""
    return found_in(text, words.ruling) is not None


def _nearest(text: str, book: Rulebook, words: VerdictWords) -> tuple[str, float] | None:
    said = stems(text, words)
    known = _paragraphs(book.clauses, words)
    scored = sorted(((_score(said, each, known.weights), clause) for clause, each in known.stems), reverse=True)
    if not scored or scored[0][0] < LEAST or (len(scored) > 1 and scored[0][0] - scored[1][0] < LEAD):
        return None
    return scored[0][1], round(min(MOST, scored[0][0]), 3)


def _score(said: Set[str], paragraph: Set[str], weights: dict[str, float]) -> float:
    both = said & paragraph
    if sum(weights.get(each, 0.0) > 0 for each in both) < LEAST_WORDS:
        return 0.0
    weight = min(_weight(said, weights), _weight(paragraph, weights))
    return _weight(both, weights) / weight if weight else 0.0


def _weight(some: Set[str], weights: dict[str, float]) -> float:
    """A word that no paragraph has weighs as one that a single paragraph has: a sentence of other matters is near none."""
    rarest = max(weights.values(), default=0.0)
    return sum(weights.get(each, rarest) for each in some)


@lru_cache(maxsize=64)
def _paragraphs(clauses: tuple[Clause, ...], words: VerdictWords) -> Paragraphs:
    """Weights by how few paragraphs have a stem: what stands in each of them tells nothing apart."""
    made = tuple((clause.id, stems(clause.text, words)) for clause in clauses)
    number = Counter(stem for _, each in made for stem in each)
    return Paragraphs(made, {stem: math.log(1 + len(made) / count) - math.log(2) for stem, count in number.items()})


def stems(text: str, words: VerdictWords) -> Set[str]:
    """The words of a text that tell something, without their endings; words that mean alike in law as one."""
    alike = _alike(words.alike)
    found = (stem(each) for each in WORD.findall(text.casefold()))
    return frozenset(alike.get(each, each) for each in found if each not in words.empty_words)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, four letters at least (of a plural three): crossing, crossed and crosses are one."""
    if word.endswith("s") and not word.endswith(("ss", "es", "us")) and len(word) > 3:
        word = word[:-1]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8)
def _alike(groups: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    return {stem(each): stem(group[0]) for group in groups for each in group}


def _cues(words: tuple[str, ...]) -> re.Pattern[str]:
    return shaped(r"(?<!\w)WORDS(?!\w)", words)


def _without(text: str, words: tuple[str, ...]) -> str:
    return _cues(words).sub(" ", text)
