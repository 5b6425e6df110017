"""What is kept is brought up to date before a look, found out where it was cut off or spoiled, and never trusted over the evidence."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event
from tests.fakes.records import NOON
from tests.fakes.world import entries

from truceline.derivation import update
from truceline.derivation.current import catch_up, throw_away
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, derived_by, read_by


class CutOff(Exception):
    """Stands for whatever ends a step in its middle."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path, pack: Pack) -> Iterator[SqlLedger]:
    made = open_ledger(path, clock=lambda: NOON)
    made.record_all(entries(Random(8), 12, read_by(pack)))
    yield made
    made.close()


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as db:
        return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name LIKE 'kept_%'")}


def test_a_step_that_was_cut_off_leaves_nothing_and_is_taken_up(
    ledger: SqlLedger, path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise CutOff

    with monkeypatch.context() as patch:
        patch.setattr(update, "recount", cut_off)
        with pytest.raises(CutOff):
            catch_up(ledger, derived_by(pack))
    assert not tables(path)
    assert derive(ledger, pack) == derive(ledger, pack, afresh=True)
    assert tables(path)


def test_steps_before_the_one_that_was_cut_off_are_not_done_again(ledger: SqlLedger, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "AT_A_TIME", 4)
    done: list[int] = []
    real = update.recount

    def third_is_cut_off(*given: object) -> None:
        if len(done) == 2:
            raise CutOff
        done.append(1)
        real(*given)  # type: ignore[arg-type]  # as it was called

    with monkeypatch.context() as patch:
        patch.setattr(update, "recount", third_is_cut_off)
        with pytest.raises(CutOff):
            catch_up(ledger, derived_by(pack))
    with ledger.kept(read_by(pack), change=False) as (kept, _):
        assert kept.number("documents") > 0
    assert derive(ledger, pack) == derive(ledger, pack, afresh=True)


def test_what_other_code_kept_is_derived_again(ledger: SqlLedger, path: Path, pack: Pack) -> None:
    before = derive(ledger, pack)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE kept_state SET version = 'another version'")
        db.execute("DELETE FROM kept_incidents")
    assert derive(ledger, pack) == before


def test_what_was_thrown_away_comes_back_the_same(ledger: SqlLedger, path: Path, pack: Pack) -> None:
    before = derive(ledger, pack)
    assert throw_away(ledger, derived_by(pack))
    assert not tables(path)
    assert derive(ledger, pack) == before


def test_what_is_kept_is_no_evidence(ledger: SqlLedger, pack: Pack) -> None:
    derive(ledger, pack)
    head = ledger.head()
    throw_away(ledger, derived_by(pack))
    derive(ledger, pack)
    assert ledger.head() == head
    assert not list(ledger.faults())


def test_a_full_disk_keeps_nobody_from_looking(ledger: SqlLedger, pack: Pack) -> None:
    wanted = derive(ledger, pack, afresh=True)
    engine = ledger._engine
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    assert not catch_up(ledger, derived_by(pack))
    assert derive(ledger, pack) == wanted


def test_a_redaction_leaves_no_word_in_what_is_kept(ledger: SqlLedger, path: Path, pack: Pack) -> None:
    view = derive(ledger, pack)
    ledger.redact(next(iter(view.documents)), by="a person", reason="asked to")
    assert not tables(path)
