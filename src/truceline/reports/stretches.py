"""A very long text is read a stretch at a time: acts are compared with one another, all with all at the square of the length."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.model.reading import Annotated, Reading, Sentence

MOST = 240
"""Most sentences of one stretch; coded articles have at most 61. An act told again in another stretch is a report of its own."""


def stretches(reading: Reading) -> Iterator[Reading]:
    """The reading itself, or one for each stretch, in which all other sentences are empty: sentences keep their numbers."""
    if len(reading.sentences) <= MOST:
        yield reading
        return
    empty = tuple(_emptied(annotated) for annotated in reading.sentences)
    for first in range(0, len(empty), MOST):
        own = reading.sentences[first : first + MOST]
        yield replace(reading, sentences=empty[:first] + own + empty[first + MOST :])


def _emptied(annotated: Annotated) -> Annotated:
    told = annotated.sentence
    return Annotated(
        sentence=Sentence(start=told.start, end=told.end, text="", part=told.part),
        mentions=(), times=(), places=(), quantities=(), cues=(), quotations=(),
    )  # fmt: skip
