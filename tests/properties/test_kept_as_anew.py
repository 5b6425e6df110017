"""What is kept and brought up to date is what would be derived anew: whatever came, in whatever order, batches and steps."""

from collections.abc import Sequence
from dataclasses import fields
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.records import NOON
from tests.fakes.world import decisions, entries

from truceline.derivation import copies, profiles, update
from truceline.incidents import keys, origins
from truceline.ledger.base import Entry
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.model.handling import Handling
from truceline.model.incident import Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.review import Review
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, read_by

Told = Entry | Judgement | Review
FEW = 3
"""In place of the hundreds from which a key or a mark is too common, so that a small world comes there."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for room, name in ((origins, "MOST_ALIKE"), (copies, "MOST_ALIKE"), (keys, "MOST_UNDATED"), (profiles, "MOST_UNDATED")):
        monkeypatch.setattr(room, name, FEW)
    monkeypatch.setattr(update, "AT_A_TIME", 4)


def tell(ledger: SqlLedger, each: Told) -> None:
    match each:
        case Entry():
            ledger.record(each)
        case Judgement():
            ledger.judge(each)
        case Review():
            ledger.review(each)


def seen(ledger: SqlLedger, pack: Pack) -> LedgerView:
    return derive(ledger, pack, handling=Handling.RED)


def assert_as_anew(ledger: SqlLedger, pack: Pack) -> LedgerView:
    kept, anew = seen(ledger, pack), derive(ledger, pack, afresh=True, handling=Handling.RED)
    for field in fields(LedgerView):
        assert getattr(kept, field.name) == getattr(anew, field.name), field.name
    return kept


RARE = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@given(seed=st.integers(0, 10**6), size=st.integers(2, 18), n_decisions=st.integers(0, 8), often=st.floats(0, 1))
@RARE
def test_what_is_kept_is_what_is_derived_anew(
    seed: int, size: int, n_decisions: int, often: float, pack: Pack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = Random(seed)
    ledger = open_ledger(tmp_path_factory.mktemp("kept") / "ledger.db", clock=lambda: NOON)
    try:
        for each in told(chance, pack, size, n_decisions):
            tell(ledger, each)
            if chance.random() < often:
                seen(ledger, pack)
        view = assert_as_anew(ledger, pack)
        for gone in chance.sample(sorted(view.documents), min(2, len(view.documents))):
            ledger.redact(gone, by="a person", reason="asked to")
            assert_as_anew(ledger, pack)
        for each in entries(chance, 3, read_by(pack)):
            ledger.record(each)
            assert_as_anew(ledger, pack)
    finally:
        ledger.close()


@given(seed=st.integers(0, 10**6), size=st.integers(2, 14), n_decisions=st.integers(0, 6))
@RARE
def test_any_order_and_any_steps_end_in_one_digest(
    seed: int, size: int, n_decisions: int, pack: Pack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = Random(seed)
    every = told(chance, pack, size, n_decisions)
    assert len({digest_of(some, often, chance, pack, tmp_path_factory) for some, often in
                ((every, 0.0), (chance.sample(every, len(every)), 1.0), (chance.sample(every, len(every)), 0.3))}) == 1  # fmt: skip


def told(chance: Random, pack: Pack, size: int, n_decisions: int) -> list[Told]:
    made = entries(chance, size, read_by(pack))
    every: list[Told] = [*made, *decisions(chance, made, n_decisions)]
    chance.shuffle(every)
    return every


def digest_of(every: Sequence[Told], often: float, chance: Random, pack: Pack, folder: pytest.TempPathFactory) -> str:
    ledger = open_ledger(folder.mktemp("order") / "ledger.db", clock=lambda: NOON)
    try:
        for each in every:
            tell(ledger, each)
            if chance.random() < often:
                seen(ledger, pack)
        return seen(ledger, pack).digest
    finally:
        ledger.close()
