"""Whether a text is of crime, riots or a lone attack at home: its shots, blasts, brawls and arrests are then no acts between forces."""

from collections.abc import Sequence
from functools import lru_cache

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import has_word, written_in
from truceline.packs.word_patterns import shaped

Masked = tuple[str, str]
"""A sentence, and the same with what is not to be counted masked: a word that the first has not, the second has not either."""
OF_CRIME = frozenset({"direct_fire", "clash", "capture", "explosion"})
"""The kinds of act that police, courts and rioters are told of in the same words as forces."""
DIFFERENT, ALL, TIMES = 3, 6, 2.5
"""How many different words of crime a text must have, how many in all, and how many times as many as words of war (and one more).

No coded document in which an act is coded comes near them; texts of attacks and trials at home lie far beyond.
"""


def at_home(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text has many words of crime and hardly any of war (codebook 3: a lone attack elsewhere is crime)."""
    texts = [(annotated.sentence.text, annotated.sentence.text) for annotated in reading.sentences]
    crimes = _found(texts, lexicon.home.crime)
    if len(set(crimes)) < DIFFERENT or len(crimes) < ALL:
        return False
    return len(crimes) >= TIMES * (len(_found(texts, lexicon.home.war)) + 1)


def spoken_of(texts: Sequence[Masked], lexicon: Lexicon) -> tuple[int, int, int]:
    """How many words of crime, of war and of elections some sentences have."""
    home = lexicon.home
    return len(_found(texts, home.crime)), len(_found(texts, home.war)), len(_found(texts, home.polls))


def _found(texts: Sequence[Masked], words: tuple[str, ...]) -> list[str]:
    pattern, begins = shaped(r"(?<![\w-])(?P<word>WORDS)s?(?![\w-])", words), _begins(words)
    return [match["word"] for text, masked in texts if has_word(text, begins) for match in pattern.finditer(masked.lower())]


@lru_cache(maxsize=4)
def _begins(words: tuple[str, ...]) -> frozenset[str]:
    """The words with which one of some words or phrases begins, also in the plural: most sentences have none, and are not gone through."""
    first = {written_in(word).low[0] for word in words}
    return frozenset(first | {word + "s" for word in first})
