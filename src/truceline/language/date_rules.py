"""What each phrase of the date grammar means: first and last day, read against the publication date where the words need it."""

import re
from dataclasses import replace
from datetime import date, timedelta

from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon_shapes import Calendar

_LOOK_BACK = 120
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:\w+,?\s+)?$", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast\s+year\s*,?\s+(?:on\s+|in\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\sand\s", re.IGNORECASE)
_JUCHE = 1911
"""The North Korean count of years begins in 1912, the year of Kim Il Sung's birth: Juche 113 is 2024."""

_COUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "several": None,
    "few": None,
}


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
    """The second of two days told together, with the place of its words ("Dec. 26 and Dec. 28"); None where one day is told."""
    if first.start != first.end or not _JOINED.search(match.group()) or _BETWEEN.search(_before(match)):
        return None
    at = match.start("m2") if match["m2"] else match.start("wdto") if match["wdto"] else -1
    words = match.string[at : match.end()].strip()
    if at < 0 or (match["m2"] and match["join"].lower() != "and"):
        return None
    if match["m2"]:
        month, number = calendar.months[match["m2"].lower()], _number(match["d2"])
        later = date(first.start.year + ((month, number) < (first.start.month, first.start.day)), month, number)
    else:
        later = first.start + timedelta(days=(calendar.weekdays[match["wdto"].lower()] - first.start.weekday()) % 7)
    if later == first.start or (published is not None and later > published + timedelta(days=1)):
        return None
    return at, replace(first, start=later, end=later, words=words)


def _when(match: re.Match[str], start: date, end: date, precision: Precision, basis: str, anchored: bool = False) -> When:
    return When(start=start, end=end, precision=precision, basis=basis, words=match.group().strip(), anchored=anchored)


def _day(match: re.Match[str], day: date, basis: str, anchored: bool) -> When:
    return _when(match, day, day, Precision.DAY, basis, anchored)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _past_year(match: re.Match[str], month: int, day: int, published: date | None) -> int:
    """The year counted from publication beside a month and day ("in May last year"); without one, the latest up to publication."""
    if published is None:
        raise ValueError("a month and day without a year need a publication date")
    back = _years_back(match)
    if back is not None:
        return published.year - back
    candidate = date(published.year, month, min(day, 28))
    return published.year if candidate <= published + timedelta(days=3) else published.year - 1


def _years_back(match: re.Match[str]) -> int | None:
    """How many years before publication a month is told to be: "last year" after it or before it, "this year", "two years ago"."""
    groups = match.groupdict()
    said = next((groups[name].lower() for name in ("said1", "saidA", "saidm") if groups.get(name)), "")
    ago = next((groups[name].lower() for name in ("back1", "backA", "backm") if groups.get(name)), "")
    if ago:
        return _COUNT[ago]
    if said == "last" or _LAST_YEAR.search(_before(match)):
        return 1
    return 0 if said == "this" else None


def _before(match: re.Match[str]) -> str:
    """The words just before a match: a bounded stretch, so that a hostile text costs no square of its length."""
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def _iso(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    return _day(match, date.fromisoformat(match["iso"]), "iso date", False)


def _month_day(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.months[match["m1"].lower()], _number(match["d1"])
    said = match["y1"] or match["y1a"] or match["juche"]
    year = _past_year(match, month, day, published) if not said else int(said) + (_JUCHE if match["juche"] else 0)
    start = date(year, month, day)
    if match["m2"]:
        other = date(year, calendar.months[match["m2"].lower()], _number(match["d2"]))
        end = other if other >= start else other.replace(year=year + 1)
        if match["join"].lower() == "and" and (end - start).days > 1 and not _BETWEEN.search(_before(match)):
            end = start  # two days told apart ("Dec. 26 and Dec. 28") are no stretch
    elif match["wd2"]:
        end = start + timedelta(days=(calendar.weekdays[match["wd2"].lower()] - start.weekday()) % 7)
        end = end if (end - start).days <= 3 else start
    elif match["d2b"]:
        end = date(year, month, _number(match["d2b"]))
        end = end if end >= start else start
    else:
        end = start
    return _when(match, start, end, Precision.DAY if start == end else Precision.INTERVAL, "month day", not said)


def _day_month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.months[match["mA"].lower()], _number(match["dA"])
    year = int(match["yA"]) if match["yA"] else _past_year(match, month, day, published)
    start = date(year, month, day)
    end = date(year, month, _number(match["dB"])) if match["dB"] else start
    return _when(match, start, max(start, end), Precision.DAY if start >= end else Precision.INTERVAL, "day month", not match["yA"])


def _day_of_month(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    first = published.replace(day=1)
    if match["lastthis"].lower() == "last":
        first = (first - timedelta(days=1)).replace(day=1)
    return _day(match, first.replace(day=_number(match["dlast"])), "day of month", True)


def _day_only(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    day = _number(match["dayonly"])
    first = published.replace(day=1)
    if day > published.day + 1:
        first = (first - timedelta(days=1)).replace(day=1)
    return _day(match, first.replace(day=day), "day of month", True)


def _month_span(year: int, month: int) -> tuple[date, date]:
    return month_span(date(year, month, 1))


def _month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    if match["mo"]:
        start, end = _month_span(int(match["moy"]), calendar.months[match["mo"].lower()])
        return _when(match, start, end, Precision.MONTH, "month")
    name = match["lmo"] or match["inmo"] or match["ofmo"]
    if name[0].islower():
        raise ValueError("the word may, not the month")
    month = calendar.months[name.lower()]
    year = _past_year(match, month, 1, published)
    if (
        match["lmo"]
        and (match["lastmo"] or "").strip().lower() == "last"
        and published
        and (year, month) >= (published.year, published.month)
    ):
        year = published.year - 1  # "last October", also on the eve of an October
    start, end = _month_span(year, month)
    return _when(match, start, end, Precision.MONTH, "month", True)


def _weekday(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    """The last such day up to publication. A bare weekday six days back is rather the day after: wires often carry the date of the eve."""
    if published is None:
        raise ValueError("a weekday needs a publication date")
    back = (published.weekday() - calendar.weekdays[match["wd"].lower()]) % 7
    said = (match["last"] or "").lower()
    if back == 0 and said in ("last", "past", "this past"):
        back = 7
    elif back == 6 and not said:
        back = -1
    start = published - timedelta(days=back)
    if match["wdto"]:
        end = start + timedelta(days=(calendar.weekdays[match["wdto"].lower()] - start.weekday()) % 7)
        if end > start and (end - start).days <= 3 and end <= published + timedelta(days=1):
            return _when(match, start, end, Precision.INTERVAL, "weekdays", True)
    return _day(match, start, "weekday", True)


def _named_day(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.days[re.sub(r"\s+", " ", match["named"].lower().replace("’", "'"))]
    return _day(match, date(_past_year(match, month, day, published), month, day), "named day", True)


def _weekend(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    """The last Saturday and Sunday up to publication."""
    if published is None:
        raise ValueError("needs a publication date")
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return _when(match, saturday, saturday + timedelta(days=1), Precision.INTERVAL, "weekend", True)


def _past_stretch(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    if match["paststretch"].lower().endswith("month"):
        before = published.replace(day=1) - timedelta(days=1)
        first = before.replace(day=min(published.day, before.day))
        return _when(match, first, published, Precision.INTERVAL, "past month", True)
    return _when(match, published - timedelta(days=7), published, Precision.INTERVAL, "past week", True)


def _relative(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    words = match["rel"].lower()
    back = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}.get(words, 0)
    return _day(match, published - timedelta(days=back), "relative day", True)


def _ago(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    word = match["ago"].lower()
    number = int(word) if word.isdigit() else _COUNT[word]
    if number is None:
        raise ValueError("vague")
    unit = match["unit"].lower()
    if match["loose"] and (unit == "day" or match["loose"].lower().split()[0] in ("more", "less", "over", "under")):
        raise ValueError("no better known than before or after a day")
    if unit == "week" and number == 1 and not match["loose"]:
        return _day(match, published - timedelta(days=7), "a week ago", True)
    if unit == "day":
        return _day(match, published - timedelta(days=number), "days ago", True)
    if unit == "year":
        return _when(match, date(published.year - number, 1, 1), date(published.year - number, 12, 31), Precision.YEAR, "years ago", True)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        start, end = _month_span(months // 12, months % 12 + 1)
        return _when(match, start, end, Precision.MONTH, "months ago", True)
    middle = published - timedelta(days=7 * number)
    monday = middle - timedelta(days=middle.weekday())
    return _when(match, monday, monday + timedelta(days=6), Precision.INTERVAL, "weeks ago", True)


def _stretch(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    last, unit = match["span"].lower() == "last", match["spanunit"].lower()
    if unit == "year":
        year = published.year - last
        return _when(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "year", True)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - last
        start, end = _month_span(months // 12, months % 12 + 1)
        return _when(match, start, end, Precision.MONTH, "month", True)
    monday = published - timedelta(days=published.weekday() + 7 * last)
    end = monday + timedelta(days=6) if last else published
    if match["span"].lower().startswith("earlier"):
        end = max(monday, published - timedelta(days=1))
    return _when(match, monday, end, Precision.INTERVAL, "week", True)


def _season(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    first, last = calendar.seasons[match["season"].lower()]
    year = published.year if date(published.year, first, 1) <= published else published.year - 1
    return _when(match, date(year, first, 1), _month_span(year, last)[1], Precision.INTERVAL, "season", True)


def _season_of_year(match: re.Match[str], calendar: Calendar, _p: date | None) -> When:
    first, last = calendar.seasons[match["seasonof"].lower()]
    year = int(match["seasonyear"])
    return _when(match, date(year, first, 1), _month_span(year, last)[1], Precision.INTERVAL, "season")


def _year(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    year = int(match["inyear"] or match["ofyear"] or match["paryear"])
    if published is not None and year > published.year:
        raise ValueError("a year to come")
    return _when(match, date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "year")


def _skip(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    raise ValueError("a time to come")


_RULES = (
    ("iso", _iso),
    ("next", _skip),
    ("m1", _month_day),
    ("mA", _day_month),
    ("dlast", _day_of_month),
    ("mo", _month),
    ("lmo", _month),
    ("inmo", _month),
    ("ofmo", _month),
    ("named", _named_day),
    ("weekend", _weekend),
    ("paststretch", _past_stretch),
    ("wd", _weekday),
    ("rel", _relative),
    ("ago", _ago),
    ("span", _stretch),
    ("season", _season),
    ("seasonof", _season_of_year),
    ("dayonly", _day_only),
    ("inyear", _year),
    ("ofyear", _year),
    ("paryear", _year),
)
