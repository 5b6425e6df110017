"""Each way in which a ledger can be tampered with or rot shows, and is named."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.records import NOON, a_capture, a_document, a_judgement, a_media_file, a_review, a_step, an_extraction

from truceline.errors import LedgerError
from truceline.ledger.base import Entry
from truceline.ledger.chain import Link
from truceline.ledger.open import open_ledger
from truceline.model.review import Fault

Found = list[tuple[str, str]]


def an_entry(text: str) -> Entry:
    document = a_document(text)
    return Entry(document=document, capture=a_capture(text), extraction=an_extraction(document), read_by="test 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of two documents, a judgement and a decision: links 1 to 4."""
    file = tmp_path / "ledger.db"
    ledger = open_ledger(file, clock=lambda: NOON)
    ledger.record(an_entry("Soldiers crossed the line."))
    ledger.record(an_entry("Shots were fired at a post."))
    ledger.judge(a_judgement())
    ledger.review(a_review())
    ledger.close()
    return file


@pytest.fixture
def tampered(path: Path) -> Callable[..., Found]:
    """Runs statements on the file with its guards torn off, and gives what is found then."""

    def run(*statements: str) -> Found:
        db = sqlite3.connect(path)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        db.commit()
        db.close()
        return [(each.what, each.where) for each in faults(path)]

    return run


def faults(path: Path) -> list[Fault]:
    ledger = open_ledger(path)
    try:
        return list(ledger.faults())
    finally:
        ledger.close()


def test_an_untouched_ledger_has_no_faults(path: Path) -> None:
    assert faults(path) == []


def test_a_changed_report_shows_by_its_link(tampered: Callable[..., Found]) -> None:
    assert ("rows", "reports, link 1") in tampered("""UPDATE reports SET kind = 'air_strike' WHERE rowid = 1""")


def test_a_lost_row_shows_with_how_many_were_written(path: Path, tampered: Callable[..., Found]) -> None:
    assert tampered("DELETE FROM judgements") == [("rows", "judgements, link 3")]
    assert faults(path)[0].why == "1 row written, none there"


def test_a_row_slipped_in_shows(tampered: Callable[..., Found]) -> None:
    slipped = (
        "INSERT INTO reviews (subject, made_by, body, recorded_at, link) SELECT subject, 'nobody', body || ' ', recorded_at, 4 FROM reviews"
    )
    assert ("rows", "reviews, link 4") in tampered(slipped)


def test_a_row_with_a_link_of_its_own_shows(tampered: Callable[..., Found]) -> None:
    slipped = (
        "INSERT INTO reviews (subject, made_by, body, recorded_at, link) SELECT subject, 'nobody', body || ' ', recorded_at, 9 FROM reviews"
    )
    assert ("rows", "reviews, link 9") in tampered(slipped)


def test_a_changed_link_and_a_missing_link_show(tampered: Callable[..., Found]) -> None:
    assert ("chain", "link 2") in tampered("UPDATE audit SET at = '1999' WHERE seq = 2")
    assert ("chain", "link 3") in tampered("DELETE FROM audit WHERE seq = 2")


def test_a_link_hashed_anew_does_not_fit_the_next_one(path: Path, tampered: Callable[..., Found]) -> None:
    db = sqlite3.connect(path)
    told, previous = db.execute("SELECT told, previous FROM audit WHERE seq = 2").fetchone()
    db.close()
    forged = Link(seq=2, at="1999", told=told, previous=previous).sha256
    assert ("chain", "link 3") in tampered(f"UPDATE audit SET at = '1999', sha256 = '{forged}' WHERE seq = 2")


def test_a_changed_text_shows_by_its_own_hash(tampered: Callable[..., Found]) -> None:
    found = tampered("UPDATE documents SET text = replace(text, 'Soldiers', 'Civilians')")
    assert "document" in [what for what, _ in found]


def test_changed_bytes_of_a_capture_show(tampered: Callable[..., Found]) -> None:
    assert "capture" in [what for what, _ in tampered("UPDATE captures SET zlib = x'789c030000000001'")]
    assert "capture" in [what for what, _ in tampered("UPDATE captures SET zlib = x'00'")]


@pytest.fixture
def filmed(path: Path) -> Path:
    """The same ledger with a film of two pieces."""
    file = a_media_file(b"one piece" + b"another piece")
    ledger = open_ledger(path, clock=lambda: NOON)
    ledger.attach(file, (b"one piece", b"another piece"), a_step(file))
    ledger.close()
    return path


@pytest.mark.parametrize(("statement", "found"), [
    ("UPDATE media_pieces SET bytes = CAST('a bad piece!!' AS BLOB) WHERE place = 1", "their hash is now another"),
    ("DELETE FROM media_pieces WHERE place = 1", "bytes written, 9 there"),
    ("UPDATE custody SET body = replace(body, '100000', '900000')", "beyond the end of its file"),
    ("UPDATE custody SET body = '{}'", "cannot be read"),
    ("UPDATE custody SET media_id = 'x'", "its file is missing"),
])  # fmt: skip
def test_a_changed_film_or_attachment_shows(filmed: Path, tampered: Callable[..., Found], statement: str, found: str) -> None:
    assert faults(filmed) == []
    tampered("PRAGMA foreign_keys = OFF", statement)
    told = faults(filmed)
    assert "rows" in {each.what for each in told}, "the chain tells of it too"
    assert any(found in each.why for each in told), told


def test_a_quote_that_points_beyond_its_text_shows(tampered: Callable[..., Found]) -> None:
    found = tampered("""UPDATE reports SET body = replace(body, '"end":5', '"end":5000')""")
    assert "quote" in [what for what, _ in found]


def test_a_reading_that_cannot_be_read_shows(tampered: Callable[..., Found]) -> None:
    assert "reading" in [what for what, _ in tampered("UPDATE reports SET body = '{}' ")]


def test_a_damaged_page_is_told_and_not_spread(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * 4096)
    ledger = open_ledger(path)
    try:
        found = [str(each) for each in ledger.faults()]
    except LedgerError as error:
        found = [str(error)]
    finally:
        ledger.close()
    assert any("database" in each or "is damaged" in each or "document" in each for each in found)


def test_redacted_words_leave_the_file_itself(path: Path) -> None:
    assert (
        b"Shots were fired" in path.read_bytes() + Path(f"{path}-wal").read_bytes() if Path(f"{path}-wal").exists() else path.read_bytes()
    )
    ledger = open_ledger(path)
    ledger.redact(a_document("Shots were fired at a post.").id, by="an editor", reason="by law")
    assert list(ledger.faults()) == []
    ledger.close()
    left = path.read_bytes() + (Path(f"{path}-wal").read_bytes() if Path(f"{path}-wal").exists() else b"")
    assert b"Shots were fired" not in left
    assert b"Soldiers crossed" in left
