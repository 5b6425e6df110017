"""Floors of the gates: pinned to what was measured and to the data it was measured on, raised by a command, lowered only with a reason."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, floor
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FILE = HERE / "floors.yaml"
GOALS: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((HERE / "goals.yaml").read_text(encoding="utf-8"))
FIGURES = tuple(GOALS["all"])
"""The figures that have floors."""
FALLING = frozenset(name for name, goal in GOALS["all"].items() if goal.get("most"))
"""Figures of which less is better: their floor is a ceiling."""
HEAD = "# Pinned by `make gates-pin`, which only raises. To lower: make gates-pin LOWER='reason', and the reason into CHANGELOG.md.\n"
ROUNDING = 1e-9


@dataclass(frozen=True)
class Floors:
    """By set the digest of its data and the floor of each figure; every floor that was ever lowered, with the reason."""

    sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)

    def seal(self) -> str:
        """A hash of the whole: floors edited by hand no longer fit it."""
        return hashlib.sha256(json.dumps([self.sets, self.lowered], sort_keys=True).encode()).hexdigest()

    def breaches(self, name: str, values: Mapping[str, float | None]) -> list[str]:
        """The figures of a set that are worse than their floors, in words."""
        held = self.sets.get(name, {}).get("floors", {})
        return [
            f"{name}: {figure} {values.get(figure)} is {'above its ceiling' if figure in FALLING else 'below its floor'} {pinned}"
            for figure, pinned in held.items()
            if (value := values.get(figure)) is None or worse(figure, value, pinned)
        ]


def worse(figure: str, value: float, than: float) -> bool:
    """Whether a figure is worse than another value of it."""
    return value > than + ROUNDING if figure in FALLING else value < than - ROUNDING


def rounded(figure: str, value: float) -> float:
    """A floor in hundredths, on the mild side, so that another machine's last bit breaks nothing."""
    return ceil(value * 100 - ROUNDING) / 100 if figure in FALLING else floor(value * 100 + ROUNDING) / 100


def pinned(held: Floors, name: str, values: Mapping[str, float | None], digest: str, lower: str | None) -> Floors:
    """Floors with one set pinned to what was measured: raised where it is better, kept where it is worse.

    With a reason in ``lower``, worse figures lower their floors and each is noted. Raises ValueError where one would fall without.
    """
    before = held.sets.get(name, {}).get("floors", {})
    now = {figure: rounded(figure, value) for figure in FIGURES if (value := values.get(figure)) is not None}
    fallen = [figure for figure, old in before.items() if figure not in now or worse(figure, now[figure], old)]
    if fallen and lower is None:
        told = ", ".join(f"{figure} {before[figure]} -> {now.get(figure)}" for figure in fallen)
        raise ValueError(f"{name}: these would fall: {told} (mend the reading, or say why with --lower REASON)")
    noted = [{"set": name, "figure": each, "from": before[each], "to": now.get(each), "reason": lower} for each in fallen]
    return Floors(sets={**held.sets, name: {"digest": digest, "floors": now}}, lowered=[*held.lowered, *noted])


def load(file: Path = FILE) -> Floors:
    """The pinned floors. Raises ValueError where the seal does not fit: they were edited by hand."""
    if not file.exists():
        return Floors()
    plain = yaml.safe_load(file.read_text(encoding="utf-8"))
    floors = Floors(sets=plain["sets"], lowered=plain["lowered"])
    if floors.seal() != plain["seal"]:
        raise ValueError(f"{file.name} was edited by hand (restore it; raise floors with make gates-pin)")
    return floors


def save(floors: Floors, file: Path = FILE) -> None:
    """Writes floors with their seal."""
    plain = {"sets": floors.sets, "lowered": floors.lowered, "seal": floors.seal()}
    file.write_text(HEAD + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=140), encoding="utf-8")
