"""The port of the ledger: what can be read from it and written to it, whatever database keeps it.

Evidence is append-only: a row once written stays as it is, and what is taken back is taken back by a new row. A redaction is
the one way out, and leaves a tombstone. Each transaction adds a link to a chain of hashes, so that a changed or missing row shows.
Incidents, findings and checks are no evidence: they are derived on reading (``pipeline.derive``). What was derived may
be put by for the next reader; thrown away, it is derived again and comes out the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from truceline.ledger.blanking import Only
from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.incident import Judgement
from truceline.model.ledger_view import Fetch
from truceline.model.media import Custody, MediaFile, MediaId
from truceline.model.report import Extraction, Report
from truceline.model.review import Edition, Fault, Redaction, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one capture gave: a document, and what was read from it.

    ``capture`` is None where a known document was only read anew; ``extraction`` is None where the document
    came in once more and need not be read again. ``read_by`` names the version of the reader, words and rules.
    """

    document: Document
    capture: Capture | None = None
    extraction: Extraction | None = None
    read_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookVersion:
    """One version of an instrument's rulebook as it was applied; ``body`` is its canonical JSON."""

    instrument: str
    version: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One step in the life of a run: ``state`` is "begun" or "ended"; ``numbers`` says how much was done."""

    state: str
    read_by: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything that was told to the ledger, as of one moment, in an order that does not depend on arrival.

    ``former`` are reports of earlier readings that the chosen ones do not have: decisions and links may name them.
    ``state`` is a word that changes whenever evidence is added, ``seen`` one for what incidents are derived from.
    """

    documents: tuple[Document, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    fetches: Mapping[DocumentId, tuple[Fetch, ...]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    rulebooks: tuple[RulebookVersion, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    runs: tuple[Run, ...] = ()
    reviews: tuple[Review, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    former: tuple[Report, ...] = ()
    media: tuple[MediaFile, ...] = ()
    custody: tuple[Custody, ...] = ()
    state: str = ""
    seen: str = ""


class LedgerReader(Protocol):
    """Reads a ledger. Every method raises LedgerError where the ledger cannot be read."""

    def contents(self, read_by: str, known_at: datetime | None = None) -> Contents:
        """All evidence in one consistent look. Of several readings of a document, that by ``read_by``; else the last.

        With ``known_at`` only what had been recorded by that moment, and of several readings the last one then.
        """
        ...

    def holds(self, document: Document, read_by: str) -> bool:
        """Is this very document here, and read by this version?"""
        ...

    def unread(self, read_by: str) -> Iterator[Document]:
        """Documents that are here, but were not yet read by this version."""
        ...

    def a_document(self) -> Document | None:
        """Some document of the ledger, always the same one; None where it holds none."""
        ...

    def captured(self, capture_id: CaptureId) -> bytes:
        """The bytes of a capture as they were fetched. Raises LedgerError where there is none."""
        ...

    def media(self, media_id: MediaId) -> Iterator[bytes]:
        """The bytes of an attached file, piece by piece. Raises LedgerError where there is none, or they have changed."""
        ...

    def put_by(self, key: str) -> bytes | None:
        """What was derived before under this key and put by; None where there is nothing."""
        ...

    def editions(self) -> tuple[Edition, ...]:
        """All editions that were cut, in the order of their names."""
        ...

    def faults(self) -> Iterator[Fault]:
        """All that is not as it was written: rows, links of the chain, captures, documents, quotes. None where all is well."""
        ...

    def head(self) -> str:
        """The hash of the newest link of the chain: whoever notes it can tell later that nothing up to it was changed or lost."""
        ...

    def linked(self, sha256: str) -> bool:
        """Is there a link with this hash in the chain?"""
        ...


class LedgerWriter(Protocol):
    """Adds to a ledger. All that one call gives is written in one transaction, or not at all."""

    def record(self, entry: Entry) -> bool:
        """Adds a document with its capture and its reading. True if any of it was new (a further fetch is not)."""
        ...

    def record_all(self, entries: Sequence[Entry]) -> int:
        """Adds many at once, as ``record`` would one by one; gives how many had anything new."""
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Adds that an input was refused; the same refusal is kept once."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Adds a person's decision that two reports are, or are not, one incident."""
        ...

    def review(self, review: Review) -> None:
        """Adds a person's decision about reports; the same decision is kept once."""
        ...

    def attach(self, file: MediaFile, pieces: Iterable[bytes], step: Custody) -> bool:
        """Adds a file, unless it is here, and that it was attached. True if any of it was new.

        Raises LedgerError where the pieces do not have the file's size and hash, or where it was redacted.
        """
        ...

    def hand(self, step: Custody) -> None:
        """Adds that a person took a file back or was shown it; kept once. Raises LedgerError where there is no such file."""
        ...

    def cut(self, edition: Edition) -> None:
        """Adds an edition, with the ledger's own clock. Raises LedgerError where there is one of this name."""
        ...

    def redact(self, subject: DocumentId | MediaId, *, by: str, reason: str, only: Only | None = None) -> tuple[Redaction, ...]:
        """Blanks a document wherever its words are kept, or ``only`` some words of it, or a file; leaves a tombstone a row.

        Raises LedgerError where there is none, or nothing is left to be blanked.
        """
        ...

    def apply(self, rulebooks: Sequence[RulebookVersion]) -> None:
        """Adds the rulebooks that were applied; a version that is here already stays as it is."""
        ...

    def log(self, run: Run) -> None:
        """Adds a step of a run, with the ledger's own clock."""
        ...

    def put(self, key: str, body: bytes) -> None:
        """Puts by what was derived, in place of what is oldest. No evidence: a ledger that cannot be written lets it be."""
        ...


class Ledger(LedgerReader, LedgerWriter, Protocol):
    """The append-only store: both sides of the port, and the one thing a file needs."""

    def close(self) -> None:
        """Lets go of the database. A closed ledger is not used again."""
        ...
