"""The ledger in SQL: what both databases do alike. An adapter opens the engine and explains its errors."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, select
from sqlalchemy.exc import DBAPIError

from truceline.errors import LedgerError
from truceline.ledger import rows, tables
from truceline.ledger.base import Contents, Entry, RulebookVersion, Run
from truceline.ledger.codec import form_of, written
from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import CaptureId
from truceline.model.incident import Judgement
from truceline.model.report import Extraction

Clock = Callable[[], datetime]
Insert = Callable[[Table], Any]
Explain = Callable[[DBAPIError], LedgerError]

WRITES = {"ledger_writes": True}
"""Execution option that asks an adapter to take the write lock at the beginning of a transaction, not in its middle."""

KEPT = 8
"""How many derived views are put by: the present one, and some as of other days."""


class SqlLedger:
    """A ledger kept in an SQL database.

    ``insert`` is the database's own insert statement, which can leave alone what is there; ``explain`` turns its errors into
    ones that name file and cure.
    """

    def __init__(self, engine: Engine, *, insert: Insert, clock: Clock, explain: Explain) -> None:
        self._engine = engine
        self._clock = clock
        self._explain = explain
        self._insert = insert

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def contents(self, read_by: str) -> Contents:
        """See LedgerReader."""
        with self._reading() as db:
            held = rows.documents(db)
            return Contents(
                documents=tuple(sorted(held.values(), key=rows.by_publication)),
                extractions=rows.extractions(db, held, read_by),
                fetches=rows.fetches(db),
                judgements=rows.bodies(db, tables.judgements, Judgement),
                rulebooks=rows.rulebooks(db),
                refusals=rows.bodies(db, tables.refusals, Refusal),
                runs=rows.runs(db),
                state=rows.state(db),
            )

    def holds(self, document: Document, read_by: str) -> bool:
        """See LedgerReader."""
        known = tables.extractions.c
        with self._reading() as db:
            found = db.execute(select(known.seq).where(known.form == form_of(document), known.read_by == read_by))
            return found.first() is not None

    def unread(self, read_by: str) -> Iterator[Document]:
        """See LedgerReader."""
        with self._reading() as db:
            found = rows.unread(db, read_by)
        return iter(found)

    def captured(self, capture_id: CaptureId) -> bytes:
        """See LedgerReader. The bytes are hashed again before they are given out."""
        with self._reading() as db:
            packed = db.scalar(select(tables.captures.c.zlib).where(tables.captures.c.id == capture_id))
        if packed is None:
            raise LedgerError(f"the ledger holds no capture {capture_id}")
        try:
            content = zlib.decompress(packed)
        except zlib.error as error:
            raise LedgerError(f"capture {capture_id} cannot be unpacked: {error} (restore the ledger from a backup)") from error
        if sha256(content).hexdigest() != capture_id:
            raise LedgerError(f"capture {capture_id} has changed: its hash is now another (restore the ledger from a backup)")
        return content

    def put_by(self, key: str) -> bytes | None:
        """See LedgerReader. A broken row counts as none: it is derived again."""
        with self._reading() as db:
            packed = db.scalar(select(tables.derived.c.zlib).where(tables.derived.c.key == key))
        try:
            return None if packed is None else zlib.decompress(packed)
        except zlib.error:
            return None

    def put(self, key: str, body: bytes) -> None:
        """See LedgerWriter."""
        table = tables.derived
        with suppress(LedgerError), self._writing() as db:
            self._add(db, table, key=key, zlib=zlib.compress(body, 1))
            kept = select(table.c.seq).order_by(table.c.seq.desc()).limit(KEPT)
            db.execute(delete(table).where(table.c.seq.not_in(kept)))

    def record(self, entry: Entry) -> bool:
        """See LedgerWriter."""
        form = form_of(entry.document)
        with self._writing() as db:
            if entry.capture is not None:
                self._capture(db, entry.capture)
            new = self._document(db, form, entry.document)
            if entry.capture is not None:
                self._add(db, tables.printings, form=form, capture_id=entry.capture.id, part=entry.capture.part, name=entry.document.name)
            if entry.extraction is not None:
                new = self._extraction(db, form, entry.extraction, entry.read_by) or new
        return new

    def refuse(self, refusal: Refusal) -> None:
        """See LedgerWriter."""
        with self._writing() as db:
            self._add(db, tables.refusals, body=written(replace(refusal, at=None)), recorded_at=self._now())

    def judge(self, judgement: Judgement) -> None:
        """See LedgerWriter."""
        with self._writing() as db:
            self._add(
                db, tables.judgements, left_report=judgement.left, right_report=judgement.right, made_by=judgement.by,
                body=written(judgement), recorded_at=self._now(),
            )  # fmt: skip

    def apply(self, rulebooks: Sequence[RulebookVersion]) -> None:
        """See LedgerWriter."""
        with self._writing() as db:
            for each in rulebooks:
                digest = sha256(each.body.encode("utf-8")).hexdigest()
                self._add(
                    db, tables.rulebooks, instrument=each.instrument, version=each.version, sha256=digest, body=each.body,
                    recorded_at=self._now(),
                )  # fmt: skip

    def log(self, run: Run) -> None:
        """See LedgerWriter."""
        with self._writing() as db:
            self._add(db, tables.runs, state=run.state, read_by=run.read_by, numbers=written(run.numbers), at=self._now())

    def _capture(self, db: Connection, capture: Capture) -> None:
        packed = zlib.compress(capture.content, 6)
        self._add(db, tables.captures, id=capture.id, size=len(capture.content), zlib=packed, recorded_at=self._now())
        at = capture.captured_at.isoformat() if capture.captured_at else ""
        self._add(
            db, tables.fetches, capture_id=capture.id, address=capture.address, part=capture.part,
            media_type=capture.media_type, captured_at=at,
        )  # fmt: skip

    def _document(self, db: Connection, form: str, document: Document) -> bool:
        body = replace(document, text="", name="", capture_id=CaptureId(""))
        published = document.published.isoformat() if document.published else None
        return self._add(
            db, tables.documents, form=form, id=document.id, published=published, title=document.title, text=document.text,
            body=written(body), recorded_at=self._now(),
        )  # fmt: skip

    def _extraction(self, db: Connection, form: str, extraction: Extraction, read_by: str) -> bool:
        if not self._add(db, tables.extractions, form=form, read_by=read_by, recorded_at=self._now()):
            return False
        for place, report in enumerate(extraction.reports):
            kind = report.claim.kind.value
            self._add(db, tables.reports, form=form, read_by=read_by, place=place, id=report.id, kind=kind, body=written(report))
        for place, claim in enumerate(extraction.count_claims):
            self._add(db, tables.count_claims, form=form, read_by=read_by, place=place, id=claim.id, kind=claim.kind, body=written(claim))
        for place, quote in enumerate(extraction.law_quotes):
            self._add(
                db, tables.law_quotes, form=form, read_by=read_by, place=place, instrument=quote.instrument, clause=quote.clause,
                body=written(quote),
            )  # fmt: skip
        return True

    def _add(self, db: Connection, table: Table, **values: object) -> bool:
        """One row, unless it is there already; True if it was added."""
        added: int = db.execute(self._insert(table).values(**values).on_conflict_do_nothing()).rowcount
        return added > 0

    def _now(self) -> str:
        return self._clock().isoformat()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as db:
                yield db
        except DBAPIError as error:
            raise self._explain(error) from error
        except msgspec.MsgspecError as error:
            raise LedgerError(f"a row of the ledger cannot be read: {error} (restore the ledger from a backup)") from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(**WRITES) as db, db.begin():
                yield db
        except DBAPIError as error:
            raise self._explain(error) from error
