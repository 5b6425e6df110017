"""``truceline rehearse``: an exercise played, its dispatches read into a ledger of its own, and the ledger held against the truth."""

from dataclasses import asdict
from pathlib import Path

from truceline.cli.speak import DONE, say, write_json
from truceline.errors import ConfigError
from truceline.model.handling import Handling
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture
from truceline.rehearsal.compare import Outcome, compare
from truceline.rehearsal.play import play, write
from truceline.workspace import Settings, open_workspace


def run(folder: Path, *, line: str, seed: int, days: int, written_only: bool, packs: tuple[Path, ...], as_json: bool) -> int:
    """Writes the exercise and, unless it is to be only written, reads and compares. Raises ConfigError where the folder is not empty."""
    if folder.exists() and any(folder.iterdir()):
        raise ConfigError(f"{folder} is not empty (name a new folder: an exercise is not mixed with anything)")
    exercise = play(line, seed=seed, days=days)
    sent, truth = write(exercise, folder)
    if written_only:
        if as_json:
            write_json(
                {"dispatches": str(sent), "truth": str(truth), "n_dispatches": len(exercise.sent), "n_incidents": len(exercise.truths)}
            )
        else:
            say(f"{len(exercise.sent)} dispatches of {len(exercise.truths)} incidents: {sent}, and what was true: {truth}")
        return DONE
    with open_workspace(Settings(ledger=str(folder / "ledger.db"), packs=packs), create=True) as workspace:
        update_ledger(capture([str(sent)]), pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine, exercise=True)
        outcome = compare(derive(workspace.ledger, workspace.pack, handling=Handling.RED), exercise.truths, exercise.sent)
    if as_json:
        write_json(
            {"dispatches": str(sent), "truth": str(truth), "n_dispatches": len(exercise.sent), **asdict(outcome), "links_f1": outcome.f1}
        )
    else:
        say("\n".join(told(outcome, len(exercise.sent))))
    return DONE


def told(outcome: Outcome, n_dispatches: int) -> list[str]:
    """How it went, for people; every number says what it counts."""
    f1 = "none to find" if outcome.f1 is None else f"F1 {outcome.f1:.3f}"
    return [
        f"EXERCISE: {outcome.n_true} incidents happened, {outcome.n_told} stand in some of {n_dispatches} dispatches",
        f"{outcome.n_found} of these were found; {outcome.n_spurious} reports tell of nothing that happened so",
        f"links between documents: {outcome.n_links} to find, {outcome.under} not joined, {outcome.over} joined wrongly: {f1}"
        f" (never merging: {outcome.n_links} not joined, 0 wrongly)",
        f"the ledger has {outcome.n_incidents} incidents",
    ]
