"""Days and stretches of days in text, resolved against the publication date where the words need it.

Grammar after TIMEX: month days, weekdays, months, years, "yesterday", "last month", "two days ago", ranges.
Words that only end a stretch ("until Friday") are not the day of an event and give no When; those that open one
("since Friday") give the stretch up to publication, which is the time of what has been done in it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from truceline.language.date_grammar import grammar, may_name_days
from truceline.language.date_rules import day_beside, resolve
from truceline.language.date_spans import counted
from truceline.model.reading import TimeMention
from truceline.model.time import Precision, When
from truceline.packs import datelines
from truceline.packs.lexicon import Lexicon

_CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s*(?P<half>[ap])\.?\s?m\b\.?|\b(?P<h24>[01]?\d|2[0-3])[:](?P<m24>[0-5]\d)(?::[0-5]\d)?\b(?!:\d)(?:\s*(?:to|and|-|–)\s*\d{1,2}(?:[:.]\d{2})?\s*(?P<half24>[ap])\.?\s?m\b\.?)?"
    r"|(?<!for )\b(?P<hm>(?:[01]\d|2[0-3])[0-5]\d)\s*(?:hrs?|hours|h)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_MAY_TELL_CLOCK = re.compile(r"\d(?::[0-5]|\s*[ap]\.?\s?m)|\d{4}\s*h", re.IGNORECASE)
"""Stands in every time of day; to look for it costs a fraction of looking for one."""
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?(?:(?P<start>start|beginning|outset)\s+|(?:(?:early|late|mid)[\s-]+)?(?:on\s+)?)$", re.IGNORECASE
)
_OWNER = re.compile(r"['’]s\s")
_UNTIL = re.compile(
    r"\b(?:since|until|till|by)\s+(?:(?:the|early|late|mid|on|around|about|end\s+of|(?:morning|evening|night|dawn)\s+of)[\s-]+)*$",
    re.IGNORECASE,
)
_LOOK_BACK = 120


def times(text: str, lexicon: Lexicon, published: date | None, offset: int = 0) -> Iterator[TimeMention]:
    """Dates first, then times of day; ``offset`` is added to the places."""
    for match in grammar(lexicon).finditer(text) if may_name_days(text, lexicon) else ():
        when = resolve(match, lexicon.calendar, published)
        if when is None or datelines.bears_day(text, match.start(), match.end()):
            continue
        mention = _mention(text, match, when, lexicon, published)
        beside = day_beside(match, when, lexicon.calendar, published)
        if mention is not None and (beside is None or mention.when != when):
            yield TimeMention(start=offset + mention.start, end=offset + mention.end, when=mention.when)
        elif mention is not None and beside is not None:
            at, later = beside
            first = text[mention.start : at].rstrip().removesuffix("and").rstrip()
            yield TimeMention(start=offset + mention.start, end=offset + mention.start + len(first), when=replace(when, words=first))
            yield TimeMention(start=offset + at, end=offset + at + len(later.words), when=later, beside=True)
    for match in _CLOCK.finditer(text) if _MAY_TELL_CLOCK.search(text) else ():
        clock = read_clock(match.group())
        if clock:
            yield TimeMention(start=offset + match.start(), end=offset + match.end(), when=None, clock=clock)


def _mention(text: str, match: re.Match[str], when: When, lexicon: Lexicon, published: date | None) -> TimeMention | None:
    """The mention without white space around it; with "since" before it, the stretch from it up to publication; None for "until Friday"."""
    found = match.group()
    start, end = match.end() - len(found.lstrip()), match.start() + len(found.rstrip())
    low = max(0, start - _LOOK_BACK)
    since = _began(lexicon).search(text[low:start]) or _SINCE.search(text[low:start])
    if since is not None and since.re is _SINCE and since["start"] and counted(text[low : low + since.start()], lexicon.calendar):
        return TimeMention(start=start, end=end, when=when)  # "the third since the start of March"
    if since is None:
        return None if _UNTIL.search(text[low:start]) else TimeMention(start=start, end=end, when=when)
    if published is not None and when.start == published:
        return TimeMention(start=start, end=end, when=when)  # "since Thursday morning", told on that Thursday
    if _OWNER.match(text, end) and since.re is _SINCE and not since["start"]:
        return TimeMention(start=start, end=end, when=when)  # "since last year's invasion": that is of last year
    if published is None or when.start > published:
        return None
    basis = "since" if since.re is _SINCE else "since it began"
    stretch = When(
        start=when.start, end=published, precision=Precision.INTERVAL, basis=basis, words=text[low + since.start() : end], anchored=True
    )
    named = any(letter.isupper() for letter in since.group()[len("since") :])  # a place or a side told there is not part of the time
    return TimeMention(start=start if named else low + since.start(), end=end, when=stretch)


def read_clock(words: str) -> str | None:
    """Local HH:MM of words such as "11:00 AM", "20:00" or "0815 hrs"; None if they are no time of day."""
    match = _CLOCK.search(words)
    if match is None:
        return None
    if match["hm"]:
        return f"{match['hm'][:2]}:{match['hm'][2:]}"
    if match["half24"] and 1 <= int(match["h24"]) <= 12:
        return f"{int(match['h24']) % 12 + (12 if match['half24'].lower() == 'p' else 0):02d}:{match['m24']}"
    if match["h24"]:
        return f"{int(match['h24']):02d}:{match['m24']}"
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return f"{hour % 12 + (12 if match['half'].lower() == 'p' else 0):02d}:{minute:02d}"


def _began(lexicon: Lexicon) -> re.Pattern[str]:
    """ "since the clashes began", "since they began their offensive" before a date: the acts run from that day to publication."""
    if "began" not in lexicon.compiled:
        verbs = "|".join(lexicon.calendar.inceptives).replace(" ", r"\s+") or r"(?!)"
        lexicon.compiled["began"] = re.compile(
            rf"\bsince\s+(?:[\w'’-]+\s+){{1,14}}?(?:{verbs})\s+(?:[\w'’-]+\s+){{0,4}}?(?:on\s+|in\s+|early\s+|late\s+)?$", re.IGNORECASE
        )
    return lexicon.compiled["began"]
