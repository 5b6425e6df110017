"""Ledgers of each kind; for tests marked `postgres` on a real server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.fakes.clock import Clock
from tests.fakes.memory_ledger import MemoryLedger
from tests.fakes.servers import new_database

from truceline.ledger.base import Ledger
from truceline.ledger.open import open_ledger

__all__ = ["new_database"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Ledger]]:
    """Makes ledgers of one kind, each a new one, and closes them all."""
    made: list[Ledger] = []

    def make() -> Ledger:
        if request.param == "memory":
            made.append(MemoryLedger(clock=clock))
        elif request.param == "sqlite":
            made.append(open_ledger(tmp_path / f"{len(made)}.db", clock=clock))
        else:
            made.append(open_ledger(request.getfixturevalue("new_database")(), clock=clock))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def ledger(new_ledger: Callable[[], Ledger]) -> Ledger:
    return new_ledger()
