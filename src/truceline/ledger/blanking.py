"""What a redaction leaves of words: blocks in place of letters, in texts and in records made from them; of all, or of some words only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from truceline.model.text import Part

BLOCK = "\N{FULL BLOCK}"
WORDS = frozenset({"words", "name", "title", "url", "publisher", "window", "notes", "place", "facts", "claims", "reason"})
"""Fields of stored records whose text comes from the document as words; codes of speakers without a party do too."""


@dataclass(frozen=True)
class Only:
    """What alone of a document is blanked: offsets in its text and title, and in its records the words that stand there."""

    spans: tuple[tuple[Part, int, int], ...]
    words: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Where these words stand in a record's own text, in any case; not within longer words of Latin letters."""
        return pattern_of(self.words)

    def text(self, text: str, part: Part) -> str:
        """A text with blocks at the spans of its part."""
        found = list(text)
        for of, start, end in self.spans:
            if of == part:
                found[start:end] = blocks(text[start:end])
        return "".join(found)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these words, the longest first, with any white space between their parts."""
    told = sorted((each for each in words if each.strip()), key=lambda each: (-len(each), each))
    ways = (r"\s+".join(map(re.escape, each.split())) for each in told)
    return re.compile("|".join(f"(?<![A-Za-z0-9]){each}(?![A-Za-z0-9])" for each in ways) or r"(?!)", re.IGNORECASE)


def without_words(value: Any, field: str = "", only: Only | None = None) -> Any:
    """A record's JSON without what it took from the text as words; with ``only``, without these words of it."""
    if isinstance(value, dict):
        nameless = "code" in value and value.get("party") is None
        return {
            key: _blank(each, only) if nameless and key == "code" and each != "document" else without_words(each, key, only)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [without_words(each, field, only) for each in value]
    return _blank(value, only) if isinstance(value, str) and field in WORDS else value


def blocks(text: str) -> str:
    """Text of the same length: each letter a block, white space kept."""
    return "".join(each if each.isspace() else BLOCK for each in text)


def runs(one: str, other: str) -> Iterator[tuple[int, int]]:
    """Where ``one`` is blanked and ``other``, of the same length, is not."""
    start = None
    for at, (mine, theirs) in enumerate(zip(one, other)):
        differs = mine == BLOCK != theirs
        if differs and start is None:
            start = at
        # a blank between two blanked words is part of the run: "Kim Example" is one name
        elif start is not None and not differs and not (mine == theirs and mine.isspace()):
            yield start, at
            start = None
    if start is not None:
        yield start, min(len(one), len(other))


def is_blank(text: str) -> bool:
    """Is nothing of it left?"""
    return all(each == BLOCK or each.isspace() for each in text)


def _blank(text: Any, only: Only | None) -> Any:
    if not isinstance(text, str):
        return text
    return blocks(text) if only is None else only.pattern.sub(lambda found: blocks(found[0]), text)
