"""``truceline brief``: the ledger, or a part of it, as one HTML page."""

from datetime import UTC, datetime
from pathlib import Path

from truceline.cli.options import Sight
from truceline.cli.speak import DONE, warn, write
from truceline.cli.wanted import look_for
from truceline.views.brief import brief
from truceline.views.chosen import Wanted


def run(wanted: Wanted, *, output: Path | None, sight: Sight) -> int:
    """Writes the page."""
    view, pack, narrowed = look_for(wanted, sight)
    write(brief(view, pack=pack, made_at=datetime.now(UTC), narrowed=narrowed), output)
    if output is not None:
        warn(f"wrote {output}: open it in a browser")
    return DONE
