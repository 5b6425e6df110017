"""Number words read with the lexicon: a plain number's value, and where a text says that nobody was hurt (codebook 2)."""

import re
from functools import lru_cache

from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Numbers
from truceline.packs.phrases import has_word, written_in
from truceline.packs.word_patterns import alternation

_MOST_DIGITS = 15
"""A longer row of digits, spaces and commas counts nothing."""


def value(words: str, numbers: Numbers) -> int | None:
    """A plain number from digits or words: "12,000", "1 400", "twenty-two", "two dozen"; None if it is none."""
    clean = words.lower().strip()
    digits = re.match(r"^(\d[\d, ]*(?:\.\d+)?)\s*(hundred|thousand|million)?$", clean)
    if digits and len(digits[1]) > _MOST_DIGITS:
        return None
    if digits:
        number = float(digits[1].replace(",", "").replace(" ", ""))
        return int(number * numbers.words.get(digits[2] or "", 1))
    total = current = 0
    for word in re.findall(r"[a-z]+", clean):
        if word in ("a", "an", "and"):
            current = current or (1 if word != "and" else 0)
        elif word == "half":
            return 6
        elif word in numbers.fixed:
            current = (current or 1) * numbers.fixed[word]
        elif word not in numbers.words:
            return None
        elif numbers.words[word] == 100:
            current = (current or 1) * 100
        elif numbers.words[word] >= 1000:
            total, current = total + (current or 1) * numbers.words[word], 0
        else:
            current += numbers.words[word]
    return total + current


def none_said(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a text says that nobody was hurt ("no casualties", "without causing damage or injuries"), or None."""
    numbers = lexicon.numbers
    if not has_word(text, _begins(numbers.none, numbers.nobody, numbers.none_before)):
        return None
    if "nobody hurt" not in lexicon.compiled:
        between = rf"(?:(?!(?:{any_of(numbers.none_not)})\b)[a-z]+\s+)"
        nobody = rf"(?:{any_of(numbers.nobody)})\s+{between}{{0,6}}?(?:{any_of(numbers.dead + numbers.hurt)})"
        without = rf"(?:{any_of(numbers.none_before)})\s+{between}{{0,4}}?(?:{any_of(numbers.none_nouns)})"
        lexicon.compiled["nobody hurt"] = re.compile(rf"\b(?:{any_of(numbers.none)}|{nobody}|{without})\b", re.IGNORECASE)
    match = lexicon.compiled["nobody hurt"].search(text)
    return match.span() if match else None


@lru_cache(maxsize=4)
def _begins(*phrases: tuple[str, ...]) -> frozenset[str]:
    """The words with which one of some phrases begins."""
    return frozenset(written_in(phrase).low[0] for some in phrases for phrase in some)


def any_of(phrases: tuple[str, ...]) -> str:
    """Phrases as one alternation for a pattern, the longest first."""
    return alternation(phrases)
