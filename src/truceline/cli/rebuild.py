"""``truceline rebuild``: everything derived again from nothing, and the digest held against the one known before."""

import tempfile
from pathlib import Path

from truceline.cli.speak import DONE, ERROR, say, warn, write_json
from truceline.derivation.current import throw_away
from truceline.ledger.open import open_ledger
from truceline.model.handling import Handling
from truceline.model.ledger_view import LedgerView
from truceline.model.media import Hand
from truceline.pipeline import derive, derived_by, read_by, recorded_captures, update_ledger
from truceline.workspace import Settings, Workspace, open_workspace


def run(*, captures: bool, ledger: str, packs: tuple[Path, ...], as_json: bool) -> int:
    """Derives from what was read, or reads all captures again in a ledger made for it alone and thrown away."""
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        known = derive(workspace.ledger, workspace.pack, handling=Handling.RED)
        again = _from_captures(workspace) if captures else _from_nothing(workspace)
        n_redacted = len({each.key for each in workspace.ledger.contents("").redactions if each.table == "documents"})
    same = known.digest == again.digest
    if as_json:
        write_json({"same": same, "digest": again.digest, "before": known.digest, "incidents": len(again.incidents)})
    else:
        begun = "the captured bytes" if captures else "what was read"
        say(f"{len(again.incidents)} incidents of {len(again.reports)} reports, again from {begun}")
        say(f"digest {again.digest}: {'the same as before' if same else f'before it was {known.digest}'}")
    if not same and captures and n_redacted:
        warn(f"{n_redacted} documents were redacted and cannot be read again: the digest must differ")
    return DONE if same else ERROR


def _from_nothing(workspace: Workspace) -> LedgerView:
    """Throws away what is kept, and derives it again; in memory where the ledger keeps nothing or cannot be written."""
    kept = throw_away(workspace.ledger, derived_by(workspace.pack))
    return derive(workspace.ledger, workspace.pack, afresh=not kept, handling=Handling.RED)


def _from_captures(workspace: Workspace) -> LedgerView:
    held = workspace.ledger.contents(read_by(workspace.pack))
    with tempfile.TemporaryDirectory() as folder:
        fresh = open_ledger(Path(folder) / "again.db")
        try:
            update_ledger(recorded_captures(workspace.ledger, held), pack=workspace.pack, ledger=fresh, engine=workspace.engine)
            for judgement in held.judgements:
                fresh.judge(judgement)
            for review in held.reviews:
                fresh.review(review)
            files = {each.id: each for each in held.media}
            for step in held.custody:
                if step.media in files and step.hand is Hand.ATTACHED:
                    fresh.attach(files[step.media], workspace.ledger.media(step.media), step)
                elif step.media in files:
                    fresh.hand(step)
            return derive(fresh, workspace.pack, handling=Handling.RED)
        finally:
            fresh.close()
