"""What most commands begin with: the ledger opened, and everything derived from it."""

from datetime import UTC, date, datetime
from pathlib import Path

from truceline.cli.speak import warn
from truceline.model.handling import Handling
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.pipeline import derive
from truceline.workspace import Settings, open_workspace


def look(
    ledger: str, packs: tuple[Path, ...], as_of: date | None = None, known_at: datetime | None = None,
    handling: Handling = Handling.CLEAR,
) -> tuple[LedgerView, Pack]:  # fmt: skip
    """The ledger's view as of a day or as known at a moment, and the pack it was made with. The ledger must be there.

    What bears a higher handling mark is left out, and that is said on standard error.
    """
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, as_of, known_at, handling=handling, now=datetime.now(UTC))
    if view.withheld:
        warn(f"{view.withheld} (--handling MARK shows what bears a higher mark; red: all)")
    return view, workspace.pack
