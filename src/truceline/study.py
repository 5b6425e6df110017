"""The first steps of the road, without a ledger: captures become documents, documents become reports, each a pure function."""

from collections.abc import Iterable, Iterator
from itertools import tee

from truceline.engines.base import Engine
from truceline.errors import InputRefused
from truceline.language.annotate import annotate
from truceline.model.document import Capture, Document, Refusal
from truceline.model.report import Extraction
from truceline.packs.pack import Pack
from truceline.readers.read import read
from truceline.reports.extract import extract
from truceline.reports.observed import tabled, told_by_observer

Came = tuple[Capture | None, Document | Refusal]
"""A document or a refusal with the capture it came from; None where the ledger had it, or the capture itself failed."""


def read_all(captures: Iterable[Capture | Refusal], *, pack: Pack, engine: Engine) -> Iterator[Came]:
    """Step 1: every capture with each document or refusal read from it, in the order they were given."""
    given, again = tee(captures)
    for capture, documents in zip(given, engine.map(read_one, again, shared=pack)):
        for document in documents:
            yield None if isinstance(capture, Refusal) else capture, document


def study_all(
    came: Iterable[Came], *, pack: Pack, engine: Engine
) -> Iterator[tuple[Capture | None, Document | Refusal, Extraction | None]]:
    """Steps 2 and 3: each document with what was extracted from it; one that cannot be studied becomes a refusal."""
    given, again = tee(came)
    for (capture, document), found in zip(given, engine.map(study_one, (each for _, each in again), shared=pack)):
        yield (capture, found, None) if isinstance(found, Refusal) else (capture, document, found)


def read_one(capture: Capture | Refusal, pack: Pack) -> tuple[Document | Refusal, ...]:
    """All that one capture holds. A refused capture stays a refusal."""
    if isinstance(capture, Refusal):
        return (capture,)
    try:
        return tuple(read(capture))
    except InputRefused as refused:
        return (_refusal(refused),)


def study_one(document: Document | Refusal, pack: Pack) -> Extraction | Refusal:
    """What one document says. A refused document stays a refusal."""
    if isinstance(document, Refusal):
        return document
    try:
        if document.observation is not None and not document.observation.free:
            return tabled(document, pack)
        return told_by_observer(extract(annotate(document, pack), pack), document)
    except InputRefused as refused:
        return _refusal(refused)


def _refusal(refused: InputRefused) -> Refusal:
    return Refusal(where=refused.where, why=refused.why, cure=refused.cure)
