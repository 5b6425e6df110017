"""Days and stretches of days in text, resolved against the publication date where the words need it.

Grammar after TIMEX: month days, weekdays, months, years, "yesterday", "last month", "two days ago", ranges.
Words that only begin or end a stretch ("since late May") are not the day of an event and give no When.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from truceline.model.reading import TimeMention
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Calendar, Lexicon

_CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b\.?|\b(?P<h24>[01]?\d|2[0-3])[:](?P<m24>[0-5]\d)(?::[0-5]\d)?\b(?!:)(?:\s*(?:to|and|-|–)\s*\d{1,2}(?:[:.]\d{2})?\s*(?P<half24>[ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|until|till|by)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_LOOK_BACK = 120
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:\w+,?\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(r"\s*[A-Z][\w.'-]*(?:[ ,/]+[A-Z][\w.'-]*){0,5},?\s*$")
_DASH = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:--|—|–|_|-\s)")
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


def times(text: str, lexicon: Lexicon, published: date | None, offset: int = 0) -> Iterator[TimeMention]:
    """Dates first, then times of day; ``offset`` is added to the places."""
    for match in _grammar(lexicon).finditer(text):
        when = _resolve(match, lexicon.calendar, published)
        if when is None or _SINCE.search(_before(match)) or _in_dateline(match):
            continue
        yield _mention(text, match, when, lexicon, published, offset)
    for match in _CLOCK.finditer(text):
        clock = read_clock(match.group())
        if clock:
            yield TimeMention(start=offset + match.start(), end=offset + match.end(), when=None, clock=clock)


def _before(match: re.Match[str]) -> str:
    """The words just before a match: a bounded stretch, so that a hostile text costs no square of its length."""
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]


def _in_dateline(match: re.Match[str]) -> bool:
    """Whether a date stands in a dateline ("CITY, March 3 (Agency) --"): it tells when was written, not when it happened."""
    if match.start() > _LOOK_BACK or _DATELINE.fullmatch(match.string[: match.start()]) is None:
        return False
    return _DASH.match(match.string, match.end()) is not None


def _mention(text: str, match: re.Match[str], when: When, lexicon: Lexicon, published: date | None, offset: int) -> TimeMention:
    """The mention without white space around it; "since the clashes began" before a date makes it a stretch up to publication."""
    found = match.group()
    start, end = match.end() - len(found.lstrip()), match.start() + len(found.rstrip())
    before = _before(match)
    since = _began(lexicon).search(before)
    if since is None or published is None or when.start >= published:
        return TimeMention(start=offset + start, end=offset + end, when=when)
    begin = match.start() - len(before) + since.start()
    words = text[begin:end]
    stretch = When(start=when.start, end=published, precision=Precision.INTERVAL, basis="since it began", words=words, anchored=True)
    return TimeMention(start=offset + begin, end=offset + end, when=stretch)


def read_clock(words: str) -> str | None:
    """Local HH:MM of words such as "11:00 AM" or "20:00"; None if they are no time of day."""
    match = _CLOCK.search(words)
    if match is None:
        return None
    if match["half24"] and 1 <= int(match["h24"]) <= 12:
        return f"{int(match['h24']) % 12 + (12 if match['half24'].lower() == 'p' else 0):02d}:{match['m24']}"
    if match["h24"]:
        return f"{int(match['h24']):02d}:{match['m24']}"
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return f"{hour % 12 + (12 if match['half'].lower() == 'p' else 0):02d}:{minute:02d}"


def _began(lexicon: Lexicon) -> re.Pattern[str]:
    """ "since the clashes began" before a date: the acts run from that day to publication."""
    if "began" not in lexicon.compiled:
        verbs = "|".join(lexicon.calendar.inceptives).replace(" ", r"\s+") or r"(?!)"
        lexicon.compiled["began"] = re.compile(
            rf"\bsince\s+(?:[\w'’-]+\s+){{1,9}}?(?:{verbs})\s+(?:on\s+|in\s+|early\s+|late\s+)?$", re.IGNORECASE
        )
    return lexicon.compiled["began"]


def _grammar(lexicon: Lexicon) -> re.Pattern[str]:
    if "dates" not in lexicon.compiled:
        lexicon.compiled["dates"] = _compile(lexicon.calendar)
    return lexicon.compiled["dates"]


def _compile(calendar: Calendar) -> re.Pattern[str]:
    month = "|".join(sorted(calendar.months, key=len, reverse=True))
    weekday = "|".join(sorted((w for w in calendar.weekdays if len(w) > 4 or w in ("wed", "thurs", "tues")), key=len, reverse=True))
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
    year = r"(?:1[89]\d\d|20\d\d)"
    season = "|".join(calendar.seasons)
    parts = "|".join(re.escape(part) for part in calendar.parts)
    named = (
        "|".join(sorted((re.escape(name).replace("'", "['’]") for name in calendar.days), key=len, reverse=True)).replace("\\ ", r"\s+")
        or r"(?!)"
    )
    filler = rf"(?:\s*,?\s*(?:{weekday}|(?:at\s+)?\d{{1,2}}(?:[:.]\d\d)?\s*[ap]\.?m\.?)\b)*"
    return re.compile(
        rf"""\b(?:
        (?P<iso>{year}-\d\d-\d\d)
        |(?P<m1>{month})\.?\s+(?P<d1>{day})(?:\s*,?\s*(?P<y1a>{year}))?(?:{filler}\s*(?P<join>-|–|to|and|through|until)\s*(?:the\s+(?:\w+\s+){{0,3}}|(?:{weekday})\s*,?\s*)?(?P<m2>{month})\.?\s+(?P<d2>{day})|{filler}\s+(?:and|to|through)\s+(?P<wd2>{weekday})\b|\s*(?:-|–|to|and|through)\s*(?P<d2b>{day})(?!\s*(?:{month}|[a-z]*\s*(?:soldier|people|troop|member|other)))\b)?(?:\s*,?\s*(?P<y1>{year}))?
        |(?P<dA>{day})(?:\s*(?:-|–|to|and)\s*(?P<dB>{day}))?\s+(?:of\s+)?(?P<mA>{month})\b\.?(?:\s*,?\s*(?P<yA>{year}))?
        |(?:the\s+)?(?P<dlast>\d{{1,2}}(?:st|nd|rd|th))\s+(?:of\s+)?(?P<lastthis>last|this)\s+month
        |(?:early|late|mid|in\ early|in\ late)?-?\s*(?P<mo>{month})\.?\s*(?:of\s+)?,?\s*(?P<moy>{year})
        |(?P<lastmo>(?:last|this\ past|this)\s+)(?P<lmo>{month})\b
        |(?:in|during|of|in\ early|in\ late|in\ mid|early|late|mid|around)[\s-]+(?P<inmo>{month})\b(?!\.?,?\s*\d)
        |(?:the|that|its|their|this|a|an)\s+(?:early\s+|late\s+|mid-?)?(?P<ofmo>{month})(?:['’]s)?(?:\s+(?=[a-z])|\s*$)
        |(?P<named>{named})
        |(?P<next>next|coming|following)\s+(?:{weekday}|week|month|year)
        |(?P<last>last|this\ past|past|this)?\s*(?:early\s+|late\s+|on\s+)?\b(?P<wd>{weekday})\b
            (?:(?:\s+(?:{parts}))?\s+(?:and|through|to)\s+(?P<wdto>{weekday})\b)?
        |(?P<rel>today|yesterday|overnight|tonight|this\ (?:morning|afternoon|evening)|last\ night|earlier\ today
            |the\ day\ before\ yesterday)
        |(?P<ago>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier_)
        |(?:over|at|during|on)\s+the\s+(?P<weekend>weekend)
        |(?:over|in|during|for)\s+the\s+(?P<pastweek>(?:past|last)\s+week)\b
        |(?P<span>earlier\ this|last|this|earlier\ in\ the)\s+(?P<spanunit>week|month|year)
        |(?P<lastseason>last|this)\s+(?P<season>{season})\b
        |(?:on\s+)the\s+(?P<dayonly>\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+(?:day|anniversary|time|of|parallel|century|corps|division|brigade|regiment|battalion|round|year|infantry|floor|session|launch|group|army|fleet|member))
        |(?:in|since_|during|of|the|early|late|mid)[\s-]+(?P<inyear>{year})\b(?!\s*(?:rounds|shells|people|troops|soldiers|meters|km))
        |(?:the|a|an|its|their)\s+(?P<ofyear>{year})(?:\s+(?=[a-z])|\s*$)(?!(?:rounds|shells|people|troops|soldiers|meters|km)\b)
        |(?<=\()(?P<paryear>{year})(?=\))
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _resolve(match: re.Match[str], calendar: Calendar, published: date | None) -> When | None:
    for group, rule in _RULES:
        if match[group]:
            try:
                return rule(match, calendar, published)
            except (ValueError, OverflowError):
                return None
    return None


def _when(match: re.Match[str], start: date, end: date, precision: Precision, basis: str, anchored: bool = False) -> When:
    return When(start=start, end=end, precision=precision, basis=basis, words=match.group().strip(), anchored=anchored)


def _day(match: re.Match[str], day: date, basis: str, anchored: bool) -> When:
    return _when(match, day, day, Precision.DAY, basis, anchored)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _past_year(month: int, day: int, published: date | None) -> int:
    """The year that puts a month and day latest, but not after publication (one day's grace for time zones)."""
    if published is None:
        raise ValueError("a month and day without a year need a publication date")
    candidate = date(published.year, month, min(day, 28))
    return published.year if candidate <= published + timedelta(days=3) else published.year - 1


def _iso(match: re.Match[str], _c: Calendar, _p: date | None) -> When:
    return _day(match, date.fromisoformat(match["iso"]), "iso date", False)


def _month_day(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    month, day = calendar.months[match["m1"].lower()], _number(match["d1"])
    said = match["y1"] or match["y1a"]
    year = int(said) if said else _past_year(month, day, published)
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
    year = int(match["yA"]) if match["yA"] else _past_year(month, day, published)
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
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _month(match: re.Match[str], calendar: Calendar, published: date | None) -> When:
    if match["mo"]:
        start, end = _month_span(int(match["moy"]), calendar.months[match["mo"].lower()])
        return _when(match, start, end, Precision.MONTH, "month")
    name = match["lmo"] or match["inmo"] or match["ofmo"]
    if name[0].islower():
        raise ValueError("the word may, not the month")
    month = calendar.months[name.lower()]
    year = _past_year(month, 1, published)
    if match["lmo"] and (match["lastmo"] or "").strip().lower() == "last" and published and published.month == month:
        year = published.year - 1
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
    return _day(match, date(_past_year(month, day, published), month, day), "named day", True)


def _weekend(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    """The last Saturday and Sunday up to publication."""
    if published is None:
        raise ValueError("needs a publication date")
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return _when(match, saturday, saturday + timedelta(days=1), Precision.INTERVAL, "weekend", True)


def _past_week(match: re.Match[str], _c: Calendar, published: date | None) -> When:
    if published is None:
        raise ValueError("needs a publication date")
    return _when(match, published - timedelta(days=7), published - timedelta(days=1), Precision.INTERVAL, "past week", True)


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
    ("pastweek", _past_week),
    ("wd", _weekday),
    ("rel", _relative),
    ("ago", _ago),
    ("span", _stretch),
    ("season", _season),
    ("dayonly", _day_only),
    ("inyear", _year),
    ("ofyear", _year),
    ("paryear", _year),
)
