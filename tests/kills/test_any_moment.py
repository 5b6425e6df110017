"""Writers are killed (SIGKILL) at any moment, many of them inside an open transaction: nothing is lost, halved, or derived otherwise."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.fakes.records import NOON
from tests.kills.conftest import Nursery
from tests.kills.nursery import fill

from truceline.ledger.open import open_ledger
from truceline.model.handling import Handling
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive

SEED = 1953
LATEST = 2.0
"""Seconds after which a writer is killed at the latest, however slow the machine."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def killed(nursery: Nursery, url: str, after: float, *, inside: bool) -> bool | None:
    """Whether a writer was killed inside an open transaction; None if it was done before. With ``inside`` it is waited for one."""
    (writer,) = nursery.bear((url, SEED, 0, 1))
    time.sleep(after)
    while inside and nursery.flag().read_bytes() == b"\0" and Path(f"/proc/{writer}").exists():
        pass
    with suppress(ProcessLookupError):
        os.kill(writer, signal.SIGKILL)
    (how,) = nursery.ended()
    assert how in (0, -signal.SIGKILL)
    return nursery.flag().read_bytes() == b"\1" if how else None


def assert_whole(url: str, pack: Pack) -> str:
    """Nothing is half there, and what is kept is what would be derived anew; gives the digest."""
    ledger = open_ledger(url, clock=lambda: NOON)
    try:
        assert not [str(each) for each in ledger.faults()]
        kept, anew = derive(ledger, pack, handling=Handling.RED), derive(ledger, pack, afresh=True, handling=Handling.RED)
        assert kept == anew
        return kept.digest
    finally:
        ledger.close()


def survive(nursery: Nursery, new_url: Callable[[], str], pack: Pack, kills: int, looks: int) -> None:
    """So many kills on one ledger after another; each ledger that a writer could finish says the same in the end.

    Every second writer is killed at its next transaction after a moment by chance, so that a third at least fall inside one.
    """
    chance, inside, done = Random(kills), 0, 0
    undisturbed = open_ledger(new_url(), clock=lambda: NOON)
    begun = time.perf_counter()
    fill(undisturbed, pack, SEED)
    lasts = time.perf_counter() - begun
    wanted = derive(undisturbed, pack, handling=Handling.RED).digest
    undisturbed.close()
    url = new_url()
    while done < kills:
        found = killed(nursery, url, chance.uniform(0, min(lasts / 2, LATEST)), inside=done % 2 == 0)
        if found is None:
            assert assert_whole(url, pack) == wanted
            url = new_url()
            continue
        done += 1
        inside += found
        if done % looks == 0:
            assert_whole(url, pack)
    assert inside * 3 >= kills, f"only {inside} of {kills} kills fell inside an open transaction"
    nursery.bear((url, SEED, 0, 1))
    assert nursery.ended() == [0]
    assert assert_whole(url, pack) == wanted


@pytest.mark.kills
@pytest.mark.slow
def test_twenty_kills_at_any_moment_lose_nothing(nursery: Nursery, new_url: Callable[[], str], pack: Pack) -> None:
    survive(nursery, new_url, pack, kills=20, looks=4)


@pytest.mark.kills
@pytest.mark.long
def test_two_hundred_kills_at_any_moment_lose_nothing(nursery: Nursery, new_url: Callable[[], str], pack: Pack) -> None:
    survive(nursery, new_url, pack, kills=200, looks=20)
