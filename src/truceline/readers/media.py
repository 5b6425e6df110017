"""Films, sound, pictures, PDFs and web archives that people attach: hashed, told by their own bytes, stills asked for.

What a file says of itself (when it was made, where, with which device) is kept as its claim and is never taken for known.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from truceline.errors import InputRefused
from truceline.model.media import MediaFile, MediaId, MediaKind, time_code
from truceline.readers.wacz import inspect

PIECE = 1_000_000
"""Bytes that are held at a time."""

MAX_SIZE = 1_000_000_000
"""Bytes of one file: an hour of film."""

PATIENCE = 180
"""Seconds until a decoder that does not answer is stopped."""

DECODER = Path(__file__).with_name("film.py")

Sign = tuple[int, bytes, str, MediaKind, str]
SIGNS: tuple[Sign, ...] = (
    (4, b"ftyp", "video/mp4", MediaKind.VIDEO, "mov"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm", MediaKind.VIDEO, "matroska"),
    (8, b"AVI ", "video/x-msvideo", MediaKind.VIDEO, "avi"),
    (0, b"OggS", "audio/ogg", MediaKind.AUDIO, "ogg"),
    (8, b"WAVE", "audio/wav", MediaKind.AUDIO, "wav"),
    (0, b"ID3", "audio/mpeg", MediaKind.AUDIO, "mp3"),
    (0, b"\xff\xfb", "audio/mpeg", MediaKind.AUDIO, "mp3"),
    (0, b"fLaC", "audio/flac", MediaKind.AUDIO, "flac"),
    (0, b"\x00\x00\x01\xba", "video/mpeg", MediaKind.VIDEO, "mpeg"),
    (0, b"FLV", "video/x-flv", MediaKind.VIDEO, "flv"),
    (0, b"\xff\xd8\xff", "image/jpeg", MediaKind.IMAGE, "jpeg_pipe"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png", MediaKind.IMAGE, "png_pipe"),
    (0, b"GIF8", "image/gif", MediaKind.IMAGE, "gif"),
    (8, b"WEBP", "image/webp", MediaKind.IMAGE, "webp_pipe"),
    (0, b"%PDF-", "application/pdf", MediaKind.PDF, ""),
    (0, b"PK\x03\x04", "application/wacz+zip", MediaKind.ARCHIVE, ""),
)
"""Where in a file which bytes stand, what it is then, and FFmpeg's name of its demuxer ("" = no matter for FFmpeg)."""

READ_WITHOUT = "what the file holds was not read: PyAV is not installed (pip install 'truceline[media]')"


def look_at(path: Path) -> MediaFile:
    """A file, hashed, with what it holds. Raises InputRefused where it cannot be read or is none of the kinds known."""
    identity, size, head = _hashed(path)
    sign = _sign(head, path)
    _, _, media_type, kind, demuxer = sign
    known = MediaFile(id=identity, kind=kind, media_type=media_type, size=size)
    if kind is MediaKind.PDF:
        return replace(known, facts=(("version", head[5:8].decode("ascii", "replace")),))
    if kind is MediaKind.ARCHIVE:
        told = inspect(path)
        return replace(known, facts=told.facts, claims=told.claims, notes=told.notes)
    found = ask("facts", {"path": str(path.resolve()), "demuxer": demuxer})
    if found.get("missing"):
        return replace(known, notes=(READ_WITHOUT,))
    if "error" in found:
        raise InputRefused(str(path), f"it cannot be read as {media_type}: {found['error']}", "save it again from where it came from")
    if kind is MediaKind.VIDEO and "video" not in found["streams"]:
        known = replace(known, kind=MediaKind.AUDIO, media_type=media_type.replace("video/", "audio/"))
    elif media_type == "audio/ogg" and "video" in found["streams"]:
        known = replace(known, kind=MediaKind.VIDEO, media_type="video/ogg")
    claims = tuple((name, value) for name, value in found["claims"])
    if kind is MediaKind.IMAGE:
        facts = tuple(("picture", value.rsplit(", ", 1)[0]) for name, value in found["facts"] if name.startswith("video"))
        return replace(known, facts=facts, claims=claims, read_by=found["read_by"])
    length = (("duration", time_code(found["duration"])),) if found["duration"] else ()
    facts = (*length, *((name, value) for name, value in found["facts"]))
    return replace(known, duration=found["duration"], facts=facts, claims=claims, read_by=found["read_by"])


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file, some at a time."""
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield piece


def stills(file: MediaFile, path: Path, moments: Sequence[int], *, plain: bool) -> dict[int, bytes | None]:
    """JPEGs of a film or picture at these moments (ms), by default as a mosaic in which nobody is to be known; ``plain`` as filmed.

    None for a moment at which nothing could be decoded. Empty where PyAV is not here.
    """
    demuxer = next(each[4] for each in SIGNS if _fits(each, _head(path)))
    found = ask("stills", {"path": str(path.resolve()), "demuxer": demuxer, "moments": list(moments), "plain": plain})
    if "error" in found:
        return dict.fromkeys(moments)
    return {
        int(moment): base64.b64decode(told) if told is not None else None for moment, told in found.get("stills", {}).items()
    }  # fmt: skip


def ask(what: str, request: dict[str, Any]) -> dict[str, Any]:
    """One answer of the process that decodes; ``error`` in it where it crashed, hung or could not read the file."""
    try:
        run = subprocess.run(
            [sys.executable, "-P", str(DECODER), what],
            input=json.dumps(request).encode(), capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"error": f"the decoder did not come to an end in {PATIENCE} seconds"}
    if run.returncode:
        return {"error": f"the decoder broke off (code {run.returncode})"}
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _hashed(path: Path) -> tuple[MediaId, int, bytes]:
    total, size = sha256(), 0
    try:
        if not path.is_file():
            raise InputRefused(str(path), "not a file", "name a film, a recording, a picture, a PDF or a WACZ")
        for piece in pieces(path):
            total.update(piece)
            size += len(piece)
            if size > MAX_SIZE:
                raise InputRefused(str(path), f"larger than {MAX_SIZE // 1_000_000} MB", "cut out the part that shows the act")
        return MediaId(total.hexdigest()), size, _head(path)
    except OSError as error:
        raise InputRefused(str(path), f"cannot be opened: {error.strerror}", "check the name and the rights") from error


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(16)


def _sign(head: bytes, path: Path) -> Sign:
    for each in SIGNS:
        if _fits(each, head):
            return each
    kinds = "MP4, WebM, Matroska, AVI, MPEG, FLV, Ogg, WAV, MP3, FLAC, JPEG, PNG, GIF, WebP, PDF or WACZ"
    why = "empty: no bytes to read" if not head else "its first bytes are those of no film, sound, picture, PDF or web archive"
    raise InputRefused(str(path), why, f"attach {kinds}")


def _fits(sign: Sign, head: bytes) -> bool:
    return head[sign[0] : sign[0] + len(sign[1])] == sign[1]
