"""Rows to records: what a ledger holds, read in an order that does not depend on arrival."""

import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, func, select

from truceline.ledger import tables
from truceline.ledger.base import RulebookVersion, Run
from truceline.ledger.codec import reread
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.ledger_view import Fetch
from truceline.model.report import CountClaim, Extraction, LawQuote, Report
from truceline.model.review import Edition, Redaction

T = TypeVar("T")


def by_publication(document: Document) -> tuple[str, str]:
    """Sorts documents by day of publication, undated ones last."""
    return (document.published.isoformat() if document.published else "9999", document.id)


def recorded(table: Table, by: str | None) -> tuple[ColumnElement[bool], ...]:
    """That a row was recorded by a moment (UTC, ISO); nothing where no moment is asked for."""
    return () if by is None else (table.c.recorded_at <= by,)


def documents(db: Connection, *which: ColumnElement[bool]) -> dict[str, Document]:
    """Form to document: the least form of each document, with the name and capture it first came in with."""
    least = select(func.min(tables.documents.c.form)).where(*which).group_by(tables.documents.c.id)
    chosen = select(tables.documents).where(tables.documents.c.form.in_(least), *which)
    first: dict[str, tuple[str, str]] = {}
    for row in db.execute(select(tables.printings).order_by(tables.printings.c.seq)):
        first.setdefault(row.form, (row.name, row.capture_id))
    found: dict[str, Document] = {}
    for row in db.execute(chosen.order_by(tables.documents.c.form)):
        name, capture_id = first.get(row.form, ("", ""))
        found[row.form] = replace(reread(row.body, Document), text=row.text, name=name, capture_id=CaptureId(capture_id))
    return found


def a_document(db: Connection) -> Document | None:
    """The document of the least form."""
    row = db.execute(select(tables.documents).order_by(tables.documents.c.form).limit(1)).first()
    return None if row is None else replace(reread(row.body, Document), text=row.text)


def unread(db: Connection, read_by: str) -> tuple[Document, ...]:
    """Documents whose least form this version has not read, and of which something is left to read."""
    done = set(db.scalars(select(tables.extractions.c.form).where(tables.extractions.c.read_by == read_by)))
    gone = set(db.scalars(select(tables.redactions.c.row_key).where(tables.redactions.c.table_name == tables.documents.name)))
    return tuple(each for form, each in documents(db).items() if form not in done and form not in gone)


def state(db: Connection) -> str:
    """A word that changes whenever evidence is added: rows are only ever added, so the last row tells."""
    told = (
        tables.fetches, tables.printings, tables.extractions, tables.judgements, tables.reviews, tables.refusals, tables.redactions,
        tables.custody,
    )  # fmt: skip
    return " ".join(str(db.scalar(select(func.max(table.c.seq))) or 0) for table in told)


def extractions(db: Connection, held: dict[str, Document], read_by: str, by: str | None = None) -> tuple[Extraction, ...]:
    """What was read from each of these documents: by ``read_by`` where it was, else by the version that read it last.

    With a moment ``by``, what was read last then. "Last" is by time, then by version: a copied ledger chooses the same.
    """
    chosen: dict[str, str] = {}
    table = tables.extractions
    for row in db.execute(select(table).where(*recorded(table, by)).order_by(table.c.recorded_at, table.c.read_by)):
        if by is not None or chosen.get(row.form) != read_by:
            chosen[row.form] = row.read_by
    reports = _read(db, tables.reports, Report, chosen)
    claims = _read(db, tables.count_claims, CountClaim, chosen)
    quotes = _read(db, tables.law_quotes, LawQuote, chosen)
    return tuple(
        Extraction(document_id=document.id, reports=tuple(reports[form]), count_claims=tuple(claims[form]), law_quotes=tuple(quotes[form]))
        for form, document in sorted(held.items(), key=lambda pair: by_publication(pair[1]))
        if form in chosen
    )


def former(db: Connection, held: dict[str, Document], present: Iterable[Extraction]) -> tuple[Report, ...]:
    """Reports of other readings of these documents that the present ones do not have, the newest reading of each."""
    table = tables.reports
    if not db.execute(select(tables.extractions.c.form).group_by(tables.extractions.c.form).having(func.count() > 1).limit(1)).first():
        return ()  # each document was read once: nothing is former
    ids = {report.id for extraction in present for report in extraction.reports}
    found: dict[str, Report] = {}
    for row in db.execute(select(table.c.form, table.c.id, table.c.body).order_by(table.c.id, table.c.form, table.c.read_by)):
        if row.id not in ids and row.form in held:
            found[row.id] = reread(row.body, Report)
    return tuple(found.values())


def _read(db: Connection, table: Table, shape: type[Any], chosen: dict[str, str]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in db.execute(select(table).order_by(table.c.form, table.c.place)):
        if chosen.get(row.form) == row.read_by:
            found[row.form].append(reread(row.body, shape))
    return found


def fetches(db: Connection) -> dict[DocumentId, tuple[Fetch, ...]]:
    """How each document came in, first fetch first."""
    came, printed, known = tables.fetches.c, tables.printings.c, tables.documents.c
    joined = (
        select(known.id, tables.fetches)
        .join(tables.printings, printed.form == known.form)
        .join(tables.fetches, (came.capture_id == printed.capture_id) & (came.part == printed.part))
        .distinct()
        .order_by(known.id, came.captured_at, came.address, came.part)
    )
    found: defaultdict[DocumentId, list[Fetch]] = defaultdict(list)
    for row in db.execute(joined):
        at = datetime.fromisoformat(row.captured_at) if row.captured_at else None
        fetch = Fetch(capture_id=CaptureId(row.capture_id), address=row.address, media_type=row.media_type, captured_at=at, part=row.part)
        found[DocumentId(row.id)].append(fetch)
    return {key: tuple(value) for key, value in found.items()}


def bodies(db: Connection, table: Table, shape: type[T], by: str | None = None) -> tuple[T, ...]:
    """The records of a table that keeps each as its JSON alone."""
    return tuple(reread(body, shape) for body in sorted(db.scalars(select(table.c.body).where(*recorded(table, by)))))


def rulebooks(db: Connection, by: str | None = None) -> tuple[RulebookVersion, ...]:
    """Every version of every rulebook that was ever applied; with a moment, those applied by then, the newest of each alone."""
    table = tables.rulebooks
    rows = db.execute(select(table).where(*recorded(table, by)).order_by(table.c.instrument, table.c.version, table.c.sha256)).all()
    if by is not None:
        newest = {row.instrument: row for row in sorted(rows, key=lambda row: row.recorded_at)}
        rows = [newest[name] for name in sorted(newest)]
    return tuple(RulebookVersion(instrument=row.instrument, version=row.version, body=row.body) for row in rows)


def runs(db: Connection) -> tuple[Run, ...]:
    """The steps of all runs, in the order they were logged."""
    rows = db.execute(select(tables.runs).order_by(tables.runs.c.seq))
    return tuple(
        Run(state=row.state, read_by=row.read_by, numbers=reread(row.numbers, dict[str, int]), at=datetime.fromisoformat(row.at))
        for row in rows
    )


def redactions(db: Connection) -> tuple[Redaction, ...]:
    """The tombstones, in the order they were set."""
    table = tables.redactions
    return tuple(
        Redaction(
            table=row.table_name, key=row.row_key, before_sha256=row.before_sha256, after_sha256=row.after_sha256, by=row.made_by,
            reason=row.reason, at=datetime.fromisoformat(row.recorded_at),
        )
        for row in db.execute(select(table).order_by(table.c.seq))
    )  # fmt: skip


def editions(db: Connection) -> tuple[Edition, ...]:
    """The editions, by name."""
    return tuple(
        Edition(
            name=row.name, by=row.made_by, digest=row.digest, sha256=row.sha256, body=zlib.decompress(row.zlib), as_of=row.as_of,
            at=datetime.fromisoformat(row.recorded_at),
        )
        for row in db.execute(select(tables.editions).order_by(tables.editions.c.name))
    )  # fmt: skip
