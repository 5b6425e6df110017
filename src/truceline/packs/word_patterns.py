"""Regular expressions over lists of words, made once: making one anew at every sentence costs more than the parse."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

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


def shaped(shape: str, words: tuple[str, ...], *, cased: bool = False) -> re.Pattern[str]:
    """An expression with WORDS in its shape replaced by any of the words; capitals do not matter. Without words it never fits.

    With ``cased`` they matter in the words. What was made is kept by the list itself, since to compare long lists word by word at each
    sentence costs more than the search.
    """
    held = _SHAPED.get((shape, id(words), cased))
    if held is None or held[0] is not words:
        held = _kept(_SHAPED, (shape, id(words), cased), (words, _shaped(shape, words, cased)))
    return held[1]


def found_in(text: str, words: tuple[str, ...]) -> re.Match[str] | None:
    """The first of some whole words or phrases in a sentence; it is sought only where a word stands with which one of them begins."""
    held = _SOUGHT.get(id(words))
    if held is None or held[0] is not words:
        openers = frozenset(written_in(word).low[0] for word in words)
        held = _kept(_SOUGHT, id(words), (words, openers, shaped(r"\bWORDS\b", words)))
    _, openers, pattern = held
    return pattern.search(text) if has_word(text, openers) else None


_MOST_KEPT = 512
_SHAPED: dict[tuple[str, int, bool], tuple[tuple[str, ...], re.Pattern[str]]] = {}
_SOUGHT: dict[int, tuple[tuple[str, ...], frozenset[str], re.Pattern[str]]] = {}
"""What was made of a list of words, with the list: as long as it is held no other has its number."""
_Key = TypeVar("_Key")
_Made = TypeVar("_Made")


def _kept(held: dict[_Key, _Made], key: _Key, made: _Made) -> _Made:
    if len(held) >= _MOST_KEPT:
        held.clear()
    held[key] = made
    return made


@lru_cache(maxsize=_MOST_KEPT)
def _shaped(shape: str, words: tuple[str, ...], cased: bool) -> re.Pattern[str]:
    """The expression for a list of words, whichever object holds them: one made at each call is made into an expression once."""
    return re.compile(shape.replace("WORDS", alternation(words, cased=cased)), re.IGNORECASE)


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
