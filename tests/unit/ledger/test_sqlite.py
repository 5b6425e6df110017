"""A ledger file: what guards it, and what its faults are called."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.fakes.records import NOON, a_capture, a_document, an_extraction

from truceline.errors import LedgerError
from truceline.ledger import tables
from truceline.ledger.base import Entry
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import KEPT, SqlLedger


def an_entry(text: str) -> Entry:
    document = a_document(text)
    return Entry(document=document, capture=a_capture(text), extraction=an_extraction(document), read_by="test 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger file with one document in it."""
    file = tmp_path / "ledger.db"
    ledger = open_ledger(file, clock=lambda: NOON)
    ledger.record(an_entry("Soldiers crossed the line."))
    ledger.close()
    return file


@pytest.mark.parametrize("table", [table.name for table in tables.EVIDENCE])
def test_evidence_can_be_neither_changed_nor_deleted(path: Path, table: str) -> None:
    db = sqlite3.connect(path)
    triggers = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {f"{table}_no_update", f"{table}_no_delete"} <= triggers
    db.close()


@pytest.mark.parametrize("statement", ["UPDATE documents SET text = 'another'", "DELETE FROM reports", "UPDATE captures SET size = 0"])
def test_a_change_of_evidence_is_refused_by_the_file_itself(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="a ledger is only added to"):
        db.execute(statement)
    db.close()


def test_a_url_and_a_path_open_the_same_ledger(path: Path) -> None:
    ledger = open_ledger(f"sqlite:///{path}")
    assert len(ledger.contents("test 1").documents) == 1
    ledger.close()


def test_a_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger .*truceline ingest"):
        open_ledger(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are my notes on the armistice, and no ledger at all. " * 40)
    before = file.read_bytes()
    with pytest.raises(LedgerError, match=r"notes\.txt is not a Truceline ledger"):
        open_ledger(file)
    assert file.read_bytes() == before


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE cats (name TEXT)")
    db.commit()
    db.close()
    with pytest.raises(LedgerError, match="is a database, but not a Truceline ledger"):
        open_ledger(file)


def test_a_ledger_of_a_newer_version_is_refused_with_the_cure(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("INSERT INTO schema_version VALUES (?, '9.0.0', '2031-01-01')", (tables.SCHEMA + 1,))
    db.commit()
    db.close()
    with pytest.raises(LedgerError, match=r"Truceline 9\.0\.0 .* pip install --upgrade truceline"):
        open_ledger(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"cannot be opened \(check that the folder exists"):
        open_ledger(tmp_path / "none" / "ledger.db")


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(LedgerError, match="in an SQLite file or in PostgreSQL"):
        open_ledger("mysql://localhost/ledger")


def test_a_postgres_server_that_is_not_there_is_told_without_its_password() -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger("postgresql://kim:secret@127.0.0.1:1/ledger")
    assert "cannot be reached" in str(told.value)
    assert "secret" not in str(told.value)


def test_a_full_disk_is_told_and_leaves_no_half_document(path: Path) -> None:
    ledger = open_ledger(path)
    assert isinstance(ledger, SqlLedger)
    engine = ledger._engine
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 60"))
    with pytest.raises(LedgerError, match="the disk is full"):
        for number in range(100):
            ledger.record(an_entry(f"{number} " + os.urandom(3000).hex()))
    ledger.close()
    found = open_ledger(path).contents("test 1")
    assert len(found.documents) == len(found.extractions) == len(found.fetches) > 1


def test_a_ledger_that_another_program_writes_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("truceline.ledger.sqlite.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger = open_ledger(path)
    assert len(ledger.contents("test 1").documents) == 1, "a reader goes on while a writer works"
    with pytest.raises(LedgerError, match="is being written by another program"):
        ledger.record(an_entry("Another text."))
    other.execute("ROLLBACK")
    assert ledger.record(an_entry("Another text."))
    ledger.close()
    other.close()


READ_AND_WRITE = """
import os, sys
from truceline.ledger.open import open_ledger
from truceline.ledger.base import Run
from truceline.errors import LedgerError
open_ledger(sys.argv[2]).close()  # so that all of it is imported before the rights are given up
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anything: become nobody
ledger = open_ledger(sys.argv[1], create=False)
print(len(ledger.contents("test 1").documents))
try:
    ledger.log(Run(state="begun", read_by="x"))
except LedgerError as error:
    print(error)
"""


@pytest.mark.parametrize("closed", ["file", "file and folder"])
def test_a_read_only_ledger_can_be_read_and_says_why_it_cannot_be_written(
    path: Path, closed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path.chmod(0o444)
    for folder in path.parents:
        if folder.name.startswith(("pytest-", "popen-", "test_")):
            folder.chmod(0o755)
    path.parent.chmod(0o555 if closed == "file and folder" else 0o777)
    arguments = [sys.executable, "-c", READ_AND_WRITE, str(path), str(tmp_path_factory.mktemp("scratch") / "scratch.db")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    path.parent.chmod(0o755)
    assert done.stdout.startswith("1\n"), done.stderr
    assert "is read-only" in done.stdout


def test_a_changed_capture_is_not_given_out(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER captures_no_update")
    db.execute("UPDATE captures SET zlib = x'789c030000000001'")
    db.commit()
    db.close()
    ledger = open_ledger(path)
    with pytest.raises(LedgerError, match="has changed"):
        ledger.captured(a_capture("Soldiers crossed the line.").id)
    ledger.close()


def test_a_broken_row_is_told_as_a_broken_row(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER reports_no_update")
    db.execute("UPDATE reports SET body = '{\"id\": 7}'")
    db.commit()
    db.close()
    ledger = open_ledger(path)
    with pytest.raises(LedgerError, match="a row of the ledger cannot be read"):
        ledger.contents("test 1")
    ledger.close()


def test_only_a_few_derived_views_are_put_by(path: Path) -> None:
    ledger = open_ledger(path)
    for number in range(KEPT + 3):
        ledger.put(f"key {number}", b"derived")
    assert [ledger.put_by(f"key {number}") for number in range(3)] == [None] * 3
    assert ledger.put_by(f"key {KEPT + 2}") == b"derived"
    ledger.close()


def test_a_broken_derived_view_counts_as_none(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.put("key", b"derived")
    ledger.close()
    db = sqlite3.connect(path)
    db.execute("UPDATE derived SET zlib = x'00'")
    db.commit()
    db.close()
    assert open_ledger(path).put_by("key") is None
