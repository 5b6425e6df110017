"""One line of a JSONL file to a document, its text exactly as given."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document
from truceline.readers.base import Printed, to_document, where
from truceline.readers.dates import dateline_date, iso_date
from truceline.readers.furniture import Furniture

CURE = 'write one object a line: {"id": "...", "text": "...", "published": "2024-06-18"}'
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def read_line(capture: Capture, furniture: Furniture) -> Document:
    """One JSON object (``id``, ``text``, optional ``title``, ``published``, ``url``, ``language``) as a document.

    Raises InputRefused naming file and line. A ``published`` that does not begin with an ISO date is
    left out with a note, since a text without a date can still be read.
    """
    place = where(capture)
    fields = _object(capture.content, place)
    text = _text(fields, "text", place, needed=True) or ""
    published, basis, notes = _published(fields.get("published"), text, furniture)
    printed = Printed(
        text=text,
        name=_name(fields, capture, place),
        title=_text(fields, "title", place),
        published=published,
        published_basis=basis,
        url=_text(fields, "url", place),
        publisher=_text(fields, "publisher", place),
        language=_text(fields, "language", place),
        notes=notes,
    )
    return to_document(printed, capture, furniture)


def _object(content: bytes, place: str) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        cure = "its text holds half a character (a lone \\ud800 escape): write it again as UTF-8" if _SURROGATE.search(content) else CURE
        raise InputRefused(place, f"not JSON: {error}", cure) from error
    if not isinstance(found, dict):
        raise InputRefused(place, f"an object was expected, not {type(found).__name__}", CURE)
    return found


def _text(fields: dict[str, Any], key: str, place: str, *, needed: bool = False) -> str | None:
    """A field that is text. Blank is as good as left out, but for ``text``, whose blanks the next check names."""
    value = fields.get(key)
    if value is None and needed:
        raise InputRefused(place, f"`{key}` is missing", CURE)
    if value is not None and not isinstance(value, str):
        raise InputRefused(place, f"`{key}` must be text, not {type(value).__name__}", CURE)
    return value if needed or (value and value.strip()) else None


def _name(fields: dict[str, Any], capture: Capture, place: str) -> str:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(fields, "id", place) or f"{Path(capture.address).stem}:{capture.part}"


def _published(value: object, text: str, furniture: Furniture) -> tuple[date | None, str | None, tuple[str, ...]]:
    """The day given, else the dateline's; with how it is known, and a note where what was given could not be read."""
    if found := iso_date(value):
        return found, "given", ()
    notes = (
        () if value in (None, "") else (f"publication date not read: {str(value)[:60]!r} does not begin with a date such as 2024-06-18",)
    )
    found = dateline_date(text, furniture)
    return found, "dateline" if found else None, notes
