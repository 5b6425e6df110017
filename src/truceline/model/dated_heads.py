"""The full date that heads a paragraph of a chronicle ("5 April 1965. Two jets attacked", or the date on a line of its own)."""

import re
from collections.abc import Sequence

from truceline.model.reading import Annotated, TimeMention
from truceline.model.time import Precision

_OPENS = re.compile(r"[\W_]*")
"""A bullet, a dash or a bracket may stand before the date."""
_PARTS = re.compile(r"\s*(?:[:|](?!\d)|--|[.;)\]–—\t]|-\s|\Z)")
"""What stands between the date and what it heads; a date may have a line of its own."""


def dated_heads(sentences: Sequence[Annotated], text: str) -> dict[int, tuple[int, TimeMention]]:
    """For each sentence of such a paragraph its date, with the number of the sentence in which that stands."""
    found: dict[int, tuple[int, TimeMention]] = {}
    held, end, part = None, 0, None
    for n, annotated in enumerate(sentences):
        own = annotated.sentence
        told = _heading_day(annotated)
        below = held is not None and n == held[0] + 1 and sentences[held[0]].times[-1].end >= end - 1  # the date stands on its own line
        if told is not None:
            held = (n, told)
        elif own.part != part or (not below and own.part == "text" and "\n" in text[end : own.start]):
            held = None
        end, part = own.end, own.part
        if held is not None:
            found[n] = held
    return found


def _heading_day(annotated: Annotated) -> TimeMention | None:
    """The full date with which a sentence begins."""
    first = head_date(annotated)
    whole = first is not None and first.when is not None and first.when.precision is Precision.DAY and not first.when.anchored
    return first if whole else None


def head_date(annotated: Annotated) -> TimeMention | None:
    """The date or year with which a sentence begins, where nothing follows or a stop or dash parts it from what does."""
    text, start = annotated.sentence.text, annotated.sentence.start
    first = next(iter(annotated.times), None)
    if first is None or first.when is None or first.window:
        return None
    return first if _OPENS.fullmatch(text[: first.start - start]) and _PARTS.match(text, first.end - start) else None
