"""A ledger in one SQLite file: how it is opened, guarded against change, and how its faults are told."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from truceline.errors import LedgerError
from truceline.ledger import layout, tables
from truceline.ledger.sql import WRITES, Clock, SqlLedger

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""
CACHE_KIB = 64 * 1024
"""How much of the file a connection keeps in memory; SQLite's own two megabytes are less than what merging goes back to."""

CURES = {
    sqlite3.SQLITE_NOTADB: "is not a Truceline ledger (name another file with --ledger, or move this one away)",
    sqlite3.SQLITE_CORRUPT: "is damaged (restore it from a backup, or ingest the captures again into a new file)",
    sqlite3.SQLITE_BUSY: "is being written by another program (wait until that one is done, then try again)",
    sqlite3.SQLITE_LOCKED: "is being written by another program (wait until that one is done, then try again)",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only (change the rights, or copy it elsewhere)",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full (make room, then run the same command again; nothing half-written is left)",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened (check that the folder exists and that you may write there)",
    sqlite3.SQLITE_IOERR: "cannot be read or written by the disk (check the disk and the room on it, then try again)",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied (change the rights, or copy it elsewhere)",
}


def open_sqlite(path: Path, *, create: bool, clock: Clock) -> SqlLedger:
    """The ledger in a file; made if ``create`` and there is none. Raises LedgerError with the cure."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger (name a file with --ledger)")
    if not path.exists() and not create:
        raise LedgerError(f"there is no ledger {path} (make one with: truceline ingest DOCS... --ledger {path})")
    engine = _engine(path)
    try:
        with engine.connect() as db:
            found = layout.check(db, str(path))
        if found < tables.SCHEMA:
            with engine.connect().execution_options(**WRITES) as db, db.begin():
                layout.bring_forward(db, clock())
    except DBAPIError as error:
        raise explain(path, error) from error
    return SqlLedger(engine, insert=insert, clock=clock, explain=lambda error: explain(path, error), name=str(path))


def back_up(path: Path, target: Path) -> None:
    """Copies the file page by page, also while it is in use, with the chain as it is. Raises LedgerError naming file and cure.

    By SQLite's own backup, which waits for no writer and takes the state of one moment.
    """
    if target.exists():
        raise LedgerError(f"{target} is there already, and a backup writes over nothing (name another file)")
    open_sqlite(path, create=False, clock=utc_now).close()
    try:
        with closing(_connect(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        code = getattr(error, "sqlite_errorcode", None)
        cure = CURES.get(code & 0xFF) if isinstance(code, int) else None
        raise LedgerError(f"{target} {cure}" if cure else f"{target}: {error}") from error


def explain(path: Path, error: DBAPIError) -> LedgerError:
    """A database error in words that name the file and the cure."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    cure = CURES.get(code & 0xFF) if isinstance(code, int) else None
    return LedgerError(f"{path} {cure}" if cure else f"{path}: {error.orig}")


def _engine(path: Path) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _connect(path))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    """Opens the file; where its folder cannot be written and no other program is at it, as a file that does not change."""
    address = path.absolute().as_uri()
    if path.exists() and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        address += "?immutable=1"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Write-ahead log: readers go on while a writer works. Full sync: decisions of people cannot be read anew."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")  # what is redacted leaves the file
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
    finally:
        cursor.close()


def _begin(db: Connection) -> None:
    """A writer takes its lock at once: one that first reads and then wants to write could wait for ever."""
    writes = db.get_execution_options().get("ledger_writes")
    db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def utc_now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)
