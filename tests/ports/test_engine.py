"""What every engine must do, run on one process and on two."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ports.engine_work import die_at_thirteen, fail_at_thirteen, process_id, threads_asked_for, times

from truceline.engines.base import Engine
from truceline.engines.choose import choose_engine
from truceline.engines.local import AHEAD, CHUNK
from truceline.engines.threads import ONE_EACH
from truceline.errors import ConfigError, EngineError


@pytest.fixture(scope="module", params=[1, 2])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made = choose_engine("local", request.param)
    yield made
    made.close()


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(times, range(100), shared=3)) == [3 * item for item in range(100)]


def test_no_items_give_no_results(engine: Engine) -> None:
    assert list(engine.map(times, [], shared=3)) == []


def test_another_shared_thing_reaches_the_workers(engine: Engine) -> None:
    assert list(engine.map(times, range(3), shared=3)) == [0, 3, 6]
    assert list(engine.map(times, range(3), shared=5)) == [0, 5, 10]


def test_items_are_taken_lazily(engine: Engine) -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(10_000):
            taken.append(item)
            yield item

    results = engine.map(times, items(), shared=3)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD * CHUNK, "a long input is never held in memory as a whole"
    results.close()  # type: ignore[attr-defined]  # a generator, as the adapters are


def test_one_map_can_feed_another(engine: Engine) -> None:
    first = engine.map(times, range(50), shared=3)
    assert list(engine.map(times, first, shared=3)) == [9 * item for item in range(50)]


def test_an_error_of_the_function_comes_out_as_it_is(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError, match="item 13 of 3"):
        list(engine.map(fail_at_thirteen, range(20), shared=3))


def test_several_workers_are_other_processes() -> None:
    engine = choose_engine("local", 2)
    try:
        assert os.getpid() not in set(engine.map(process_id, range(20), shared=0))
    finally:
        engine.close()


@pytest.mark.kills
def test_a_killed_worker_is_an_error_and_never_a_silent_loss() -> None:
    engine = choose_engine("local", 2)
    got = []
    try:
        with pytest.raises(EngineError, match="a worker process died after"):
            for result in engine.map(die_at_thirteen, range(1000), shared=3):
                got.append(result)
        assert got == [3 * item for item in range(len(got))], "what came back came back in order"
        assert list(engine.map(times, range(20), shared=3)) == [3 * item for item in range(20)], "the engine works again"
    finally:
        engine.close()


@pytest.mark.kills
def test_workers_end_when_their_parent_is_killed() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.ports.engine_work"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == -signal.SIGKILL, done.stderr
    workers = {int(line) for line in done.stdout.split()}
    assert 1 <= len(workers) <= 2
    until = time.monotonic() + 10
    while any(map(runs, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(runs, workers))


def runs(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process_id}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(("name", "workers", "why"), [("ray", 1, "no engine is called 'ray'"), ("local", 0, "--workers must be")])
def test_an_engine_that_cannot_be_is_refused(name: str, workers: int, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        choose_engine(name, workers)


@pytest.mark.parametrize(("set_by_user", "asked"), [(None, "1"), ("3", "3")])
def test_each_worker_has_one_thread_where_the_user_has_not_said_otherwise(
    set_by_user: str | None, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ONE_EACH:
        monkeypatch.delenv(name, raising=False)
        if set_by_user:
            monkeypatch.setenv(name, set_by_user)
    made = choose_engine("local", 2)
    try:
        assert set(made.map(threads_asked_for, range(2), shared=0)) == {asked}
    finally:
        made.close()
