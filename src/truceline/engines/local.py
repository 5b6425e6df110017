"""Engines of one machine: in this process, or in several fresh ones."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from truceline.engines.base import Item, Result, Shared
from truceline.engines.threads import one_thread_each
from truceline.errors import EngineError

CHUNK = 8
"""Items a worker takes at once: enough to pay for the post, few enough to spread a small batch."""

AHEAD = 2
"""Chunks waiting for each worker. Bounded, so that a long input is never held in memory as a whole."""


class InProcess:
    """One item after the other, in this process."""

    def map(self, function: Callable[[Item, Shared], Result], items: Iterable[Item], *, shared: Shared) -> Iterator[Result]:
        """See Engine."""
        for item in items:
            yield function(item, shared)

    def close(self) -> None:
        """Nothing to end."""


class Processes:
    """Several processes, started afresh ("spawn"): no state of this one leaks into them.

    The pool is made at the first ``map`` and again where ``shared`` is another object.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._shared: object = None

    def map(self, function: Callable[[Item, Shared], Result], items: Iterable[Item], *, shared: Shared) -> Iterator[Result]:
        """See Engine."""
        pool = self._pool_for(shared)
        source = iter(items)
        waiting: deque[Future[list[Result]]] = deque()
        done = 0
        try:
            while True:
                while len(waiting) < self._workers * AHEAD and (chunk := list(islice(source, CHUNK))):
                    waiting.append(pool.submit(_work, function, chunk))
                if not waiting:
                    return
                for result in waiting.popleft().result():
                    done += 1
                    yield result
        except BrokenProcessPool as error:
            self._forget()
            raise EngineError(
                f"a worker process died after {done} items (killed, or out of memory); what was recorded so far is kept "
                "(run the same command again, with fewer --workers if memory is short)"
            ) from error
        finally:
            for future in waiting:
                future.cancel()

    def close(self) -> None:
        """Ends the workers; work that nobody waits for any more is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._forget()

    def _pool_for(self, shared: object) -> ProcessPoolExecutor:
        if self._pool is None or self._shared is not shared:
            self.close()
            one_thread_each()
            self._pool = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=_keep, initargs=(shared,))
            self._shared = shared
        return self._pool

    def _forget(self) -> None:
        self._pool, self._shared = None, None


_kept: list[Any] = []
"""What a worker process was given once for all its work; empty in the process that hands it out."""


def _keep(shared: object) -> None:
    _kept[:] = [shared]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever: it ends, and leaves nothing half done, since it writes nothing."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(function: Callable[[Any, Any], Any], items: list[Any]) -> list[Any]:
    return [function(item, _kept[0]) for item in items]
