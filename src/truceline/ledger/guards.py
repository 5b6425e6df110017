"""What keeps evidence from being changed: triggers in the database itself, lifted only for a redaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table

from truceline.ledger import tables

VERBS = ("UPDATE", "DELETE")


def guard(db: Connection, table: Table) -> None:
    """Refuses every change and removal of the table's rows from now on."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION truceline_only_added() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a ledger is only added to: no %% on %%', TG_OP, TG_TABLE_NAME; END $$"
        )
        db.exec_driver_sql(
            f"CREATE TRIGGER {table.name}_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON {table.name} "
            "FOR EACH STATEMENT EXECUTE FUNCTION truceline_only_added()"
        )
        return
    for verb in VERBS:
        db.exec_driver_sql(
            f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: no {verb} on {table.name}'); END"
        )


@contextmanager
def unguarded(db: Connection) -> Iterator[None]:
    """Lifts the guards within one transaction: should it fail, they come back with all else."""
    for table in tables.CHAINED:
        _lift(db, table)
    yield
    for table in tables.CHAINED:
        guard(db, table)


def _lift(db: Connection, table: Table) -> None:
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"DROP TRIGGER {table.name}_guard ON {table.name}")
        return
    for verb in VERBS:
        db.exec_driver_sql(f"DROP TRIGGER {table.name}_no_{verb.lower()}")
