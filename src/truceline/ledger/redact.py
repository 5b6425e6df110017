"""The one way out of a ledger: a document's words are blanked wherever they are kept, each row leaving a tombstone.

Letters become blocks and nothing moves, so every offset stays where it was; what was read as a code (kind, party, day)
stays, what was taken from the text as words (names, places as named, addresses) goes. The bytes of its captures go whole.
An attached file goes whole too, with what it said of itself; that it was there, how long it was and what it was attached to stays.
"""

import json
import zlib
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, delete, select, update

from truceline.ledger import chain, tables
from truceline.ledger.guards import unguarded
from truceline.ledger.keeping import Kept
from truceline.model.ids import DocumentId
from truceline.model.media import MediaId
from truceline.model.review import Redaction

BLOCK = "\N{FULL BLOCK}"
GONE = b"redacted"
"""What stands in place of a capture's bytes."""

WORDS = frozenset({"words", "name", "url", "publisher", "window", "notes", "place", "facts", "claims", "reason"})
"""Fields of stored records whose text comes from the document as words; codes of speakers without a party do too."""

__all__ = ["BLOCK", "GONE", "blank", "blocks", "is_redacted", "unguarded", "without_words"]


def is_redacted(db: Connection, form: str) -> bool:
    """Was this form of a document blanked? Then nothing of it is taken in again."""
    table = tables.redactions.c
    return db.execute(select(table.seq).where(table.table_name == "documents", table.row_key == form)).first() is not None


def redacted(db: Connection, forms: Collection[str]) -> set[str]:
    """Which of these forms were blanked."""
    table = tables.redactions.c
    if not db.execute(select(table.seq).limit(1)).first():
        return set()
    return {each for each in forms if is_redacted(db, each)}


def blank(db: Connection, subject: DocumentId | MediaId) -> list[Redaction]:
    """Blanks the rows of a document or a file, and what was derived from all; gives a tombstone a row, without who and why."""
    known = tables.documents.c
    forms = [each for each in db.scalars(select(known.form).where(known.id == subject)) if not is_redacted(db, each)]
    made = [each for form in forms for each in _form(db, form)]
    if made:
        made += _editions(db, DocumentId(subject))
    made += _media(db, MediaId(subject))
    if made:
        db.execute(delete(tables.derived))
        Kept(db).throw_away()
    return made


def _form(db: Connection, form: str) -> Iterator[Redaction]:
    captures = list(db.scalars(select(tables.printings.c.capture_id).where(tables.printings.c.form == form).distinct()))
    for table in (tables.reports, tables.count_claims, tables.law_quotes):
        yield from _rows(db, table, table.c.form == form)
    yield from _rows(db, tables.printings, tables.printings.c.form == form)
    yield from _rows(db, tables.fetches, tables.fetches.c.capture_id.in_(captures))
    yield from _rows(db, tables.captures, tables.captures.c.id.in_(captures))
    yield from _rows(db, tables.documents, tables.documents.c.form == form)


def _media(db: Connection, media_id: MediaId) -> Iterator[Redaction]:
    """A file with its pieces, and the words of those who handled it."""
    yield from _rows(db, tables.media_pieces, tables.media_pieces.c.media_id == media_id)
    yield from _rows(db, tables.custody, tables.custody.c.media_id == media_id)
    yield from _rows(db, tables.media, tables.media.c.id == media_id)


def _editions(db: Connection, document_id: DocumentId) -> Iterator[Redaction]:
    """Takes the words out of what editions hold of the document's incidents; codes and figures stay."""
    table = tables.editions
    for row in db.execute(select(table).order_by(table.c.name)).mappings().all():
        told = json.loads(zlib.decompress(row["zlib"]))
        touched = [each for each in told["incidents"].values() if document_id in each["documents"] and each["words"]]
        for each in touched:
            each["words"] = {}
        if touched:
            packed = zlib.compress(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8"), 6)
            db.execute(update(table).where(table.c.name == row["name"]).values(zlib=packed))
            yield Redaction(
                table=str(table.name), key=row["name"], before_sha256=chain.row_hash(table, row),
                after_sha256=chain.row_hash(table, {**row, "zlib": packed}), by="", reason="",
            )  # fmt: skip


def _rows(db: Connection, table: Table, which: ColumnElement[bool]) -> Iterator[Redaction]:
    """Blanks the rows of one table, in order of their keys."""
    keys = list(table.primary_key.columns)
    for row in db.execute(select(table).where(which).order_by(*keys)).mappings().all():
        new = _blanked(table, row)
        if all(row[name] == value for name, value in new.items()):
            continue  # it held no words of the text
        here = and_(*(key == row[key.name] for key in keys))
        db.execute(update(table).where(here).values(**new))
        yield Redaction(
            table=str(table.name), key="|".join(str(row[key.name]) for key in keys), before_sha256=chain.row_hash(table, row),
            after_sha256=chain.row_hash(table, {**row, **new}), by="", reason="",
        )  # fmt: skip


def _blanked(table: Table, row: RowMapping) -> dict[str, Any]:
    """The columns that change, with what they become."""
    if table is tables.captures:
        return {"zlib": zlib.compress(GONE)}
    if table is tables.media_pieces:
        return {"bytes": GONE}
    if table is tables.fetches:
        return {"address": f"redacted {row['seq']}"}
    if table is tables.printings:
        return {"name": f"redacted {row['seq']}"}
    body = json.dumps(without_words(json.loads(row["body"])), ensure_ascii=False, separators=(",", ":"))
    if table is tables.documents:
        return {"text": blocks(row["text"]), "title": blocks(row["title"]) if row["title"] else row["title"], "body": body}
    return {"body": body}


def without_words(value: Any, field: str = "") -> Any:
    """A record's JSON without what it took from the text as words."""
    if isinstance(value, dict):
        nameless = "code" in value and value.get("party") is None
        return {
            key: blocks(each) if nameless and key == "code" and each != "document" else without_words(each, key)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [without_words(each, field) for each in value]
    return blocks(value) if isinstance(value, str) and field in WORDS else value


def blocks(text: str) -> str:
    """Text of the same length: each letter a block, white space kept."""
    return "".join(each if each.isspace() else BLOCK for each in text)
