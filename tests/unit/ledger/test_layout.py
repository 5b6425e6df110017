"""Ledgers of older layouts are brought forward, whole or not at all; what was in them is chained as it was found."""

import sqlite3
from pathlib import Path

import pytest
from tests.fakes.records import NOON, a_judgement, a_media_file, a_review, a_step

from truceline.errors import LedgerError
from truceline.ledger import layout, tables
from truceline.ledger.open import open_ledger

EARLIER = sorted(Path(__file__).parent.glob("layout-*.sql"))


def made_of(script: Path, path: Path) -> Path:
    db = sqlite3.connect(path)
    db.executescript(script.read_text(encoding="utf-8"))
    db.close()
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger that the first version made, of one document in our own words."""
    return made_of(EARLIER[0], tmp_path / "old.db")


@pytest.fixture(params=EARLIER, ids=lambda each: each.stem)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A ledger of each earlier layout, of one document in our own words."""
    return made_of(request.param, tmp_path / "old.db")


def test_a_ledger_of_each_earlier_layout_stands_among_the_tests() -> None:
    assert [each.stem for each in EARLIER] == [f"layout-{number}" for number in range(1, tables.SCHEMA)]


def test_a_ledger_of_an_earlier_layout_keeps_all_it_holds_and_can_be_added_to(earlier: Path) -> None:
    ledger = open_ledger(earlier, clock=lambda: NOON)
    held = ledger.contents("another version")
    assert [each.name for each in held.documents] == ["a"]
    assert [report.claim.kind.value for each in held.extractions for report in each.reports] == ["ground_crossing"]
    assert list(ledger.faults()) == []
    ledger.judge(a_judgement())
    ledger.review(a_review("r2"))
    ledger.attach(film := a_media_file(b"a film"), (b"a film",), a_step(film))
    assert list(ledger.faults()) == []
    ledger.close()
    db = sqlite3.connect(earlier)
    assert db.execute("SELECT max(version) FROM schema_version").fetchone() == (tables.SCHEMA,)
    db.close()


@pytest.mark.parametrize("table", [table.name for table in tables.EVIDENCE])
def test_a_ledger_brought_forward_is_guarded_like_a_new_one(earlier: Path, table: str) -> None:
    open_ledger(earlier).close()
    db = sqlite3.connect(earlier)
    triggers = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {f"{table}_no_update", f"{table}_no_delete"} <= triggers
    db.close()


def test_what_was_there_before_the_chain_is_chained_as_it_was_found(old: Path) -> None:
    open_ledger(old).close()
    db = sqlite3.connect(old)
    db.execute("DROP TRIGGER documents_no_update")
    db.execute("UPDATE documents SET published = '1999-01-01'")
    db.commit()
    db.close()
    ledger = open_ledger(old)
    assert ("rows", "documents, link 0") in [(each.what, each.where) for each in ledger.faults()]
    ledger.close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LedgerError("the step failed in its middle")

    monkeypatch.setattr(layout.chain, "add_link", broken)
    with pytest.raises(LedgerError, match="in its middle"):
        open_ledger(old)
    monkeypatch.undo()
    db = sqlite3.connect(old)
    assert db.execute("SELECT max(version) FROM schema_version").fetchone() == (1,)
    assert "link" not in [row[1] for row in db.execute("PRAGMA table_info(documents)")]
    db.close()
    open_ledger(old).close()
