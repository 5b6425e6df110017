"""``truceline bundle``: one incident written out for others, with hashes of all that is in it."""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from truceline.cli.options import Sight
from truceline.cli.speak import DONE, say, warn, write_json
from truceline.errors import ConfigError
from truceline.ledger.base import Ledger
from truceline.model.ledger_view import LedgerView
from truceline.model.media import Custody, Hand, MediaFile, MediaKind, time_code
from truceline.pipeline import derive
from truceline.readers.media import stills
from truceline.views.bundle import Picture, manifest, page, path_of, stripped, sums
from truceline.views.dossier import find, of_incident
from truceline.views.dossier_text import render
from truceline.workspace import Settings, open_workspace

LONG = 2_000
"""Milliseconds: of a longer stretch a still from its middle is shown too."""


def run(incident: str, output: Path, *, asked: tuple[str, str] | None, sight: Sight, now: datetime, as_json: bool) -> int:
    """Writes the bundle of an incident. With ``asked`` (who, why) the files go along, which the ledger keeps before they go."""
    if output.exists():
        raise ConfigError(f"{output} is there already, and a bundle is not written over it (name a new folder or zip with -o)")
    with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, sight.as_of, sight.known_at, handling=sight.handling, now=now)
        found = find(view, incident)
        told = stripped(of_incident(view, found, ontology=workspace.pack.ontology))
        if asked is not None:
            _record(workspace.ledger, told, found.id, asked, now)
        with tempfile.TemporaryDirectory(prefix="truceline-") as folder:
            whole = Path(folder) / "bundle"
            whole.mkdir()
            pictures = _media(workspace.ledger, view, told, whole, Path(folder), plain=asked is not None)
            _write(whole, "dossier.json", json.dumps(told, ensure_ascii=False, indent=2))
            _write(whole, "dossier.txt", render(told))
            _write(whole, "index.html", page(told, pictures, media=asked is not None, made_at=now))
            files = {path: (*_hashed(whole / path), what) for path, what in _contents(told, asked is not None)}
            made = manifest(told, files, digest=view.digest, head=workspace.ledger.head(), media=asked is not None, made_at=now)
            (whole / "manifest.json").write_bytes(made)
            (whole / "SHA256SUMS").write_bytes(sums(files, made))
            _put(whole, output)
    if view.withheld:
        warn(f"{view.withheld} (--handling MARK takes in what bears a higher mark)")
    digest = sha256(made).hexdigest()
    if as_json:
        write_json({"bundle": str(output), "manifest_sha256": digest, "files": len(files) + 2, "media": asked is not None})
    else:
        say(f"wrote {output}: {len(files) + 2} files; open index.html in it; sha256 of its manifest {digest}")
    return DONE


def _record(ledger: Ledger, told: Mapping[str, Any], incident: str, asked: tuple[str, str], now: datetime) -> None:
    """Keeps who asked to see which files, before anything is shown."""
    by, reason = asked
    for each in told["media"]:
        reports = tuple(dict.fromkeys(one for step in each["attachments"] for one in step["reports"]))
        ledger.hand(Custody(hand=Hand.SHOWN, media=each["file"], by=by, at=now, subject=incident, reports=reports, reason=reason))


def _media(
    ledger: Ledger, view: LedgerView, told: Mapping[str, Any], whole: Path, folder: Path, *, plain: bool
) -> dict[str, Sequence[Picture]]:
    """Takes each file out of the ledger, makes its stills, and leaves the file in the bundle only where it was asked for."""
    made: dict[str, Sequence[Picture]] = {}
    for row in told["media"]:
        file = view.media[row["file"]]
        target = whole / path_of(row) if plain else folder / "file"
        target.parent.mkdir(exist_ok=True)
        with target.open("wb") as stream:
            stream.writelines(ledger.media(file.id))
        if file.kind in (MediaKind.VIDEO, MediaKind.IMAGE):
            made[file.id] = _pictures(file, row, target, plain)
        if not plain:
            target.unlink()
    return made


def _pictures(file: MediaFile, row: Mapping[str, Any], path: Path, plain: bool) -> Sequence[Picture]:
    moments = sorted({at for step in row["attachments"] for start, end in step["at_ms"] for at in _moments(start, end)}) or [0]
    found = stills(file, path, moments, plain=plain)
    words = {at: time_code(at) if file.kind is MediaKind.VIDEO else "the picture" for at in found}
    return [Picture(at=words[at], jpeg=found[at]) for at in sorted(found)]


def _moments(start: int, end: int) -> tuple[int, ...]:
    return (start, (start + end) // 2) if end - start > LONG else (start,)


def _contents(told: Mapping[str, Any], media: bool) -> list[tuple[str, str]]:
    """The files of a bundle but for manifest and sums, each with what it is."""
    own = [("index.html", "the page that shows it all"), ("dossier.json", "the dossier, as data"), ("dossier.txt", "the dossier, as text")]
    return own + [(path_of(each), "an attached file, as it was attached") for each in told["media"] if media]


def _put(whole: Path, output: Path) -> None:
    """Moves a finished bundle to where it was asked for: whole, or not at all. Raises ConfigError."""
    try:
        if output.suffix.lower() == ".zip":
            _zip(whole, output)
        else:
            shutil.move(whole, output)
    except OSError as error:
        raise ConfigError(f"{output} cannot be written: {error.strerror or error} (name another place with -o)") from error


def _zip(whole: Path, output: Path) -> None:
    """A zip in which nothing depends on the clock or the machine."""
    part = output.with_name(output.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(each for each in whole.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(whole).as_posix())
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, made.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 1_000_000)
    part.replace(output)


def _write(whole: Path, name: str, text: str) -> None:
    (whole / name).write_text(text, encoding="utf-8", newline="")


def _hashed(path: Path) -> tuple[str, int]:
    total = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(1_000_000):
            total.update(piece)
    return total.hexdigest(), path.stat().st_size
