"""An evidence bundle of one incident: what may leave of its dossier, the page that plays its files, and the manifest.

What a bundle leaves out, and says so: names of those who worked on it, names of files, and what files say of place, device and
author (responsible-use R3); the files themselves unless they are asked for (R9), and persons' faces with them (R2).
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from truceline import __version__
from truceline.views.attached import CLAIMS, asked_for, heading
from truceline.views.brief import environment, source, style_hash
from truceline.views.dossier import Dossier
from truceline.views.dossier_text import render

FORMAT = "truceline bundle 1"
EXTENSIONS = {
    "video/mp4": "mp4", "video/webm": "webm", "video/x-msvideo": "avi", "video/mpeg": "mpg", "video/x-flv": "flv", "video/ogg": "ogv",
    "audio/ogg": "ogg", "audio/wav": "wav", "audio/mpeg": "mp3", "audio/flac": "flac", "audio/mp4": "m4a", "audio/webm": "weba",
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "application/pdf": "pdf",
    "application/wacz+zip": "wacz",
}  # fmt: skip
PLAYED = frozenset(
    {"video/mp4", "video/webm", "video/ogg", "audio/ogg", "audio/wav", "audio/mpeg", "audio/flac", "audio/mp4", "audio/webm"}
)
"""What browsers play; another film is for a player of its own, and is not made over: it would no longer be the file that was attached."""

LEFT_OUT = (
    "names of those who worked on it and of files; what files say of themselves but for when they were made and which pages; "
    "documents but for the sentences quoted (each has its hash and address)"
)
WITHOUT_MEDIA = "the files themselves, and pictures in which persons can be recognised (truceline bundle --media asks for both)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A still of a file at a time code, as a JPEG; none where nothing could be decoded there."""

    at: str
    jpeg: bytes | None

    @property
    def address(self) -> str:
        """The picture itself, as an address: the page needs no other file for it."""
        return "data:image/jpeg;base64," + base64.b64encode(self.jpeg or b"").decode("ascii")


def stripped(told: Dossier) -> Dossier:
    """A dossier as it may leave: without the names of those who worked on it, of files, and most of what files say of themselves."""
    return told | {
        "assigned": None,
        "decisions": [each | {name: "a person" for name in ("by", "to") if name in each} for each in told["decisions"]],
        "judgements": [each | {"by": "by machine" if each["by"].startswith("truceline") else "a person"} for each in told["judgements"]],
        "media": [_file(each) for each in told["media"]],
        "documents": [each | {"name": each["id"][:12]} for each in told["documents"]],
    }


def path_of(row: Mapping[str, Any]) -> str:
    """Where a file stands in a bundle: under its hash, since its own name may tell of a person."""
    return f"media/{row['file'][:16]}.{EXTENSIONS[row['media_type']]}"


def page(told: Dossier, pictures: Mapping[str, Sequence[Picture]], *, media: bool, made_at: datetime) -> str:
    """The bundle's page: the files with their time codes, and the dossier. ``media``: the files lie beside it, to be played."""
    style, script = source("bundle.css"), source("bundle.js")
    return (
        environment()
        .get_template("bundle.html")
        .render(
            told=told, style=Markup(style), style_hash=style_hash(style), script=Markup(script), script_hash=style_hash(script),
            pictures=pictures, media=media, made_at=made_at, path_of=path_of, heading=heading, claims=CLAIMS,
            played=PLAYED, left_out=left_out(media), text=render(told),
        )
    )  # fmt: skip


def manifest(
    told: Dossier, files: Mapping[str, tuple[str, int, str]], *, digest: str, head: str, media: bool, made_at: datetime
) -> bytes:  # fmt: skip
    """What is in a bundle (path to SHA-256, size and what it is), of which ledger, and what was left out; as JSON."""
    said = {
        "format": FORMAT,
        "incident": told["id"],
        "review": told["review"],
        "made_at": made_at.isoformat(timespec="seconds"),
        "made_by": f"truceline {__version__}",
        "ledger": {"digest": digest, "head": head},
        "as_of": told["as_of"],
        "handling": told["handling"],
        "withheld": told["withheld"] or None,
        "rulebooks": told["rulebooks"],
        "files": [{"path": path, "sha256": hashed, "bytes": size, "what": what} for path, (hashed, size, what) in sorted(files.items())],
        "attached": [
            {"sha256": each["file"], "bytes": each["size"], "media_type": each["media_type"], "path": path_of(each) if media else None}
            for each in told["media"]
        ],
        "left_out": left_out(media),
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def left_out(media: bool) -> list[str]:
    """What a bundle is without, in words."""
    return [LEFT_OUT] if media else [LEFT_OUT, WITHOUT_MEDIA]


def sums(files: Mapping[str, tuple[str, int, str]], told: bytes) -> bytes:
    """The hashes of all files as ``sha256sum --check`` reads them, the manifest's own among them."""
    hashed = {path: each[0] for path, each in files.items()} | {"manifest.json": sha256(told).hexdigest()}
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(hashed.items())).encode("ascii")


def _file(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = asked_for(row)
    away = len(row["claims"]) - len(kept)
    notes = [*row["notes"], *([f"{away} things that the file says of itself are left out"] if away else [])]
    steps = [each | {"by": "a person", "name": "", "reason": ""} for each in row["attachments"]]
    return {**row, "claims": [list(each) for each in kept], "notes": notes, "attachments": steps}
