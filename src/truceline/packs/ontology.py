"""Event kinds, lines, responses and outcomes: the closed lists that every other pack file is checked against."""

from pathlib import Path

import msgspec

from truceline.packs.strict_yaml import load


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One type of act: its group, its neutral label, and whether gold files hold it."""

    parent: str
    label: str
    gold: bool = True


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line between two sides, with whose line it is and the clocks that they keep (IANA names)."""

    name: str
    parties: tuple[str, str]
    whose: str
    zones: tuple[str, ...] = ()


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The closed lists of the codebook, sections 2 and 3."""

    kinds: dict[str, Kind]
    count_only: tuple[str, ...]
    responses: tuple[str, ...]
    outcomes: tuple[str, ...]
    follow_ups: tuple[str, ...]
    lines: dict[str, Line]
    sectors: tuple[str, ...]


def load_ontology(folder: Path) -> Ontology:
    """Reads ``events.yaml`` of an ontology folder. Raises PackError."""
    return load(folder / "events.yaml", Ontology)
