"""What was measured of the machine's own errors, and what it cannot read: printed on every brief (responsible-use R10)."""

from pathlib import Path

import msgspec

from truceline.packs.strict_yaml import load

FILE = Path(__file__).parent.parent / "data" / "measured" / "errors.yaml"


class Score(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measured figure: of which field, on which documents, when, how many cases."""

    field: str
    measure: str
    value: float
    on: str
    cases: int
    date: str


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that was measured, and what cannot be read."""

    scores: tuple[Score, ...] = ()
    cannot_read: tuple[str, ...] = ()


def load_measured(file: Path = FILE) -> Measured:
    """Reads the built-in page of measured errors. Raises PackError."""
    return load(file, Measured)
