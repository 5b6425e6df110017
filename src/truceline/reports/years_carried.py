"""A month or a day told without its year, right after a date of long ago: "On June 6, 1982, troops crossed ... On July 3 jets bombed"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When, month_span
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.story_day import names_a_thing

READ_BY = "reports.years_carried 1"
_REACH = 2
"""So many sentences back stands the date from which a text goes on."""
_LONGEST = timedelta(days=150)
_NEWS = timedelta(days=60)
_BARE = frozenset({"month day", "day month", "month", "day of month"})


def carry_years(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Puts, in place, an act of a bare month or day in the year of the date told just before it, where that lies years back."""
    published = reading.document.published
    if published is None:
        return
    for draft in drafts:
        if draft.when is None or not _bare(draft.when.value) or len(draft.when.evidence) != 1 or draft.title:
            continue
        span = draft.when.evidence[0]
        base, said = _before(draft, span, reading, lexicon), _of_that_year(draft, span, lexicon)
        told = _in_year(draft.when.value, base.when, said=said) if base is not None and base.when is not None else None
        if base is None or base.when is None or told is None:
            continue
        if not said and (base.when.start.year > published.year - 2 or _fresh(draft.when.value, published)):
            continue
        first = Span(document_id=reading.document_id, start=base.start, end=base.end, part=span.part)
        draft.when = Slot(value=told, evidence=(first, span), read_by=READ_BY)


def _fresh(when: When, published: date) -> bool:
    """Whether a month or day is one of the last before publication: news of those is told without the year, whatever stands before it."""
    return when.basis != "day of month" and published - when.end < _NEWS


def _of_that_year(draft: Draft, span: Span, lexicon: Lexicon) -> bool:
    """Whether the year is said to be the told one ("in May of that year")."""
    sentence = draft.sentence.sentence
    behind = sentence.text[span.end - sentence.start :].lower().removeprefix(" of").split()[:3]
    return any(" ".join(behind[:n]).strip(".,;") in lexicon.calendar.counting.fixed_units for n in (2, 3)) and "year" in behind[-1]


def years_told(times: Sequence[TimeMention]) -> set[str]:
    """The days, by the codebook, of words that name a date with its year and one without ("June 1982 ... July 3")."""
    dated = [t.when for t in times if t.when is not None and _whole(t.when)]
    bare = [t.when for t in times if t.when is not None and _bare(t.when)]
    return {told.code for base in dated for when in bare for said in (True, False) if (told := _in_year(when, base, said=said)) is not None}


def _before(draft: Draft, span: Span, reading: Reading, lexicon: Lexicon) -> TimeMention | None:
    """The date with its year that was told last before an act's own, with none but bare ones between."""
    for mention, annotated in _back(draft, span, reading):
        if mention.when is None or mention.window or names_a_thing(annotated, mention, lexicon):
            continue
        if _whole(mention.when):
            return mention
        if not _bare(mention.when):
            return None
    return None


def _back(draft: Draft, span: Span, reading: Reading) -> Iterator[tuple[TimeMention, Annotated]]:
    for annotated in reversed(reading.sentences[max(0, draft.index - _REACH) : draft.index + 1]):
        if annotated.sentence.part == span.part and not annotated.sentence.headline:
            for mention in sorted(annotated.times, key=lambda t: -t.start):
                if mention.end <= span.start:
                    yield mention, annotated


def _whole(when: When) -> bool:
    return not when.anchored and when.precision in (Precision.DAY, Precision.MONTH)


def _bare(when: When) -> bool:
    return when.anchored and when.basis in _BARE and when.precision in (Precision.DAY, Precision.MONTH)


def _in_year(when: When, base: When, *, said: bool = False) -> When | None:
    """A month or day in the year of a date, if it comes soon after it; a bare day of the month is of the month of the date."""
    try:
        start = date(base.start.year, base.start.month if when.basis == "day of month" else when.start.month, when.start.day)
    except ValueError:
        return None
    end = month_span(start)[1] if when.precision is Precision.MONTH else start
    if not said and (end < base.start or start - base.start > _LONGEST):
        return None
    return replace(when, start=start, end=end, anchored=False)
