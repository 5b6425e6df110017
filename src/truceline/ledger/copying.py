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
from truceline.ledger.media import is_gone
from truceline.ledger.sql import SqlLedger
from truceline.model.media import MediaId

AT_ONCE = 2000
"""Rows that are written together; no more are held in memory."""

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
            files = _gone_files(writing.db).union(*map(_gone_files, looks))
            apart = [files - _gone_files(db) for db in looks]
            for table in tables.CHAINED:
                rows: list[dict[str, Any]] = []
                for _, digest, row in merge(*(_stream(*each, table) for each in zip(looks, apart)), key=lambda each: each[:2]):
                    if digest not in gone:
                        rows.append({name: value for name, value in _values(row).items() if name not in chain.NOT_HASHED})
                    if len(rows) == AT_ONCE:
                        writing.add_many(table, rows)
                        rows = []
                writing.add_many(table, rows)
            return {name: len(hashes) for name, hashes in writing.added.items()}


def _to_blank(target: SqlLedger, blanked: Sequence[Any]) -> Iterator[tuple[Any, str, str]]:
    """Documents and files that the target still holds, and that were redacted elsewhere."""
    documents = {row.row_key: row for row in blanked if row.table_name == tables.documents.name}
    files = {MediaId(row.row_key.split("|")[0]): row for row in blanked if row.table_name == tables.media_pieces.name}
    with target.reading() as db:
        held = db.execute(select(tables.documents.c.form, tables.documents.c.id).where(tables.documents.c.form.in_(documents))).all()
        here = set(db.scalars(select(tables.redactions.c.row_key).where(tables.redactions.c.table_name == tables.documents.name)))
    for document_id, row in {each.id: documents[each.form] for each in held if each.form not in here}.items():
        yield document_id, row.made_by, row.reason
    with target.reading() as db:
        ids = db.scalars(select(tables.media.c.id).where(tables.media.c.id.in_(files))).all()
        kept = [MediaId(each) for each in ids if not is_gone(db, MediaId(each))]
    for media_id in kept:
        yield media_id, files[media_id].made_by, files[media_id].reason


def _gone_files(db: Connection) -> set[str]:
    """Attached files that were redacted here."""
    told = tables.redactions.c
    keys = db.scalars(select(told.row_key).where(told.table_name == tables.media_pieces.name))
    return {each.split("|")[0] for each in keys}


def _stream(db: Connection, without: set[str], table: Table) -> Iterator[Keyed]:
    """The rows of a table with their time of recording and hash, in that order; none of files that were redacted elsewhere."""
    time = next((table.c[name] for name in ("recorded_at", "captured_at", "at") if name in table.c), None)
    chosen = select(table)
    if without and table in (tables.media, tables.media_pieces, tables.custody):
        chosen = chosen.where((table.c.id if table is tables.media else table.c.media_id).not_in(without))
    rows = db.execute(chosen.order_by(time) if time is not None else chosen, execution_options={"yield_per": 100}).mappings()
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
