"""Days that one month stands for ("on June 9 and 18", "Oct. 3, 9 and 10"): each is a day of its own, no stretch from first to last."""

import re
from dataclasses import replace
from datetime import date

from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft

_MORE = r"(?:, ?\d{1,2}(?=[, ]))*,? WORDS \d{1,2}(?=[.,;:) ]|$)"
"""Further days of a month behind the first ("..., 9 and 10"), with no noun that they might count right behind the last."""
_FIGURE = re.compile(r"\d{1,2}")
_LAST_DAY = 31


def days_listed(draft: Draft, lexicon: Lexicon) -> list[Slot[When]]:
    """The days of a list that one month stands for, the act's own among them; none where its day is no such list."""
    when, sentence = draft.when, draft.sentence.sentence
    if when is None or len(when.evidence) != 1 or when.evidence[0].part != sentence.part:
        return []
    if when.value.precision is Precision.INTERVAL:
        before = sentence.text[: when.evidence[0].start - sentence.start].lower().split()[-1:]
        return _both_ends(when) if lexicon.telling.on_days.issuperset(before) and before else []  # "between June 9 and 18" is a stretch
    return _behind(when, sentence.text, sentence.start, lexicon) if when.value.precision is Precision.DAY else []


def _both_ends(when: Slot[When]) -> list[Slot[When]]:
    """Two days that are told with "and" and have others between them; two in a row may be one stretch ("on May 3 and 4")."""
    value, span = when.value, when.evidence[0]
    first, joint, last = value.words.partition(" and ")
    if not joint or (value.end - value.start).days < 2 or not _FIGURE.search(first) or not _FIGURE.search(last):
        return []
    return [_day(when, value.start, first, span), _day(when, value.end, last, replace(span, start=span.end - len(last)))]


def _behind(when: Slot[When], text: str, begin: int, lexicon: Lexicon) -> list[Slot[When]]:
    """The act's own day, and those whose figures alone follow it, each later than the one before and in the same month."""
    span, first = when.evidence[0], when.value.start
    found = shaped(_MORE, lexicon.telling.day_joining).match(text, span.end - begin) if when.value.words[-1:].isdigit() else None
    behind = text[found.end() : found.end() + 1] if found is not None else ""
    if found is None or (behind == " " and text[found.end() :].split()[0].lower() not in lexicon.telling.behind_days):
        return []
    days = [when]
    for figure in _FIGURE.finditer(text, found.start(), found.end()):
        number, last = int(figure.group()), days[-1].value.start.day
        if not last < number <= _LAST_DAY:
            return []
        try:
            day = date(first.year, first.month, number)
        except ValueError:
            return []
        days.append(_day(when, day, figure.group(), replace(span, start=begin + figure.start(), end=begin + figure.end())))
    return days


def _day(when: Slot[When], day: date, words: str, span: Span) -> Slot[When]:
    value = replace(when.value, start=day, end=day, precision=Precision.DAY, words=words)
    return Slot(value=value, evidence=(span,), read_by=when.read_by)
