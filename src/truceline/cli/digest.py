"""``truceline digest``: one hash over all that the ledger says."""

from datetime import date, datetime
from pathlib import Path

from truceline.cli.look import look
from truceline.cli.speak import DONE, say, write_json
from truceline.model.handling import Handling


def run(
    *,
    ledger: str,
    packs: tuple[Path, ...],
    as_of: date | None,
    known_at: datetime | None = None,
    handling: Handling = Handling.CLEAR,
    as_json: bool,
) -> int:
    """Prints the digest; with JSON also what it covers."""
    view, _ = look(ledger, packs, as_of, known_at, handling)
    if as_json:
        write_json({
            "digest": view.digest, "as_of": view.as_of.isoformat() if view.as_of else None, "documents": len(view.documents),
            "reports": len(view.reports), "incidents": len(view.incidents), "pack": view.pack_version,
            "handling": view.handling.value, "withheld": view.withheld, "rulebooks": list(view.rulebooks),
        })  # fmt: skip
    else:
        say(view.digest)
    return DONE
