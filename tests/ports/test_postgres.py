"""What a ledger in PostgreSQL refuses, with the cure."""

from collections.abc import Callable

import psycopg
import pytest
from tests.fakes.records import NOON, a_capture, a_document, an_extraction

from truceline.errors import LedgerError
from truceline.ledger import tables
from truceline.ledger.base import Entry
from truceline.ledger.open import back_up, open_ledger

pytestmark = pytest.mark.postgres


@pytest.fixture
def url(new_database: Callable[[], str]) -> str:
    made = new_database()
    ledger = open_ledger(made, clock=lambda: NOON)
    document = a_document("Soldiers crossed the line.")
    ledger.record(Entry(document=document, capture=a_capture(document.text), extraction=an_extraction(document), read_by="test"))
    ledger.close()
    return made


def test_a_ledger_of_a_newer_version_is_refused_with_the_cure(url: str) -> None:
    with psycopg.connect(url) as db:
        db.execute("INSERT INTO schema_version VALUES (%s, '9.0.0', '2031-01-01')", (tables.SCHEMA + 1,))
    with pytest.raises(LedgerError, match=r"Truceline 9\.0\.0 .* pip install --upgrade truceline"):
        open_ledger(url)


@pytest.mark.parametrize("statement", ["UPDATE documents SET text = ''", "DELETE FROM documents", "TRUNCATE documents CASCADE"])
def test_a_change_of_evidence_is_refused_by_the_database_itself(url: str, statement: str) -> None:
    with psycopg.connect(url) as db, pytest.raises(psycopg.errors.RaiseException, match="only added to"):
        db.execute(statement)


def test_a_row_changed_behind_its_guard_shows(url: str) -> None:
    with psycopg.connect(url) as db:
        db.execute("ALTER TABLE documents DISABLE TRIGGER ALL")
        db.execute("UPDATE documents SET text = 'Nobody crossed the line.'")
        db.execute("ALTER TABLE documents ENABLE TRIGGER ALL")
    ledger = open_ledger(url)
    assert {each.what for each in ledger.faults()} >= {"rows", "document"}
    ledger.close()


def test_a_backup_of_a_file_is_none_of_a_server(url: str, tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's own
    with pytest.raises(LedgerError, match="pg_dump"):
        back_up(url, tmp_path / "backup.db")
