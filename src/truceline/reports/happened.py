"""Days told of an act in a sentence that tells nothing else: "The incident happened on Friday", "the jet was seen on Thursday"."""

from collections.abc import Sequence

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft

READ_BY = "reports.happened 1"
_HAPPENED = r"^\W*(?:(?:the|this|that)\s+(?:[\w'’-]+\s+){1,3}?|(?:it|this|they|he|she)\s+)(?:all\s+)?(?:WORDS)\b(?P<then>[^,;]*)"
_REACH = 2
"""So many sentences back an act stands of which a text tells when it was."""


def happened(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Sets, in place, the day of the acts told last before such a sentence, where they have none of their own."""
    for index, annotated in enumerate(reading.sentences):
        if index == 0 or annotated.sentence.headline or not annotated.times or any(index in d.indexes for d in drafts):
            continue
        told = _told(annotated, lexicon)
        if told is None or told.when is None:
            continue
        span = Span(document_id=reading.document_id, start=told.start, end=told.end, part=annotated.sentence.part)
        for draft in _last(drafts, index, reading):
            if draft.when is None or draft.when_said:
                draft.when, draft.when_said = Slot(value=told.when, evidence=(span,), read_by=READ_BY), False


def _told(annotated: Annotated, lexicon: Lexicon) -> TimeMention | None:
    """The day that a sentence tells right behind its verb of happening or of being seen; the day of saying is none."""
    match = shaped(_HAPPENED, lexicon.calendar.happened).search(annotated.sentence.text)
    if match is None:
        return None
    first, last = (annotated.sentence.start + place for place in match.span("then"))
    days = [t for t in annotated.times if t.when is not None and not t.window and t.when.precision is not Precision.INTERVAL]
    inside = [t for t in days if first <= t.start and t.end <= last + 1]
    return inside[0] if len(inside) == 1 and inside[0].when is not None and inside[0].when.basis != "since" else None


def _last(drafts: Sequence[Draft], index: int, reading: Reading) -> list[Draft]:
    """The acts of the last sentence before one that tells any; none where a headline tells them."""
    part = reading.sentences[index].sentence.part
    for before in range(index - 1, max(-1, index - 1 - _REACH), -1):
        here = [d for d in drafts if before in d.indexes and d.sentence.sentence.part == part]
        if here:
            return [d for d in here if not d.title]
    return []
