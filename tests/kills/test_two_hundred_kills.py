"""Two hundred ingests are killed (SIGKILL) wherever they happen to be; no ledger ever holds half a document, all end alike."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from truceline.engines.choose import choose_engine
from truceline.ledger.open import open_ledger
from truceline.packs.pack import load_pack
from truceline.pipeline import update_ledger
from truceline.readers.capture import capture

KILLS = 200
DOCUMENTS = 150
SOONEST, LATEST = 1.2, 3.2  # seconds; the command takes about two to begin reading
TABLES = ("documents", "printings", "extractions")


@pytest.mark.long
def test_two_hundred_kills_leave_no_half_document_and_one_digest(tmp_path: Path) -> None:
    folder = write_many(tmp_path / "documents")
    wanted = finish(tmp_path / "undisturbed.db", folder)
    chance, ledgers, kills = Random(1953), 0, 0
    path = tmp_path / "ledger-0.db"
    while kills < KILLS:
        if not killed(path, folder, chance.uniform(SOONEST, LATEST)):
            assert finish(path, folder) == wanted
            ledgers += 1
            path = tmp_path / f"ledger-{ledgers}.db"
            continue
        kills += 1
        assert_whole(path)
    assert finish(path, folder) == wanted


def write_many(folder: Path) -> Path:
    """Small dispatches in our own words, each of another day and number."""
    folder.mkdir()
    for number in range(DOCUMENTS):
        day = f"June {number % 28 + 1}, {2000 + number // 28}"
        (folder / f"{number:03d}.txt").write_text(
            f"SEOUL, {day}\n\n{number + 2} North Korean soldiers crossed the Military Demarcation Line and turned back after South "
            "Korean troops fired warning shots, the Joint Chiefs of Staff said.\n",
            encoding="utf-8",
        )
    return folder


def killed(path: Path, folder: Path, after: float) -> bool:
    """Starts an ingest and kills it; False if it was done before."""
    command = [sys.executable, "-m", "truceline", "ingest", str(folder), "--ledger", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return process.wait(timeout=60) == -signal.SIGKILL


def assert_whole(path: Path) -> None:
    """Each document that the ledger holds has its capture and its reading."""
    if not path.exists():
        return
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if made.issuperset(TABLES):
            numbers = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
            assert len(set(numbers.values())) == 1, numbers
    finally:
        db.close()


def finish(path: Path, folder: Path) -> str:
    """Ingests to the end; gives the digest."""
    ledger = open_ledger(path)
    try:
        return update_ledger(capture([str(folder)]), pack=load_pack(), ledger=ledger, engine=choose_engine()).digest
    finally:
        ledger.close()
