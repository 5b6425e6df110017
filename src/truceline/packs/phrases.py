"""Phrases found in text by their words: whole words, longest first, capitals kept where the phrase has them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
WORD = re.compile(r"[^\W_]+")
_UNSCORED = re.compile(r"\w+")
"""Finds the same as WORD in a text without "_", in two thirds of the time."""
DIGIT = re.compile(r"\d")
_FIGURES = "0123456789"
Words = tuple[tuple[str, int, int], ...]
"""Words in small letters, each with where it starts and ends."""
Found = tuple[tuple[int, int, tuple[T, ...]], ...]
_MOST_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a text as they are written, and in small letters."""

    given: tuple[str, ...]
    low: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A phrase: its words in small letters, which of them need a capital in the text (all letters, for an acronym), its value."""

    words: tuple[str, ...]
    phrase: str
    capitals: tuple[int, ...]
    acronym: bool
    value: T

    def stands(self, words: Written, at: int) -> bool:
        """Whether the phrase begins at a word of the text; its first two words are known to be there."""
        end = at + len(self.words)
        if end > len(words.low) or (len(self.words) > 2 and words.low[at + 2 : end] != self.words[2:]):
            return False
        if self.acronym:
            return all(c.isupper() for word in words.given[at:end] for c in word if c.isalpha())
        return all(words.given[at + n][0].isupper() for n in self.capitals)


@dataclass(slots=True)
class PhraseBook(Generic[T]):
    """Maps phrases to values; one phrase may have several values.

    A phrase that begins with a capital matches only where the text has one too; an acronym of up to
    three capitals matches only in capitals ("US" is not "us").
    """

    _single: dict[str, list[_Entry[T]]] = field(default_factory=dict)
    _longer: dict[str, dict[str, list[_Entry[T]]]] = field(default_factory=dict)
    _openers: set[str] = field(default_factory=set)
    _kept: dict[str, Found[T]] = field(default_factory=dict)

    def add(self, phrase: str, value: T) -> None:
        """Adds one phrase with its value."""
        words = WORD.findall(phrase)
        if not words:
            raise ValueError(f"a phrase needs at least one word: {phrase!r}")
        letters = [c for c in phrase if c.isalpha()]
        acronym = len(letters) <= 3 and all(c.isupper() for c in letters)
        capitals = tuple(n for n, word in enumerate(words) if word[0].isupper())
        low = tuple(word.lower() for word in words)
        entry = _Entry(low, phrase, capitals, acronym, value)
        self._openers.add(low[0])
        if len(low) == 1:
            self._single.setdefault(low[0], []).append(entry)
        else:
            self._longer.setdefault(low[0], {}).setdefault(low[1], []).append(entry)

    def finish(self) -> "PhraseBook[T]":
        """Sorts so that longer phrases are tried first; call once after the last ``add``."""
        for entries in [*self._single.values(), *(some for by_second in self._longer.values() for some in by_second.values())]:
            entries.sort(key=lambda entry: (-len(entry.words), entry.phrase))
        return self

    def find(self, text: str) -> Found[T]:
        """Places where a phrase stands, left to right, not overlapping: start, end, all its values.

        What was found last is kept, since a sentence is looked up in one book by several layers.
        """
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[text] = self._find(text)
        return found

    def _find(self, text: str) -> Found[T]:
        written = written_in(text)
        if self._openers.isdisjoint(written.low):
            return ()
        found: list[tuple[int, int, tuple[T, ...]]] = []
        for first, last, values in self.places(written):
            words = words_of(text)
            start, end = words[first][1], words[last - 1][2]
            found.append((start, end + (1 if _ends_abbreviation(text, start, end) else 0), values))
        return tuple(found)

    def places(self, words: Written) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """The same by number among the text's words: the first, the one after the last, all values. Nothing is kept."""
        free, openers, low = 0, self._openers, words.low
        for at in [n for n, word in enumerate(low) if word in openers]:
            if at < free:
                continue
            fitting: list[_Entry[T]] = []
            following = self._longer.get(low[at])
            if following is not None and at + 1 < len(low) and low[at + 1] in following:
                fitting = _longest(following[low[at + 1]], words, at)
            if not fitting and low[at] in self._single:
                fitting = _longest(self._single[low[at]], words, at)
            if fitting:
                free = at + len(fitting[0].words)
                yield at, free, tuple([entry.value for entry in fitting])


def _longest(entries: Sequence[_Entry[T]], words: Written, at: int) -> list[_Entry[T]]:
    """The longest phrases that stand at a word, all of one length; ``entries`` are the longest first."""
    fitting: list[_Entry[T]] = []
    for entry in entries:
        if fitting and len(entry.words) < len(fitting[0].words):
            break
        if entry.stands(words, at):
            fitting.append(entry)
    return fitting


def split_words(text: str) -> Written:
    """The words of a text."""
    given = tuple((WORD if "_" in text else _UNSCORED).findall(text))
    return Written(given, tuple(map(str.lower, given)))


@lru_cache(maxsize=2048)
def written_in(text: str) -> Written:
    """The words of a sentence; kept, since many books are looked up in one sentence after another."""
    return split_words(text)


@lru_cache(maxsize=2048)
def words_of(text: str) -> Words:
    """The words of a sentence in small letters with their places; kept as above, and asked for only where places are needed."""
    return tuple([(low, *match.span()) for low, match in zip(written_in(text).low, WORD.finditer(text), strict=True)])


def has_word(text: str, words: frozenset[str]) -> bool:
    """Whether any of some words (small letters) stands in a text."""
    return not words.isdisjoint(written_in(text).low)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words, in small letters, with which some words or phrases begin."""
    return frozenset([split_words(phrase).low[0] for phrase in phrases])


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each word or phrase its longest word, in small letters: where it stands, the phrase may ("purpose" for "on purpose")."""
    return frozenset([max(split_words(phrase).low, key=len) for phrase in phrases])


def has_figure(text: str) -> bool:
    """Whether a figure of 0 to 9 stands in a text: to ask for each is faster than an expression that goes through the text."""
    return any(map(text.__contains__, _FIGURES))


def _ends_abbreviation(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] == "." and "." in text[start:end]
