"""Phrases found in text by their words: whole words, longest first, capitals kept where the phrase has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class PhraseBook(Generic[T]):
    """Maps phrases to values; one phrase may have several values.

    A phrase that begins with a capital matches only where the text has one too; an acronym of up to
    three capitals matches only in capitals ("US" is not "us").
    """

    _entries: dict[str, list[tuple[tuple[str, ...], str, T]]] = field(default_factory=dict)

    def add(self, phrase: str, value: T) -> None:
        """Adds one phrase with its value."""
        words = tuple(w.lower() for w in WORD.findall(phrase))
        if not words:
            raise ValueError(f"a phrase needs at least one word: {phrase!r}")
        self._entries.setdefault(words[0], []).append((words, phrase, value))

    def finish(self) -> "PhraseBook[T]":
        """Sorts so that longer phrases are tried first; call once after the last ``add``."""
        for entries in self._entries.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
        return self

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Places where a phrase stands, left to right, not overlapping: start, end, all its values."""
        words = words_of(text)
        at = 0
        while at < len(words):
            found = self._longest(text, words, at) if words[at][0] in self._entries else None
            if found is None:
                at += 1
                continue
            length, values = found
            start, end = words[at][1], words[at + length - 1][2]
            yield start, end + (1 if _ends_abbreviation(text, start, end) else 0), values
            at += length

    def _longest(self, text: str, words: tuple[tuple[str, int, int], ...], at: int) -> tuple[int, tuple[T, ...]] | None:
        best = 0
        values: list[T] = []
        for phrase_words, phrase, value in self._entries[words[at][0]]:
            length = len(phrase_words)
            if length < best or at + length > len(words):
                continue
            if any(words[at + n][0] != phrase_words[n] for n in range(length)):
                continue
            if not _same_case(phrase, text[words[at][1] : words[at + length - 1][2]]):
                continue
            if length > best:
                best, values = length, []
            values.append(value)
        return (best, tuple(values)) if best else None


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text in small letters with their places; kept, since many books are looked up in one sentence after another."""
    return tuple((m.group().lower(), m.start(), m.end()) for m in WORD.finditer(text))


def _same_case(phrase: str, found: str) -> bool:
    letters = [c for c in phrase if c.isalpha()]
    if len(letters) <= 3 and all(c.isupper() for c in letters):
        return all(c.isupper() for c in found if c.isalpha())
    pairs = zip(WORD.findall(phrase), WORD.findall(found), strict=True)
    return all(not said[0].isupper() or seen[0].isupper() for said, seen in pairs)


def _ends_abbreviation(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] == "." and "." in text[start:end]
