"""The classes of the lexicon by the words in them: a sentence is looked up once, where each pattern would else ask for each class anew."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_Phrase = tuple[str, tuple[str, ...]]
_Going = tuple[int, str, tuple[str, ...]]
"""The class of an entry of several words and its words, after its place among those that one word begins."""
_Told = tuple[tuple[str, ...], Mapping[str, tuple[_Going, ...]]]
"""The classes of a word, and by their second word the entries that it begins."""
_NOTHING: _Told = ((), {})
_MOST_KEPT = 40_000
PEOPLE = "people"
"""The class that every number may fill ("killed four")."""
LAYERS = frozenset({"LINE", "PARTY", "FORCE", "LAND", "PEOPLES", "SPOT", "KNOWN", "PLACE"})
"""Classes that no list fills, but the layers of names and places."""


@dataclass(frozen=True, slots=True)
class WordClasses:
    """For each word the classes it belongs to; for each word that begins entries of several words, those with their class."""

    single: Mapping[str, tuple[str, ...]]
    several: Mapping[str, tuple[_Phrase, ...]]
    known: frozenset[str]
    """All words of both: most words of a text are none of them."""
    told: dict[tuple[str, str], _Told] = field(default_factory=dict, compare=False)
    """What a word with its lemma belongs to and begins, once asked for: a text has few that those before it had not."""

    def of(self, words: Sequence[tuple[str, str]], numbers: frozenset[int]) -> "ClassedWords":
        """The classed words of a sentence, given each as its small letters and its lemma, and which of them are numbers."""
        single: defaultdict[str, list[int]] = defaultdict(list)
        several: dict[str, dict[int, int]] = {}
        for n, told in enumerate(map(self.told.get, words)):
            if told is _NOTHING:
                continue
            held, begun = self._told_by(words[n]) if told is None else told
            for name in held:
                single[name].append(n)
            if begun and n + 1 < len(words):
                low, lemma = words[n + 1]
                going_on = begun.get(low, ()) if lemma == low else sorted((*begun.get(low, ()), *begun.get(lemma, ())))
                for _, name, parts in going_on:
                    if n + len(parts) <= len(words) and all(part in word for part, word in zip(parts, words[n:], strict=False)):
                        several.setdefault(name, {}).setdefault(n, len(parts))
        if not numbers.issubset(single.get(PEOPLE, ())):
            single[PEOPLE] = sorted(numbers.union(single[PEOPLE]))
        phrases = {name: tuple(found.items()) for name, found in several.items()}
        return ClassedWords(self, single, phrases, LAYERS.union(single, phrases))

    def _told_by(self, word: tuple[str, str]) -> _Told:
        """The classes of a word, given its small letters and its lemma, and the entries of several words that it begins."""
        low, lemma = word
        if low[-2:-1].isdigit() and low[-1] == "s" and low[:-1] in self.known:  # "F-16s", whose lemma the parser leaves as it is
            lemma = low[:-1]
        elif (
            lemma == low and low.endswith("s") and low not in self.known and low[:-1] in self.known
        ):  # "Marines", which it takes for a name
            lemma = low[:-1]
        held, begun = self.single.get(low, ()), self.several.get(low, ())
        if lemma != low:
            held = (*held, *(name for name in self.single.get(lemma, ()) if name not in held))
            begun = (*begun, *self.several.get(lemma, ()))
        if len(self.told) >= _MOST_KEPT:
            self.told.clear()
        going_on: dict[str, tuple[_Going, ...]] = {}
        for order, (name, parts) in enumerate(begun):  # "in" and "on" begin many entries, and hardly one goes on as the text does
            going_on[parts[1]] = (*going_on.get(parts[1], ()), (order, name, parts))
        found = self.told[word] = (held, going_on) if held or begun else _NOTHING
        return found


@dataclass(frozen=True, slots=True)
class ClassedWords:
    """The places of a sentence's words by class, and where entries of several words begin with how many words they have."""

    classes: WordClasses
    single: Mapping[str, Sequence[int]]
    several: Mapping[str, Sequence[tuple[int, int]]]
    names: frozenset[str]
    """The classes that have a word here, and those that only layers could fill."""

    def without(self, gone: Sequence[int]) -> "ClassedWords":
        """The same, but that some words belong to no class by themselves; entries of several words keep them."""
        single = {name: left for name, held in self.single.items() if (left := [n for n in held if n not in gone])}
        return ClassedWords(self.classes, single, self.several, LAYERS.union(single, self.several))


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
