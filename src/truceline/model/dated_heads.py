"""The full date that heads a paragraph of a chronicle ("5 April 1965. Two jets attacked", or the date on a line of its own)."""

from collections.abc import Sequence

from truceline.model.reading import Annotated, TimeMention
from truceline.model.time import Precision

_OPENS = " \t\n-–—•*·([\"'“"
_PARTS = ".:;–—-)]|"


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
    """The full date with which a sentence begins, where nothing follows or a stop or dash parts it from what does."""
    text, start = annotated.sentence.text, annotated.sentence.start
    first = next(iter(annotated.times), None)
    if first is None or first.when is None or first.when.precision is not Precision.DAY or first.when.anchored or first.window:
        return None
    if text[: first.start - start].strip(_OPENS):
        return None
    behind = text[first.end - start :].lstrip()
    return first if not behind or behind[0] in _PARTS else None
