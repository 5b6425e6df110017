"""Days told without their year in an undated text, below a full date that heads their paragraph: "5 May 1974: ... On 9 May a trap blew up".

Their year is that of the heading date, or the next one.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from truceline.language.dates import times
from truceline.model.dated_heads import dated_heads
from truceline.model.document import Document
from truceline.model.reading import Annotated
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon

_BARE = frozenset({"month day", "day month"})
_ONWARDS = timedelta(days=270)
"""So long after the heading date lie the days told without their year; what would be later is of the months before it."""


def with_bare_days(found: Sequence[Annotated], document: Document, lexicon: Lexicon) -> tuple[Annotated, ...]:
    """The sentences of a document, such days among their times; nothing changes where the publication date is known."""
    heads = dated_heads(found, document.text) if document.published is None else {}
    held = {n: head.when for n, (_, head) in heads.items()}
    return tuple(a if (when := held.get(n)) is None else _dated(a, when, lexicon) for n, a in enumerate(found))


def _dated(annotated: Annotated, head: When, lexicon: Lexicon) -> Annotated:
    taken = [(t.start, t.end) for t in annotated.times]
    found = [
        replace(t, when=replace(t.when, anchored=False))
        for t in times(annotated.sentence.text, lexicon, head.start + _ONWARDS, annotated.sentence.start)
        if t.when is not None and t.when.basis in _BARE and t.when.anchored and not any(a < t.end and t.start < b for a, b in taken)
    ]
    return annotated if not found else replace(annotated, times=tuple(sorted((*annotated.times, *found), key=lambda t: t.start)))
