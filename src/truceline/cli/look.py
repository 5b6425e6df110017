"""What most commands begin with: the ledger opened, and everything derived from it."""

from datetime import UTC, datetime

from truceline.cli.options import Sight
from truceline.cli.speak import warn
from truceline.derivation import current, pages
from truceline.model.ledger_view import LedgerView
from truceline.packs.pack import Pack
from truceline.pipeline import derive, derived_by
from truceline.workspace import Settings, open_workspace


def look(sight: Sight) -> tuple[LedgerView, Pack]:
    """The ledger's view as of a day or as known at a moment, and the pack it was made with. The ledger must be there.

    What bears a higher handling mark is left out, and that is said on standard error.
    """
    with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
        view = derive(workspace.ledger, workspace.pack, sight.as_of, sight.known_at, handling=sight.handling, now=datetime.now(UTC))
    if view.withheld:
        warn(f"{view.withheld} (--handling MARK shows what bears a higher mark; red: all)")
    return view, workspace.pack


def look_at(incident: str, sight: Sight) -> tuple[LedgerView, Pack]:
    """The view of one incident, from what is kept where that may be; else the whole view, in which its id is looked for."""
    if sight.now:
        with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
            by, pack = derived_by(workspace.pack), workspace.pack
            found = current.look(
                workspace.ledger, by, lambda kept, told: pages.one(kept, told, by.rules, incident, sight.handling, pack.version)
            )  # fmt: skip
        if found is not None:
            return found, pack
    return look(sight)


def look_at_page(asked: pages.Asked, sight: Sight) -> tuple[pages.Page | None, Pack]:
    """A page of the listing from what is kept; None where the whole view must be asked."""
    with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
        by, pack = derived_by(workspace.pack), workspace.pack
        if not sight.now:
            return None, pack
        page = current.look(
            workspace.ledger, by, lambda kept, told: pages.page(kept, told, by.rules, asked, sight.handling, pack.version)
        )  # fmt: skip
    return page, pack


def look_at_its_kind(incident: str, sight: Sight) -> LedgerView:
    """The incidents of one's kind, from what is kept where that may be; else the whole view."""
    if sight.now:
        with open_workspace(Settings(ledger=sight.ledger, packs=sight.packs)) as workspace:
            by = derived_by(workspace.pack)
            found = current.look(workspace.ledger, by, lambda kept, told: pages.of_its_kind(kept, told, incident, sight.handling))
        if found is not None:
            return found
    return look(sight)[0]
