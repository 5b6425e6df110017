"""Lists of dated entries ("June 15, 1999: A gun battle ..."): each entry tells of its own day and place, and is read by itself."""

from itertools import pairwise

from truceline.model.dated_heads import head_date
from truceline.model.reading import Annotated, Reading


def entries(reading: Reading) -> list[tuple[int, int]]:
    """The sentences of what stands before the first dated entry, and of each entry: first, and the one after the last.

    Nothing for a text without two entries of different days, which is no list.
    """
    opened = {n: day for n, annotated in enumerate(reading.sentences) if (day := _day(annotated)) is not None}
    if len(set(opened.values())) < 2:
        return []
    bounds = [0, *opened, len(reading.sentences)]
    return [(first, end) for first, end in pairwise(bounds) if first < end]


def opens_entry(annotated: Annotated) -> bool:
    """Whether a sentence begins with a date, set apart from what it tells."""
    return _day(annotated) is not None


def _day(annotated: Annotated) -> str | None:
    """The code of the date with which a sentence of the text begins."""
    head = None if annotated.sentence.headline and annotated.sentence.part == "title" else head_date(annotated)
    return head.when.code if head is not None and head.when is not None else None
