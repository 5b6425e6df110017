"""Plain text to a document: decoded, its header block, headline and dateline read, nothing changed."""

import codecs
import re
from pathlib import Path

import charset_normalizer
from resiliparse.parse.encoding import detect_encoding

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document
from truceline.readers.base import Printed, to_document, where
from truceline.readers.dates import dateline_date, written_date
from truceline.readers.furniture import Furniture, header_lines, is_furniture, lines_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the little-endian marks begin alike."""
_NOT_TEXT = {b"%PDF-": "a PDF", b"PK\x03\x04": "a zip or office file", b"\x1f\x8b": "a gzip file", b"\x89PNG": "a picture"}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
SAMPLE = 65_536
LONGEST_TITLE = 200
_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}", re.IGNORECASE)


def read_plain(capture: Capture, furniture: Furniture) -> Document:
    """A text file as one document. Raises InputRefused for a binary, empty, or over-long one.

    Header lines ("Published: 2024-06-18") are read as metadata and marked as furniture; they stay in the text.
    """
    text, notes = decode(capture.content, where(capture))
    head = {line.field: line.value for line in reversed(header_lines(text, furniture))}
    published = written_date(head.get("published", ""), furniture.months)
    basis = "header" if published else None
    if published is None and (published := dateline_date(text, furniture)):
        basis = "dateline"
    language = head.get("language", "")
    printed = Printed(
        text=text,
        name=Path(capture.address).stem or capture.address,
        title=head.get("title") or headline(text, furniture),
        published=published,
        published_basis=basis,
        url=head.get("url"),
        publisher=head.get("source"),
        language=language if _LANGUAGE_CODE.fullmatch(language) else None,
        notes=notes,
    )
    return to_document(printed, capture, furniture)


def headline(text: str, furniture: Furniture) -> str | None:
    """The first line of a text's own words where it stands as a headline does: short, unstopped, with more below."""
    heads = {line.start for line in header_lines(text, furniture)}
    own = ((start, line) for start, line in lines_of(text[:5000]) if start not in heads and not is_furniture(line, furniture))
    first = next(own, None)
    if first is None or next(own, None) is None:
        return None
    line = first[1]
    return line if len(line) <= LONGEST_TITLE and line[-1] not in ".:;,…" else None


def decode(content: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """Bytes to text, with a note where the encoding had to be guessed. Raises InputRefused for what is no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, place), ()
    refuse_binary(content, place)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(content)


def refuse_binary(content: bytes, place: str) -> None:
    """Raises InputRefused for bytes that are no text in any encoding we read."""
    kind = next((name for magic, name in _NOT_TEXT.items() if content.startswith(magic)), None)
    sample = content[:SAMPLE]
    if kind is None and (b"\x00" in content or len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) // 20):
        kind = "binary"
    if kind:
        raise InputRefused(place, f"{kind}, not text", "save its words as UTF-8 text or HTML")


def _strictly(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"begins as {encoding} but is not: byte {error.start} is broken"
        raise InputRefused(place, why, "save it again as UTF-8") from error


def _guessed(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Neither marked nor UTF-8: the detector's guess if it holds, else windows-1252. What comes out wrong is kept so."""
    sample = content[:SAMPLE]
    for guess in (detect_encoding, _second_guess, lambda _: "windows-1252"):
        encoding = guess(sample)
        try:
            if encoding:
                return content.decode(encoding), (f"encoding guessed: {encoding}",)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1"), ("encoding guessed: latin-1",)


def _second_guess(sample: bytes) -> str | None:
    """The slower detector's answer, which knows the Asian encodings that the quick one does not."""
    found = charset_normalizer.from_bytes(sample).best()
    return found.encoding if found else None
