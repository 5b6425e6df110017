"""Regular expressions over lists of words, made once: making one anew at every sentence costs more than the parse."""

import re
from collections.abc import Iterable
from functools import lru_cache

from truceline.packs.phrases import has_word, written_in

_Tree = dict[str, "_Tree"]
"""Words by their letters; an empty key says that a word ends here."""


def alternation(words: Iterable[str], *, cased: bool = False, space: str = "") -> str:
    """The body of an expression that takes any of the words, the longest first; capitals do not matter unless it is ``cased``.

    It is written as a tree of letters: a list is tried word by word at every place of a text, a tree a letter at a time, and nearly
    always the first letter is the last. ``space`` is what a space between words may be, else a space. Without words it never fits.
    """
    tree: _Tree = {}
    for word in words:
        at = tree
        for letter in word if cased else word.lower():
            at = at.setdefault(letter, {})
        at[""] = {}
    return f"(?-i:{_written(tree, cased, space)})" if tree else r"(?!)"


def _written(tree: _Tree, cased: bool, space: str) -> str:
    """A tree as an expression; where a word ends and others go on, those are tried first."""
    ways = [_letter(letter, cased, space) + _written(tree[letter], cased, space) for letter in sorted(tree) if letter]
    if not ways:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letter(letter: str, cased: bool, space: str) -> str:
    if space and letter == " ":
        return space
    other = letter.upper()
    return re.escape(letter) if cased or other == letter or len(other) != 1 else f"[{other}{letter}]"


@lru_cache(maxsize=256)
def shaped(shape: str, words: tuple[str, ...], *, cased: bool = False) -> re.Pattern[str]:
    """An expression with WORDS in its shape replaced by any of the words; capitals do not matter. Without words it never fits.

    With ``cased`` they matter in the words.
    """
    return re.compile(shape.replace("WORDS", alternation(words, cased=cased)), re.IGNORECASE)


def found_in(text: str, words: tuple[str, ...]) -> re.Match[str] | None:
    """The first of some whole words or phrases in a sentence; it is sought only where a word stands with which one of them begins."""
    openers, pattern = _sought(words)
    return pattern.search(text) if has_word(text, openers) else None


@lru_cache(maxsize=256)
def _sought(words: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    return frozenset(written_in(word).low[0] for word in words), shaped(r"\bWORDS\b", words)


def small_letters(text: str) -> str:
    """A text in small letters, a letter for each of its own, so that places in it are places in the text."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([letter.lower() if len(letter.lower()) == 1 else letter for letter in text])


def standing(word: str, low: str) -> tuple[int, int] | None:
    """Where a word or phrase first stands in a text as no part of a longer or hyphenated word; both in small letters."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not _joins(low[at - 1 : at]) and not _joins(low[end : end + 1]):
            return at, end
        at = low.find(word, at + 1)
    return None


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter in ("_", "-")
