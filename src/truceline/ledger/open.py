"""The only place that picks a database for a ledger."""

import sqlite3
from pathlib import Path

from truceline.errors import LedgerError
from truceline.ledger.base import Ledger
from truceline.ledger.sql import Clock
from truceline.ledger.sqlite import open_sqlite, utc_now


def open_ledger(url: str | Path, *, create: bool = True, clock: Clock = utc_now) -> Ledger:
    """The ledger at a path or ``sqlite:///path``. Raises LedgerError naming the file and the cure.

    ``create`` makes a new ledger where there is none; ``clock`` stamps the rows (UTC) and is never part of a digest.
    """
    text = str(url)
    scheme, parted, rest = text.partition("://")
    if not parted:
        return open_sqlite(Path(text), create=create, clock=clock)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return open_sqlite(Path(rest[1:]), create=create, clock=clock)
    raise LedgerError(f"{text}: a ledger is kept in an SQLite file in this version (give a path, or sqlite:///path)")


def database() -> str:
    """Which database keeps ledgers here, with its version."""
    return f"SQLite {sqlite3.sqlite_version}"
