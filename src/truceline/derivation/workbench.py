"""What one step of deriving works with: the kept tables, the evidence, the rules, and the sums of the digest as they change."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from truceline.incidents.weights import Scale
from truceline.ledger.digest import BYTES, MODULUS, Total
from truceline.ledger.keeping import Kept
from truceline.ledger.news import Evidence, Standing, Told
from truceline.model.ids import DocumentId
from truceline.model.instrument import Rulebook
from truceline.model.report import Report
from truceline.packs.ontology import Ontology

AT_MOST = 4000
"""Documents that are held in memory for the next batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """By what is derived."""

    scale: Scale
    ontology: Ontology
    rulebooks: Sequence[Rulebook]


@dataclass(slots=True)
class Sums:
    """The digest's sections and the counts by name, with what this step adds and takes away."""

    held: dict[str, Total] = field(default_factory=dict)

    @classmethod
    def kept(cls, kept: Kept) -> "Sums":
        """As they were left by the step before."""
        return cls({row.name: Total(row.number, int.from_bytes(row.total, "big")) for row in kept.all("totals")})

    def add(self, section: str, lines: Iterable[str]) -> None:
        """Lines more in a section."""
        self.held[section] = self.held.get(section, Total()).plus(lines)

    def drop(self, section: str, lines: Iterable[str]) -> None:
        """Lines less in a section."""
        self.held[section] = self.held.get(section, Total()).plus(lines, -1)

    def whole(self, section: str, lines: Iterable[str]) -> None:
        """A section told anew."""
        self.held[section] = Total().plus(lines)

    def count(self, name: str, number: int) -> None:
        """So many more of a thing that is counted by name."""
        held = self.held.get(name, Total())
        self.held[name] = Total(held.number + number, held.total)

    def number(self, name: str) -> int:
        """How many there are of a thing, or lines in a section."""
        return self.held.get(name, Total()).number

    def write(self, kept: Kept) -> None:
        """Keeps them for the next step."""
        kept.drop("totals", "name", list(self.held))
        kept.put("totals", [(name, each.number, (each.total % MODULUS).to_bytes(BYTES, "big")) for name, each in sorted(self.held.items())])


@dataclass(slots=True)
class Bench:
    """One transaction's work. Documents that were asked for once are at hand for the rest of the step, and mostly of the next."""

    kept: Kept
    evidence: Evidence
    rules: Rules
    sums: Sums
    at_hand: dict[DocumentId, Told] = field(default_factory=dict)

    def told(self, numbers: Collection[int], *, named: bool = False) -> dict[int, Told]:
        """Documents by their numbers, in the form and reading that are kept for them; ``named`` with the name they first came in with."""
        rows = self.kept.find("documents", "n", numbers, "n", "id", "form", "read_by", "readings")
        found = {row.n: (DocumentId(row.id), Standing(row.form, row.read_by, row.readings)) for row in rows}
        lacking = {key: each for key, each in found.values() if key not in self.at_hand or self.at_hand[key].standing != each}
        if len(self.at_hand) > AT_MOST:
            keep = {key for key, _ in found.values()}
            self.at_hand = {key: each for key, each in self.at_hand.items() if key in keep}
        if lacking:
            self.at_hand.update(self.evidence.told(lacking, named=named))
        return {n: self.at_hand[key] for n, (key, _) in found.items()}


def reports_of(told: Told) -> tuple[Report, ...]:
    """What was read from a document, nothing where it was not read."""
    return told.extraction.reports if told.extraction else ()
