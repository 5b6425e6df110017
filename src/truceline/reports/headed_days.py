"""The day that stands over what a form or a log tells: "Date of incident: 3 May 2020", "Incident log, 14 March"."""

from collections.abc import Iterator, Sequence

from truceline.model.reading import Annotated, Reading
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
_FIELD = r"\W*(?P<name>WORDS)\s*:"


def under_headings(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives, in place, undated acts the day of the form or log that they stand in: the last told over them."""
    undated = [draft for draft in drafts if draft.when is None and not draft.title]
    over = list(_headings(reading, lexicon)) if undated else []
    for draft in undated:
        above = [(day, timed) for n, day, timed in over if n < draft.index]
        if above and (draft.time is not None or not above[-1][1]):
            draft.when = above[-1][0]


def _headings(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, Slot[When], bool]]:
    """Each line that tells the day of what follows, and whether only of what has its time of day: a report tells of other days too."""
    calendar = lexicon.calendar
    days = [(n, day) for n, annotated in enumerate(reading.sentences) if (day := _only_day(annotated, reading)) is not None]
    form = bool(days) and any(_field(annotated, calendar.incident_fields) for annotated in reading.sentences)
    for n, day in days:
        name = _field(reading.sentences[n], calendar.date_fields)
        if name and (form or name not in _PLAIN):
            yield n, day, False
        elif not name and has_word(reading.sentences[n].sentence.text, frozenset(calendar.logs)):
            yield n, day, True


def _only_day(annotated: Annotated, reading: Reading) -> Slot[When] | None:
    """The one day of a line without a verb; a line of the text alone, since a title is of the whole of it."""
    sentence = annotated.sentence
    bare = sentence.headline or sentence.text.rstrip().endswith(":")
    if sentence.part == "title" or sentence.tokens or not bare:
        return None
    days = [(t, t.when) for t in annotated.times if t.when is not None and t.when.precision is Precision.DAY]
    if len(days) != 1:
        return None
    mention, when = days[0]
    span = Span(document_id=reading.document_id, start=mention.start, end=mention.end, part=sentence.part)
    return Slot(value=when, evidence=(span,), read_by=READ_BY)


def _field(annotated: Annotated, names: tuple[str, ...]) -> str:
    """The name of the field that a line fills, in small letters; "" where it fills none of these."""
    found = shaped(_FIELD, names).match(annotated.sentence.text) if ":" in annotated.sentence.text else None
    return found["name"].lower() if found is not None else ""
