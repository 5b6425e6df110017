"""The day that stands over what a form or a log tells: "Date of incident: 3 May 2020", "Incident log, 14 March"."""

import re
from collections.abc import Iterator, Sequence

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import has_word
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft

READ_BY = "reports.headed_days 1"
_PLAIN = frozenset({"date", "day"})
"""Fields that may as well tell the day of the paper they stand on."""
_FIELD = r"\A\W*(?P<name>WORDS)\s*:"


def under_headings(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives, in place, undated acts the day of the form or log that they stand in: the last told over them."""
    over = list(_headings(reading, lexicon)) if any(draft.when is None for draft in drafts) else []
    for draft in drafts if over else ():
        above = [(n, day, timed) for n, day, timed in over if n < draft.index]
        if draft.when is not None or draft.title or not above:
            continue
        n, day, timed = above[-1]
        if draft.time is not None or not timed:
            span = Span(document_id=reading.document_id, start=day.start, end=day.end, part=reading.sentences[n].sentence.part)
            draft.when = Slot(value=_when(day), evidence=(span,), read_by=READ_BY)


def _headings(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, TimeMention, bool]]:
    """Each line that tells the day of what follows, and whether only of what has its time of day: a report tells of other days too."""
    form = any(_field(annotated, lexicon.calendar.incident_fields) for annotated in reading.sentences)
    for n, annotated in enumerate(reading.sentences):
        day = _only_day(annotated)
        if day is None:
            continue
        name = _field(annotated, lexicon.calendar.date_fields)
        if name and (form or name not in _PLAIN):
            yield n, day, False
        elif not name and has_word(annotated.sentence.text, frozenset(lexicon.calendar.logs)):
            yield n, day, True


def _only_day(annotated: Annotated) -> TimeMention | None:
    """The one day of a line without a verb; a line of the text alone, since a title is of the whole of it."""
    sentence = annotated.sentence
    bare = sentence.headline or sentence.text.rstrip().endswith(":")
    if sentence.part == "title" or sentence.tokens or not bare:
        return None
    days = [t for t in annotated.times if t.when is not None and t.when.precision is Precision.DAY]
    return days[0] if len(days) == 1 else None


def _field(annotated: Annotated, names: tuple[str, ...]) -> str:
    """The name of the field that a line fills, in small letters; "" where it fills none of these."""
    found = re.match(shaped(_FIELD, names), annotated.sentence.text) if ":" in annotated.sentence.text else None
    return found["name"].lower() if found is not None else ""


def _when(day: TimeMention) -> When:
    if day.when is None:
        raise ValueError("a line that tells no day")
    return day.when
