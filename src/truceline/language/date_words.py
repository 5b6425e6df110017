"""What the rules of days share: a When of a match, the year that a month is meant in, the words before it."""

import re
from datetime import date, timedelta

from truceline.model.time import Precision, When
from truceline.packs.lexicon_shapes import Calendar

_LOOK_BACK = 120
_LAST_YEAR = re.compile(r"\blast\s+year\s*,?\s+(?:on\s+|in\s+)?$", re.IGNORECASE)
_SAID = ("said1", "saidA", "saidm", "saidp", "saidr")
_AGO = ("back1", "backA", "backm", "backp", "backr")


def when_of(match: re.Match[str], start: date, end: date, precision: Precision, basis: str, anchored: bool = False) -> When:
    """What a match means, kept with its words."""
    return When(start=start, end=end, precision=precision, basis=basis, words=match.group().strip(), anchored=anchored)


def day_of(match: re.Match[str], day: date, basis: str, anchored: bool) -> When:
    """The one day that a match means."""
    return when_of(match, day, day, Precision.DAY, basis, anchored)


def number_of(words: str) -> int:
    """The number of words like "3rd"."""
    return int(re.sub(r"\D", "", words))


def past_year(match: re.Match[str], month: int, day: int, calendar: Calendar, published: date | None) -> int:
    """The year counted from publication beside a month and day ("in May last year"); without one, the latest up to publication."""
    if published is None:
        raise ValueError("a month and day without a year need a publication date")
    back = _years_back(match, calendar)
    if back is not None:
        return published.year - back
    candidate = date(published.year, month, min(day, 28))
    return published.year if candidate <= published + timedelta(days=3) else published.year - 1


def _years_back(match: re.Match[str], calendar: Calendar) -> int | None:
    """How many years before publication a month is told to be: "last year" after it or before it, "this year", "two years ago"."""
    groups = match.groupdict()
    said = next((groups[name].lower() for name in _SAID if groups.get(name)), "")
    ago = next((groups[name].lower() for name in _AGO if groups.get(name)), "")
    if ago:
        return calendar.spans[ago]
    if said == "last" or _LAST_YEAR.search(before(match)):
        return 1
    return 0 if said == "this" else None


def before(match: re.Match[str]) -> str:
    """The words just before a match: a bounded stretch, so that a hostile text costs no square of its length."""
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
