"""Acts told by a list of days, each with its place ("raids on May 2 at Homs, May 5 near Hama and May 9 at Idlib"): one draft a day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.model.place import Where
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import alternation
from truceline.reports.apart import split
from truceline.reports.apart_days import LASTING
from truceline.reports.drafted import Draft
from truceline.reports.where import point

READ_BY = "reports.days_with_places 1"
_EACH = 50
"""Added to the number of an act for each further day with its place."""
_WORD = r"[^\W\d_][\w'’-]*"


def at_each_listed(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """Every draft, and one told by days with their places once for each of them; a total of all stands on none."""
    out: list[Draft] = []
    for draft in drafts:
        pairs = [] if draft.denied or draft.kind in LASTING else _pairs(draft, reading, lexicon)
        if len(pairs) < 2:
            out.append(draft)
        else:
            out += [split(draft, draft.number + _EACH * nth, when, where) for nth, (when, where) in enumerate(pairs)]
    return out


def _pairs(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[tuple[Slot[When], Slot[Where]]]:
    """The days of the list that the act's own day is of, each with its place, in order of the text."""
    if draft.when is None or draft.when_said or draft.when.value.precision is not Precision.DAY:
        return []
    own = draft.when.evidence[0]
    annotated = draft.sentence
    if own.part != annotated.sentence.part or not annotated.sentence.start <= own.start < annotated.sentence.end:
        return []
    days = [t for t in annotated.times if t.when is not None and not t.window and t.when.precision is Precision.DAY]
    if len(days) < 2:
        return []
    run: list[tuple[TimeMention, Span]] = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        place = _place(day, following, annotated, reading, lexicon)
        if place is not None:
            run.append((day, place))
        if place is None or following is None:
            if any(day.start == own.start for day, _ in run):
                break
            run = []
    return [(_when(day, draft.when, reading, annotated), _where(place, annotated, reading)) for day, place in run]


def _place(day: TimeMention, following: TimeMention | None, annotated: Annotated, reading: Reading, lexicon: Lexicon) -> Span | None:
    """The place right behind a day, with nothing but a comma or "and" between it and the next day of the list."""
    sentence = annotated.sentence
    end = following.start if following is not None else sentence.end
    words = sentence.text[day.end - sentence.start : end - sentence.start]
    match = _pattern(lexicon, last=following is None).match(words)
    if match is None:
        return None
    start = day.end + match.start("place")
    return Span(document_id=reading.document_id, start=start, end=day.end + match.end("place"), part=sentence.part)


def _pattern(lexicon: Lexicon, *, last: bool) -> re.Pattern[str]:
    key = "last day with its place" if last else "day with its place"
    if key not in lexicon.compiled:
        at = alternation((*lexicon.where.at, *lexicon.where.struck))
        end = r"(?=\s*(?:[.,;:]|$))" if last else r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:again\s+)?(?:on\s+)?$"
        lexicon.compiled[key] = re.compile(rf"\s+(?:{at})\s+(?P<place>{_WORD}(?:\s+{_WORD}){{0,7}}?){end}", re.IGNORECASE)
    return lexicon.compiled[key]


def _when(day: TimeMention, first: Slot[When], reading: Reading, annotated: Annotated) -> Slot[When]:
    assert day.when is not None
    span = Span(document_id=reading.document_id, start=day.start, end=day.end, part=annotated.sentence.part)
    return Slot(value=day.when, evidence=(span,), read_by=first.read_by)


def _where(span: Span, annotated: Annotated, reading: Reading) -> Slot[Where]:
    base = point([p for p in annotated.places if p.where is not None and span.start <= p.start and p.end <= span.end])
    words = reading.document.words(span)
    where = replace(base, name=words) if base is not None else Where(name=words)
    return Slot(value=where, evidence=(span,), read_by=READ_BY)
