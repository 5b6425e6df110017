"""Rows of which a column has one of many values, asked for in one short statement: to write thousands of values into one costs more
than to run it."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Dialect, Row, Table, TextualSelect, bindparam, text
from sqlalchemy.types import TypeEngine


def rows_among(
    db: Connection, table: Table, column: str, values: Collection[Any], columns: Iterable[str] = (), also: str = ""
) -> list[Row[Any]]:
    """Rows whose column is among the values; all columns, or those named. ``also`` ends the statement (AND ..., ORDER BY ...)."""
    if not values:
        return []
    said = _select(table, column, tuple(columns), also, db.dialect.name)
    return list(db.execute(said, {"among": _bound(table.c[column].type, values, db.dialect)}))


def delete_among(db: Connection, table: Table, column: str, values: Collection[Any]) -> None:
    """Removes rows whose column is among the values."""
    if values:
        said = text(f'DELETE FROM "{table.name}" WHERE "{column}" {_among(db.dialect.name)}')
        db.execute(said, {"among": _bound(table.c[column].type, values, db.dialect)})


@cache
def _select(table: Table, column: str, columns: tuple[str, ...], also: str, dialect: str) -> TextualSelect:
    chosen = [table.c[each] for each in columns] or list(table.columns)
    names = ", ".join(f'"{each.name}"' for each in chosen)
    said = text(f'SELECT {names} FROM "{table.name}" WHERE "{column}" {_among(dialect)} {also}').bindparams(bindparam("among"))
    return said.columns(*chosen)


def _among(dialect: str) -> str:
    return "= ANY(:among)" if dialect == "postgresql" else "IN (SELECT value FROM json_each(:among))"


def _bound(kind: TypeEngine[Any], values: Collection[Any], dialect: Dialect) -> Any:
    """A list as one parameter: PostgreSQL has arrays, SQLite reads JSON."""
    if dialect.name != "postgresql":
        return msgspec.json.encode(list(values)).decode()
    bind = getattr(kind, "process_bind_param", None)
    return [bind(each, dialect) for each in values] if bind else list(values)
