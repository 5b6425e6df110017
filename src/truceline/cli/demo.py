"""``truceline demo``: the whole road on the shipped samples, or on one's own documents."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from truceline.cli import counts, incidents, ingest
from truceline.cli.speak import DONE, counted, name_refusals, say, write
from truceline.derivation.pages import Asked
from truceline.errors import ConfigError
from truceline.model.document import Refusal
from truceline.model.handling import Handling
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture
from truceline.views.brief import brief
from truceline.views.chosen import Wanted
from truceline.workspace import Settings, open_workspace


def run(docs: list[str], *, folder: Path, packs: tuple[Path, ...], workers: int) -> int:
    """Reads into a fresh ledger, prints what came out, writes the brief, says what to open."""
    ledger, page = folder / "ledger.db", folder / "brief.html"
    _clear(folder, ledger)
    with open_workspace(Settings(ledger=str(ledger), packs=packs, workers=workers), create=True) as workspace:
        captures = counted(capture(docs or [samples()], captured_at=datetime.now(UTC)), "inputs read")
        summary = update_ledger(captures, pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine)
        view, pack = derive(workspace.ledger, workspace.pack, handling=Handling.RED), workspace.pack
    whole = incidents.cut(view, Wanted(), Asked(most=len(view.incidents)))
    say("INCIDENTS\n" + incidents.listed(tuple(whole.view.incidents.values()), whole, pack.ontology))
    say("\nCOUNT CLAIMS, each held against the ledger\n" + counts.listed(view, pack))
    say("\nREFUSED\n" + refused(summary.refusals))
    say("\nSUMMARY\n" + ingest.told(summary))
    write(brief(view, pack=pack, made_at=datetime.now(UTC)), page)
    most = max(view.incidents.values(), key=lambda each: len(each.reports), default=None)
    closer = f"; look closer with:  truceline show {most.id} --ledger {ledger}" if most else ""
    say(f"\nOpen {page} in a browser{closer}")
    return name_refusals(summary.refusals) if docs else DONE


def samples() -> str:
    """The folder of sample dispatches, wherever the package is installed."""
    return str(files("truceline") / "data" / "samples" / "dispatches")


def refused(refusals: tuple[Refusal, ...]) -> str:
    """Refused inputs, one a line."""
    return "\n".join(f"{each.where}: {each.why}" for each in refusals) or "nothing"


def _clear(folder: Path, ledger: Path) -> None:
    """Makes the folder, and takes away the ledger of an earlier demo."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for end in ("", "-wal", "-shm"):
            Path(f"{ledger}{end}").unlink(missing_ok=True)
    except OSError as error:
        raise ConfigError(f"{folder} cannot be written: {error.strerror} (name another folder with --folder)") from error
