"""A process that bears writers: each fills a ledger until it is done or killed. Forked, so that a death costs milliseconds and no start-up.

Talks in lines. In: ``LEDGER FLAG SEED PART OF``. Out: the writer's process id; later, when it has ended, how. A writer records every
OF-th of the seed's documents from PART on and what people decided of them, and derives now and then. The first byte of the file FLAG is
1 while it is inside an open transaction that has written something: who killed it can read that afterwards.
"""

import mmap
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sqlalchemy import Connection
from tests.fakes.records import NOON
from tests.fakes.world import decisions, entries

from truceline.ledger.base import Entry
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.model.handling import Handling
from truceline.model.incident import Judgement
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derive, read_by

SIZE, DECISIONS, OFTEN = 24, 6, 3


class Flagged(SqlLedger):
    """A ledger that shows from outside whether it stands inside a transaction that writes."""

    flag: mmap.mmap

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with super()._changing() as db:
            self.flag[0] = 1
            yield db
        self.flag[0] = 0


def fill(ledger: SqlLedger, pack: Pack, seed: int, part: int = 0, of: int = 1) -> None:
    """All that a writer does."""
    chance = Random(seed)
    told = entries(chance, SIZE, read_by(pack))
    every = [*told, *decisions(chance, told, DECISIONS)]
    chance.shuffle(every)
    for at, each in enumerate(every[part::of]):
        match each:
            case Entry():
                ledger.record(each)
            case Judgement():
                ledger.judge(each)
            case _:
                ledger.review(each)
        if at % OFTEN == 0:
            derive(ledger, pack, handling=Handling.RED)
    derive(ledger, pack, handling=Handling.RED)


def write(pack: Pack, url: str, flag: str, seed: int, part: int, of: int) -> None:
    with Path(flag).open("r+b") as file:
        ledger = open_ledger(url, clock=lambda: NOON)
        ledger.__class__ = Flagged
        ledger.flag = mmap.mmap(file.fileno(), 1)  # type: ignore[attr-defined]  # it is a Flagged now
        fill(ledger, pack, seed, part, of)
        ledger.close()


def main() -> None:
    pack = load_pack()
    fill(open_ledger(Path(sys.argv[1]) / "warm-up.db", clock=lambda: NOON), pack, 1)
    print("ready", flush=True)
    for line in sys.stdin:
        writers = []
        for each in line.split(";"):
            url, flag, *numbers = each.split()
            writer = os.fork()
            if writer == 0:
                try:
                    write(pack, url, flag, *map(int, numbers))
                finally:
                    os._exit(0 if sys.exc_info()[0] is None else 1)
            writers.append(writer)
        print(*writers, flush=True)
        print(*(os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in writers), flush=True)


if __name__ == "__main__":
    main()
