"""Whether a text is of crime, riots or a lone attack at home: its shots, blasts, brawls and arrests are then no acts between forces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import written_in
from truceline.packs.word_patterns import shaped
from truceline.reports.patterns import Act

OF_CRIME = "a text of crime at home"
Masked = tuple[str, str]
"""A sentence, and the same with what is not to be counted masked: a word that the first has not, the second has not either."""
CRIMES = frozenset({"direct_fire", "clash", "capture", "explosion"})
"""The kinds of act that police, courts and rioters are told of in the same words as forces."""
DIFFERENT, ALL, TIMES = 3, 6, 2.5
"""How many different words of crime a text must have, how many in all, and how many times as many as words of war (and one more).

No coded document in which an act is coded comes near them; texts of attacks and trials at home lie far beyond.
"""


def of_crime(act: Act, lexicon: Lexicon) -> bool:
    """Whether an act may be one of police, courts and rioters; ground is taken by forces alone, whatever else the text is of."""
    return act.kind in CRIMES and act.lemma not in lexicon.home.ground_taken


def at_home(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text has many words of crime and hardly any of war (codebook 3: a lone attack elsewhere is crime)."""
    texts = [(annotated.sentence.text, annotated.sentence.text) for annotated in reading.sentences]
    crimes = found(texts, lexicon.home.crime)
    if len(set(crimes)) < DIFFERENT or len(crimes) < ALL:
        return False
    return len(crimes) >= TIMES * (len(found(texts, lexicon.home.war)) + 1)


def spoken_of(texts: Sequence[Masked], lexicon: Lexicon) -> tuple[int, int, int]:
    """How many words of crime, of war and of elections some sentences have."""
    home = lexicon.home
    return len(found(texts, home.crime)), len(found(texts, home.war)), len(found(texts, home.polls))


def found(texts: Sequence[Masked], words: tuple[str, ...]) -> list[str]:
    """Each of some words or phrases in some sentences, as often as it stands there."""
    pattern, begins = shaped(r"(?<![\w-])(?P<word>WORDS)s?(?![\w-])", words), _begins(words)
    told: list[str] = []
    for text, masked in texts:
        here = begins.intersection(written_in(text).low)
        if here:
            told += _standing(pattern, here, masked.lower())
    return told


def _standing(pattern: re.Pattern[str], begins: Iterable[str], low: str) -> Iterator[str]:
    """The words of a pattern in a text in small letters, which it is tried for only where a word stands with which one of them begins."""
    end = 0
    for at in sorted(at for word in begins for at in _places(word, low)):
        match = pattern.match(low, at) if at >= end else None
        if match is not None:
            yield match["word"]
            end = match.end()


def _places(word: str, text: str) -> Iterator[int]:
    """Where some letters stand in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@lru_cache(maxsize=8)
def _begins(words: tuple[str, ...]) -> frozenset[str]:
    """The words with which one of some words or phrases begins, also in the plural: most sentences have none, and are not gone through."""
    first = {written_in(word).low[0] for word in words}
    return frozenset(first | {word + "s" for word in first})
