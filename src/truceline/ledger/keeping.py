"""What was derived and is kept, as the deriver sees it: rows found, put and dropped by the values of one column."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

from sqlalchemy import ColumnElement, Connection, Row, Table, func, inspect, select, tuple_

from truceline.ledger import kept
from truceline.ledger.among import delete_among, rows_among
from truceline.ledger.bulk import add_rows
from truceline.ledger.news import Evidence
from truceline.model.ids import IncidentId

W = TypeVar("W")
NO_DAY = "9999"
LATER = "\N{NOT SIGN}"
"""Sorts after every letter of an id."""


@dataclass(slots=True)
class Kept:
    """The kept tables within one transaction. Table and column names are those of ``ledger.kept``."""

    db: Connection

    def version(self) -> tuple[str, str] | None:
        """By which code it was derived, and which evidence was seen; None where nothing is kept, or in another shape."""
        if not inspect(self.db).has_table(kept.state.name):
            return None
        row = self.db.execute(select(kept.state)).first()
        return (row.version, row.seen) if row and row.layout == kept.LAYOUT else None

    def throw_away(self) -> None:
        """Removes all that is kept: it holds words of documents."""
        kept.metadata.drop_all(self.db)

    def begin(self, version: str, seen: str) -> None:
        """Throws away what is kept, and begins anew."""
        self.throw_away()
        kept.metadata.create_all(self.db)
        add_rows(self.db, kept.state, [(1, kept.LAYOUT, version, seen)])

    def saw(self, seen: str) -> None:
        """Notes which evidence has been seen; written with what was made of it, or not at all."""
        self.db.execute(kept.state.update().values(seen=seen))

    def find(self, name: str, column: str, values: Collection[Any], *columns: str) -> list[Row[Any]]:
        """Rows of which a column has one of these values; all columns, or those named."""
        return rows_among(self.db, _table(name), column, values, columns)

    def meeting(self, own: Collection[int], seeks: Collection[int]) -> list[Row[Any]]:
        """Who lives or looks in under the keys that are owned, and who lives under those looked in: (mark, seeks, report)."""
        return [*rows_among(self.db, kept.keys, "mark", own), *rows_among(self.db, kept.keys, "mark", seeks, also="AND seeks = 0")]

    def around(self, kind: str, first: str, last: str) -> list[Row[Any]]:
        """Count claims of a kind whose days meet a stretch of days."""
        table = kept.claims
        wanted = (table.c.kind == kind, table.c.until >= first, table.c.since <= last)
        return list(self.db.execute(select(table).where(*wanted)))

    def within(self, kind: str, since: str, until: str) -> list[Row[Any]]:
        """Numbers of the incidents of a kind that may lie within a stretch of days."""
        table = kept.incidents
        wanted = (table.c.kind == kind, table.c.last_day >= since, table.c.first_day <= until)
        return list(self.db.execute(select(table.c.n, table.c.id, table.c.body).where(*wanted)))

    def owners(self, mark: int, most: int) -> int:
        """How many live under a key, counted up to ``most``."""
        some = select(kept.keys.c.report).where(kept.keys.c.mark == mark, kept.keys.c.seeks == 0).limit(most).subquery()
        return int(self.db.scalar(select(func.count()).select_from(some)) or 0)

    def heads(self, documents: Collection[int]) -> dict[int, str]:
        """For each document the id of the least of its near-copies."""
        heads = {row.n: row.leader for row in self.find("documents", "n", documents, "n", "leader")}
        ids = {row.n: row.id for row in self.find("documents", "n", set(heads.values()), "n", "id")}
        return {n: ids[head] for n, head in heads.items()}

    def touched(self) -> set[int]:
        """Numbers of the documents with a report that decisions change or reject."""
        return set(self.db.scalars(select(kept.reports.c.document).where(kept.reports.c.effect != "").distinct()))

    def weights(self, claim: int, made: Callable[[Row[Any]], W]) -> dict[IncidentId, W]:
        """How each incident falls under a claim, by its id."""
        joined = select(kept.incidents.c.id, kept.weights).join(kept.incidents, kept.incidents.c.n == kept.weights.c.incident)
        return {IncidentId(row.id): made(row) for row in self.db.execute(joined.where(kept.weights.c.claim == claim))}

    def listed(self, wanted: Sequence[str], days: tuple[str, str] | None, after: tuple[int, str, str] | None, most: int) -> list[Row[Any]]:
        """Incidents that bear all these marks, in the order of a listing, after one of them: so many at most.

        With ``days`` only those of which some day told may lie between the two.
        """
        first, told = kept.marks, kept.incidents
        said = select(told).join(first, first.c.incident == told.c.n).where(first.c.mark == wanted[0], *_bearing(told, wanted[1:]))
        if days is not None:
            said = said.where(told.c.until >= days[0], told.c.since <= days[1])
        if after is not None:
            said = said.where(tuple_(first.c.unsure, first.c.day, first.c.id) > after)
        return list(self.db.execute(said.order_by(first.c.unsure, first.c.day, first.c.id).limit(most)))

    def undated(self, wanted: Sequence[str]) -> int:
        """How many incidents that bear all these marks have no day told."""
        first, told = kept.marks, kept.incidents
        said = select(func.count()).select_from(first).join(told, first.c.incident == told.c.n)
        said = said.where(first.c.mark == wanted[0], first.c.day == NO_DAY, told.c.until == "", *_bearing(told, wanted[1:]))
        return int(self.db.scalar(said) or 0)

    def begun(self, word: str) -> list[Row[Any]]:
        """Reports that count whose own incident's id is this word, or begins so; not more than tell whether it is one."""
        table = kept.reports
        said = select(table.c.incident).where(table.c.counts == 1, table.c.alias >= word, table.c.alias < word + LATER)
        return list(self.db.execute(said.distinct().limit(2)))

    def put(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Adds rows, each with all columns in the order of the table."""
        made = list(rows)
        if made:
            add_rows(self.db, _table(name), made)

    def drop(self, name: str, column: str, values: Collection[Any]) -> None:
        """Removes rows of which a column has one of these values."""
        delete_among(self.db, _table(name), column, values)

    def drop_rows(self, name: str, keys: Collection[Sequence[Any]]) -> None:
        """Removes rows by their whole primary key."""
        table = _table(name)
        if not keys:
            return
        names = [each.name for each in table.primary_key.columns]
        mark = "%s" if self.db.dialect.name == "postgresql" else "?"
        where = " AND ".join(f'"{each}" = {mark}' for each in names)
        raw = self.db.connection.dbapi_connection
        assert raw is not None
        raw.cursor().executemany(f'DELETE FROM "{table.name}" WHERE {where}', list(keys))

    def set(self, name: str, column: str, values: Iterable[tuple[int, Any]]) -> None:
        """Gives numbered rows another value in one column: (n, value)."""
        made = [(value, n) for n, value in values]
        if not made:
            return
        mark = "%s" if self.db.dialect.name == "postgresql" else "?"
        raw = self.db.connection.dbapi_connection
        assert raw is not None
        raw.cursor().executemany(f'UPDATE "{_table(name).name}" SET "{column}" = {mark} WHERE n = {mark}', made)

    def next(self, name: str) -> int:
        """The number of the next row."""
        return int(self.db.scalar(select(func.max(_table(name).c.n))) or 0) + 1

    def number(self, name: str) -> int:
        """How many rows there are."""
        return int(self.db.scalar(select(func.count()).select_from(_table(name))) or 0)

    def number_of(self, name: str, column: str, value: Any) -> int:
        """How many rows have this value."""
        table = _table(name)
        return int(self.db.scalar(select(func.count()).select_from(table).where(table.c[column] == value)) or 0)

    def all(self, name: str, *columns: str) -> list[Row[Any]]:
        """Every row of a table."""
        table = _table(name)
        return list(self.db.execute(select(*([table.c[each] for each in columns] or table.columns))))


@runtime_checkable
class KeepsDerived(Protocol):
    """A ledger that also keeps what was derived, so that one document more need not have all derived again."""

    def kept(self, read_by: str, *, change: bool) -> AbstractContextManager[tuple[Kept, Evidence]]:
        """What is kept and the evidence, in one transaction; with ``change`` one that may write, and that no other writer shares.

        Raises LedgerError where it cannot be read, or not written.
        """
        ...


def _bearing(told: Table, others: Sequence[str]) -> list[ColumnElement[bool]]:
    """That an incident bears these marks too."""
    also = kept.marks.alias()
    same = (also.c.unsure == told.c.unsure, also.c.day == told.c.day, also.c.id == told.c.id)
    return [select(also.c.incident).where(also.c.mark == each, *same).exists() for each in others]


def _table(name: str) -> Table:
    return kept.metadata.tables[f"kept_{name}"]
