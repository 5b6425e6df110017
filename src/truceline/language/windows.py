"""Stretches up to now: "since the beginning of June", "in less than two weeks", "over the past two months"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from truceline.model.reading import TimeMention
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import alternation

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def windows(text: str, lexicon: Lexicon, published: date | None, offset: int = 0) -> Iterator[TimeMention]:
    """Every window of a sentence; needs the publication date but where a year is told."""
    for match in _pattern(lexicon).finditer(text):
        when = _resolve(match, lexicon, published)
        if when is not None:
            yield TimeMention(start=offset + match.start(), end=offset + match.end(), when=when, window=True)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if "windows" not in lexicon.compiled:
        month = alternation(m for m in lexicon.calendar.months if len(m) > 3)
        number = alternation(w for w, n in lexicon.numbers.words.items() if n <= 20)
        lexicon.compiled["windows"] = re.compile(
            rf"""\b(?=[siwodt])(?:  # the letters that the ways below begin with
            since\s+(?:the\s+)?(?:(?P<part>beginning|start|early|mid|late|end|middle)[\s-]+(?:of\s+|in\s+)?)?(?:(?P<month>{month})\.?(?:\s+(?P<day>\d{{1,2}})\b)?(?:,?\s+(?P<year>(?:19|20)\d\d))?|(?P<only>(?:19|20)\d\d)|(?P<this>(?:this|last)\s+(?:year|month))|(?P<yearword>year))
            |(?:in|within|over|during)\s+(?:the\s+)?(?:past|last|less\s+than|under|just|about|space\s+of)?\s*(?P<n>a|an|{number}|\d+)\s+(?P<unit>day|week|month|year)s?
            |(?:so\s+far\s+)?this\s+(?P<span>year|month|week)
            )\b(?!['’]s\s)""",  # "since July's raid" is no stretch
            re.IGNORECASE | re.VERBOSE,
        )
    return lexicon.compiled["windows"]


def _resolve(match: re.Match[str], lexicon: Lexicon, published: date | None) -> When | None:
    try:
        start, precision = _start(match, lexicon, published)
    except (ValueError, OverflowError):
        return None
    if published is not None and start > published:
        return None
    end = published or start
    return When(start=start, end=max(start, end), precision=precision, basis="window", words=match.group(), anchored=True)


def _start(match: re.Match[str], lexicon: Lexicon, published: date | None) -> tuple[date, Precision]:
    if match["only"]:
        return date(int(match["only"]), 1, 1), Precision.YEAR
    if match["month"]:
        return _month(match, lexicon.calendar.months[match["month"].lower()], published)
    if published is None:
        raise ValueError("needs a publication date")
    if match["n"]:
        word = match["n"].lower()
        number = int(word) if word.isdigit() else 1 if word in ("a", "an") else lexicon.numbers.words[word]
        return published - timedelta(days=number * _UNIT_DAYS[match["unit"].lower()]), Precision.DAY
    unit = (match["span"] or match["this"] or match["yearword"]).lower()
    if "week" in unit:
        return published - timedelta(days=published.weekday()), Precision.DAY
    last = unit.startswith("last")
    if "year" in unit:
        return date(published.year - last, 1, 1), Precision.DAY
    months = published.year * 12 + published.month - 1 - last
    return date(months // 12, months % 12 + 1, 1), Precision.DAY


def _month(match: re.Match[str], month: int, published: date | None) -> tuple[date, Precision]:
    if match["year"]:
        year = int(match["year"])
    elif published is None:
        raise ValueError("a month without a year needs a publication date")
    else:
        year = published.year if month <= published.month else published.year - 1
    if match["day"]:
        return date(year, month, int(match["day"])), Precision.DAY
    if match["part"] and match["part"].lower() in ("beginning", "start"):
        return date(year, month, 1), Precision.DAY
    return date(year, month, 1), Precision.MONTH
