"""Is all as it was written? Links and rows against the chain, captures and documents against their ids, quotes against their texts."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from truceline.ledger import chain, media, tables
from truceline.ledger.codec import form_of, reread
from truceline.model.document import Document
from truceline.model.ids import document_id
from truceline.model.report import CountClaim, LawQuote, Report
from truceline.model.review import Fault
from truceline.model.text import Span

Blanked = Mapping[str, tuple[str, int]]
"""Hash of a blanked row to its hash before and the link that blanked it."""


def faults(db: Connection) -> Iterator[Fault]:
    """All that is not as it was written, named; nothing where all is well."""
    yield from _pages(db)
    blanked = {
        row.after_sha256: (row.before_sha256, row.link) for row in db.execute(select(tables.redactions).order_by(tables.redactions.c.seq))
    }
    links = db.execute(select(tables.audit).order_by(tables.audit.c.seq)).all()
    yield from _chain(links)
    told = {row.seq: _told(row.told) for row in links}
    for table in tables.CHAINED:
        yield from _rows(db, table, told, blanked)
    yield from _captures(db)
    yield from _documents(db)
    yield from _quotes(db)
    yield from _editions(db)
    yield from media.faults(db)


def _pages(db: Connection) -> Iterator[Fault]:
    """What SQLite finds when it looks at its own pages; PostgreSQL checks each page as it reads it."""
    if db.dialect.name == "sqlite":
        for (said,) in db.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Fault(what="database", where="file", why=str(said))


def _chain(links: Any) -> Iterator[Fault]:
    """Each link holds its own hash and that of the one before; none is missing between."""
    before, number = chain.START, None
    for row in links:
        link = chain.Link(seq=row.seq, at=row.at, told=row.told, previous=row.previous)
        if number is not None and row.seq != number + 1:
            yield Fault(what="chain", where=f"link {row.seq}", why=f"the one before it is link {number}: some are missing")
        elif number is None and row.seq > 1:
            yield Fault(what="chain", where=f"link {row.seq}", why="the links before it are missing")
        elif row.previous != before:
            yield Fault(what="chain", where=f"link {row.seq}", why="it does not follow on the link before it: one of the two was changed")
        if link.sha256 != row.sha256:
            yield Fault(what="chain", where=f"link {row.seq}", why="it was changed: its hash is now another")
        before, number = row.sha256, row.seq


def _told(text: str) -> chain.Told:
    try:
        return msgspec.json.decode(text, type=chain.Told)
    except msgspec.MsgspecError:
        return {}  # the chain itself has told of it


def _rows(db: Connection, table: Table, told: Mapping[int, chain.Told], blanked: Blanked) -> Iterator[Fault]:
    """The rows of one table, link by link, against what the link says of them."""
    waiting = {seq for seq, some in told.items() if table.name in some}
    found = db.execute(select(table).order_by(table.c.link)).mappings()
    for seq, rows in groupby(found, key=lambda row: int(row["link"])):
        waiting.discard(seq)
        number, digest = chain.together([_before(table, row, seq, blanked) for row in rows])
        if seq not in told:
            yield Fault(what="rows", where=f"{table.name}, link {seq}", why=f"{_n(number)} without a link in the chain")
            continue
        wanted, before = told[seq].get(table.name, (0, ""))
        if number != wanted:
            yield Fault(what="rows", where=f"{table.name}, link {seq}", why=f"{_n(wanted)} written, {number} there")
        elif digest != before:
            yield Fault(what="rows", where=f"{table.name}, link {seq}", why=f"of {_n(number)} at least one was changed")
    for seq in sorted(waiting):
        yield Fault(what="rows", where=f"{table.name}, link {seq}", why=f"{_n(told[seq][table.name][0])} written, none there")


def _before(table: Table, row: RowMapping, seq: int, blanked: Blanked) -> str:
    """The hash of a row as it was added: a tombstone tells that of one that was blanked since (perhaps more than once)."""
    digest = chain.row_hash(table, row)
    for _ in range(len(blanked)):
        if digest not in blanked or blanked[digest][1] <= seq:
            break
        digest = blanked[digest][0]
    return digest


def _captures(db: Connection) -> Iterator[Fault]:
    gone = _gone(db, tables.captures)
    for row in db.execute(select(tables.captures.c.id, tables.captures.c.zlib)):
        if row.id in gone:
            continue
        try:
            content = zlib.decompress(row.zlib)
        except zlib.error as error:
            yield Fault(what="capture", where=row.id, why=f"cannot be unpacked: {error}")
            continue
        if sha256(content).hexdigest() != row.id:
            yield Fault(what="capture", where=row.id, why="its bytes have changed: their hash is now another")


def _documents(db: Connection) -> Iterator[Fault]:
    gone = _gone(db, tables.documents)
    for row in db.execute(select(tables.documents).order_by(tables.documents.c.form)):
        if row.form in gone:
            continue
        try:
            document = replace(reread(row.body, Document), text=row.text)
        except msgspec.MsgspecError as error:
            yield Fault(what="document", where=row.id, why=f"cannot be read: {error}")
            continue
        published = document.published.isoformat() if document.published else None
        if document_id(document.text, document.title, published, document.url) != row.id or form_of(document) != row.form:
            yield Fault(what="document", where=row.id, why="it has changed: the hash of its text and what was printed with it is another")


def _quotes(db: Connection) -> Iterator[Fault]:
    """Every span of every reading against the text it points into; each reading names its own document."""
    lengths: dict[str, tuple[str, int, int]] = {}
    for row in db.execute(select(tables.documents.c.form, tables.documents.c.id, tables.documents.c.text, tables.documents.c.title)):
        lengths[row.form] = (row.id, len(row.text), len(row.title or ""))
    for table, shape in ((tables.reports, Report), (tables.count_claims, CountClaim), (tables.law_quotes, LawQuote)):
        for row in db.execute(select(table).order_by(table.c.form, table.c.read_by, table.c.place)):
            where = f"{table.name} {row.form[:12]} {row.place}"
            try:
                record = reread(row.body, shape)
            except msgspec.MsgspecError as error:
                yield Fault(what="reading", where=where, why=f"cannot be read: {error}")
                continue
            held = lengths.get(row.form)
            if held is None:
                yield Fault(what="reading", where=where, why="its document is missing")
            elif lost := [each for each in _spans(record) if not _stands(each, *held)]:
                yield Fault(what="quote", where=f"{where}, {lost[0].start}-{lost[0].end}", why="no words of its document stand there")


def _editions(db: Connection) -> Iterator[Fault]:
    gone = _gone(db, tables.editions)
    for row in db.execute(select(tables.editions)):
        if row.name not in gone and sha256(zlib.decompress(row.zlib)).hexdigest() != row.sha256:
            yield Fault(what="edition", where=row.name, why="it has changed: its hash is now another")


def _spans(record: object) -> Iterator[Span]:
    """Every span that stands anywhere in a record."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple | list):
        for each in record:
            yield from _spans(each)
    elif hasattr(record, "__dataclass_fields__"):
        for name in record.__dataclass_fields__:
            yield from _spans(getattr(record, name))


def _stands(span: Span, identity: str, text: int, title: int) -> bool:
    return span.document_id == identity and span.end <= (text if span.part == "text" else title)


def _gone(db: Connection, table: Table) -> set[str]:
    told = tables.redactions.c
    return set(db.scalars(select(told.row_key).where(told.table_name == table.name)))


def _n(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"
