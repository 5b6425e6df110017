"""A real ingest that kills its own process (SIGKILL) before, inside or after the transaction of the N-th document.

Called as: ingest_and_die.py LEDGER FOLDER N MOMENT. The moment "between" is before a transaction begins, "inside" after
some of a document's rows are written and before they are committed, "committed" right after.
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


def main() -> None:
    ledger = open_ledger(sys.argv[1])
    ledger.__class__ = Dying
    ledger.number, ledger.moment = int(sys.argv[3]), sys.argv[4]
    update_ledger(capture([sys.argv[2]]), pack=load_pack(), ledger=ledger, engine=choose_engine())


if __name__ == "__main__":
    main()
