"""The only place that picks a database for a ledger."""

import sqlite3
from pathlib import Path

from truceline.errors import LedgerError
from truceline.ledger import sqlite
from truceline.ledger.sql import Clock, SqlLedger
from truceline.ledger.sqlite import open_sqlite, utc_now


def open_ledger(url: str | Path, *, create: bool = True, clock: Clock = utc_now) -> SqlLedger:
    """The ledger at a path, ``sqlite:///path`` or ``postgresql://...``. Raises LedgerError naming the file and the cure.

    ``create`` makes a new ledger where there is none; ``clock`` stamps the rows (UTC) and is never part of a digest.
    """
    text = str(url)
    scheme, parted, rest = text.partition("://")
    if not parted:
        return open_sqlite(Path(text), create=create, clock=clock)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return open_sqlite(Path(rest[1:]), create=create, clock=clock)
    if scheme in ("postgresql", "postgres"):
        from truceline.ledger.postgres import open_postgres  # its dialect is loaded where it is asked for

        return open_postgres(f"postgresql://{rest}", create=create, clock=clock)
    raise LedgerError(f"{scheme}://: a ledger is kept in an SQLite file or in PostgreSQL (give a path, or postgresql://USER@HOST/DATABASE)")


def back_up(url: str, target: Path) -> None:
    """A file that holds a ledger as it is at one moment, its chain too. Raises LedgerError where it is no SQLite file."""
    scheme, parted, rest = url.partition("://")
    if parted and scheme != "sqlite":
        raise LedgerError(f"{scheme}:// has backups of its own (pg_dump --format custom; or truceline ledger copy to a file)")
    sqlite.back_up(Path(rest[1:] if parted else url), target)


def database() -> str:
    """Which database keeps ledgers here, with its version."""
    return f"SQLite {sqlite3.sqlite_version}"
