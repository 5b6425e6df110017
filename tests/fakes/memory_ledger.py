"""A ledger in memory: the second adapter of the port, which shows that the port asks nothing of SQL."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from truceline.errors import LedgerError
from truceline.ledger.base import Contents, Entry, RulebookVersion, Run
from truceline.ledger.blanking import Only, blocks, is_blank, without_words
from truceline.ledger.codec import form_of, reread, written
from truceline.ledger.sql import Clock
from truceline.model.document import Document, Refusal
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.incident import Judgement
from truceline.model.ledger_view import Fetch
from truceline.model.media import Custody, MediaFile, MediaId
from truceline.model.report import Extraction, Report
from truceline.model.review import Edition, Fault, Redaction, Review


class MemoryLedger:
    """Keeps all in plain lists and dictionaries; see ledger.base for what each method promises."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._bytes: dict[CaptureId, bytes] = {}
        self._fetches: dict[str, list[Fetch]] = {}
        self._documents: dict[str, Document] = {}
        self._extractions: dict[str, dict[str, Extraction]] = {}
        self._judgements: dict[str, Judgement] = {}
        self._rulebooks: dict[tuple[str, str, str], RulebookVersion] = {}
        self._refusals: dict[str, Refusal] = {}
        self._runs: list[Run] = []
        self._derived: dict[str, bytes] = {}
        self._reviews: dict[str, Review] = {}
        self._redactions: list[Redaction] = []
        self._editions: dict[str, Edition] = {}
        self._media: dict[MediaId, tuple[MediaFile, bytes]] = {}
        self._custody: dict[str, Custody] = {}
        self._gone: set[str] = set()
        self._told: list[tuple[datetime, Callable[[MemoryLedger], object]]] = []

    def close(self) -> None:
        pass

    def contents(self, read_by: str, known_at: datetime | None = None) -> Contents:
        if known_at is not None:
            return self._then(known_at).contents("")
        chosen = self._least_forms()
        ordered = sorted(chosen, key=lambda form: (str(chosen[form].published or "9999"), chosen[form].id))
        return Contents(
            documents=tuple(chosen[form] for form in ordered),
            extractions=tuple(self._reading(form, read_by) for form in ordered if self._extractions.get(form)),
            fetches=self._fetches_by_document(),
            judgements=tuple(self._judgements[key] for key in sorted(self._judgements)),
            rulebooks=tuple(self._rulebooks[key] for key in sorted(self._rulebooks)),
            refusals=tuple(self._refusals[key] for key in sorted(self._refusals)),
            runs=tuple(self._runs),
            reviews=tuple(self._reviews[key] for key in sorted(self._reviews)),
            redactions=tuple(self._redactions),
            former=self._former(ordered, read_by),
            media=tuple(self._media[key][0] for key in sorted(self._media) if key not in self._gone),
            custody=tuple(sorted(self._custody.values(), key=lambda each: (each.at, each.id))),
            state=self._state(),
        )

    def holds(self, document: Document, read_by: str) -> bool:
        return read_by in self._extractions.get(form_of(document), {}) or document.id in self._gone

    def unread(self, read_by: str) -> Iterator[Document]:
        least = self._least_forms().items()
        return iter([each for form, each in least if read_by not in self._extractions.get(form, {}) and form not in self._gone])

    def a_document(self) -> Document | None:
        return self._documents[min(self._documents)] if self._documents else None

    def captured(self, capture_id: CaptureId) -> bytes:
        if capture_id not in self._bytes:
            raise LedgerError(f"the ledger holds no capture {capture_id}")
        if not self._bytes[capture_id]:
            raise LedgerError(f"capture {capture_id} was redacted")
        return self._bytes[capture_id]

    def editions(self) -> tuple[Edition, ...]:
        return tuple(self._editions[name] for name in sorted(self._editions))

    def faults(self) -> Iterator[Fault]:
        return iter(())

    def head(self) -> str:
        return str(len(self._told))

    def linked(self, sha256: str) -> bool:
        return sha256.isdecimal() and int(sha256) <= len(self._told)

    def put_by(self, key: str) -> bytes | None:
        return self._derived.get(key)

    def put(self, key: str, body: bytes) -> None:
        self._derived[key] = body

    def record(self, entry: Entry) -> bool:
        form = form_of(entry.document)
        if entry.document.id in self._gone:
            return False
        self._tell(lambda other: other.record(entry))
        if entry.capture is not None:
            capture = entry.capture
            self._bytes[capture.id] = capture.content
            fetch = Fetch(
                capture_id=capture.id, address=capture.address, media_type=capture.media_type, captured_at=capture.captured_at,
                part=capture.part,
            )  # fmt: skip
            if fetch not in self._fetches.setdefault(form, []):
                self._fetches[form].append(fetch)
        new = form not in self._documents
        self._documents.setdefault(form, entry.document)
        readings = self._extractions.setdefault(form, {})
        if entry.extraction is not None and entry.read_by not in readings:
            readings[entry.read_by] = entry.extraction
            new = True
        return new

    def record_all(self, entries: Sequence[Entry]) -> int:
        return sum(self.record(each) for each in entries)

    def refuse(self, refusal: Refusal) -> None:
        self._refusals[written(replace(refusal, at=None))] = replace(refusal, at=None)

    def judge(self, judgement: Judgement) -> None:
        self._tell(lambda other: other.judge(judgement))
        self._judgements[written(judgement)] = judgement

    def review(self, review: Review) -> None:
        self._tell(lambda other: other.review(review))
        self._reviews[written(review)] = review

    def media(self, media_id: MediaId) -> Iterator[bytes]:
        if media_id not in self._media or media_id in self._gone:
            raise LedgerError(f"file {media_id} was redacted" if media_id in self._gone else f"the ledger holds no file {media_id}")
        yield self._media[media_id][1]

    def attach(self, file: MediaFile, pieces: Iterable[bytes], step: Custody) -> bool:
        if file.id in self._gone:
            raise LedgerError(f"file {file.id} was redacted")
        content = b"".join(pieces)
        if (sha256(content).hexdigest(), len(content)) != (file.id, file.size):
            raise LedgerError(f"file {file.id} changed while it was read")
        self._tell(lambda other: other.attach(file, [content], step))
        before = len(self._media), len(self._custody)
        self._media.setdefault(file.id, (file, content))
        self._custody.setdefault(written(step), step)
        return before != (len(self._media), len(self._custody))

    def hand(self, step: Custody) -> None:
        if step.media not in self._media:
            raise LedgerError(f"the ledger holds no file {step.media}")
        self._tell(lambda other: other.hand(step))
        self._custody.setdefault(written(step), step)

    def cut(self, edition: Edition) -> None:
        if edition.name in self._editions:
            raise LedgerError(f"there is an edition {edition.name!r} already")
        self._editions[edition.name] = replace(edition, at=self._clock())

    def redact(self, subject: DocumentId | MediaId, *, by: str, reason: str, only: Only | None = None) -> tuple[Redaction, ...]:
        forms = [form for form, each in self._documents.items() if each.id == subject and not is_blank(each.text)]
        kept = [each for each in self._media if each == subject and each not in self._gone]
        if not forms and not kept:
            raise LedgerError(f"the ledger holds no document and no file {subject}")
        self._gone.update(kept)
        for key, step in self._custody.items():
            if step.media in kept:
                self._custody[key] = replace(step, name=blocks(step.name), reason=blocks(step.reason))
        for form in forms:
            self._gone.update((form, subject))
            known = self._documents[form]
            if only is None:
                title = blocks(known.title) if known.title else None
                self._documents[form] = replace(known, text=blocks(known.text), title=title, name="redacted", url=None, publisher=None)
            else:
                body = reread(json.dumps(without_words(json.loads(written(replace(known, text=""))), only=only)), Document)
                self._documents[form] = replace(body, text=only.text(known.text, "text"))
            for version, read in self._extractions[form].items():
                self._extractions[form][version] = reread(json.dumps(without_words(json.loads(written(read)), only=only)), Extraction)
            for fetch in self._fetches.get(form, []):
                self._bytes[fetch.capture_id] = b""
            self._fetches[form] = [replace(each, address="redacted") for each in self._fetches.get(form, [])]
        made = tuple(
            Redaction(table=table, key=key, before_sha256=key, after_sha256="", by=by, reason=reason, at=self._clock())
            for table, keys in (("documents", forms), ("media_pieces", kept))
            for key in keys
        )
        self._redactions += made
        return made

    def apply(self, rulebooks: Sequence[RulebookVersion]) -> None:
        self._tell(lambda other: other.apply(rulebooks))
        for each in rulebooks:
            self._rulebooks.setdefault((each.instrument, each.version, each.body), each)

    def log(self, run: Run) -> None:
        self._tell(lambda other: None)
        self._runs.append(replace(run, at=self._clock()))

    def _tell(self, what: Callable[["MemoryLedger"], object]) -> None:
        self._told.append((self._clock(), what))

    def _then(self, moment: datetime) -> "MemoryLedger":
        """A ledger that was told only what this one had been told by then; of each rulebook it has the newest."""
        other = MemoryLedger(clock=lambda: moment)
        for at, tell in self._told:
            if at <= moment:
                tell(other)
        newest = {each.instrument: (key, each) for key, each in other._rulebooks.items()}
        other._rulebooks = dict(newest.values())
        return other

    def _state(self) -> str:
        """Things are only ever added, so their numbers tell."""
        told = [sum(map(len, self._fetches.values())), len(self._documents), sum(map(len, self._extractions.values()))]
        return f"{told} {len(self._custody)} {len(self._judgements)} {len(self._reviews)} {len(self._refusals)}"

    def _least_forms(self) -> dict[str, Document]:
        least: dict[DocumentId, str] = {}
        for form in sorted(self._documents, reverse=True):
            least[self._documents[form].id] = form
        return {form: self._documents[form] for form in sorted(least.values())}

    def _reading(self, form: str, read_by: str) -> Extraction:
        readings = self._extractions[form]
        return readings.get(read_by) or list(readings.values())[-1]

    def _former(self, forms: list[str], read_by: str) -> tuple[Report, ...]:
        read = [form for form in forms if self._extractions.get(form)]
        present = {each.id for form in read for each in self._reading(form, read_by).reports}
        every = {each.id: each for form in read for one in self._extractions[form].values() for each in one.reports}
        return tuple(every[key] for key in sorted(every) if key not in present)

    def _fetches_by_document(self) -> dict[DocumentId, tuple[Fetch, ...]]:
        found: dict[DocumentId, list[Fetch]] = {}
        for form, fetches in self._fetches.items():
            found.setdefault(self._documents[form].id, []).extend(fetches)
        return {key: tuple(sorted(found[key], key=_by_time)) for key in sorted(found)}


def _by_time(fetch: Fetch) -> tuple[str, str, int]:
    return (str(fetch.captured_at or ""), fetch.address, fetch.part)
