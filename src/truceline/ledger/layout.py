"""Making the tables of a new ledger, and bringing those of an older layout forward: one transaction, whole or not at all.

Steps are numbered functions and not Alembic's: a step here may only add (guards forbid the rest), must run on both
databases without copying a table, and there is one a layout (docs/architecture.md says more).
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, Row, inspect, select

from truceline import __version__
from truceline.errors import LedgerError
from truceline.ledger import chain, tables
from truceline.ledger.guards import guard

Step = Callable[[Connection, str], None]


def check(db: Connection, name: str) -> int:
    """The layout found, 0 in an empty database. Refuses a database that is not a ledger, or that a newer Truceline made."""
    names = set(inspect(db).get_table_names())
    if not names:
        return 0
    if tables.schema_version.name not in names:
        raise LedgerError(f"{name} is a database, but not a Truceline ledger (name another file with --ledger)")
    found = _newest(db)
    if found is None:
        return 0
    if found.version > tables.SCHEMA:
        raise LedgerError(
            f"{name} was made by Truceline {found.made_by} (layout {found.version}); this is {__version__} (layout {tables.SCHEMA}), "
            "which cannot read it (install the newer version: pip install --upgrade truceline)"
        )
    return int(found.version)


def bring_forward(db: Connection, now: datetime) -> None:
    """All tables, their guards and the version; to be called inside one transaction that holds the write lock."""
    at = now.isoformat()
    names = set(inspect(db).get_table_names())
    found = _newest(db) if tables.schema_version.name in names else None
    if found is None:
        tables.metadata.create_all(db)
        for table in tables.EVIDENCE:
            guard(db, table)
    for layout in range((found.version if found else tables.SCHEMA) + 1, tables.SCHEMA + 1):
        STEPS[layout](db, at)
    if found is None or found.version < tables.SCHEMA:
        db.execute(tables.schema_version.insert().values(version=tables.SCHEMA, made_by=__version__, made_at=at))


def _newest(db: Connection) -> Row[tuple[int, str, str]] | None:
    return db.execute(select(tables.schema_version).order_by(tables.schema_version.c.version.desc())).first()


def _chain(db: Connection, at: str) -> None:
    """Layout 2: a chain over all rows (those there before under link 0), tombstones, editions."""
    there = set(inspect(db).get_table_names())
    older = [table for table in tables.CHAINED if table.name in there]
    for table in older:
        db.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN link INTEGER DEFAULT 0 NOT NULL")
    tables.metadata.create_all(db)
    tables.runs_once.create(db)
    for table in tables.EVIDENCE:
        if table.name not in there:
            guard(db, table)
    hashes = {str(table.name): [chain.row_hash(table, row) for row in db.execute(select(table)).mappings()] for table in older}
    chain.add_link(db, 0, at, {name: found for name, found in hashes.items() if found})


def _new_tables(db: Connection, _: str) -> None:
    """A layout that has nothing but tables more than the one before."""
    there = set(inspect(db).get_table_names())
    tables.metadata.create_all(db)
    for table in tables.EVIDENCE:
        if table.name not in there:
            guard(db, table)


STEPS: dict[int, Step] = {2: _chain, 3: _new_tables}
"""What brings a ledger of the layout before to this one."""
