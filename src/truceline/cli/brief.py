"""``truceline brief``: the ledger as one HTML page."""

from datetime import UTC, datetime
from pathlib import Path

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, warn, write
from truceline.views.brief import brief


def run(*, output: Path | None, sight: Sight) -> int:
    """Writes the page."""
    view, pack = look(sight)
    write(brief(view, pack=pack, made_at=datetime.now(UTC)), output)
    if output is not None:
        warn(f"wrote {output}: open it in a browser")
    return DONE
