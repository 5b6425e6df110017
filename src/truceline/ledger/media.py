"""Files that people attached: written in pieces under one hash, read back in pieces, and who attached, took back or saw them."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any, Protocol

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, select

from truceline.errors import LedgerError
from truceline.ledger import tables
from truceline.ledger.codec import reread, written
from truceline.model.media import Custody, MediaFile, MediaId
from truceline.model.review import Fault


class Adding(Protocol):
    """A transaction that adds rows (``sql.Writing``)."""

    db: Connection

    def add(self, table: Table, **values: object) -> bool: ...


def keep(writing: Adding, file: MediaFile, pieces: Iterable[bytes], now: Callable[[], str]) -> bool:
    """A file with its pieces, unless it is here; True if it was added.

    Raises LedgerError where the pieces are not the file that is told of, or where it was redacted.
    """
    if is_gone(writing.db, file.id):
        raise LedgerError(f"file {file.id} was redacted, and is not taken in again (truceline redactions tells by whom, when and why)")
    if writing.db.execute(select(tables.media.c.id).where(tables.media.c.id == file.id)).first() is not None:
        return False
    writing.add(tables.media, id=file.id, size=file.size, body=written(file), recorded_at=now())
    total, size = sha256(), 0
    for place, piece in enumerate(pieces):
        total.update(piece)
        size += len(piece)
        writing.add(tables.media_pieces, media_id=file.id, place=place, bytes=piece, recorded_at=now())
    if (total.hexdigest(), size) != (file.id, file.size):
        raise LedgerError(f"file {file.id} changed while it was read: {file.size} bytes before, {size} now (attach it again)")
    return True


def log(writing: Adding, step: Custody, at: str) -> bool:
    """A step in the life of a file; True if it was added. Raises LedgerError where there is no such file."""
    if writing.db.execute(select(tables.media.c.id).where(tables.media.c.id == step.media)).first() is None:
        raise LedgerError(f"the ledger holds no file {step.media}")
    return writing.add(tables.custody, media_id=step.media, hand=step.hand, made_by=step.by, body=written(step), recorded_at=at)


def is_gone(db: Connection, media_id: MediaId) -> bool:
    """Was this file redacted? Then it is not taken in again."""
    told = tables.redactions.c
    first = select(told.seq).where(told.table_name == tables.media_pieces.name, told.row_key == f"{media_id}|0")
    return db.execute(first).first() is not None


def files(db: Connection, by: str | None = None) -> tuple[MediaFile, ...]:
    """Every file that is kept and was not redacted, by id."""
    table = tables.media
    rows = db.execute(select(table.c.id, table.c.body).where(*_by(table, by)).order_by(table.c.id)).all()
    return tuple(reread(row.body, MediaFile) for row in rows if not is_gone(db, row.id))


def steps(db: Connection, by: str | None = None) -> tuple[Custody, ...]:
    """Every step in the life of a file, in an order that does not depend on arrival."""
    table = tables.custody
    found = (reread(body, Custody) for body in db.scalars(select(table.c.body).where(*_by(table, by))))
    return tuple(sorted(found, key=lambda each: (each.at, each.id)))


def pieces(db: Connection, media_id: MediaId) -> Iterator[bytes]:
    """A file piece by piece, hashed on the way. Raises LedgerError where there is none, it was redacted, or it has changed."""
    if is_gone(db, media_id):
        raise LedgerError(f"file {media_id} was redacted: its bytes are gone (truceline redactions tells by whom, when and why)")
    if db.execute(select(tables.media.c.id).where(tables.media.c.id == media_id)).first() is None:
        raise LedgerError(f"the ledger holds no file {media_id}")
    total = sha256()
    for piece in _rows(db, media_id):
        total.update(piece)
        yield piece
    if total.hexdigest() != media_id:
        raise LedgerError(f"file {media_id} has changed: its hash is now another (restore the ledger from a backup)")


def faults(db: Connection) -> Iterator[Fault]:
    """Each file hashed again from its pieces; each step of custody read, and held against its file."""
    lengths: dict[str, int | None] = {}
    for row in db.execute(select(tables.media).order_by(tables.media.c.id)):
        try:
            lengths[row.id] = reread(row.body, MediaFile).duration
        except msgspec.MsgspecError as error:
            yield Fault(what="file", where=row.id, why=f"cannot be read: {error}")
        if is_gone(db, row.id):
            continue
        total, size = sha256(), 0
        for piece in _rows(db, row.id):
            total.update(piece)
            size += len(piece)
        if size != row.size:
            yield Fault(what="file", where=row.id, why=f"{row.size} bytes written, {size} there")
        elif total.hexdigest() != row.id:
            yield Fault(what="file", where=row.id, why="its bytes have changed: their hash is now another")
    for row in db.execute(select(tables.custody).order_by(tables.custody.c.seq)):
        yield from _step(row, lengths)


def _step(row: Any, lengths: dict[str, int | None]) -> Iterator[Fault]:
    where = f"step {row.seq}"
    try:
        step = reread(row.body, Custody)
    except msgspec.MsgspecError as error:
        yield Fault(what="custody", where=where, why=f"cannot be read: {error}")
        return
    length = lengths.get(step.media)
    if step.media not in lengths or step.media != row.media_id:
        yield Fault(what="custody", where=where, why="its file is missing")
    elif length is not None and any(each.end > length for each in step.stretches):
        yield Fault(what="custody", where=where, why="its time code lies beyond the end of its file")


def _rows(db: Connection, media_id: MediaId) -> Iterator[bytes]:
    """The pieces one by one, so that a film is never held whole."""
    table = tables.media_pieces.c
    places = db.scalars(select(table.place).where(table.media_id == media_id).order_by(table.place)).all()
    for place in places:
        found = db.scalar(select(table.bytes).where(table.media_id == media_id, table.place == place))
        yield bytes(found or b"")


def _by(table: Table, by: str | None) -> tuple[ColumnElement[bool], ...]:
    return () if by is None else (table.c.recorded_at <= by,)
