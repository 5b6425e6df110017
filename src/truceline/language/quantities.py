"""Numbers in text as intervals with their hedge: "some 40", "five to six", "dozens", "over 3,000" (codebook 2)."""

import re
from collections.abc import Iterator

from truceline.model.reading import QuantityMention
from truceline.model.report import Quantity
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Numbers
from truceline.packs.numerals import value
from truceline.packs.phrases import DIGIT, has_word
from truceline.packs.word_patterns import alternation, shaped

_NUMBERED = r"(?-i:[$€£#]|[A-Z]-|[A-Z]{2,}-|(?<![A-Za-z])WORDS)\s*$"
"""What stands before a number that names a thing: a currency, letters of a type, or a word."""
_NAMED = re.compile(r"[a-z]\s+[A-Z][a-z]+\s$")
"""A capitalised word inside a sentence, right before a number."""
_UNIT = 100
"""From here on a word of a number alone counts nothing ("a couple of hundred")."""


def quantities(text: str, lexicon: Lexicon, offset: int = 0) -> Iterator[QuantityMention]:
    """Every count in a text; ``offset`` is added to the places. ``what`` is left as "number": the noun decides later."""
    numbers = lexicon.numbers
    if not DIGIT.search(text) and not has_word(text, lexicon.number_words):
        return
    for match in _pattern(lexicon).finditer(text):
        read = _read(match, numbers)
        if read is None or _excluded(text, match, numbers):
            continue
        low, high, approx = read
        end = match.end()
        if low == high and (open_ := shaped(r"\s+WORDS\b", numbers.or_more).match(text, end)):
            high, end = None, open_.end()
        elif rough := shaped(r"\s+WORDS\b", numbers.or_so).match(text, end):
            approx, end = True, rough.end()
        yield QuantityMention(
            start=offset + match.start(),
            end=offset + end,
            quantity=Quantity(what="number", low=low, high=high, approx=approx),
            noun="",
        )


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if "quantities" not in lexicon.compiled:
        lexicon.compiled["quantities"] = _compile(lexicon.numbers)
    return lexicon.compiled["quantities"]


def _compile(numbers: Numbers) -> re.Pattern[str]:
    vague_words = [word for word in numbers.vague if not word.endswith("_plural")]
    hedges = (*numbers.hedges, *numbers.at_least, *numbers.more_than, *numbers.up_to, *numbers.less_than)
    unit, fixed, vague, hedge = (alternation(some) for some in (numbers.words, numbers.fixed, vague_words, hedges))
    first = alternation((*hedges, *numbers.words, *numbers.fixed, *vague_words, "between", "half", "a"))
    words = rf"(?:{unit})(?:[-\s]+(?:and\s+)?(?:{unit}))*"
    number = (
        r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?(?:\s+(?:hundred|thousand|million))?"
        rf"|(?:{words})\s+(?:{fixed})|(?:half[- ]+)?an?\s+(?:half[- ])?(?:{fixed})|an?\s+(?:hundred|thousand)|{words})"
    )
    return re.compile(
        rf"\b(?=\d|{first})(?P<hedge>(?:\b(?:{hedge})\s+(?:an?\s+estimated\s+)?)*)(?<!\w-)\b(?:between\s+(?P<b1>{number})\s*(?:and|to|-|–)\s*(?P<b2>{number})|(?P<n1>{number})(?:\s*(?:to|or|-|–)\s*(?P<n2>{number}))?|(?:a\s+)?(?P<vague>{vague}))(?!\w|\s+(?:of\s+)?(?:hundred|thousand|million)s?\b|-year|\.\d|/\d|:\d|,\d)",
        re.IGNORECASE,
    )


def _read(match: re.Match[str], numbers: Numbers) -> tuple[int | None, int | None, bool] | None:
    hedge = match["hedge"].lower()
    if match["vague"]:
        span = numbers.vague[match["vague"].lower()]
        return (span[0], span[1], False) if span else None
    first, second = (match["b1"], match["b2"]) if match["b1"] else (match["n1"], match["n2"])
    if numbers.words.get(first.lower(), 0) >= _UNIT:
        return None
    low = value(first, numbers)
    high = value(second, numbers) if second else low
    if low is None or high is None or high < low:
        return None
    approx = any(h in hedge for h in numbers.hedges)
    if second:
        return low, high, approx
    if any(h in hedge for h in numbers.at_least):
        return low, None, False
    if any(h in hedge for h in numbers.more_than):
        return low + 1, None, False
    if any(h in hedge for h in numbers.up_to):
        return None, low, False
    if any(h in hedge for h in numbers.less_than):
        return None, low - 1, False
    return low, low, approx


def _excluded(text: str, match: re.Match[str], numbers: Numbers) -> bool:
    after, before = text[match.end() :], text[max(0, match.start() - 14) : match.start()]
    stems, words = shaped(r"\s*-?\s*WORDS", numbers.measured_stems), shaped(r"\s*-?\s*WORDS\b", numbers.measured)
    if stems.match(after) or words.match(after) or shaped(_NUMBERED, numbers.numbered, cased=True).search(before):
        return True
    if _NAMED.search(before) and re.match(r",(?!\d)", after) and match.group().isdigit():
        return True  # the number of a name ("the Dove 12, with")
    lone_year = re.fullmatch(r"(?:1[89]|20)\d\d", match.group().strip())
    return bool(lone_year) or bool(re.match(r"^\s*,?\s*\d{4}\b", after) and match.group().strip().isdigit())
