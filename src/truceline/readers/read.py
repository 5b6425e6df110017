"""Picks the reader of a capture from one table, and turns what it refuses into a named record."""

from collections.abc import Iterator

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document, Refusal
from truceline.readers.base import Reader, where
from truceline.readers.furniture import Furniture, built_in
from truceline.readers.jsonl import read_line
from truceline.readers.observation import MEDIA_TYPE, read_observation
from truceline.readers.plain import read_plain
from truceline.readers.table import CSV, read_row


def _read_page(capture: Capture, furniture: Furniture) -> Document:
    # Imported when a page comes: its extractors cost most of a second at start-up, and text needs none of them.
    from truceline.readers.html import read_html

    return read_html(capture, furniture)


READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/html": _read_page,
    "application/jsonl": read_line,
    MEDIA_TYPE: read_observation,
    CSV: read_row,
}
"""Media type to reader. A new kind of document is a line here and a file beside this one."""


def read(capture: Capture, furniture: Furniture | None = None) -> Iterator[Document | Refusal]:
    """The document of a capture, or its refusal with place, reason and cure; never raises for what the bytes hold.

    ``furniture`` is the built-in one where none is given.
    """
    reader = READERS.get(capture.media_type)
    try:
        if reader is None:
            raise InputRefused(where(capture), f"no reader for {capture.media_type}", f"we read {', '.join(sorted(READERS))}")
        yield reader(capture, furniture or built_in())
    except InputRefused as refused:
        yield Refusal(where=refused.where, why=refused.why, cure=refused.cure, content_sha256=str(capture.id), at=capture.captured_at)
