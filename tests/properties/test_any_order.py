"""The same documents give the same ledger: in any order, in any batches, once or twice, on any ledger."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.dispatches import write_dispatches
from tests.fakes.memory_ledger import MemoryLedger
from tests.fakes.records import NOON

from truceline.engines.choose import choose_engine
from truceline.engines.local import InProcess
from truceline.ledger.base import Ledger
from truceline.ledger.open import open_ledger
from truceline.model.document import Capture, Refusal
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> list[Capture | Refusal]:
    return list(capture([str(each) for each in write_dispatches(tmp_path_factory.mktemp("documents"))]))


@pytest.fixture(scope="module")
def undisturbed(pack: Pack, captures: list[Capture | Refusal]) -> str:
    """The digest of one run over all documents in the order of their names."""
    ledger = MemoryLedger(clock=lambda: NOON)
    summary = update_ledger(captures, pack=pack, ledger=ledger, engine=InProcess())
    assert summary.n_reports >= 4, "the documents say something"
    return summary.digest


@pytest.fixture(params=["memory", "sqlite"])
def kind(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param


@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_order_batching_and_repetition_gives_one_digest(
    data: st.DataObject,
    kind: str,
    pack: Pack,
    captures: list[Capture | Refusal],
    undisturbed: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    again = data.draw(st.lists(st.sampled_from(range(len(captures))), max_size=3), label="given once more")
    order = data.draw(st.permutations([*range(len(captures)), *again]), label="order")
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=3), label="cuts"))
    ledger: Ledger = MemoryLedger(clock=lambda: NOON)
    if kind == "sqlite":
        ledger = open_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")
    try:
        for start, end in zip([0, *cuts], [*cuts, len(order)]):
            batch = [captures[each] for each in order[start:end]]
            summary = update_ledger(batch, pack=pack, ledger=ledger, engine=InProcess())
        assert summary.digest == undisturbed
        assert derive(ledger, pack).digest == undisturbed
    finally:
        ledger.close()


def test_two_workers_give_the_same_digest_as_one(pack: Pack, captures: list[Capture | Refusal], undisturbed: str) -> None:
    engine = choose_engine("local", 2)
    try:
        ledger = MemoryLedger(clock=lambda: NOON)
        assert update_ledger(captures, pack=pack, ledger=ledger, engine=engine).digest == undisturbed
    finally:
        engine.close()


def test_a_missing_document_gives_another_digest(pack: Pack, captures: list[Capture | Refusal], undisturbed: str) -> None:
    ledger = MemoryLedger(clock=lambda: NOON)
    assert update_ledger(captures[:-1], pack=pack, ledger=ledger, engine=InProcess()).digest != undisturbed
