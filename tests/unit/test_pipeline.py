"""The main road: taken up after a break, taken again, as of a day, with people's decisions, and by a newer version."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.fakes.dispatches import LINES, write_dispatches
from tests.fakes.memory_ledger import MemoryLedger
from tests.fakes.records import NOON

from truceline.engines.base import Item, Result, Shared
from truceline.engines.local import InProcess
from truceline.ledger.open import open_ledger
from truceline.model.document import Capture, Refusal
from truceline.model.incident import Judgement, Same
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, read_by, update_ledger
from truceline.readers.capture import capture


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> list[Capture | Refusal]:
    paths = write_dispatches(tmp_path_factory.mktemp("documents"))
    return list(capture([str(each) for each in paths], captured_at=NOON))


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=lambda: NOON)


@pytest.fixture
def full(ledger: MemoryLedger, captures: list[Capture | Refusal], pack: Pack) -> MemoryLedger:
    """A ledger with all documents read."""
    update_ledger(captures, pack=pack, ledger=ledger, engine=InProcess())
    return ledger


def test_the_summary_tells_what_was_done(ledger: MemoryLedger, captures: list[Capture | Refusal], pack: Pack) -> None:
    refusal = Refusal(where="b.pdf", why="is not read")
    first = update_ledger([*captures, refusal], pack=pack, ledger=ledger, engine=InProcess())
    again = update_ledger([*captures, refusal], pack=pack, ledger=ledger, engine=InProcess())
    assert (first.n_new, first.n_known, again.n_new, again.n_known) == (len(captures), 0, 0, len(captures))
    assert first.refusals == again.refusals == (refusal,)
    assert first.n_incidents + first.n_review == again.n_incidents + again.n_review >= 4
    assert first.digest == again.digest
    assert derive(ledger, pack).refusals == (refusal,)


class Counting(InProcess):
    """An engine that counts what it was given to do."""

    def __init__(self) -> None:
        self.given: Counter[str] = Counter()

    def map(self, function: Callable[[Item, Shared], Result], items: Iterable[Item], *, shared: Shared) -> Iterator[Result]:
        for item in items:
            self.given[function.__name__] += 1
            yield function(item, shared)


def test_what_was_read_before_is_not_read_again(full: MemoryLedger, captures: list[Capture | Refusal], pack: Pack) -> None:
    engine = Counting()
    update_ledger([*captures, *captures], pack=pack, ledger=full, engine=engine)
    assert engine.given == {"read_one": 2 * len(captures)}, "captures are opened, no document is studied"
    fresh, once = MemoryLedger(clock=lambda: NOON), Counting()
    update_ledger([*captures, *captures], pack=pack, ledger=fresh, engine=once)
    assert once.given == {"read_one": 2 * len(captures), "study_one": len(captures)}


def test_a_run_that_was_broken_off_is_taken_up(ledger: MemoryLedger, captures: list[Capture | Refusal], pack: Pack) -> None:
    def broken_off() -> Iterator[Capture | Refusal]:
        yield from captures[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_ledger(broken_off(), pack=pack, ledger=ledger, engine=InProcess())
    assert len(ledger.contents(read_by(pack)).documents) == 3
    summary = update_ledger(captures, pack=pack, ledger=ledger, engine=InProcess())
    assert (summary.n_new, summary.n_known) == (len(captures) - 3, 3)
    whole = MemoryLedger(clock=lambda: NOON)
    assert update_ledger(captures, pack=pack, ledger=whole, engine=InProcess()).digest == summary.digest
    assert [each.state for each in ledger.contents(read_by(pack)).runs] == ["begun", "begun", "ended"]


def test_what_was_put_by_and_what_is_derived_anew_are_the_same_bits(captures: list[Capture | Refusal], pack: Pack, tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger.db")
    update_ledger(captures, pack=pack, ledger=ledger, engine=InProcess())
    put_by = derive(ledger, pack)
    ledger.put_by = lambda key: None  # type: ignore[method-assign]  # as if all that was derived were thrown away
    assert derive(ledger, pack) == put_by
    ledger.close()


def test_every_report_leads_back_to_bytes_that_were_captured(full: MemoryLedger, captures: list[Capture | Refusal], pack: Pack) -> None:
    view = derive(full, pack)
    given = {each.id: each.content for each in captures if isinstance(each, Capture)}
    for incident in view.incidents.values():
        for report in view.reports_of(incident):
            document = view.documents[report.document_id]
            assert full.captured(document.capture_id) == given[document.capture_id]
            assert document.words(report.quote)
            assert view.fetches[document.id]


def test_as_of_leaves_out_what_was_published_later(full: MemoryLedger, pack: Pack) -> None:
    early = derive(full, pack, date(2024, 6, 19))
    assert {each.name for each in early.documents.values()} == {"a", "b2", "b3"}
    assert all(report.document_id in early.documents for report in early.reports.values())
    assert early.digest != derive(full, pack).digest


def test_as_of_takes_an_undated_document_from_the_day_it_was_captured(ledger: MemoryLedger, tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "undated.txt"
    file.write_text("North Korean soldiers crossed the Military Demarcation Line, the Joint Chiefs of Staff said.\n")
    at = datetime(2024, 6, 20, 8, tzinfo=UTC)
    update_ledger(capture([str(file)], captured_at=at), pack=pack, ledger=ledger, engine=InProcess())
    assert not derive(ledger, pack, date(2024, 6, 19)).documents
    assert len(derive(ledger, pack, date(2024, 6, 20)).documents) == 1


def test_documents_that_an_older_version_read_are_read_again(
    full: MemoryLedger, captures: list[Capture | Refusal], pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = derive(full, pack).digest
    monkeypatch.setattr("truceline.pipeline.read_by", lambda pack: "a newer version")
    summary = update_ledger([], pack=pack, ledger=full, engine=InProcess())
    assert (summary.n_new, summary.n_known) == (len(captures), 0)
    assert summary.digest == before
    assert update_ledger([], pack=pack, ledger=full, engine=InProcess()).n_new == 0


def test_a_persons_no_parts_what_we_had_merged(full: MemoryLedger, pack: Pack) -> None:
    before = derive(full, pack)
    merged = next(each for each in before.incidents.values() if len(each.documents) > 1)
    left, right = sorted(merged.reports)[:2]
    full.judge(Judgement(left=left, right=right, same=Same.NO, by="an analyst", score=0.0, terms=(), at=NOON))
    after = derive(full, pack)
    assert len(after.incidents) == len(before.incidents) + 1
    assert after.digest != before.digest
    assert [each.by for each in after.judgements].count("an analyst") == 1


def test_names_and_places_of_files_do_not_touch_the_digest(full: MemoryLedger, pack: Pack, tmp_path: Path) -> None:
    write_dispatches(tmp_path / "elsewhere")
    lines = (tmp_path / "elsewhere" / "b.jsonl").read_text()
    (tmp_path / "elsewhere" / "b.jsonl").write_text(lines.replace(f'"{LINES[0]["id"]}"', '"another name"'))
    other = MemoryLedger(clock=lambda: NOON)
    moved = capture([str(tmp_path / "elsewhere")], captured_at=datetime(2025, 1, 1, tzinfo=UTC))
    assert update_ledger(moved, pack=pack, ledger=other, engine=InProcess()).digest == derive(full, pack).digest
