"""The classes of the lexicon by the words in them: a sentence is looked up once, where each pattern would else ask for each class anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_Phrase = tuple[str, tuple[str, ...]]
PEOPLE = "people"
"""The class that every number may fill ("killed four")."""
LAYERS = frozenset({"LINE", "PARTY", "LAND", "KNOWN", "PLACE"})
"""Classes that no list fills, but the layers of names and places."""


@dataclass(frozen=True, slots=True)
class WordClasses:
    """For each word the classes it belongs to; for each word that begins entries of several words, those with their class."""

    single: Mapping[str, tuple[str, ...]]
    several: Mapping[str, tuple[_Phrase, ...]]
    known: frozenset[str]
    """All words of both: most words of a text are none of them."""

    def of(self, words: Sequence[tuple[str, str]], numbers: frozenset[int]) -> "ClassedWords":
        """The classed words of a sentence, given each as its small letters and its lemma, and which of them are numbers."""
        single: dict[str, list[int]] = {}
        several: dict[str, dict[int, int]] = {}
        known = self.known
        for n, (low, lemma) in enumerate(words):
            if low[-2:-1].isdigit() and low[-1] == "s" and low[:-1] in known:  # "F-16s", whose lemma the parser leaves as it is
                lemma = low[:-1]
            if low not in known and lemma not in known and n not in numbers:
                continue
            held = self.single.get(low, ())
            if lemma != low and lemma in self.single:
                held = (*held, *(name for name in self.single[lemma] if name not in held))
            if n in numbers and PEOPLE not in held:
                held = (*held, PEOPLE)
            for name in held:
                single.setdefault(name, []).append(n)
            begun = self.several.get(low, ())
            if lemma != low and lemma in self.several:
                begun = (*begun, *self.several[lemma])
            for name, parts in begun:
                if all(part in word for part, word in zip(parts, words[n:], strict=False)) and n + len(parts) <= len(words):
                    several.setdefault(name, {}).setdefault(n, len(parts))
        phrases = {name: tuple(found.items()) for name, found in several.items()}
        return ClassedWords(self, single, phrases, LAYERS.union(single, phrases))


@dataclass(frozen=True, slots=True)
class ClassedWords:
    """The places of a sentence's words by class, and where entries of several words begin with how many words they have."""

    classes: WordClasses
    single: Mapping[str, Sequence[int]]
    several: Mapping[str, Sequence[tuple[int, int]]]
    names: frozenset[str]
    """The classes that have a word here, and those that only layers could fill."""


def word_classes(word_sets: Mapping[str, frozenset[str]]) -> WordClasses:
    """Turns the classes inside out."""
    single: dict[str, list[str]] = {}
    several: dict[str, list[_Phrase]] = {}
    for name in sorted(word_sets):
        for word in sorted(word_sets[name]):
            single.setdefault(word, []).append(name)
            if " " in word or "-" in word:
                parts = tuple(word.replace("-", " - ").split())
                several.setdefault(parts[0], []).append((name, parts))
    return WordClasses(
        {word: tuple(held) for word, held in single.items()},
        {word: tuple(held) for word, held in several.items()},
        frozenset({*single, *several}),
    )
