"""Which heading of a table means which field, and how its short words are written; the words are data/lexicon/en/columns.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from truceline.errors import PackError
from truceline.model.observation import Known
from truceline.packs.strict_yaml import load

BUILT_IN = Path(__file__).parent.parent / "data" / "lexicon" / "en" / "columns.yaml"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reference: str
    columns: dict[str, tuple[str, ...]]
    known: dict[str, tuple[str, ...]]
    types: dict[str, tuple[str, ...]]
    unmarked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """``headings`` and ``types`` lead from a word, folded, to a field or a kind; ``known`` to how a thing is known.

    ``names`` are the fields in the order in which an observation writes them; ``unmarked`` stands where no handling mark was given.
    """

    names: tuple[str, ...]
    headings: Mapping[str, str]
    known: Mapping[str, Known]
    types: Mapping[str, str]
    unmarked: str


@cache
def columns() -> Columns:
    """The columns that ship with Truceline. Raises PackError where a word means two things."""
    file = load(BUILT_IN, _File)
    return Columns(
        names=tuple(file.columns),
        headings=_turned(file.columns),
        known={word: Known(value) for word, value in _turned(file.known).items()},
        types=_turned(file.types),
        unmarked=file.unmarked,
    )


def folded(word: str) -> str:
    """A heading or short word as it is compared."""
    return " ".join(word.replace("_", " ").replace("-", " ").casefold().split()).strip(" .:#*()")


def _turned(told: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in told.items():
        for word in map(folded, words):
            if found.setdefault(word, name) != name:
                raise PackError(str(BUILT_IN), [f"{word!r} stands for {found[word]} and for {name}"])
    return found
