"""What phrases of days mean that count within a month, a week or a year, or name the first and the last of several months or years."""

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.language.date_words import before, day_of, past_year, when_of
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon_shapes import Calendar

_HALF = 15
_WEEK = timedelta(days=7)
_BETWEEN = re.compile(r"(?:from|between)\b", re.IGNORECASE)
_DASH = re.compile(r"[-–/]")
_OWNED = re.compile(r"['’]s?$")


def figures(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    """ "27.2.2013", "27/02/2013": the day first where it cannot be the month, and always with full stops."""
    one, two, year = (int(part) for part in re.split(r"[-/.]", match["figures"]))
    if match["figby"] != "." and one <= 12 and two <= 12 and one != two:
        raise ValueError("day and month cannot be told apart")
    return day_of(match, date(year, two, one) if two <= 12 else date(year, one, two), "figures", False)


def weekday_of_week(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """ "Tuesday of last week", "last week on Tuesday", "two weeks ago Tuesday"."""
    if published is None:
        raise ValueError("needs a publication date")
    weekday = calendar.weekdays[(match["wdof"] or match["wdago"]).lower()]
    week = (match["weekof"] or match["weekwd"] or "").lower()
    if week:
        day = published + timedelta(days=weekday - published.weekday()) - (week == "last") * _WEEK
    else:
        day = published - timedelta(days=(published.weekday() - weekday) % 7) - calendar.spans[match["weeksago"].lower()] * _WEEK
    return day_of(match, day, "weekday of a week", True)


def before_last(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """ "The week before last", "the night before last", "the Tuesday before last"."""
    if published is None:
        raise ValueError("needs a publication date")
    unit = match["lastbut"].lower()
    if unit == "night":
        return day_of(match, published - timedelta(days=2), "before last", True)
    if unit == "year":
        return when_of(match, date(published.year - 2, 1, 1), date(published.year - 2, 12, 31), Precision.YEAR, "before last", True)
    if unit == "month":
        months = published.year * 12 + published.month - 3
        return when_of(match, *month_span(date(months // 12, months % 12 + 1, 1)), Precision.MONTH, "before last", True)
    if unit in calendar.weekdays:
        last = published - timedelta(days=(published.weekday() - calendar.weekdays[unit] - 1) % 7 + 1)
        return day_of(match, last - _WEEK, "before last", True)
    monday = published - timedelta(days=published.weekday()) - 2 * _WEEK
    first = monday + timedelta(days=5) if unit == "weekend" else monday
    return when_of(match, first, monday + timedelta(days=6), Precision.INTERVAL, "before last", True)


def part_of_month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """ "The second week of May", "the last day of February", "the first Sunday in March", "the fifth of June"."""
    first, last = _whole(match, calendar, published)
    anchored = not (match["nthy"] or match["nthyear"])
    number, part = calendar.nth[match["nth"].lower()], (match["nthpart"] or "day").lower()
    if not match["nthpart"] and number < 0:
        raise ValueError("the last of the month is no day")
    if part == "day" or part in calendar.weekdays:
        size = 1
        start = first + (number - 1) * timedelta(days=1) if number > 0 else last
        if part in calendar.weekdays:
            away = calendar.weekdays[part]
            start = first + timedelta(days=(away - first.weekday()) % 7) + (number - 1) * _WEEK
            start = start if number > 0 else last - timedelta(days=(last.weekday() - away) % 7)
        if not first <= start <= last:
            raise ValueError("no such day")
        return day_of(match, start, "part of a month", anchored)
    if part == "half" and match["nthyear"]:
        middle = date(first.year, 7, 1)
        start, end = (first, middle - timedelta(days=1)) if number == 1 else (middle, last)
        return when_of(match, start, end, Precision.INTERVAL, "part of a year", anchored)
    if part not in ("week", "half") or match["nthyear"]:
        raise ValueError("no known part")
    size = _HALF if part == "half" else 7
    start = first + (number - 1) * timedelta(days=size) if number > 0 else last - timedelta(days=size - 1)
    end = last if part == "half" and number != 1 else start + timedelta(days=size - 1)
    return when_of(match, start, min(end, last), Precision.INTERVAL, "part of a month", anchored)


def _whole(match: re.Match[str], calendar: Calendar, published: date | None) -> tuple[date, date]:
    """The month, or the year, a part of which is told."""
    if match["nthyear"]:
        return date(int(match["nthyear"]), 1, 1), date(int(match["nthyear"]), 12, 31)
    if match["nthmo"]:
        if match["nthmo"][0].islower():
            raise ValueError("the word may, not the month")
        month = calendar.months[match["nthmo"].lower()]
        return month_span(date(int(match["nthy"]) if match["nthy"] else past_year(match, month, 1, calendar, published), month, 1))
    if published is None:
        raise ValueError("needs a publication date")
    this = published.replace(day=1)
    return month_span(this - timedelta(days=1) if match["nththis"].lower() == "last" else this)


def months(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """ "From May to August 2012", "in January and February"; of two months told apart, the first."""
    one, two = calendar.months[match["moa"].lower()], calendar.months[match["mob"].lower()]
    if match["moa"][0].islower():
        raise ValueError("the word may, not the month")
    year = int(match["moby"]) if match["moby"] else past_year(match, two, 1, calendar, published)
    first = date(int(match["moay"]) if match["moay"] else year - (one > two), one, 1)
    last = month_span(date(year, two, 1))[1]
    joined = match["mojoin"].lower() == "and" and not _BETWEEN.match(match.group().strip())
    apart = joined and (two - one) % 12 != 1
    anchored = not match["moby"]
    if apart or match["mob"][0].islower() or last < first:
        return when_of(match, *month_span(first), Precision.MONTH, "month", anchored)
    return when_of(match, first, last, Precision.INTERVAL, "months", anchored)


def years(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    """ "From 2006 to 2008", "in 2006-08"; of two years told apart, the first."""
    start, words = int(match["ya"]), match["yb"]
    short = len(words) == 2
    end = start - start % 100 + int(words) if short else int(words)
    apart = match["yjoin"].lower() == "and" and not _BETWEEN.match(match.group().strip())
    known = published is None or end <= published.year
    if apart or end <= start or not known or (short and not _DASH.fullmatch(match.string[match.end("ya") : match.start("yb")])):
        return when_of(match, date(start, 1, 1), date(start, 12, 31), Precision.YEAR, "year")
    return when_of(match, date(start, 1, 1), date(end, 12, 31), Precision.INTERVAL, "years")


def other(match: re.Match[str], first: When, calendar: Calendar, published: date | None) -> tuple[int, When] | None:
    """The second of two months or years told apart, with the place of its words ("in April and December last year")."""
    if match["moa"] and first.precision is Precision.MONTH and match["mob"][0].isupper():
        month = calendar.months[match["mob"].lower()]
        year = int(match["moby"]) if match["moby"] else past_year(match, month, 1, calendar, published)
        (start, end), at = month_span(date(year, month, 1)), match.start("mob")
    elif match["ya"] and first.precision is Precision.YEAR and match["yjoin"].lower() == "and" and len(match["yb"]) == _FIGURES:
        start, end, at = date(int(match["yb"]), 1, 1), date(int(match["yb"]), 12, 31), match.start("yb")
    else:
        return None
    if start <= first.start or (published is not None and start > published):
        return None
    return at, replace(first, start=start, end=end, words=match.string[at : match.end()].strip())


_FIGURES = 4


def of_a_kind(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """A month or year before a noun that it tells apart from others: "the deadly 2010 attack", "their December launch"."""
    words = before(match).split()
    behind = (match["kind"] or "").lower()
    if behind in calendar.counted_things or (behind and not _points(words, calendar)) or (words and not behind):
        raise ValueError("no date of a noun")
    if match["kindyear"]:
        year = int(match["kindyear"])
        if published is not None and year > published.year:
            raise ValueError("a year to come")
        return when_of(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "year of a kind")
    if match["kindmo"][0].islower():
        raise ValueError("the word may, not the month")
    month = calendar.months[match["kindmo"].lower()]
    span = month_span(date(past_year(match, month, 1, calendar, published), month, 1))
    return when_of(match, *span, Precision.MONTH, "month of a kind", True)


_ADJECTIVES = 3


def _points(words: list[str], calendar: Calendar) -> bool:
    """Whether words end in an owner ("Israel's"), or in an article or the like and no more than three adjectives behind it."""
    for word in reversed(words[-_ADJECTIVES - 1 :]):
        low = word.lower()
        if low in calendar.pointing or (_OWNED.search(word) and len(word) > 1):  # "'s" is written apart in some texts
            return True
        if low.rstrip(",") in calendar.not_between or not low.rstrip(",").replace("-", "").isalpha():
            return False
    return False


def past_days(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """ "In the past 24 hours", "over the last two weeks"; where the stretch only says how often ("the third in the past week"), none."""
    if published is None:
        raise ValueError("needs a publication date")
    said, unit = (match["pastn"] or "").lower(), match["pastunit"].lower()
    several = match["paststretch"].lower().endswith("s")
    if counted(before(match), calendar):
        raise ValueError("a stretch in which is counted")
    if unit == "hour" and (said == "few" or not said):
        return day_of(match, published, "past hours", True)
    if said == "few" or (not said and several):
        raise ValueError("vague")
    number = int(said) if said.isdigit() else calendar.spans[" ".join(said.split())] if said else 1
    if unit == "month":
        if number > _MONTHS:
            raise ValueError("too long for one act")
        whole = published.year * 12 + published.month - 1 - number
        first, last = month_span(date(whole // 12, whole % 12 + 1, 1))
        return when_of(match, first.replace(day=min(published.day, last.day)), published, Precision.INTERVAL, "past month", True)
    days = {"hour": max(1, number // 24), "day": number, "week": 7 * number}[unit]
    return when_of(match, published - timedelta(days=days), published, Precision.INTERVAL, f"past {unit}", True)


_MONTHS = 3
_NEAR = 60
_NTH = re.compile(r"\d(?:st|nd|rd|th)$")


def counted(words: str, calendar: Calendar) -> bool:
    """Whether the words before a stretch say which of several an act was ("the third attack in the past week")."""
    near = words[-_NEAR:].lower().split()
    return any(calendar.nth.get(word, 0) > 0 or _NTH.search(word) for word in near)
