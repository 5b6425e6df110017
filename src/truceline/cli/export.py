"""``truceline export``: the incidents for other programs."""

from pathlib import Path

import typer

from truceline.cli.options import Sight
from truceline.cli.speak import DONE, warn, write
from truceline.cli.wanted import look_for
from truceline.views.chosen import Wanted
from truceline.views.export import WRITERS, export


def run(form: str, wanted: Wanted, *, output: Path | None, sight: Sight) -> int:
    """Writes the incidents wanted in that format."""
    if form not in WRITERS:
        raise typer.BadParameter(f"there is no format {form!r} (known: {', '.join(WRITERS)})", param_hint="--format")
    view, pack, narrowed = look_for(wanted, sight)
    write(export(view, form, ontology=pack.ontology), output)
    if narrowed:
        warn(narrowed)
    return DONE
