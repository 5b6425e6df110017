"""The stretches of a text that are read by themselves: the entries of a list of dated ones, and parts of a very long text.

In a long one acts are compared with one another, all with all at the square of the length.
"""

from collections.abc import Iterator
from dataclasses import replace

from truceline.model.reading import Annotated, Reading, Sentence
from truceline.reports.chronicles import entries

MOST = 240
"""Most sentences of one stretch; coded articles have at most 61. An act told again in another stretch is a report of its own."""


def stretches(reading: Reading) -> Iterator[Reading]:
    """The reading itself, or one for each stretch, in which all other sentences are empty: sentences keep their numbers."""
    whole = [(0, len(reading.sentences))]
    bounds = [(at, min(at + MOST, end)) for first, end in entries(reading) or whole for at in range(first, end, MOST)]
    if len(bounds) < 2:
        yield reading
        return
    empty = tuple(_emptied(annotated) for annotated in reading.sentences)
    for first, end in bounds:
        yield replace(reading, sentences=empty[:first] + reading.sentences[first:end] + empty[end:])


def _emptied(annotated: Annotated) -> Annotated:
    told = annotated.sentence
    return Annotated(
        sentence=Sentence(start=told.start, end=told.end, text="", part=told.part),
        mentions=(), times=(), places=(), quantities=(), cues=(), quotations=(),
    )  # fmt: skip
