"""Many rows at once, by the database's own driver: prepared inserts in SQLite, COPY in PostgreSQL."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Row = Sequence[Any]


def add_rows(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Adds rows, each with all columns in the order of the table. A row that is there already is an error."""
    raw = db.connection.dbapi_connection
    assert raw is not None
    ready = _bound(table, rows, db.dialect)
    if db.dialect.name == "postgresql":
        names = ", ".join(f'"{each.name}"' for each in table.columns)
        with raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:  # type: ignore[attr-defined]  # psycopg's own
            for row in ready:
                copy.write_row(row)
        return
    raw.cursor().executemany(_insert(table), list(ready))


@cache
def _insert(table: Table) -> str:
    names = ", ".join(f'"{each.name}"' for each in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


def _bound(table: Table, rows: Iterable[Row], dialect: Dialect) -> Iterator[Row]:
    """Rows as the driver takes them: texts as the database can keep them."""
    makers = [each.type.dialect_impl(dialect).bind_processor(dialect) for each in table.columns]
    if dialect.name != "postgresql":
        return iter(rows)
    wanted = [(at, maker) for at, (maker, column) in enumerate(zip(makers, table.columns)) if maker and column.type.python_type is str]
    return (_row(row, wanted) for row in rows)


def _row(row: Row, makers: Sequence[tuple[int, Any]]) -> Row:
    made = list(row)
    for at, maker in makers:
        made[at] = maker(made[at])
    return made
