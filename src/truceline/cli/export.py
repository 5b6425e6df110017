"""``truceline export``: the incidents for other programs."""

from pathlib import Path

import typer

from truceline.cli.look import look
from truceline.cli.options import Sight
from truceline.cli.speak import DONE, write
from truceline.views.export import WRITERS, export


def run(
    form: str,
    *,
    output: Path | None,
    sight: Sight,
) -> int:
    """Writes all incidents in that format."""
    if form not in WRITERS:
        raise typer.BadParameter(f"there is no format {form!r} (known: {', '.join(WRITERS)})", param_hint="--format")
    view, pack = look(sight)
    write(export(view, form, ontology=pack.ontology), output)
    return DONE
