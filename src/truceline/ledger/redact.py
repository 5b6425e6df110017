"""The one way out of a ledger: a document's words, all or some, are blanked wherever they are kept, each row leaving a tombstone.

Letters become blocks and nothing moves, so every offset stays where it was; what was read as a code (kind, party, day)
stays, what was taken from the text as words (names, places as named, addresses) goes. The bytes of its captures go whole.
An attached file goes whole too, with what it said of itself; that it was there, how long it was and what it was attached to stays.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, delete, or_, select, update

from truceline.ledger import chain, tables
from truceline.ledger.blanking import Only, blocks, without_words
from truceline.ledger.guards import unguarded
from truceline.ledger.keeping import Kept
from truceline.model.ids import DocumentId
from truceline.model.media import MediaId
from truceline.model.review import Redaction
from truceline.model.text import Part

GONE = b"redacted"
"""What stands in place of a capture's bytes."""

__all__ = ["GONE", "blank", "is_redacted", "redacted", "unguarded"]


def is_redacted(db: Connection, form: str, document_id: DocumentId) -> bool:
    """Was this form of a document, or another one of it, blanked in whole or in part? Then nothing of it is taken in again."""
    table, known = tables.redactions.c, tables.documents.c
    alike = select(known.form).where(known.id == document_id)
    told = select(table.seq).where(table.table_name == "documents", or_(table.row_key == form, table.row_key.in_(alike)))
    return db.execute(told.limit(1)).first() is not None


def redacted(db: Connection, forms: Mapping[str, DocumentId]) -> set[str]:
    """Which of these forms were blanked."""
    table = tables.redactions.c
    if not db.execute(select(table.seq).limit(1)).first():
        return set()
    return {form for form, document_id in forms.items() if is_redacted(db, form, document_id)}


def blank(db: Connection, subject: DocumentId | MediaId, only: Only | None = None) -> list[Redaction]:
    """Blanks the rows of a document or a file, and what was derived from all; gives a tombstone a row, without who and why.

    With ``only`` of a document's words these alone go, and its captures whole: bytes cannot be blanked in part and keep their hash.
    What was blanked before stays blanked, and gives no second tombstone.
    """
    known = tables.documents.c
    forms = list(db.scalars(select(known.form).where(known.id == subject)))
    made = [each for form in forms for each in _form(db, form, only)]
    if made:
        made += _editions(db, DocumentId(subject), only)
    if only is None:
        made += _media(db, MediaId(subject))
    if made:
        db.execute(delete(tables.derived))
        Kept(db).throw_away()
    return made


def _form(db: Connection, form: str, only: Only | None) -> Iterator[Redaction]:
    captures = list(db.scalars(select(tables.printings.c.capture_id).where(tables.printings.c.form == form).distinct()))
    for table in (tables.reports, tables.count_claims, tables.law_quotes):
        yield from _rows(db, table, table.c.form == form, only)
    yield from _rows(db, tables.printings, tables.printings.c.form == form, only)
    yield from _rows(db, tables.fetches, tables.fetches.c.capture_id.in_(captures), only)
    yield from _rows(db, tables.captures, tables.captures.c.id.in_(captures), only)
    yield from _rows(db, tables.documents, tables.documents.c.form == form, only)


def _media(db: Connection, media_id: MediaId) -> Iterator[Redaction]:
    """A file with its pieces, and the words of those who handled it."""
    yield from _rows(db, tables.media_pieces, tables.media_pieces.c.media_id == media_id)
    yield from _rows(db, tables.custody, tables.custody.c.media_id == media_id)
    yield from _rows(db, tables.media, tables.media.c.id == media_id)


def _editions(db: Connection, document_id: DocumentId, only: Only | None) -> Iterator[Redaction]:
    """Takes the words out of what editions hold of the document's incidents, or some of them; codes and figures stay."""
    table = tables.editions
    for row in db.execute(select(table).order_by(table.c.name)).mappings().all():
        told = json.loads(zlib.decompress(row["zlib"]))
        touched = [each for each in told["incidents"].values() if document_id in each["documents"] and each["words"]]
        for each in touched:
            each["words"] = {} if only is None else {key: without_words(some, "words", only) for key, some in each["words"].items()}
        packed = row["zlib"]
        if touched:
            packed = zlib.compress(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8"), 6)
        if json.loads(zlib.decompress(packed)) != json.loads(zlib.decompress(row["zlib"])):
            db.execute(update(table).where(table.c.name == row["name"]).values(zlib=packed))
            yield Redaction(
                table=str(table.name), key=row["name"], before_sha256=chain.row_hash(table, row),
                after_sha256=chain.row_hash(table, {**row, "zlib": packed}), by="", reason="",
            )  # fmt: skip


def _rows(db: Connection, table: Table, which: ColumnElement[bool], only: Only | None = None) -> Iterator[Redaction]:
    """Blanks the rows of one table, in order of their keys."""
    keys = list(table.primary_key.columns)
    for row in db.execute(select(table).where(which).order_by(*keys)).mappings().all():
        new = _blanked(table, row, only)
        if all(row[name] == value for name, value in new.items()):
            continue  # it held no words of the text
        here = and_(*(key == row[key.name] for key in keys))
        db.execute(update(table).where(here).values(**new))
        yield Redaction(
            table=str(table.name), key="|".join(str(row[key.name]) for key in keys), before_sha256=chain.row_hash(table, row),
            after_sha256=chain.row_hash(table, {**row, **new}), by="", reason="",
        )  # fmt: skip


def _blanked(table: Table, row: RowMapping, only: Only | None) -> dict[str, Any]:
    """The columns that change, with what they become."""
    if table is tables.captures:
        return {"zlib": zlib.compress(GONE)}
    if table is tables.media_pieces:
        return {"bytes": GONE}
    if table in (tables.fetches, tables.printings):
        column = "address" if table is tables.fetches else "name"
        goes = only is None or only.pattern.search(row[column])
        return {column: f"redacted {row['seq']}" if goes else row[column]}
    told = json.loads(row["body"])
    left = without_words(told, only=only)
    body = row["body"] if left == told else json.dumps(left, ensure_ascii=False, separators=(",", ":"))
    if table is tables.documents:
        return {"text": _text(row["text"], "text", only), "title": _text(row["title"], "title", only), "body": body}
    return {"body": body}


def _text(text: str | None, part: Part, only: Only | None) -> str | None:
    if not text:
        return text
    return blocks(text) if only is None else only.text(text, part)
