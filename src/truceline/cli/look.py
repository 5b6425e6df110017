"""What most commands begin with: the ledger opened, and everything derived from it."""

from datetime import UTC, date, datetime
from pathlib import Path

from truceline.cli.speak import warn
from truceline.derivation import current, pages
from truceline.model.handling import Handling
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.pipeline import derive, derived_by
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


def look_at(
    incident: str, ledger: str, packs: tuple[Path, ...], as_of: date | None, known_at: datetime | None, handling: Handling
) -> tuple[LedgerView, Pack]:
    """The view of one incident, from what is kept where that may be; else the whole view, in which its id is looked for."""
    if as_of is None and known_at is None:
        with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
            by, pack = derived_by(workspace.pack), workspace.pack
            found = current.look(
                workspace.ledger, by, lambda kept, told: pages.one(kept, told, by.rules, incident, handling, pack.version)
            )  # fmt: skip
        if found is not None:
            return found, pack
    return look(ledger, packs, as_of, known_at, handling)


def look_at_page(
    asked: pages.Asked, ledger: str, packs: tuple[Path, ...], as_of: date | None, known_at: datetime | None, handling: Handling
) -> tuple[pages.Page | None, Pack]:
    """A page of the listing from what is kept; None where the whole view must be asked."""
    with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
        by, pack = derived_by(workspace.pack), workspace.pack
        if as_of is not None or known_at is not None:
            return None, pack
        page = current.look(
            workspace.ledger, by, lambda kept, told: pages.page(kept, told, by.rules, asked, handling, pack.version)
        )  # fmt: skip
    return page, pack


def look_at_its_kind(
    incident: str, ledger: str, packs: tuple[Path, ...], as_of: date | None, known_at: datetime | None, handling: Handling
) -> LedgerView:
    """The incidents of one's kind, from what is kept where that may be; else the whole view."""
    if as_of is None and known_at is None:
        with open_workspace(Settings(ledger=ledger, packs=packs)) as workspace:
            by = derived_by(workspace.pack)
            found = current.look(workspace.ledger, by, lambda kept, told: pages.of_its_kind(kept, told, incident, handling))
        if found is not None:
            return found
    return look(ledger, packs, as_of, known_at, handling)[0]
