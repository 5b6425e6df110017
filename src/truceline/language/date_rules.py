"""What each phrase of the date grammar means: first and last day, read against the publication date where the words need it."""

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.language import date_spans as spans
from truceline.language.date_words import before, day_of, number_of, past_year, when_of
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon_shapes import Calendar

_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:\w+,?\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\sand\s", re.IGNORECASE)
_DATED = re.compile(r"\b[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:\s*,\s*\d{4})?\s*,\s+(?:a\s+)?$")
"""A date before a weekday beside it: "March 3, a Sunday"."""
_NEAR = 30
_JUCHE = 1911
"""The North Korean count of years begins in 1912, the year of Kim Il Sung's birth: Juche 113 is 2024."""


def resolve(match: re.Match[str], calendar: Calendar, published: date | None) -> When | None:
    """The days that a match of the grammar means; None where the words, with the publication date, do not fix them."""
    for group, rule in _RULES:
        if match[group]:
            try:
                return rule(match, calendar, published)
            except (ValueError, OverflowError):
                return None
    return None


def day_beside(match: re.Match[str], first: When, calendar: Calendar, published: date | None) -> tuple[int, When] | None:
    """The second of two days told together, with the place of its words ("Dec. 26 and Dec. 28"); None where one day is told.

    So with two months or years ("in April and December last year").
    """
    if (other := spans.other(match, first, calendar, published)) is not None:
        return other
    if first.start != first.end or not _JOINED.search(match.group()) or _BETWEEN.search(before(match)):
        return None
    at = match.start("m2") if match["m2"] else match.start("wdto") if match["wdto"] else -1
    words = match.string[at : match.end()].strip()
    if at < 0 or (match["m2"] and match["join"].lower() != "and"):
        return None
    if match["m2"]:
        month, number = calendar.months[match["m2"].lower()], number_of(match["d2"])
        later = date(first.start.year + ((month, number) < (first.start.month, first.start.day)), month, number)
    else:
        later = first.start + timedelta(days=(calendar.weekdays[match["wdto"].lower()] - first.start.weekday()) % 7)
    if later == first.start or (published is not None and later > published + timedelta(days=1)):
        return None
    return at, replace(first, start=later, end=later, words=words)


def _iso(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    return day_of(match, date.fromisoformat(re.sub(r"[/.]", "-", match["iso"])), "iso date", False)


def _month_day(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.months[match["m1"].lower()], number_of(match["d1"])
    said = match["y1"] or match["y1a"] or match["juche"]
    year = past_year(match, month, day, calendar, published) if not said else int(said) + (_JUCHE if match["juche"] else 0)
    start = date(year, month, day)
    if match["m2"]:
        other = date(year, calendar.months[match["m2"].lower()], number_of(match["d2"]))
        end = other if other >= start else other.replace(year=year + 1)
        if match["join"].lower() == "and" and (end - start).days > 1 and not _BETWEEN.search(before(match)):
            end = start  # two days told apart ("Dec. 26 and Dec. 28") are no stretch
    elif match["wd2"]:
        end = start + timedelta(days=(calendar.weekdays[match["wd2"].lower()] - start.weekday()) % 7)
        end = end if (end - start).days <= 3 else start
    elif match["d2b"]:
        end = date(year, month, number_of(match["d2b"]))
        end = end if end >= start else start
    else:
        end = start
    return when_of(match, start, end, Precision.DAY if start == end else Precision.INTERVAL, "month day", not said)


def _day_month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.months[match["mA"].lower()], number_of(match["dA"])
    year = int(match["yA"]) if match["yA"] else past_year(match, month, day, calendar, published)
    start = date(year, month, day)
    end = date(year, month, number_of(match["dB"])) if match["dB"] else start
    return when_of(match, start, max(start, end), Precision.DAY if start >= end else Precision.INTERVAL, "day month", not match["yA"])


def _day_of_month(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    first = published.replace(day=1)
    if match["lastthis"].lower() == "last":
        first = (first - timedelta(days=1)).replace(day=1)
    return day_of(match, first.replace(day=number_of(match["dlast"])), "day of month", True)


def _day_only(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    day = number_of(match["dayonly"])
    first = published.replace(day=1)
    if day > published.day + 1:
        first = (first - timedelta(days=1)).replace(day=1)
    return day_of(match, first.replace(day=day), "day of month", True)


def _month_span(year: int, month: int) -> tuple[date, date]:
    return month_span(date(year, month, 1))


def _month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    if match["mo"]:
        start, end = _month_span(int(match["moy"]), calendar.months[match["mo"].lower()])
        return when_of(match, start, end, Precision.MONTH, "month")
    name = match["lmo"] or match["inmo"] or match["ofmo"] or match["posmo"]
    if name[0].islower():
        raise ValueError("the word may, not the month")
    month = calendar.months[name.lower()]
    year = past_year(match, month, 1, calendar, published)
    if (
        match["lmo"]
        and (match["lastmo"] or "").strip().lower() == "last"
        and published
        and (year, month) >= (published.year, published.month)
    ):
        year = published.year - 1  # "last October", also on the eve of an October
    start, end = _month_span(year, month)
    return when_of(match, start, end, Precision.MONTH, "month", True)


def _weekday(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """The last such day up to publication. A bare weekday six days back is rather the day after: wires often carry the date of the eve."""
    if published is None:
        raise ValueError("a weekday needs a publication date")
    back = (published.weekday() - calendar.weekdays[match["wd"].lower()]) % 7
    said = (match["last"] or "").lower()
    if match.group().strip()[0].isupper() and _DATED.search(match.string[max(0, match.start("wd") - _NEAR) : match.start("wd")]):
        raise ValueError("the date before it tells the day")
    if back == 0 and said in ("last", "past", "this past"):
        back = 7
    elif back == 6 and not said:
        back = -1
    start = published - timedelta(days=back)
    if match["wdto"]:
        end = start + timedelta(days=(calendar.weekdays[match["wdto"].lower()] - start.weekday()) % 7)
        if end > start and (end - start).days <= 3 and end <= published + timedelta(days=1):
            return when_of(match, start, end, Precision.INTERVAL, "weekdays", True)
    return day_of(match, start, "weekday", True)


def _named_day(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.days[re.sub(r"\s+", " ", match["named"].lower().replace("’", "'"))]
    return day_of(match, date(past_year(match, month, day, calendar, published), month, day), "named day", True)


def _weekend(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    """The last Saturday and Sunday up to publication."""
    if published is None:
        raise ValueError("needs a publication date")
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if published.weekday() >= 5 and match.group().lower().startswith("last"):
        saturday -= timedelta(days=7)
    return when_of(match, saturday, saturday + timedelta(days=1), Precision.INTERVAL, "weekend", True)


def _relative(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    words = match["rel"].lower()
    back = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}.get(words, 0)
    return day_of(match, published - timedelta(days=back), "relative day", True)


def _ago(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    word = match["ago"].lower()
    number = int(word) if word.isdigit() else calendar.spans[" ".join(word.split())]
    unit = match["unit"].lower()
    if unit == "hour":
        return _hours_ago(match, number, published)
    if unit == "fortnight":
        return day_of(match, published - timedelta(days=14 * number), "a fortnight ago", True)
    if unit == "decade":
        unit, number = "year", 10 * number
    if unit == "year" and match["agothis"]:
        return _that_long_ago(match, number, published)
    if match["loose"] and (unit == "day" or match["loose"].lower().split()[0] in ("more", "less", "over", "under")):
        raise ValueError("no better known than before or after a day")
    if unit == "week" and number == 1 and not match["loose"]:
        return day_of(match, published - timedelta(days=7), "a week ago", True)
    if unit == "day":
        return day_of(match, published - timedelta(days=number), "days ago", True)
    if unit == "year":
        return when_of(match, date(published.year - number, 1, 1), date(published.year - number, 12, 31), Precision.YEAR, "years ago", True)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        start, end = _month_span(months // 12, months % 12 + 1)
        return when_of(match, start, end, Precision.MONTH, "months ago", True)
    middle = published - timedelta(days=7 * number)
    monday = middle - timedelta(days=middle.weekday())
    return when_of(match, monday, monday + timedelta(days=6), Precision.INTERVAL, "weeks ago", True)


def _hours_ago(match: re.Match[str], number: int, published: date) -> When:
    """ "Three hours ago" is of the day of publication, "48 hours ago" of two days before; what lies between is not known."""
    if _MORNING < number < _DAY or (match["loose"] and number >= _DAY):
        raise ValueError("this day or the one before")
    return day_of(match, published - timedelta(days=number // _DAY), "hours ago", True)


_MORNING, _DAY = 8, 24


def _that_long_ago(match: re.Match[str], number: int, published: date) -> When:
    """ "A year ago today", "five years ago this month"."""
    then = published.replace(year=published.year - number)
    if match["agothis"].lower() == "today":
        return day_of(match, then, "years ago", True)
    return when_of(match, *month_span(then), Precision.MONTH, "years ago", True)


def _just_ago(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    return day_of(match, published, "hours ago", True)


def _stretch(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    last, unit = match["span"].lower() == "last", match["spanunit"].lower()
    if unit == "year":
        year = published.year - last
        return when_of(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "year", True)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - last
        start, end = _month_span(months // 12, months % 12 + 1)
        return when_of(match, start, end, Precision.MONTH, "month", True)
    monday = published - timedelta(days=published.weekday() + 7 * last)
    end = monday + timedelta(days=6) if last else published
    if match["span"].lower().startswith("earlier"):
        end = max(monday, published - timedelta(days=1))
    return when_of(match, monday, end, Precision.INTERVAL, "week", True)


def _season(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """The latest such season that has begun; "last spring", said in a spring, is that of the year before."""
    if published is None:
        raise ValueError("needs a publication date")
    name, year = match["season"].lower(), published.year
    start, end = _season_in(name, year, calendar)
    while start > published or (match["lastseason"].lower() == "last" and end >= published):
        year -= 1
        start, end = _season_in(name, year, calendar)
    return when_of(match, start, end, Precision.INTERVAL, "season", True)


def _season_in(name: str, year: int, calendar: Calendar) -> tuple[date, date]:
    first, last = calendar.seasons[name]
    return date(year, first, 1), _month_span(year + (last < first), last)[1]


def _season_of_year(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    name = match["seasonof"].lower()
    if match["seasonsaid"] and published is None:
        raise ValueError("needs a publication date")
    year = int(match["seasonyear"] or 0) or (published.year - (match["seasonsaid"].lower() == "last") if published else 0)
    start, end = _season_in(name, year, calendar)
    if end.year > year:
        return when_of(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "winter of a year", bool(match["seasonsaid"]))
    return when_of(match, start, end, Precision.INTERVAL, "season", bool(match["seasonsaid"]))


def _year(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    year = int(match["inyear"] or match["ofyear"] or match["paryear"] or match["leadyear"])
    if published is not None and year > published.year:
        raise ValueError("a year to come")
    return when_of(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "year")


def _skip(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    raise ValueError("a time to come")


_RULES = (
    ("iso", _iso),
    ("figures", spans.figures),
    ("wdof", spans.weekday_of_week),
    ("wdago", spans.weekday_of_week),
    ("lastbut", spans.before_last),
    ("nth", spans.part_of_month),
    ("moa", spans.months),
    ("ya", spans.years),
    ("next", _skip),
    ("m1", _month_day),
    ("mA", _day_month),
    ("dlast", _day_of_month),
    ("mo", _month),
    ("lmo", _month),
    ("inmo", _month),
    ("ofmo", _month),
    ("posmo", _month),
    ("named", _named_day),
    ("weekend", _weekend),
    ("paststretch", spans.past_days),
    ("wd", _weekday),
    ("rel", _relative),
    ("ago", _ago),
    ("justago", _just_ago),
    ("span", _stretch),
    ("season", _season),
    ("seasonof", _season_of_year),
    ("dayonly", _day_only),
    ("inyear", _year),
    ("ofyear", _year),
    ("paryear", _year),
    ("leadyear", _year),
    ("kindmo", spans.of_a_kind),
    ("kindyear", spans.of_a_kind),
)
