"""The grammar of days in English text: one pattern, its named groups told apart by the rules that resolve them."""

import re

from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import Calendar
from truceline.packs.phrases import has_figure, has_word
from truceline.packs.word_patterns import alternation

_FIGURES = re.compile(r"(?:1[89]|20)\d\d|\d(?:st|nd|rd|th)", re.IGNORECASE)
"""A year, or a day told by a figure alone; any other figure stands beside a month or a unit."""
_UNITS = ("day", "night", "morning", "afternoon", "evening", "week", "month", "year", "hour", "ago")


def may_name_days(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has figures, or the letters of a word, without one of which no phrase of days can be in it.

    This costs a tenth of the pattern, and lets go most sentences that name no day.
    """
    if has_word(text, lexicon.day_words) or (has_figure(text) and _FIGURES.search(text)):
        return True
    low = text.casefold()
    if any(map(low.__contains__, _UNITS)):
        return True
    return any(map(low.replace("’", "'").__contains__, lexicon.calendar.days))


def grammar(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of every phrase that names a day or a stretch of days, compiled once for a lexicon."""
    if "dates" not in lexicon.compiled:
        lexicon.compiled["dates"] = _compile(lexicon.calendar)
    return lexicon.compiled["dates"]


def _compile(calendar: Calendar) -> re.Pattern[str]:
    month = alternation(calendar.months)
    weekdays = [w for w in calendar.weekdays if len(w) > 4 or w in ("wed", "thurs", "tues")]
    weekday = alternation(weekdays)
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
    year = r"(?:1[89]\d\d|20\d\d)"
    era = r"(?:Juche\s+\d{1,3}\s*[(/]?\s*)?"
    few = alternation(calendar.spans, space=r"\s+")
    ago = rf"(?P<back{{0}}>{few})\s+years?\s+ago"
    season, parts = alternation(calendar.seasons), alternation(calendar.parts)
    nth = alternation(calendar.nth)
    vague = r"(?:early|late|mid)[\s-]+"
    as_far = r"as\s+(?:early|late|recently|far\s+back)\s+as"
    told = rf"(?!(?:\s+(?:{parts}))?\s*[,(]?\s*(?:the\s+)?(?:{month}\.?\s+{day}|{day}\s+(?:of\s+)?{month})\b)"
    told_then = rf"(?!\s*,?\s*(?:(?:on|from|between|into)\s+)?(?:{weekday}|{month}\.?\s+\d)\b)"
    counted = rf"\s*,?\s+(?:of\s+)?(?:(?P<said{{0}}>last|this)\s+year|{ago})\b"
    named = alternation(calendar.days, space=r"\s+").replace("'", "['’]")
    run_on = (*calendar.days_near, "early", "late", "mid")  # after these no space need follow ("mid-June", "today's")
    first = alternation((*calendar.months, *weekdays, *(name.split()[0].split("'")[0] for name in calendar.days), *run_on))
    opener = rf"{alternation(word for word in calendar.day_openers if word not in calendar.little_openers)}(?![^\W\d_])"
    after = alternation((*calendar.months, *weekdays, *calendar.nth, *calendar.seasons, *calendar.spans, *calendar.after_little))
    little = (
        rf"{alternation(calendar.little_openers)}[\s-]+(?:the[\s-]+)?(?:\d|{after})"  # they stand everywhere, and hardly ever before a day
    )
    spaced = rf"[\s-]+(?:on|early|late|{month}|{weekday})"  # a phrase that may begin with the space before it
    filler = rf"(?:\s*,?\s*(?:{weekday}|(?:at\s+)?\d{{1,2}}(?:[:.]\d\d)?\s*[ap]\.?m\.?)\b)*"
    of_year = counted.format("m")
    return re.compile(
        rf"""\b(?=\d|{first}|{opener}|{little}|{spaced})(?:
        (?P<iso>{year}(?P<isoby>[-/.])\d\d(?P=isoby)\d\d)\b
        |(?P<figures>\d{{1,2}}(?P<figby>[-/.])\d{{1,2}}(?P=figby){year})\b
        |\s*(?:(?:early|late|on)\s+)*\b(?P<wdof>{weekday})(?:\s+(?:{parts}))?\s*,?\s+(?:of\s+)?(?P<weekof>last|this)\s+week\b
        |(?:earlier\s+)?(?:(?P<weeksago>{few})\s+weeks?\s+ago|(?P<weekwd>last|this)\s+week)(?:\s+|\s*,\s+on\s+)(?:on\s+)?(?P<wdago>{weekday})\b(?!['’])
        |the\s+(?P<lastbut>week|weekend|month|year|night|{weekday})\s+before\s+last\b
        |(?:(?:in|on|during|over)\s+)?the\s+(?P<nth>{nth})\s+(?:(?P<nthpart>day|week|weekend|half|{weekday})\s+(?:of|in)|of)\s+(?:(?P<nthmo>{month})\b\.?(?!['’])(?:\s*,?\s+(?:of\s+)?(?P<nthy>{year})\b|{counted.format("p")})?|(?P<nththis>last|this)\s+month\b|(?P<nthyear>{year})\b)
        |(?:from|between|in|during|of|early|late|mid)[\s-]+(?:{vague})?(?P<moa>{month})\b\.?(?:\s*,?\s+(?P<moay>{year}))?\s*(?P<mojoin>-|–|to|and|through|until)\s*(?:{vague})?(?P<mob>{month})\b(?!\.?\s+\d{{1,2}}\b)(?:\.?\s*,?\s+(?:of\s+)?(?P<moby>{year})\b|{counted.format("r")})?
        |(?:from|between|in|during|of|both|the)\s+(?:{vague})?(?P<ya>{year})\s*(?P<yjoin>-|–|/|to|and|through|until)\s*(?:{vague})?(?P<yb>{year}|\d\d)\b(?!-\d)
        |(?:(?:last|this\s+past|this)\s+)?(?P<m1>{month})\.?\s+(?P<d1>{day})(?:\s*,?\s*{era}(?P<y1a>{year}))?(?:{filler}\s*(?:,(?=\s*(?:to|through|until|and\s+{month})\b))?\s*(?P<join>-|–|to|and|through|until)\s*(?:the\s+(?:\w+\s+){{0,3}}|(?:{weekday})\s*,?\s*)?(?P<m2>{month})\.?\s+(?P<d2>{day})|{filler}\s+(?:and|to|through)\s+(?P<wd2>{weekday})\b|\s*(?:-|–|to|and|through)\s*(?P<d2b>{day})(?!\s*(?:{month}|[a-z]*\s*(?:soldier|people|troop|member|other)))\b)?(?:\s*,?\s*{era}(?P<y1>{year})|\s*,?\s*Juche\s+(?P<juche>\d{{2,3}})|{counted.format("1")})?
        |(?P<dA>{day})(?:\s*(?:-|–|/|to|and)\s*(?P<dB>{day}))?[\s-]+(?:of\s+)?(?P<mA>{month})\b\.?(?:\s*[,-]?\s*{era}(?P<yA>{year})|{counted.format("A")})?
        |(?:the\s+)?(?P<dlast>\d{{1,2}}(?:st|nd|rd|th))\s+(?:of\s+)?(?P<lastthis>last|this)\s+month
        |(?:early|late|mid|in\ early|in\ late)?-?\s*(?P<mo>{month})\.?\s*(?:of\s+)?,?\s*(?P<moy>{year})
        |(?P<lastmo>(?:last|this\ past|this)\s+)(?P<lmo>{month})\b
        |(?:in|during|throughout|of|in\ (?:early|late|mid)|early|late|mid|around|{as_far}|both)[\s-]+
            (?P<inmo>{month})\b(?!\.?,?\s*\d)(?:{of_year})?
        |(?:the|that|its|their|this|a|an)\s+(?:early\s+|late\s+|mid-?)?(?P<ofmo>{month})(?:['’]s)?(?:\s+(?=[a-z])|\s*$)
        |(?<=[a-z,]\s)(?P<posmo>(?!may\b){month})(?=['’]s\s+[a-z])
        |(?P<named>{named})
        |(?P<next>next|coming|following)\s+(?:{weekday}|week|month|year)
        |(?P<last>last|this\ past|past|this)?\s*(?:early\s+|late\s+|on\s+)?\b(?P<wd>{weekday})\b{told}
            (?:(?:\s+(?:{parts}))?\s+(?:and|through|to|into)\s+(?:(?:early|late|{parts})\s+(?:on\s+)?)?(?P<wdto>{weekday})\b)?
        |(?P<rel>today|yesterday|overnight{told_then}|tonight|this\ (?:morning|afternoon|evening)|last\ night|earlier\ today
            |the\ day\ before\ yesterday|(?:earlier|later)\ (?:in|on|during)\ the\ day|in\ the\ day(?=\s*(?:[.,;]|$)))
        |(?P<loose>(?:(?:more|less)\ than|over|nearly|almost|under|about|some|around)\s+)?(?:exactly\s+|just\s+)?
            (?P<ago>{few}|\d+)\s+(?P<unit>hour|day|week|fortnight|month|year|decade)s?\s+ago\b(?:\s+(?P<agothis>this\s+(?:week|month)|today))?
        |(?:(?:just|only|some|a\s+few|few|several)\s+)*(?P<justago>hours|minutes|moments)\s+ago\b
        |(?:a|the|this|last|(?:this|the)\s+past)\s+(?P<weekend>weekend)\b
        |(?:over|in|during|for|within|throughout)\s+the\s+(?P<paststretch>(?:past|last)\s+(?:(?P<pastn>{few}|\d{{1,2}}|few)\s+)?(?P<pastunit>hour|day|week|month)s?)\b(?!\s+(?:of|in)\b)
        |(?P<span>earlier\ this|last|this|earlier\ in\ the|all)\s+(?P<spanunit>week|month|year)
        |(?P<lastseason>last|this)\s+(?P<season>{season})\b
        |(?:in|during|of)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<seasonof>{season})\s+(?:of\s+|in\s+)?(?:(?P<seasonyear>{year})\b|(?P<seasonsaid>last|this)\s+year\b)
        |(?:on\s+)the\s+(?P<dayonly>\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+(?:day|anniversary|time|of|parallel|century|corps|division|brigade|regiment|battalion|round|year|infantry|floor|session|launch|group|army|fleet|member))
        |(?:in|since_|during|of|the|early|late|mid|{as_far}|both)[\s-]+(?P<inyear>{year})\b(?!-\d\d-\d|\s*(?:rounds|shells|people|troops|soldiers|meters|km))
        |(?:the|a|an|its|their)\s+(?P<ofyear>{year})(?:\s+(?=[a-z])|\s*$)(?!(?:rounds|shells|people|troops|soldiers|meters|km)\b)
        |(?<=\()(?P<paryear>{year})(?=\))
        |\A[^\w\n]*(?P<leadyear>{year})(?=\s*(?::(?!\d)|--|[–—])|\s+-\s)
        |(?:(?<=[a-z'’,]\s)|\A)(?:(?P<kindmo>{month})|(?P<kindyear>{year}))(?:\s+(?=(?P<kind>[a-z-]+))|\s*\Z)
        )""",
        re.IGNORECASE | re.VERBOSE,
    )
