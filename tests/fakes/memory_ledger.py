"""A ledger in memory: the second adapter of the port, which shows that the port asks nothing of SQL."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.errors import LedgerError
from truceline.ledger.base import Contents, Entry, RulebookVersion, Run
from truceline.ledger.codec import form_of, written
from truceline.ledger.sql import Clock
from truceline.model.document import Document, Refusal
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.incident import Judgement
from truceline.model.ledger_view import Fetch
from truceline.model.report import Extraction


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

    def close(self) -> None:
        pass

    def contents(self, read_by: str) -> Contents:
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
            state=self._state(),
        )

    def holds(self, document: Document, read_by: str) -> bool:
        return read_by in self._extractions.get(form_of(document), {})

    def unread(self, read_by: str) -> Iterator[Document]:
        return iter([each for form, each in self._least_forms().items() if read_by not in self._extractions.get(form, {})])

    def captured(self, capture_id: CaptureId) -> bytes:
        if capture_id not in self._bytes:
            raise LedgerError(f"the ledger holds no capture {capture_id}")
        return self._bytes[capture_id]

    def put_by(self, key: str) -> bytes | None:
        return self._derived.get(key)

    def put(self, key: str, body: bytes) -> None:
        self._derived[key] = body

    def record(self, entry: Entry) -> bool:
        form = form_of(entry.document)
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

    def refuse(self, refusal: Refusal) -> None:
        self._refusals[written(replace(refusal, at=None))] = replace(refusal, at=None)

    def judge(self, judgement: Judgement) -> None:
        self._judgements[written(judgement)] = judgement

    def apply(self, rulebooks: Sequence[RulebookVersion]) -> None:
        for each in rulebooks:
            self._rulebooks.setdefault((each.instrument, each.version, each.body), each)

    def log(self, run: Run) -> None:
        self._runs.append(replace(run, at=self._clock()))

    def _state(self) -> str:
        """Things are only ever added, so their numbers tell."""
        told = [sum(map(len, self._fetches.values())), len(self._documents), sum(map(len, self._extractions.values()))]
        return f"{told} {len(self._judgements)} {len(self._refusals)}"

    def _least_forms(self) -> dict[str, Document]:
        least: dict[DocumentId, str] = {}
        for form in sorted(self._documents, reverse=True):
            least[self._documents[form].id] = form
        return {form: self._documents[form] for form in sorted(least.values())}

    def _reading(self, form: str, read_by: str) -> Extraction:
        readings = self._extractions[form]
        return readings.get(read_by) or list(readings.values())[-1]

    def _fetches_by_document(self) -> dict[DocumentId, tuple[Fetch, ...]]:
        found: dict[DocumentId, list[Fetch]] = {}
        for form, fetches in self._fetches.items():
            found.setdefault(self._documents[form].id, []).extend(fetches)
        return {key: tuple(sorted(found[key], key=_by_time)) for key in sorted(found)}


def _by_time(fetch: Fetch) -> tuple[str, str, int]:
    return (str(fetch.captured_at or ""), fetch.address, fetch.part)
