"""A whole exercise from a seed: what happened, and the dispatches about it, ready to be written to a folder."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from random import Random

from truceline.errors import ConfigError
from truceline.model.document import EXERCISE
from truceline.packs.strict_yaml import load
from truceline.rehearsal.dispatches import Dispatch, dispatches
from truceline.rehearsal.world import Scene, Truth, incidents

SCENES = Path(str(files("truceline"))) / "data" / "rehearsal"
FIRST = date(2031, 3, 1)
"""The day on which every exercise begins: one that no real dispatch is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What was played: the hidden truth, and what was said of it."""

    scene: str
    seed: int
    truths: tuple[Truth, ...]
    sent: tuple[Dispatch, ...]


def play(scene: str, *, seed: int, days: int) -> Exercise:
    """Plays one exercise; the same scene, seed and days give the same one. Raises ConfigError where there is no such scene."""
    path = SCENES / f"{scene}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in SCENES.glob("*.yaml")))
        raise ConfigError(f"there is no exercise on {scene!r} (there are: {known})")
    shape, chance = load(path, Scene), Random(seed)
    truths = tuple(incidents(shape, chance, FIRST, days))
    return Exercise(scene=scene, seed=seed, truths=truths, sent=tuple(dispatches(shape, truths, chance)))


def write(exercise: Exercise, folder: Path) -> tuple[Path, Path]:
    """Writes ``dispatches.jsonl`` and ``truth.jsonl``; gives their paths. Raises ConfigError where that cannot be."""
    sent: list[dict[str, object]] = [
        {"id": each.id, "published": each.published.isoformat(), "title": each.title, "text": each.text} for each in exercise.sent
    ]
    truth: list[dict[str, object]] = [{"exercise": EXERCISE, "id": each.id, **asdict(each)} for each in exercise.truths]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _lines(folder / "dispatches.jsonl", sent), _lines(folder / "truth.jsonl", truth)
    except OSError as error:
        raise ConfigError(f"{folder} cannot be written: {error.strerror} (name another folder)") from error


def _lines(path: Path, rows: Sequence[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows), encoding="utf-8")
    return path
