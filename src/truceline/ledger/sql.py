"""The ledger in SQL: what both databases do alike. An adapter opens the engine and explains its errors."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, Engine, delete, select, text
from sqlalchemy.exc import DBAPIError

from truceline.errors import LedgerError
from truceline.ledger import chain, media, redact, rows, tables, verify
from truceline.ledger.base import Contents, Entry, RulebookVersion, Run
from truceline.ledger.blanking import Only
from truceline.ledger.codec import form_of, written
from truceline.ledger.keeping import Kept
from truceline.ledger.news import Evidence
from truceline.ledger.writing import Insert, Writing, record, record_all
from truceline.model.document import Document, Refusal
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.incident import Judgement
from truceline.model.media import Custody, MediaFile, MediaId
from truceline.model.review import Edition, Fault, Redaction, Review

Clock = Callable[[], datetime]
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

    def __init__(self, engine: Engine, *, insert: Insert, clock: Clock, explain: Explain, name: str = "") -> None:
        self._engine = engine
        self._clock = clock
        self._explain = explain
        # Made once a table: to build a statement costs more than to run it.
        self._insert = cache(lambda table: insert(table).on_conflict_do_nothing())
        self.name = name

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def contents(self, read_by: str, known_at: datetime | None = None) -> Contents:
        """See LedgerReader."""
        by = known_at.astimezone(UTC).isoformat() if known_at else None
        with self.reading() as db:
            held = rows.documents(db, *rows.recorded(tables.documents, by))
            read = rows.extractions(db, held, read_by, by)
            return Contents(
                documents=tuple(sorted(held.values(), key=rows.by_publication)),
                extractions=read,
                fetches=rows.fetches(db),
                judgements=rows.bodies(db, tables.judgements, Judgement, by),
                rulebooks=rows.rulebooks(db, by),
                refusals=rows.bodies(db, tables.refusals, Refusal, by),
                runs=rows.runs(db),
                reviews=rows.bodies(db, tables.reviews, Review, by),
                redactions=rows.redactions(db),
                former=rows.former(db, held, read),
                media=media.files(db, by),
                custody=media.steps(db, by),
                state=f"{rows.state(db)} {by}" if by else rows.state(db),
                seen=Evidence(db, read_by).newest(),
            )

    def holds(self, document: Document, read_by: str) -> bool:
        """See LedgerReader."""
        known, form = tables.extractions.c, form_of(document)
        with self.reading() as db:
            found = db.execute(select(known.seq).where(known.form == form, known.read_by == read_by))
            return found.first() is not None or redact.is_redacted(db, form, document.id)

    def unread(self, read_by: str) -> Iterator[Document]:
        """See LedgerReader."""
        with self.reading() as db:
            found = rows.unread(db, read_by)
        return iter(found)

    def a_document(self) -> Document | None:
        """See LedgerReader."""
        with self.reading() as db:
            return rows.a_document(db)

    def captured(self, capture_id: CaptureId) -> bytes:
        """See LedgerReader. The bytes are hashed again before they are given out."""
        with self.reading() as db:
            packed = db.scalar(select(tables.captures.c.zlib).where(tables.captures.c.id == capture_id))
        if packed is None:
            raise LedgerError(f"the ledger holds no capture {capture_id}")
        try:
            content = zlib.decompress(packed)
        except zlib.error as error:
            raise LedgerError(f"capture {capture_id} cannot be unpacked: {error} (restore the ledger from a backup)") from error
        if content == redact.GONE:
            raise LedgerError(f"capture {capture_id} was redacted: its bytes are gone (truceline redactions tells by whom, when and why)")
        if sha256(content).hexdigest() != capture_id:
            raise LedgerError(f"capture {capture_id} has changed: its hash is now another (restore the ledger from a backup)")
        return content

    def media(self, media_id: MediaId) -> Iterator[bytes]:
        """See LedgerReader."""
        with self.reading() as db:
            yield from media.pieces(db, media_id)

    def put_by(self, key: str) -> bytes | None:
        """See LedgerReader. A broken row counts as none: it is derived again."""
        with self.reading() as db:
            packed = db.scalar(select(tables.derived.c.zlib).where(tables.derived.c.key == key))
        try:
            return None if packed is None else zlib.decompress(packed)
        except zlib.error:
            return None

    def editions(self) -> tuple[Edition, ...]:
        """See LedgerReader."""
        with self.reading() as db:
            return rows.editions(db)

    def faults(self) -> Iterator[Fault]:
        """See LedgerReader. What the database itself finds wrong with its pages comes first."""
        with self.reading() as db:
            yield from verify.faults(db)

    def head(self) -> str:
        """See LedgerReader."""
        with self.reading() as db:
            newest = chain.last(db)
        return newest.sha256 if newest else chain.START

    def linked(self, sha256: str) -> bool:
        """See LedgerReader."""
        with self.reading() as db:
            return db.execute(select(tables.audit.c.seq).where(tables.audit.c.sha256 == sha256)).first() is not None

    def put(self, key: str, body: bytes) -> None:
        """See LedgerWriter."""
        table = tables.derived
        with suppress(LedgerError), self._changing() as db:
            db.execute(self._insert(table), {"key": key, "zlib": zlib.compress(body, 1)})
            kept = select(table.c.seq).order_by(table.c.seq.desc()).limit(KEPT)
            db.execute(delete(table).where(table.c.seq.not_in(kept)))

    def record(self, entry: Entry) -> bool:
        """See LedgerWriter. Of a redacted document nothing is taken in again."""
        with self.writing() as writing:
            return record(writing, entry, self._now())

    def record_all(self, entries: Sequence[Entry]) -> int:
        """See LedgerWriter."""
        with self.writing() as writing:
            return record_all(writing, entries, self._now())

    def refuse(self, refusal: Refusal) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            writing.add(tables.refusals, body=written(replace(refusal, at=None)), recorded_at=self._now())

    def judge(self, judgement: Judgement) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            writing.add(
                tables.judgements, left_report=judgement.left, right_report=judgement.right, made_by=judgement.by,
                body=written(judgement), recorded_at=self._now(),
            )  # fmt: skip

    def review(self, review: Review) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            writing.add(tables.reviews, subject=review.subject, made_by=review.by, body=written(review), recorded_at=self._now())

    def attach(self, file: MediaFile, pieces: Iterable[bytes], step: Custody) -> bool:
        """See LedgerWriter. Written piece by piece; should the hash not fit in the end, nothing of it stays."""
        with self.writing() as writing:
            new = media.keep(writing, file, pieces, self._now)
            return media.log(writing, step, self._now()) or new

    def hand(self, step: Custody) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            media.log(writing, step, self._now())

    def cut(self, edition: Edition) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            new = writing.add(
                tables.editions, name=edition.name, sha256=edition.sha256, digest=edition.digest, as_of=edition.as_of,
                made_by=edition.by, zlib=zlib.compress(edition.body, 6), recorded_at=self._now(),
            )  # fmt: skip
        if not new:
            raise LedgerError(f"there is an edition {edition.name!r} already, and editions do not change (choose another name)")

    def redact(self, subject: DocumentId | MediaId, *, by: str, reason: str, only: Only | None = None) -> tuple[Redaction, ...]:
        """See LedgerWriter."""
        with self.writing() as writing:
            with redact.unguarded(writing.db):
                made = redact.blank(writing.db, subject, only)
            if not made:
                raise LedgerError(f"the ledger holds no document and no file {subject} that is not redacted already")
            for each in made:
                writing.add(
                    tables.redactions, table_name=each.table, row_key=each.key, before_sha256=each.before_sha256,
                    after_sha256=each.after_sha256, made_by=by, reason=reason, recorded_at=self._now(),
                )  # fmt: skip
        self._forget()
        return tuple(replace(each, by=by, reason=reason) for each in made)

    def apply(self, rulebooks: Sequence[RulebookVersion]) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            for each in rulebooks:
                digest = sha256(each.body.encode("utf-8")).hexdigest()
                writing.add(
                    tables.rulebooks, instrument=each.instrument, version=each.version, sha256=digest, body=each.body,
                    recorded_at=self._now(),
                )  # fmt: skip

    def log(self, run: Run) -> None:
        """See LedgerWriter."""
        with self.writing() as writing:
            writing.add(tables.runs, state=run.state, read_by=run.read_by, numbers=written(run.numbers), at=self._now())

    def _forget(self) -> None:
        """Takes what was blanked out of the file itself, where the database keeps freed pages."""
        if self._engine.dialect.name == "sqlite":
            with self.reading() as db:
                db.rollback()
                raw = db.connection.dbapi_connection
                assert raw is not None
                raw.cursor().execute("VACUUM")
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _now(self) -> str:
        return self._clock().isoformat()

    @contextmanager
    def kept(self, read_by: str, *, change: bool) -> Iterator[tuple[Kept, Evidence]]:
        """See KeepsDerived."""
        with self._changing() if change else self.reading() as db:
            yield Kept(db), Evidence(db, read_by)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as db:
                yield db
        except DBAPIError as error:
            raise self._explain(error) from error
        except msgspec.MsgspecError as error:
            raise LedgerError(f"a row of the ledger cannot be read: {error} (restore the ledger from a backup)") from error

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(**WRITES) as db, db.begin():
                if db.dialect.name == "postgresql":
                    db.execute(text("LOCK TABLE audit IN EXCLUSIVE MODE"))  # one writer at a time: the chain has one end
                yield db
        except DBAPIError as error:
            raise self._explain(error) from error

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """A transaction that adds rows and, if it added any, its link of the chain."""
        with self._changing() as db:
            newest = db.scalar(select(tables.audit.c.seq).order_by(tables.audit.c.seq.desc()).limit(1))
            writing = Writing(db=db, insert=self._insert, link=(newest or 0) + 1)
            yield writing
            if writing.added:
                chain.add_link(db, writing.link, self._now(), writing.added)
