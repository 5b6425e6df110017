"""All that some ledgers hold, written into another one: a copy, or the union of what two field laptops gathered.

Rows are merged in the order in which they were recorded, so that the order in which ledgers are named decides nothing. Where
one of them had a document redacted, the others' words of it do not come along.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from truceline.errors import LedgerError
from truceline.ledger import chain, tables
from truceline.ledger.sql import SqlLedger

Keyed = tuple[str, str, RowMapping]


def copy_all(sources: Sequence[SqlLedger], target: SqlLedger) -> dict[str, int]:
    """Adds every row of the sources that the target does not have, in one transaction and under one link; gives how many, by table.

    Raises LedgerError where a source and the target are one ledger.
    """
    if target.name in [each.name for each in sources]:
        raise LedgerError(f"{target.name} cannot be copied into itself (name another ledger)")
    with ExitStack() as stack:
        looks = [stack.enter_context(each.reading()) for each in sources]
        blanked = [row for db in looks for row in db.execute(select(tables.redactions)).all()]
        for document_id, by, reason in _to_blank(target, blanked):
            target.redact(document_id, by=by, reason=reason)
        gone = {row.before_sha256 for row in blanked}
        with target.writing() as writing:
            gone |= set(writing.db.scalars(select(tables.redactions.c.before_sha256)))
            for table in tables.CHAINED:
                for _, digest, row in merge(*(_stream(db, table) for db in looks), key=lambda each: each[:2]):
                    if digest not in gone:
                        writing.add(table, **{name: value for name, value in _values(row).items() if name not in chain.NOT_HASHED})
            return {name: len(hashes) for name, hashes in writing.added.items()}


def _to_blank(target: SqlLedger, blanked: Sequence[Any]) -> Iterator[tuple[Any, str, str]]:
    """Documents that the target still holds in words, and that were redacted elsewhere."""
    documents = {row.row_key: row for row in blanked if row.table_name == tables.documents.name}
    with target.reading() as db:
        held = db.execute(select(tables.documents.c.form, tables.documents.c.id).where(tables.documents.c.form.in_(documents))).all()
        here = set(db.scalars(select(tables.redactions.c.row_key).where(tables.redactions.c.table_name == tables.documents.name)))
    for document_id, row in {each.id: documents[each.form] for each in held if each.form not in here}.items():
        yield document_id, row.made_by, row.reason


def _stream(db: Connection, table: Table) -> Iterator[Keyed]:
    """The rows of a table with their time of recording and hash, in that order."""
    time = next((table.c[name] for name in ("recorded_at", "captured_at", "at") if name in table.c), None)
    rows = db.execute(select(table).order_by(time) if time is not None else select(table)).mappings()
    if time is None:
        yield from sorted((("", chain.row_hash(table, row), row) for row in rows), key=lambda each: each[1])
        return
    same: list[Keyed] = []
    for row in rows:
        at = str(row[time.name])
        if same and same[0][0] != at:
            yield from sorted(same, key=lambda each: each[1])
            same = []
        same.append((at, chain.row_hash(table, row), row))
    yield from sorted(same, key=lambda each: each[1])


def _values(row: RowMapping) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}
