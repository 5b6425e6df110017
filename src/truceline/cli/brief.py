"""``truceline brief``: the ledger as one HTML page."""

from datetime import UTC, date, datetime
from pathlib import Path

from truceline.cli.look import look
from truceline.cli.speak import DONE, warn, write
from truceline.model.handling import Handling
from truceline.views.brief import brief


def run(
    *,
    output: Path | None,
    ledger: str,
    packs: tuple[Path, ...],
    as_of: date | None,
    known_at: datetime | None = None,
    handling: Handling = Handling.CLEAR,
) -> int:
    """Writes the page."""
    view, pack = look(ledger, packs, as_of, known_at, handling)
    write(brief(view, pack=pack, made_at=datetime.now(UTC)), output)
    if output is not None:
        warn(f"wrote {output}: open it in a browser")
    return DONE
