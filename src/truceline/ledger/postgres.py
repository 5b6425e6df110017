"""A ledger in a PostgreSQL database (15 or newer): how it is opened, and how its faults are told."""

from sqlalchemy import URL, Engine, create_engine, make_url, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from truceline.errors import LedgerError
from truceline.ledger import layout, tables
from truceline.ledger.sql import WRITES, Clock, SqlLedger

OLDEST = 15
"""The oldest major version that the tests are run on."""

CURES = {
    "28": "refuses this user or password (check the address given with --ledger)",
    "3D": "has no such database (make one first: createdb NAME)",
    "42501": "denies the right to do that (grant the user rights on its schema, or name another user)",
    "53100": "cannot grow: the disk is full (make room, then run the same command again; nothing half-written is left)",
    "53": "has no room for another connection or is out of memory (try again later)",
    "57P": "was shut down or is starting (try again when it runs)",
    "XX001": "is damaged (restore it from a backup, or ingest the captures again into a new ledger)",
}
"""Beginnings of PostgreSQL's own error codes (SQLSTATE) to what to do; the longest that fits counts."""


def open_postgres(address: str, *, create: bool, clock: Clock) -> SqlLedger:
    """The ledger at ``postgresql://USER@HOST/DATABASE``; made if ``create`` and the database is empty.

    Raises LedgerError with the cure. A password in the address is never shown.
    """
    url = _url(address)
    shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
    try:
        # One look sees one moment: readers go on while a writer works, and see nothing of it until it is done.
        engine = create_engine(url, isolation_level="REPEATABLE READ")
    except ModuleNotFoundError as error:
        raise LedgerError(f"{shown}: PostgreSQL needs a driver that is not installed (pip install 'truceline[postgres]')") from error
    try:
        _make_ready(engine, shown, create=create, clock=clock)
    except DBAPIError as error:
        raise explain(shown, error) from error
    return SqlLedger(engine, insert=insert, clock=clock, explain=lambda error: explain(shown, error), name=shown)


def explain(shown: str, error: DBAPIError) -> LedgerError:
    """A database error in words that name the database and the cure."""
    code = getattr(error.orig, "sqlstate", None) or ""
    fitting = sorted((each for each in CURES if code.startswith(each)), key=len)
    if fitting:
        return LedgerError(f"{shown} {CURES[fitting[-1]]}")
    if not code and isinstance(error, OperationalError):
        return LedgerError(f"{shown} cannot be reached (check that the server runs, its host and its port)")
    return LedgerError(f"{shown}: {error.orig}")


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise LedgerError("the address of the ledger cannot be read (write it as postgresql://USER@HOST/DATABASE)") from error


def _make_ready(engine: Engine, shown: str, *, create: bool, clock: Clock) -> None:
    with engine.connect() as db:
        version = int((engine.dialect.server_version_info or (0,))[0])
        if version < OLDEST:
            raise LedgerError(f"{shown} is PostgreSQL {version}; Truceline needs {OLDEST} or newer (upgrade the server)")
        found = layout.check(db, shown)
    if found == 0 and not create:
        raise LedgerError(f"{shown} holds no ledger yet (make one with: truceline ingest DOCS... --ledger {shown})")
    if found < tables.SCHEMA:
        with engine.connect().execution_options(**WRITES, isolation_level="READ COMMITTED") as db, db.begin():
            db.execute(text("SELECT pg_advisory_xact_lock(19530727)"))  # two programs may open a new ledger at once
            layout.bring_forward(db, clock())
