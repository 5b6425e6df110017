"""The words of a sentence as the parser reads them: the tokenizer's, with a stand-in for each party, line and direction.

The tokenizer splits a text at its spaces and each stretch between them by its letters alone, so each such stretch is split once and kept.
"""

import re
from collections.abc import Sequence
from typing import Any

from truceline.packs.word_patterns import small_letters

Mask = tuple[int, int, str]
"""Start and end in the sentence, and the stand-in word the parser reads there."""

_DIRECTIONS = {
    "south": "north",
    "southern": "northern",
    "southward": "northward",
    "southwards": "northwards",
    "southerly": "northerly",
    "South": "North",
    "Southern": "Northern",
    "northeast": "northwest",
    "southeast": "northwest",
    "southwest": "northwest",
    "northeastern": "northwestern",
    "southeastern": "northwestern",
    "southwestern": "northwestern",
}
_READ_AS = {**_DIRECTIONS, "_": "--"}
"""An underscore that stands alone is the dash of older wires, of which the parser would make a noun."""
Placed = tuple[str, int, int]
"""A word as the parser reads it, and where it starts and ends."""
_STRETCH = re.compile(r"\S+")
_MOST_KEPT = 40_000


def in_small_letters(text: str) -> str:
    """A sentence that is all in capitals as it would else be written, letter by letter; any other as it is.

    The parser takes a word in capitals for a name: of such a sentence it would read no verb.
    """
    return small_letters(text) if text.isupper() and text.count(" ") >= _FEWEST else text


_FEWEST = 3
"""A text of so few spaces is a name or a heading, whose capitals tell nothing."""


class Words:
    """The tokenizer of one loaded pipeline."""

    def __init__(self, nlp: Any) -> None:
        # Every prefix begins with "^", so that only a match at the start can be one; a search tries each of them at each letter.
        nlp.tokenizer.prefix_search = nlp.tokenizer.prefix_search.__self__.match
        self._make_doc = nlp.make_doc
        self._rules = frozenset(nlp.tokenizer.rules)
        self._kept: dict[str, tuple[Placed, ...]] = {}

    def of(self, text: str, masks: Sequence[Mask]) -> list[Placed]:
        """The words with their offsets, every masked stretch as one stand-in word; a text all in capitals is read in small letters."""
        found: list[Placed] = []
        at, kept = 0, self._kept
        text = in_small_letters(text)
        for start, end, stand_in in [*sorted(masks), (len(text), len(text), "")]:
            if start < at:
                continue
            for match in _STRETCH.finditer(text, at, start):
                begun, stretch = match.start(), match.group()
                for word, first, last in kept.get(stretch) or self._split(stretch):
                    found.append((word, begun + first, begun + last))
            if stand_in:
                found.append((stand_in, start, end))
            at = end
        return found

    def _split(self, stretch: str) -> tuple[Placed, ...]:
        """The words of a stretch without spaces."""
        held = self._kept.get(stretch)
        if held is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            held = self._kept[stretch] = tuple(
                (_READ_AS.get(word, word), start, start + len(word)) for word, start in self._tokens(stretch)
            )
        return held

    def _tokens(self, stretch: str) -> Sequence[tuple[str, int]]:
        """The words of a stretch, each with where it starts."""
        if not stretch.isascii() or stretch in self._rules:
            return self._tokenized(stretch)
        if stretch.isalpha():
            return ((stretch, 0),)  # all that the tokenizer splits off plain letters it has rules for
        word, mark = stretch[:-1], stretch[-1]
        plain = word.isalpha() and word not in self._rules and (mark == "," or (mark == "." and word[-2:].islower() and len(word) > 1))
        return ((word, 0), (mark, len(word))) if plain else self._tokenized(stretch)

    def _tokenized(self, stretch: str) -> Sequence[tuple[str, int]]:
        return [(token.text, token.idx) for token in self._make_doc(stretch)]
