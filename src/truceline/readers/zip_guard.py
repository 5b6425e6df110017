"""A zip from a stranger, opened only after its table of contents was looked over: no bombs, no paths, nothing hidden."""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from truceline.errors import InputRefused

MAX_ENTRIES = 50_000
MAX_UNPACKED = 4_000_000_000
MAX_RATIO = 200
"""How many times its packed size an entry larger than ``SMALL`` may unpack to: text packs to a tenth, a bomb to a thousandth."""
SMALL = 1_000_000
PIECE = 1_000_000
CURE = "fetch it again from where it came from"
_HEADER = 30
"""Bytes that stand before an entry's name."""


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, looked over. Raises InputRefused where it is none, or holds what an archive of pages has no need of."""
    try:
        with zipfile.ZipFile(path) as opened:
            look_over(opened, str(path))
            yield opened
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise InputRefused(str(path), f"not a whole zip: {error}", CURE) from error


def look_over(opened: zipfile.ZipFile, place: str) -> None:
    """Raises InputRefused for too many or too large entries, paths that lead out, links, doubles, secrets and overlaps."""
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise InputRefused(place, f"{len(entries):,} entries; the most is {MAX_ENTRIES:,}", "split it")
    if sum(each.file_size for each in entries) > MAX_UNPACKED:
        raise InputRefused(place, f"it would unpack to more than {MAX_UNPACKED // 1_000_000_000} GB", "split it")
    seen: set[str] = set()
    for each in entries:
        why = _fault(each, seen)
        if why:
            raise InputRefused(f"{place}:{each.filename[:100]!r}", why, CURE)
        seen.add(each.filename)
    end = 0
    for each in sorted(entries, key=lambda one: one.header_offset):
        if each.header_offset < end:
            raise InputRefused(f"{place}:{each.filename[:100]!r}", "its bytes lie over those of another entry", CURE)
        end = each.header_offset + _HEADER + len(each.orig_filename.encode("utf-8", "replace")) + each.compress_size


def read_entry(opened: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of one entry, some at a time, and never more than it says. Raises BadZipFile where its checksum does not hold."""
    entry = opened.getinfo(name)
    left = entry.file_size
    with opened.open(entry) as stream:
        while piece := stream.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile(f"{name!r} unpacks to more than it says")
            yield piece


def _fault(each: zipfile.ZipInfo, seen: set[str]) -> str | None:
    name = each.orig_filename
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or "\\" in name or ":" in name or any(not one.isprintable() for one in name):
        return "its name leads out of the archive"
    if each.filename in seen:
        return "its name stands twice"
    if each.flag_bits & 0x1:
        return "it is locked with a password"
    if each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"it is packed in a way that no web archive needs (method {each.compress_type})"
    if stat.S_ISLNK(each.external_attr >> 16):
        return "it is a link"
    if each.file_size > SMALL and each.file_size > MAX_RATIO * max(each.compress_size, 1):
        return f"{each.compress_size:,} bytes would unpack to {each.file_size:,}: a bomb"
    return None
