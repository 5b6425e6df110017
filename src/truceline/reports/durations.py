"""How long acts went on: "five days of fighting" that began on a told day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import alternation
from truceline.reports.drafted import Draft

READ_BY = "reports.durations 1"
_LONGEST = 40
_BEGINNINGS = ("month day", "day month", "since", "since it began")
_LAST = 3
"""A stretch told by its length ends at most so many days before publication."""


def lasted(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """The stretch of acts that a sentence tells by its length, where an act of the same kind or sides tells on which day it began."""
    published = reading.document.published
    if published is None:
        return
    for draft in drafts:
        for days, span, begins in _lengths(draft, reading, lexicon):
            if draft.when is None and (whole := _as_long(draft, drafts, days)) is not None:
                draft.when, draft.when_said = replace(whole, evidence=(*whole.evidence, span), read_by=READ_BY), False
                break
            own = draft.when if begins and draft.when is not None and draft.when.value.precision is Precision.DAY else None
            first = own or _began(draft, drafts, days, published)
            if first is None:
                continue
            end = first.value.start + timedelta(days=days - 1)
            when = When(
                start=first.value.start, end=end, precision=Precision.INTERVAL, basis="duration", words=first.value.words, anchored=True
            )
            draft.when, draft.when_said = Slot(value=when, evidence=(*first.evidence, span), read_by=READ_BY), False
            break


def _as_long(draft: Draft, drafts: Sequence[Draft], days: int) -> Slot[When] | None:
    """The stretch of just so many days that the text gives an act of the same sides ("the five-day event")."""
    told = [d.when for d in drafts if d is not draft and d.when is not None and d.parties() & draft.parties()]
    return next((w for w in told if w.value.precision is Precision.INTERVAL and (w.value.end - w.value.start).days == days - 1), None)


def _began(draft: Draft, drafts: Sequence[Draft], days: int, published: date) -> Slot[When] | None:
    """The day told for the act, or for one of its kind or sides, from which so many days lead close to publication."""
    if draft.when is not None and draft.when.value.basis.startswith("since"):
        return None  # the stretch is told whole
    near = [d for d in drafts if d is not draft and (d.kind == draft.kind or d.parties() & draft.parties())]
    told = [draft.when] if draft.when is not None else [d.when for d in near if d.when is not None and not d.when_said]
    starts = [w for w in told if w.value.basis in _BEGINNINGS]
    fit = [w for w in starts if 0 <= (published - w.value.start).days - (days - 1) <= _LAST]
    return min(fit, key=lambda w: w.value.start, default=None)


def _lengths(draft: Draft, reading: Reading, lexicon: Lexicon) -> Iterator[tuple[int, Span, bool]]:
    """Numbers of days in the sentences of an act ("five days of", "a five-day"), and whether their first day follows ("beginning on")."""
    for n in sorted(set(draft.indexes)):
        sentence = reading.sentences[n].sentence
        for match in _pattern(lexicon).finditer(sentence.text):
            word = match["n"].lower()
            days = int(word) if word.isdigit() else lexicon.numbers.words.get(word, 0)
            if 2 <= days <= _LONGEST:
                start = sentence.start + match.start()
                span = Span(document_id=reading.document_id, start=start, end=sentence.start + match.end(), part=sentence.part)
                yield days, span, match["begins"] is not None


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if "lasted" not in lexicon.compiled:
        number = alternation(w for w, n in lexicon.numbers.words.items() if 2 <= n <= _LONGEST)
        begins = rf"(?P<begins>\s+days,?\s+(?:{alternation(lexicon.calendar.beginning_on)})\b)"
        lexicon.compiled["lasted"] = re.compile(
            rf"\b(?P<n>{number}|\d{{1,2}})(?:\s+days\s+of\b|{begins}|-day(?:-(?:long|old))?\s)", re.IGNORECASE
        )
    return lexicon.compiled["lasted"]
