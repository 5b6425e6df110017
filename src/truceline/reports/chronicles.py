"""Lists of dated entries ("June 15, 1999: A gun battle ..."): each entry tells of its own day and place, and is read by itself."""

import re
from itertools import pairwise

from truceline.model.reading import Annotated, Reading

_AFTER = re.compile(r"\s*(?:[:|](?!\d)|--|[–—\t]|-\s|\Z)")
"""What stands between the date of an entry and what it tells; a date may have a line of its own."""
_BEFORE = re.compile(r"[\W_]*\Z")
"""A bullet or a dash may stand before the date."""


def entries(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of what stands before the first dated entry, and of each entry: first, and the one after the last.

    Nothing for a text without two entries of different days, which is no list.
    """
    opened = [n for n, annotated in enumerate(reading.sentences) if opens_entry(annotated)]
    if len({_day(reading.sentences[n]) for n in opened}) < 2:
        return []
    bounds = [0, *opened, len(reading.sentences)]
    return [(first, end) for first, end in pairwise(bounds) if first < end]


def opens_entry(annotated: Annotated) -> bool:
    """Whether a sentence begins with a date, set apart from what it tells."""
    sentence = annotated.sentence
    if sentence.headline or not annotated.times or annotated.times[0].when is None:
        return False
    start, end = annotated.times[0].start - sentence.start, annotated.times[0].end - sentence.start
    return _BEFORE.match(sentence.text[:start]) is not None and _AFTER.match(sentence.text, end) is not None


def _day(annotated: Annotated) -> str:
    when = annotated.times[0].when
    return "" if when is None else when.code
