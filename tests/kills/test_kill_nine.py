"""A real ingest is killed (SIGKILL), once inside an open transaction; run again it ends where an undisturbed one ends."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.dispatches import write_dispatches

from truceline.engines.choose import choose_engine
from truceline.ledger.open import open_ledger
from truceline.packs.pack import load_pack
from truceline.pipeline import derive, read_by, update_ledger
from truceline.readers.capture import capture

SCRIPT = Path(__file__).parent / "ingest_and_die.py"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dispatches(tmp_path_factory.mktemp("documents"))[0].parent


@pytest.fixture(scope="module")
def undisturbed(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return ingest(tmp_path_factory.mktemp("undisturbed") / "ledger.db", documents)


@pytest.fixture(scope="module")
def dying(documents: Path) -> Iterator["subprocess.Popen[str]"]:
    """Takes lines LEDGER N MOMENT; each is an ingest that dies."""
    command = [sys.executable, str(SCRIPT), str(documents)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield process
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def ended(process: "subprocess.Popen[str]", path: Path, number: int, moment: str) -> list[str]:
    """What an ingest told before its end, and how it ended."""
    assert process.stdin and process.stdout
    process.stdin.write(f"{path} {number} {moment}\n")
    process.stdin.flush()
    told = [process.stdout.readline()]
    while told[-1] and not told[-1].startswith("ended"):
        told.append(process.stdout.readline())
    return [line.strip() for line in told]


def ingest(path: Path, documents: Path) -> str:
    ledger = open_ledger(path)
    try:
        return update_ledger(capture([str(documents)]), pack=load_pack(), ledger=ledger, engine=choose_engine()).digest
    finally:
        ledger.close()


@pytest.mark.kills
@pytest.mark.parametrize(("number", "moment"), [(1, "between"), (2, "inside"), (4, "inside"), (3, "committed"), (5, "inside")])
def test_a_killed_ingest_leaves_no_half_document_and_can_be_taken_up(
    number: int, moment: str, documents: Path, undisturbed: str, dying: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    path = tmp_path / "ledger.db"
    *told, end = ended(dying, path, number, moment)
    assert end == f"ended {-signal.SIGKILL}"
    assert told == ["inside a transaction True"] * (moment == "inside"), "the kill fell where it was meant to"
    kept = number if moment == "committed" else number - 1
    assert whole(path) == kept
    assert ingest(path, documents) == undisturbed


def whole(path: Path) -> int:
    """How many documents the ledger holds; each must be whole, with its capture, its fetch and its reading."""
    db = sqlite3.connect(path)
    numbers = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("documents", "printings", "extractions")}
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    assert len(set(numbers.values())) == 1, numbers
    ledger = open_ledger(path)
    held = ledger.contents(read_by(load_pack()))
    assert len(held.documents) == len(held.extractions) == len(held.fetches) == numbers["documents"]
    for document in held.documents:
        assert ledger.captured(document.capture_id)
    assert len(derive(ledger, load_pack()).documents) == numbers["documents"]
    ledger.close()
    return numbers["documents"]
