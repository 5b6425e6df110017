"""The real road over chosen documents: files laid into a folder, read, kept in an SQLite file, derived."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from truceline.model.document import Document
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture
from truceline.workspace import Settings, Workspace, open_workspace

SAMPLES = Path(str(files("truceline"))) / "data" / "samples"
DISPATCHES = SAMPLES / "dispatches"
EXPECTED = SAMPLES / "expected.jsonl"
EXPECTED_LEDGER = SAMPLES / "expected_ledger.yaml"
SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "corpus" / "seeds.jsonl"
GOLD_SEEDS = SHARED / "corpus" / "gold-seeds.jsonl"


def rows(path: Path) -> list[dict[str, Any]]:
    """One object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def names() -> list[str]:
    """The ids of all sample dispatches."""
    return sorted(row["id"] for row in rows(EXPECTED))


def lay(folder: Path, chosen: Iterable[str] | None = None, source: Path = DISPATCHES) -> Path:
    """Puts the chosen documents (None = all) of a folder or a JSONL file into a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = None if chosen is None else set(chosen)
    for path in sorted(source.iterdir()) if source.is_dir() else [source]:
        if path.suffix == ".jsonl":
            kept = [row for row in rows(path) if wanted is None or row["id"] in wanted]
            if kept:
                text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
                (folder / path.name).write_text(text, encoding="utf-8")
        elif wanted is None or path.stem in wanted:
            shutil.copy(path, folder / path.name)
    return folder


@contextmanager
def travelled(folder: Path) -> Iterator[Workspace]:
    """A workspace whose ledger has taken in a folder of documents."""
    with tempfile.TemporaryDirectory() as place, open_workspace(Settings(ledger=f"{place}/road.db"), create=True) as work:
        update_ledger(capture([folder]), pack=work.pack, ledger=work.ledger, engine=work.engine)
        yield work


def view_of(chosen: Iterable[str] | None = None, *, as_of: date | None = None, source: Path = DISPATCHES) -> LedgerView:
    """What the ledger shows after taking in the chosen documents; the same question is answered once a process."""
    return _view_of(None if chosen is None else tuple(chosen), as_of, source)


@cache
def _view_of(chosen: tuple[str, ...] | None, as_of: date | None, source: Path) -> LedgerView:
    with tempfile.TemporaryDirectory() as place, travelled(lay(Path(place) / "documents", chosen, source)) as work:
        return derive(work.ledger, work.pack, as_of)


def coded(*paths: Path) -> list[dict[str, Any]]:
    """What ``truceline code`` writes for these paths (none = the samples), from a process of its own."""
    return [json.loads(line) for line in _coded(paths or (DISPATCHES,)).splitlines()]


@cache
def _coded(paths: tuple[Path, ...]) -> str:
    command = [sys.executable, "-m", "truceline", "code", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout


def named(view: LedgerView, name: str) -> Document:
    """The document that its file or publisher calls so."""
    return next(each for each in view.documents.values() if each.name == name)


def incidents_on(view: LedgerView, kind: str, day: str) -> list[Incident]:
    """Incidents of a kind that some report puts on this day."""
    return [
        each for each in view.incidents.values()
        if each.kind == kind and any(variant.value.strip('"') == day for variant in each.variants.get("date", ()))
    ]  # fmt: skip


def told_in(view: LedgerView, incident: Incident) -> set[str]:
    """The names of the documents that tell of an incident."""
    return {view.documents[each].name for each in incident.documents}
