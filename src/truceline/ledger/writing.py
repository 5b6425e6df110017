"""One transaction that adds evidence: rows under one link of the audit chain, an entry at a time or many at once."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Table, select

from truceline.ledger import chain, redact, tables
from truceline.ledger.base import Entry
from truceline.ledger.bulk import add_new
from truceline.ledger.codec import form_of, written
from truceline.model.document import Capture, Document
from truceline.model.ids import CaptureId
from truceline.model.report import Extraction

Insert = Callable[[Table], Any]
Values = Mapping[str, object]


@dataclass(slots=True)
class Writing:
    """One transaction that adds rows: its link of the audit chain, and the hashes of the rows added so far, by table."""

    db: Connection
    insert: Insert
    link: int
    added: dict[str, list[str]] = field(default_factory=dict)

    def add(self, table: Table, **values: object) -> bool:
        """One row, unless it is there already; True if it was added."""
        row = {**values, "link": self.link}
        count: int = self.db.execute(self.insert(table), row, execution_options={"preserve_rowcount": True}).rowcount
        if count > 0:
            whole = {column.name: values.get(column.name) for column in table.columns}
            self.added.setdefault(str(table.name), []).append(chain.row_hash(table, whole))
        return count > 0

    def add_many(self, table: Table, rows: Iterable[Values]) -> list[Mapping[str, Any]]:
        """Many rows, by the database's own driver; gives those that were not there already."""
        whole = [{column.name: row.get(column.name) for column in table.columns} | {"link": self.link} for row in rows]
        new = add_new(self.db, table, whole) if whole else []
        if new:
            self.added.setdefault(str(table.name), []).extend(chain.row_hash(table, row) for row in new)
        return new


def record(writing: Writing, entry: Entry, now: str) -> bool:
    """One entry; True if any of it was new. Of a redacted document nothing is taken in again."""
    form = form_of(entry.document)
    if redact.is_redacted(writing.db, form, entry.document.id):
        return False
    if entry.capture is not None:
        here = writing.db.execute(select(tables.captures.c.id).where(tables.captures.c.id == entry.capture.id)).first()
        if here is None:  # to pack bytes that are there already would cost more than to ask
            writing.add(tables.captures, **_capture(entry.capture, now))
        writing.add(tables.fetches, **_fetch(entry.capture))
    new = writing.add(tables.documents, **_document(form, entry.document, now))
    if entry.capture is not None:
        writing.add(tables.printings, **_printing(form, entry.document, entry.capture))
    if entry.extraction is not None and writing.add(tables.extractions, form=form, read_by=entry.read_by, recorded_at=now):
        for table, values in _reading(form, entry.extraction, entry.read_by):
            writing.add(table, **values)
        new = True
    return new


def record_all(writing: Writing, entries: Sequence[Entry], now: str) -> int:
    """Many entries at once, the same rows as one by one; gives how many documents or readings were new."""
    told = [(form_of(each.document), each) for each in entries]
    gone = redact.redacted(writing.db, {form: each.document.id for form, each in told})
    told = [(form, each) for form, each in told if form not in gone]
    came = [(form, each.document, each.capture) for form, each in told if each.capture is not None]
    captures = {capture.id: capture for _, _, capture in reversed(came)}
    here = set(writing.db.scalars(select(tables.captures.c.id).where(tables.captures.c.id.in_(captures))))
    writing.add_many(tables.captures, (_capture(each, now) for key, each in captures.items() if key not in here))
    writing.add_many(tables.fetches, (_fetch(capture) for _, _, capture in came))
    new = {row["form"] for row in writing.add_many(tables.documents, (_document(form, each.document, now) for form, each in told))}
    writing.add_many(tables.printings, (_printing(*each) for each in came))
    first = {(form, each.read_by): each.extraction for form, each in reversed(told) if each.extraction is not None}
    read = writing.add_many(tables.extractions, ({"form": form, "read_by": by, "recorded_at": now} for form, by in first))
    rows: dict[Table, list[Values]] = {}
    for row in read:
        extraction = first[row["form"], row["read_by"]]
        for table, values in _reading(row["form"], extraction, row["read_by"]):
            rows.setdefault(table, []).append(values)
    for table, some in rows.items():
        writing.add_many(table, some)
    return len(new | {row["form"] for row in read})


def _capture(capture: Capture, now: str) -> Values:
    return {"id": capture.id, "size": len(capture.content), "zlib": zlib.compress(capture.content, 6), "recorded_at": now}


def _fetch(capture: Capture) -> Values:
    at = capture.captured_at.isoformat() if capture.captured_at else ""
    return {
        "capture_id": capture.id, "address": capture.address, "part": capture.part, "media_type": capture.media_type, "captured_at": at,
    }  # fmt: skip


def _document(form: str, document: Document, now: str) -> Values:
    body = replace(document, text="", name="", capture_id=CaptureId(""))
    published = document.published.isoformat() if document.published else None
    return {
        "form": form, "id": document.id, "published": published, "title": document.title, "text": document.text, "body": written(body),
        "recorded_at": now,
    }  # fmt: skip


def _printing(form: str, document: Document, capture: Capture) -> Values:
    return {"form": form, "capture_id": capture.id, "part": capture.part, "name": document.name}


def _reading(form: str, extraction: Extraction, read_by: str) -> Iterator[tuple[Table, Values]]:
    """What was read from a document, as rows in the order of the document."""
    of = {"form": form, "read_by": read_by}
    for place, report in enumerate(extraction.reports):
        yield tables.reports, {**of, "place": place, "id": report.id, "kind": report.claim.kind.value, "body": written(report)}
    for place, claim in enumerate(extraction.count_claims):
        yield tables.count_claims, {**of, "place": place, "id": claim.id, "kind": claim.kind, "body": written(claim)}
    for place, quote in enumerate(extraction.law_quotes):
        yield (
            tables.law_quotes,
            {**of, "place": place, "instrument": quote.instrument, "clause": quote.clause, "body": written(quote)},
        )
