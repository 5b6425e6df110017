"""Web archives (WACZ): their digests checked, their pages listed, and each page taken out as a capture of its own.

A WACZ is a zip with a table of what is in it (``datapackage.json``, a SHA-256 a file) and the pages as they were fetched (WARC).
See https://specs.webrecorder.net/wacz/1.1.1/.
"""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from truceline.errors import InputRefused
from truceline.model.document import Capture, Refusal
from truceline.model.ids import CaptureId
from truceline.readers.zip_guard import CURE, open_zip, read_entry

TABLE, DIGEST, PAGES = "datapackage.json", "datapackage-digest.json", "pages/pages.jsonl"
MAX_TABLE = 20_000_000
MAX_PAGE = 50_000_000
SHOWN = 50
"""How many pages are named in the facts of an archive."""
HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What an archive holds; ``pages`` are those that it lists, with the day and time that it gives them."""

    facts: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def inspect(path: Path) -> Archive:
    """Checks every digest of an archive. Raises InputRefused where one does not hold, or it is no WACZ."""
    with open_zip(path) as opened:
        table = _table(opened, path)
        notes = [_signed(opened, path)]
        listed = _listed(table, path)
        for name, (digest, size) in listed.items():
            _check(opened, path, name, digest, size)
        inside = {each.filename for each in opened.infolist() if not each.is_dir()}
        extra = sorted(inside - set(listed) - {TABLE, DIGEST})
        if extra:
            notes.append(f"{len(extra)} entries stand in no table and were not checked: {', '.join(extra[:5])[:200]}")
        pages = _pages(opened)
    shown = tuple((f"page {number}", f"{url}, fetched {at or 'at a time not told'}") for number, (url, at) in enumerate(pages[:SHOWN], 1))
    facts = (("archive", "WACZ"), ("entries with a digest that holds", str(len(listed))), ("pages listed", str(len(pages))))
    claims = tuple((name, _plain(table[name])) for name in ("created", "software", "title", "description") if table.get(name))
    return Archive(facts=facts, claims=claims + shown, notes=tuple(each for each in notes if each))


def pages_of(path: Path, at: datetime | None) -> Iterator[Capture | Refusal]:
    """Each web page in the archive as it was fetched: its own address, its own time where that is not in the future.

    Raises InputRefused where a digest does not hold; an answer that is no page (a picture, a script, an error) is passed over.
    """
    inspect(path)
    found = 0
    with open_zip(path) as opened:
        for entry in sorted(each.filename for each in opened.infolist()):
            if entry.startswith("archive/") and entry.endswith((".warc", ".warc.gz")):
                with opened.open(entry) as stream:
                    for each in pages_in(stream, f"{path}:{entry}", at):
                        found += 1
                        yield each
    if not found:
        yield Refusal(where=str(path), why="no web page in this archive", cure="archive the page itself, not its pictures alone", at=at)


def pages_in(stream: IO[bytes], place: str, at: datetime | None) -> Iterator[Capture | Refusal]:
    """The web pages of one WARC file."""
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource, auto_decode="all"):
            if _is_page(record):
                yield _page(record, place, at)
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        yield Refusal(where=place, why=f"not a whole WARC file: {error}", cure=CURE, at=at)


def _is_page(record: WarcRecord) -> bool:
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    answered = record.http_headers.status_code if record.is_http else 200
    return kind in HTML and answered == 200


def _page(record: WarcRecord, place: str, at: datetime | None) -> Capture | Refusal:
    address = record.headers.get("WARC-Target-URI") or ""
    if urlsplit(address).scheme not in ("http", "https"):
        return Refusal(where=f"{place}: {address[:200]}", why="its address is no web address", cure=CURE, at=at)
    content = record.reader.read(MAX_PAGE + 1)
    if len(content) > MAX_PAGE:
        return Refusal(where=f"{place}: {address[:200]}", why=f"larger than {MAX_PAGE // 1_000_000} MB", cure="leave it out", at=at)
    told: Any = record.record_date
    when = told.astimezone(UTC) if told is not None and (at is None or told.astimezone(UTC) <= at) else at
    return Capture(
        id=CaptureId(sha256(content).hexdigest()), address=address, media_type="text/html", content=content, captured_at=when
    )  # fmt: skip


def _table(opened: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    told = _json(opened, TABLE, path)
    if told is None:
        raise InputRefused(str(path), f"a zip, but no WACZ: it has no {TABLE}", "attach a WACZ, or the files in it one by one")
    if not isinstance(told, dict):
        raise InputRefused(f"{path}:{TABLE}", "an object was expected", CURE)
    return told


def _listed(table: dict[str, Any], path: Path) -> dict[str, tuple[str, int]]:
    """The SHA-256 and the size of each entry, as the table gives them."""
    found: dict[str, tuple[str, int]] = {}
    resources = table.get("resources")
    for each in resources if isinstance(resources, list) else ():
        told = (each.get("path"), each.get("hash"), each.get("bytes")) if isinstance(each, dict) else (None, None, None)
        name, digest, size = told
        if not isinstance(name, str) or not isinstance(digest, str) or not isinstance(size, int) or not digest.startswith("sha256:"):
            raise InputRefused(f"{path}:{TABLE}", "an entry without path, bytes and sha256", CURE)
        found[name] = (digest.removeprefix("sha256:").lower(), size)
    if not found:
        raise InputRefused(f"{path}:{TABLE}", "it lists nothing: no digest can be checked", CURE)
    return found


def _check(opened: zipfile.ZipFile, path: Path, name: str, digest: str, size: int) -> None:
    total, length = sha256(), 0
    try:
        for piece in read_entry(opened, name):
            total.update(piece)
            length += len(piece)
    except KeyError as error:
        raise InputRefused(f"{path}:{name[:100]}", f"{TABLE} lists it, and it is not in the archive", CURE) from error
    if total.hexdigest() != digest or length != size:
        raise InputRefused(f"{path}:{name[:100]}", f"its digest does not hold: {TABLE} gives another", CURE)


def _signed(opened: zipfile.ZipFile, path: Path) -> str:
    """Checks the digest of the table itself, where it is given; a signature is named and not checked."""
    told = _json(opened, DIGEST, path)
    if not isinstance(told, dict):
        return f"no {DIGEST}: the table of digests stands for itself alone"
    own = "sha256:" + sha256(b"".join(read_entry(opened, TABLE))).hexdigest()
    if told.get("hash") != own:
        raise InputRefused(f"{path}:{DIGEST}", f"the digest of {TABLE} does not hold", CURE)
    return "it carries a signature, which was not checked" if told.get("signedData") else ""


def _pages(opened: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Address and time of each page that the archive lists; lines that are none are passed over."""
    if PAGES not in opened.namelist() or opened.getinfo(PAGES).file_size > MAX_TABLE:
        return []
    found = []
    for line in b"".join(read_entry(opened, PAGES)).splitlines():
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and isinstance(told.get("url"), str):
            found.append((_plain(told["url"]), _plain(told.get("ts") or "")))
    return found


def _json(opened: zipfile.ZipFile, name: str, path: Path) -> Any:
    """A JSON entry; None where there is none. Raises InputRefused where it is too large or broken."""
    if name not in opened.namelist():
        return None
    if opened.getinfo(name).file_size > MAX_TABLE:
        raise InputRefused(f"{path}:{name}", f"larger than {MAX_TABLE // 1_000_000} MB", CURE)
    try:
        return json.loads(b"".join(read_entry(opened, name)))
    except (ValueError, RecursionError) as error:
        raise InputRefused(f"{path}:{name}", f"not JSON: {error}", CURE) from error


def _plain(value: object) -> str:
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in str(value))[:300]
