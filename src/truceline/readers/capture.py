"""Files, folders and the standard input to captures: their bytes, with a hash, unread."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from truceline.errors import InputRefused
from truceline.model.document import Capture, Refusal
from truceline.model.ids import CaptureId

MAX_FILE = 50_000_000
MAX_LINE = 10_000_000
JSONL, HTML, PLAIN = "application/jsonl", "text/html", "text/plain"
CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {
    ".csv": CSV,
    ".tsv": CSV,
    ".xlsx": XLSX,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": PLAIN,
    ".text": PLAIN,
}
ARCHIVE = ".wacz"
NOT_READ_YET = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".eml", ".epub", ".xls", ".ods", ".mht", ".mhtml", ".warc", ".xml", ".json"}
)
"""Documents that someone may expect to be read: in a folder, each is named; other files there are passed over."""
STDIN = "-"


def capture(
    paths: Iterable[str | os.PathLike[str]], *, captured_at: datetime | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Refusal]:
    """Captures of the files named, in the order given; a folder gives its files in order of name; ``-`` is the standard input.

    A JSONL file gives one capture a line, and a table one a row, so that a broken one refuses itself alone; a web archive one a
    page. What cannot be fetched is a Refusal that says why; nothing is raised.
    """
    for given in paths:
        path = os.fspath(given)
        if path == STDIN:
            stream = stdin or sys.stdin.buffer
            yield from _from_stream("stdin", None, stream, captured_at)
        elif Path(path).is_dir():
            yield from _from_folder(Path(path), captured_at)
        else:
            yield from _from_file(Path(path), captured_at)


def _from_folder(folder: Path, at: datetime | None) -> Iterator[Capture | Refusal]:
    found = 0
    for here, below, names in os.walk(folder, onerror=None):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            kind = Path(name).suffix.lower()
            if not name.startswith(".") and (kind in MEDIA_TYPES or kind == ARCHIVE or kind in NOT_READ_YET):
                found += 1
                yield from _from_file(Path(here) / name, at)
    if not found:
        yield Refusal(where=str(folder), why="no document in this folder", cure=f"Truceline reads {_kinds()}", at=at)


def _from_file(path: Path, at: datetime | None) -> Iterator[Capture | Refusal]:
    kind = path.suffix.lower()
    if kind in NOT_READ_YET:
        yield Refusal(where=str(path), why=f"{kind} files are not read yet", cure=f"save it as one of {_kinds()}", at=at)
        return
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Refusal(where=str(path), why="not a file", cure="name a file, a folder, or - for the standard input", at=at)
            return
        if kind == ARCHIVE:
            yield from _from_archive(path, at)
            return
        with path.open("rb") as stream:
            yield from _from_stream(str(path), MEDIA_TYPES.get(kind), stream, at)
    except (OSError, ValueError) as error:
        yield Refusal(
            where=str(path),
            why=f"cannot be opened: {getattr(error, 'strerror', None) or error}",
            cure="check the name and the rights",
            at=at,
        )


def _from_archive(path: Path, at: datetime | None) -> Iterator[Capture | Refusal]:
    """The pages of a web archive, each with the address and the time at which it was fetched."""
    from truceline.readers.wacz import pages_of  # imported when an archive comes: few are, and its parser costs start-up

    try:
        yield from pages_of(path, at)
    except InputRefused as refused:
        yield Refusal(where=refused.where, why=refused.why, cure=refused.cure, at=at)


def _from_stream(address: str, media_type: str | None, stream: BinaryIO, at: datetime | None) -> Iterator[Capture | Refusal]:
    first = stream.read(4096)
    media_type = media_type or sniff(first)
    if not first.strip():
        yield Refusal(where=address, why="empty: no bytes to read", cure="leave it out, or give the text", at=at)
    elif media_type == JSONL:
        yield from _lines(address, first, stream, at)
    else:
        content = first + stream.read(MAX_FILE + 1 - len(first))
        if len(content) > MAX_FILE:
            yield Refusal(where=address, why=f"larger than {MAX_FILE // 1_000_000} MB", cure="split it into its articles", at=at)
        elif media_type in (CSV, XLSX):
            # Imported when a table comes: what it needs of columns and languages is for readers.
            from truceline.readers.table import split

            yield from split(content, address, workbook=media_type == XLSX, at=at)
        else:
            yield _capture(address, media_type, content, at)


def _lines(address: str, first: bytes, stream: BinaryIO, at: datetime | None) -> Iterator[Capture | Refusal]:
    """One capture a line; a line over the limit is passed over without being held."""
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Refusal(where=address, why="a JSONL file in UTF-16", cure="save it again as UTF-8", at=at)
        return
    if b"\x00" in first:
        yield Refusal(where=address, why="binary, not JSONL", cure="write one JSON object a line, as UTF-8", at=at)
        return
    for number, line in enumerate(_split(first, stream), start=1):
        if line is None:
            cure = "one line is one article; split it"
            yield Refusal(where=f"{address}:{number}", why=f"a line larger than {MAX_LINE // 1_000_000} MB", cure=cure, at=at)
        elif line.strip():
            yield _capture(address, JSONL, line, at, part=number)


def _split(first: bytes, stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for one longer than the limit."""
    held, too_long = first, False
    while True:
        *lines, held = held.split(b"\n")
        for line in lines:
            yield None if too_long else line.removesuffix(b"\r")
            too_long = False
        if len(held) > MAX_LINE:
            held, too_long = b"", True
        chunk = stream.read(1_000_000)
        if not chunk:
            break
        held = chunk if too_long and b"\n" not in chunk else held + chunk
    if held or too_long:
        yield None if too_long else held


def sniff(first: bytes) -> str:
    """Media type of bytes without a telling name, by how they begin."""
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith(b"{"):
        return JSONL
    return HTML if start.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article")) else PLAIN


def _capture(address: str, media_type: str, content: bytes, at: datetime | None, part: int = 0) -> Capture:
    identity = CaptureId(hashlib.sha256(content).hexdigest())
    return Capture(id=identity, address=address, media_type=media_type, content=content, captured_at=at, part=part)


def _kinds() -> str:
    return ", ".join(sorted([*MEDIA_TYPES, ARCHIVE]))
