"""One hash over everything a ledger says, the same whatever the order or the number of times it was told.

Each line of a section is stretched to 2,048 bits and added up modulo 2^2048 (Bellare and Micciancio 1997; so wide against
Wagner's attack of 2002): a line more or less changes the sum by itself alone, and nothing need be hashed anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256, shake_256

from truceline.ledger.codec import form_of, written
from truceline.model.document import Document
from truceline.model.incident import Judgement
from truceline.model.ledger_view import LedgerView
from truceline.model.media import Custody

BYTES = 256
MODULUS = 1 << (8 * BYTES)
SECTIONS = (
    "documents", "reports", "count claims", "law quotes", "judgements", "reviews", "rulebooks", "incidents", "findings", "count checks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Total:
    """How many lines a section has, and their sum."""

    number: int = 0
    total: int = 0

    def plus(self, lines: Iterable[str], sign: int = 1) -> "Total":
        """With these lines too; with ``sign`` -1 without them."""
        number, total = self.number, self.total
        for line in lines:
            number += sign
            total += sign * int.from_bytes(shake_256(line.encode("utf-8", "surrogatepass")).digest(BYTES), "big")
        return Total(number, total % MODULUS)


def digest_of(view: LedgerView) -> str:
    """SHA-256 (hex) over documents, reports, count claims, judgements, reviews, rulebooks, incidents, findings.

    Files that are attached come on top of it (``with_attached``).

    Left out, since they tell how a ledger came to be and not what it says: runs, refusals, fetches, captures and their
    times, row numbers, names and paths of files.
    """
    sections: dict[str, Iterable[str]] = {
        "documents": map(of_document, view.documents.values()),
        "reports": map(written, view.reports.values()),
        "count claims": map(written, view.count_claims.values()),
        "law quotes": map(written, view.law_quotes),
        "judgements": map(of_judgement, view.judgements),
        "reviews": map(written, view.reviews),
        "rulebooks": view.rulebooks,
        "incidents": map(written, view.incidents.values()),
        "findings": (written(each) for some in view.findings.values() for each in some),
        "count checks": map(written, view.checks.values()),
    }
    return digest_of_totals({name: Total().plus(lines) for name, lines in sections.items()})


def digest_of_totals(totals: Mapping[str, Total]) -> str:
    """The digest, from the sum of each section."""
    whole = sha256()
    for name in SECTIONS:
        each = totals.get(name, Total())
        whole.update(f"# {name} {each.number}\n".encode() + (each.total % MODULUS).to_bytes(BYTES, "big") + b"\n")
    return whole.hexdigest()


def with_attached(digest: str, attached: Iterable[Custody]) -> str:
    """The digest of a view to which files are attached; that of one without any stays as it is."""
    lines = sorted(map(written, attached))
    return sha256("\n".join([digest, "# attachments", *lines]).encode("utf-8")).hexdigest() if lines else digest


def of_document(document: Document) -> str:
    """A document's line: its id covers its text, its form the marks printed around it."""
    return f"{document.id} {form_of(document)}"


def of_judgement(judgement: Judgement) -> str:
    """A judgement's line: a person's whole; of our own what it comes to, since its terms follow from the two reports."""
    if judgement.at is not None:
        return written(judgement)
    return f"{judgement.left} {judgement.right} {judgement.same.value} {judgement.score!r} {judgement.by}"
