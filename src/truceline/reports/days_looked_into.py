"""The day of an inquiry's subject is that of what it found ("its investigation of the May 3 incident. It found that troops fired")."""

from collections.abc import Sequence

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import found_in, shaped
from truceline.reports.drafted import Draft

READ_BY = "reports.days_looked_into 1"
_OF_WHAT = r"\b(?:WORDS)\s+(?:\w+\s+){0,2}?(?:of|into|on|regarding|concerning)\s+(?:the\s+)?$"
_REACH = 3
"""So many sentences after an inquiry is told may tell what it found."""


def looked_into_days(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives, in place, undated acts that an inquiry found the day of what it looked into."""
    for index, annotated in enumerate(reading.sentences):
        told = _looked_into(annotated, lexicon)
        if told is None or told.when is None:
            continue
        span = Span(document_id=reading.document_id, start=told.start, end=told.end, part=annotated.sentence.part)
        for draft in drafts:
            said = [reading.sentences[n].sentence.text.lower() for n in draft.indexes if index <= n <= index + _REACH]
            found = any(found_in(text, lexicon.telling.inquiries_find) for text in said)
            if found and not draft.title and _day_open(draft, annotated):
                draft.when = Slot(value=told.when, evidence=(span,), read_by=READ_BY)


def _day_open(draft: Draft, inquiry: Annotated) -> bool:
    """Whether an act has no day, or only one that the sentence of the inquiry told: that on which it was ended."""
    if draft.when is None:
        return True
    start = draft.when.evidence[-1].start
    return inquiry.sentence.start <= start < inquiry.sentence.end


def _looked_into(annotated: Annotated, lexicon: Lexicon) -> TimeMention | None:
    """The day right behind "investigation of the", with what was on it behind it."""
    sentence = annotated.sentence
    if not found_in(sentence.text.lower(), lexicon.telling.inquiries_into):
        return None
    for mention in annotated.times:
        if mention.when is None or mention.when.precision is not Precision.DAY or mention.window:
            continue
        before, behind = sentence.text[: mention.start - sentence.start], sentence.text[mention.end - sentence.start :]
        if behind[:1] == " " and behind[1:2].islower() and shaped(_OF_WHAT, lexicon.telling.inquiries_into).search(before):
            return mention
    return None
