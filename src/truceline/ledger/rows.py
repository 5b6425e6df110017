"""Rows to records: what a ledger holds, read in an order that does not depend on arrival."""

from collections import defaultdict
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

T = TypeVar("T")


def by_publication(document: Document) -> tuple[str, str]:
    """Sorts documents by day of publication, undated ones last."""
    return (document.published.isoformat() if document.published else "9999", document.id)


def documents(db: Connection, *which: ColumnElement[bool]) -> dict[str, Document]:
    """Form to document: the least form of each document, with the name and capture it first came in with."""
    least = select(func.min(tables.documents.c.form)).group_by(tables.documents.c.id)
    chosen = select(tables.documents).where(tables.documents.c.form.in_(least), *which)
    first: dict[str, tuple[str, str]] = {}
    for row in db.execute(select(tables.printings).order_by(tables.printings.c.seq)):
        first.setdefault(row.form, (row.name, row.capture_id))
    found: dict[str, Document] = {}
    for row in db.execute(chosen.order_by(tables.documents.c.form)):
        name, capture_id = first.get(row.form, ("", ""))
        found[row.form] = replace(reread(row.body, Document), text=row.text, name=name, capture_id=CaptureId(capture_id))
    return found


def unread(db: Connection, read_by: str) -> tuple[Document, ...]:
    """Documents whose least form this version has not read."""
    done = select(tables.extractions.c.form).where(tables.extractions.c.read_by == read_by)
    return tuple(documents(db, tables.documents.c.form.not_in(done)).values())


def state(db: Connection) -> str:
    """A word that changes whenever evidence is added: rows are only ever added, so the last row tells."""
    told = (tables.fetches, tables.printings, tables.extractions, tables.judgements, tables.reviews, tables.refusals)
    return " ".join(str(db.scalar(select(func.max(table.c.seq))) or 0) for table in told)


def extractions(db: Connection, held: dict[str, Document], read_by: str) -> tuple[Extraction, ...]:
    """What was read from each of these documents: by ``read_by`` where it was, else by the version that read it last."""
    chosen: dict[str, str] = {}
    for row in db.execute(select(tables.extractions).order_by(tables.extractions.c.seq)):
        if chosen.get(row.form) != read_by:
            chosen[row.form] = row.read_by
    reports = _read(db, tables.reports, Report, chosen)
    claims = _read(db, tables.count_claims, CountClaim, chosen)
    quotes = _read(db, tables.law_quotes, LawQuote, chosen)
    return tuple(
        Extraction(document_id=document.id, reports=tuple(reports[form]), count_claims=tuple(claims[form]), law_quotes=tuple(quotes[form]))
        for form, document in sorted(held.items(), key=lambda pair: by_publication(pair[1]))
        if form in chosen
    )


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


def bodies(db: Connection, table: Table, shape: type[T]) -> tuple[T, ...]:
    """The records of a table that keeps each as its JSON alone."""
    return tuple(reread(body, shape) for body in sorted(db.scalars(select(table.c.body))))


def rulebooks(db: Connection) -> tuple[RulebookVersion, ...]:
    """Every version of every rulebook that was ever applied."""
    table = tables.rulebooks
    rows = db.execute(select(table).order_by(table.c.instrument, table.c.version, table.c.sha256))
    return tuple(RulebookVersion(instrument=row.instrument, version=row.version, body=row.body) for row in rows)


def runs(db: Connection) -> tuple[Run, ...]:
    """The steps of all runs, in the order they were logged."""
    rows = db.execute(select(tables.runs).order_by(tables.runs.c.seq))
    return tuple(
        Run(state=row.state, read_by=row.read_by, numbers=reread(row.numbers, dict[str, int]), at=datetime.fromisoformat(row.at))
        for row in rows
    )
