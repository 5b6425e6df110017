"""``truceline export``: the incidents for other programs."""

from datetime import date, datetime
from pathlib import Path

import typer

from truceline.cli.look import look
from truceline.cli.speak import DONE, write
from truceline.model.handling import Handling
from truceline.views.export import WRITERS, export


def run(
    form: str,
    *,
    output: Path | None,
    ledger: str,
    packs: tuple[Path, ...],
    as_of: date | None,
    known_at: datetime | None = None,
    handling: Handling = Handling.CLEAR,
) -> int:
    """Writes all incidents in that format."""
    if form not in WRITERS:
        raise typer.BadParameter(f"there is no format {form!r} (known: {', '.join(WRITERS)})", param_hint="--format")
    view, pack = look(ledger, packs, as_of, known_at, handling)
    write(export(view, form, ontology=pack.ontology), output)
    return DONE
