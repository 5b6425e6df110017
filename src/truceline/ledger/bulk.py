"""Many rows at once, by the database's own driver: prepared inserts in SQLite, COPY in PostgreSQL."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Integer, MetaData, Table, UniqueConstraint

from truceline.ledger.tables import Text

Row = Sequence[Any]


def add_rows(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Adds rows, each with all columns in the order of the table. A row that is there already is an error."""
    raw: Any = db.connection.dbapi_connection  # the driver's own
    assert raw is not None
    ready = _bound(table, rows, db.dialect)
    if db.dialect.name == "postgresql":
        names = ", ".join(f'"{each.name}"' for each in table.columns)
        with raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in ready:
                copy.write_row(row)
        return
    raw.cursor().executemany(_insert(table), list(ready))


@cache
def _insert(table: Table) -> str:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


def _bound(table: Table, rows: Iterable[Row], dialect: Dialect) -> Iterable[Row]:
    """Rows as the driver takes them: texts as the database can keep them."""
    if dialect.name != "postgresql":
        return rows
    texts = [(at, column.type) for at, column in enumerate(table.columns) if isinstance(column.type, Text)]
    return (_row(row, texts, dialect) for row in rows)


def _row(row: Row, texts: Sequence[tuple[int, Text]], dialect: Dialect) -> Row:
    made = list(row)
    for at, kind in texts:
        made[at] = kind.process_bind_param(made[at], dialect)
    return made


def add_new(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Adds those of these rows that are not there yet, in their order; gives those added. Of two with one key the first counts.

    They go to a table of their own first, by the driver; the database then takes over what it does not have.
    """
    names = [each.name for each in table.columns if each.name != "seq"]
    key = key_of(table)
    first = {tuple(row[name] for name in key): row for row in reversed(rows)}
    columns = ", ".join(f'"{each}"' for each in names)
    returned = ", ".join(f'"{each}"' for each in key)
    stage = f"coming_{table.name}"
    temporary = "ON COMMIT DROP " if db.dialect.name == "postgresql" else ""
    db.exec_driver_sql(f'CREATE TEMP TABLE "{stage}" {temporary}AS SELECT {columns}, 0 AS "coming" FROM "{table.name}" WHERE 1 = 0')
    shape = Table(stage, MetaData(), *(Column(each, table.c[each].type) for each in names), Column("coming", Integer))
    ordered = [row for at, row in enumerate(rows) if first[tuple(row[name] for name in key)] is row]
    add_rows(db, shape, [(*(row[name] for name in names), at) for at, row in enumerate(ordered)])
    found = db.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({columns}) SELECT {columns} FROM "{stage}" WHERE 1 = 1 ORDER BY "coming" '
        f"ON CONFLICT DO NOTHING RETURNING {returned}"
    ).all()
    db.exec_driver_sql(f'DROP TABLE "{stage}"')
    added = {_unbound(table, key, each, db.dialect) for each in found}
    return [row for row in ordered if tuple(row[name] for name in key) in added]


def key_of(table: Table) -> list[str]:
    """By what two rows of a table are the same: its primary key, or where that only numbers them what else is unique."""
    primary = [each.name for each in table.primary_key.columns]
    if primary != ["seq"]:
        return primary
    unique = [[each.name for each in one.columns] for one in table.constraints if isinstance(one, UniqueConstraint)]
    unique += [[each.name for each in one.columns] for one in table.indexes if one.unique]
    unique += [[each.name] for each in table.columns if each.unique]
    return min(unique, key=len)


def _unbound(table: Table, key: Sequence[str], row: Sequence[Any], dialect: Dialect) -> tuple[Any, ...]:
    """A key as it was before the driver took it."""
    kinds = [table.c[each].type for each in key]
    return tuple(kind.process_result_value(value, dialect) if isinstance(kind, Text) else value for kind, value in zip(kinds, row))
