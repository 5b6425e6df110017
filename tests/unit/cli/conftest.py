"""Commands run in this process, as a person would type them, on a small ledger made for each test module."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.dispatches import write_dispatches

from truceline.cli.main import main
from truceline.engines.local import InProcess
from truceline.ledger.open import open_ledger
from truceline.packs.pack import load_pack
from truceline.pipeline import update_ledger
from truceline.readers.capture import capture


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def truceline(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command in this process, as it would be typed."""

    def call(*arguments: str | Path) -> Said:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["truceline", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        told = capfd.readouterr()
        return Said(code=int(stopped.value.code or 0), out=told.out, err=told.err)

    return call


@pytest.fixture(scope="session")
def small_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the small dispatches; not to be written to."""
    folder = tmp_path_factory.mktemp("small")
    write_dispatches(folder / "documents")
    ledger = open_ledger(folder / "ledger.db")
    update_ledger(capture([str(folder / "documents")]), pack=load_pack(), ledger=ledger, engine=InProcess())
    ledger.close()
    return folder / "ledger.db"


@pytest.fixture
def run(small_ledger: Path, tmp_path: Path, truceline: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command on a copy of the small ledger, as "an analyst"."""
    shutil.copy(small_ledger, tmp_path / "my.db")
    monkeypatch.setenv("TRUCELINE_LEDGER", str(tmp_path / "my.db"))
    monkeypatch.setenv("TRUCELINE_BY", "an analyst")
    return truceline


@pytest.fixture
def told_twice(run: Run) -> Any:
    """The incident of 18 June 2024, which two documents tell of."""
    return next(each for each in run("incidents", "--json").json if each["n_reports"] == 2)


@pytest.fixture
def its_reports(run: Run, told_twice: Any) -> list[str]:
    """The ids of its two reports."""
    return [each["id"] for each in run("show", told_twice["id"], "--json").json["reports"]]
