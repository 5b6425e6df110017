"""Real ingests that kill their own processes (SIGKILL) before, inside or after the transaction of the N-th document.

Called as: ingest_and_die.py FOLDER, and given a line LEDGER N MOMENT for each death; answers with how the process ended and whether it
stood inside a transaction. The moment "between" is before a transaction begins, "inside" after some of a document's rows are written and
before they are committed, "committed" right after. Each process is forked from this one, which has read the pack: a start-up for all.
"""

import os
import signal
import sys

from sqlalchemy import Connection, event

from truceline.engines.choose import choose_engine
from truceline.ledger.base import Entry
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.packs.pack import load_pack
from truceline.pipeline import update_ledger
from truceline.readers.capture import capture


class Dying(SqlLedger):
    """A ledger that ends the process at a given document."""

    number: int
    moment: str

    def record(self, entry: Entry) -> bool:
        self.number -= 1
        if self.number == 0 and self.moment == "between":
            die()
        if self.number == 0 and self.moment == "inside":
            event.listen(self._engine, "after_cursor_execute", die_at_the_extraction)
        new = super().record(entry)
        if self.number == 0:
            die()
        return new


def die_at_the_extraction(db: Connection, cursor: object, statement: str, *_: object) -> None:
    """By then the capture and the document are written, the reports are not."""
    if statement.startswith("INSERT INTO extractions"):
        print("inside a transaction", db.in_transaction(), flush=True)
        die()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def ingest(path: str, folder: str, number: int, moment: str) -> None:
    ledger = open_ledger(path)
    ledger.__class__ = Dying
    ledger.number, ledger.moment = number, moment
    update_ledger(capture([folder]), pack=load_pack(), ledger=ledger, engine=choose_engine())


def main() -> None:
    pack = load_pack()
    _ = pack.lexicon, pack.gazetteer, pack.rulebooks  # read before any fork
    for line in sys.stdin:
        path, number, moment = line.split()
        writer = os.fork()
        if writer == 0:
            signal.alarm(60)  # what hangs ends, and not by the signal that is waited for
            try:
                ingest(path, sys.argv[1], int(number), moment)
            finally:
                os._exit(0 if sys.exc_info()[0] is None else 1)
        print("ended", os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
