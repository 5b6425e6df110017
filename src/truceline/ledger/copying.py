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
from truceline.ledger.blanking import Only, is_blank, runs
from truceline.ledger.media import is_gone
from truceline.ledger.sql import SqlLedger
from truceline.model.media import MediaId
from truceline.model.text import Part

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
        _blank_too(target, looks, blanked)
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
        _blank_too(target, looks, blanked)  # of a document that each source blanked in another part, one source's rows came
        return {name: len(hashes) for name, hashes in writing.added.items()}


def _blank_too(target: SqlLedger, looks: Sequence[Connection], blanked: Sequence[Any]) -> None:
    """Blanks in the target what was blanked elsewhere: documents in whole or in part, files in whole."""
    told = {row.row_key: row for row in blanked if row.table_name == tables.documents.name}
    for document_id, form, only in _documents(target, looks, sorted(told)):
        target.redact(document_id, by=told[form].made_by, reason=told[form].reason, only=only)
    files = {MediaId(row.row_key.split("|")[0]): row for row in blanked if row.table_name == tables.media_pieces.name}
    with target.reading() as db:
        ids = db.scalars(select(tables.media.c.id).where(tables.media.c.id.in_(files))).all()
        kept = [MediaId(each) for each in ids if not is_gone(db, MediaId(each))]
    for media_id in kept:
        target.redact(media_id, by=files[media_id].made_by, reason=files[media_id].reason)


def _documents(target: SqlLedger, looks: Sequence[Connection], forms: Sequence[str]) -> list[tuple[Any, str, Only | None]]:
    """Documents of which the target holds what was blanked elsewhere, with what of them; None = all."""
    here = select(tables.documents).where(tables.documents.c.form.in_(forms))
    found: list[tuple[Any, str, Only | None]] = []
    with target.reading() as db:
        held = {row.form: row for row in db.execute(here)}
    elsewhere: dict[str, list[Any]] = {form: [] for form in held}
    for db in looks:
        for row in db.execute(here):
            if row.form in elsewhere:
                elsewhere[row.form].append(row)
    for form, row in held.items():
        only = left_to_blank(row, elsewhere[form])
        if only is None and not is_blank(row.text):
            found.append((row.id, form, None))
        elif only is not None and only.spans:
            found.append((row.id, form, only))
    return found


def left_to_blank(held: Any, others: Sequence[Any]) -> Only | None:
    """What is blanked in other copies of a document and not in this one; None where one of them is blanked in whole.

    The words are taken from every copy that still has them: this one's records may hold what another's text no longer has.
    """
    if any(is_blank(each.text) for each in others):
        return None
    spans: list[tuple[Part, int, int]] = []
    words: set[str] = set()
    parts: tuple[Part, ...] = ("text", "title")
    for part in parts:
        texts = [getattr(each, part) or "" for each in (held, *others)]
        for text in texts[1:]:
            spans += [(part, start, end) for start, end in runs(text, texts[0])]
        words |= {two[start:end] for one in texts for two in texts for start, end in runs(one, two)}
    return Only(spans=tuple(spans), words=frozenset(words))


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
