"""What most commands begin with: the ledger opened, and everything derived from it."""

from datetime import date, datetime
from pathlib import Path

from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.pipeline import derive
from truceline.workspace import Settings, open_workspace


def look(ledger: str, packs: tuple[Path, ...], as_of: date | None = None, known_at: datetime | None = None) -> tuple[LedgerView, Pack]:
    """The ledger's view as of a day or as known at a moment, and the pack it was made with. The ledger must be there."""
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        return derive(workspace.ledger, workspace.pack, as_of, known_at), workspace.pack
