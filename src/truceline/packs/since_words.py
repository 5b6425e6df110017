"""Words that claim something to be the first or the most of its kind over a stretch of time, as ``since.yaml`` holds them."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from truceline.packs.phrases import first_words
from truceline.packs.strict_yaml import load
from truceline.packs.word_patterns import alternation

Words = tuple[str, ...]


class Most(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Superlatives that one row of figures decides; none where no figure does."""

    measured_by: Words
    words: Words


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    most: tuple[Most, ...]
    nouns: Words
    bare: Words
    since: Words
    from_start: Words
    within: Words
    about: Words
    units: dict[str, int]
    one: Words
    ever: Words
    open: Words
    first: Words
    time: Words
    unbroken_units: Words
    unbroken_before: Words
    unbroken_after: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceWords:
    """The words made ready: ``most`` finds a superlative, ``stretch`` a stretch of time that no window of the reading covers,
    ``noun`` an act between the two; ``bare`` matches what may stand there without one. ``first`` finds what an act is the first since
    (``time``: said of a whole clause), ``unbroken`` on which day in a row it was done (group ``number``: an ordinal as it is written).
    """

    measured_by: dict[str, Words]
    most: re.Pattern[str]
    most_begin: frozenset[str]
    """The words with which a superlative begins."""
    stretch: re.Pattern[str]
    opening: re.Pattern[str]
    noun: re.Pattern[str]
    bare: re.Pattern[str]
    units: dict[str, int]
    first: re.Pattern[str]
    time: re.Pattern[str]
    unbroken: re.Pattern[str]


def load_since_words(path: Path, numbers: dict[str, int], ordinals: dict[str, int]) -> SinceWords:
    """Reads one language's file; ``numbers`` are its numbers in words, ``ordinals`` those in order. Raises PackError."""
    shape = load(path, _Shape)
    units = "|".join(sorted(map(re.escape, shape.units), key=len, reverse=True))
    counted = "|".join([*map(re.escape, shape.one), *(word for word, number in numbers.items() if 1 <= number <= 90), r"\d{1,3}"])
    length = rf"(?:{_any(shape.within)})\s+(?:(?:{_any(shape.about)})\s+){{0,2}}(?P<number>{counted})[\s-]+(?P<unit>{units})s?\b(?:-long)?"
    after = rf"(?:{_any(shape.since)})\s+[^.,;:()]{{2,60}}"
    order = rf"(?P<number>{_any([word for word, number in ordinals.items() if number >= 2])})"
    turn = rf"(?:{_any(shape.unbroken_units)})"
    return SinceWords(
        first=re.compile(rf"\b(?:{_any(shape.first)})\b(?P<what>[^.,;:()]{{0,60}}?)\b(?={_any(shape.since)}\b)", re.IGNORECASE),
        time=re.compile(rf"\b(?:{_any(shape.time)})\b", re.IGNORECASE),
        unbroken=re.compile(
            rf"\b{order}[\s-]+(?:(?:{_any(shape.unbroken_before)})\s+{turn}|{turn}\s+(?:{_any(shape.unbroken_after)}))\b", re.IGNORECASE
        ),
        measured_by={word: most.measured_by for most in shape.most for word in most.words},
        most_begin=first_words([word for most in shape.most for word in most.words]),
        most=re.compile(rf"\b(?:{_any([word for most in shape.most for word in most.words])})\b", re.IGNORECASE),
        stretch=re.compile(
            rf"\b(?:{length}|(?P<ever>{_any(shape.ever)})\b(?!-)|(?P<open>{_any(shape.open)})\b|(?P<after>{after}))", re.IGNORECASE
        ),
        opening=re.compile(rf"(?P<since>{_any(shape.since)})\s+(?:the\s+)?(?P<start>{_any(shape.from_start)})?", re.IGNORECASE),
        noun=re.compile(rf"\b(?:{_any(shape.nouns)})(?:e?s)?\b", re.IGNORECASE),
        bare=re.compile(rf"\s*(?:$|(?:{_any(shape.bare)})\b)", re.IGNORECASE),
        units=shape.units,
    )


def _any(words: list[str] | Words) -> str:
    """Any of the words, the longest first, with whatever white space."""
    return alternation(words, space=r"\s+")
