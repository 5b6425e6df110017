"""The commands that add what people and sensors observed: a note, and tracks held against the lines.

Names and options alone; the work is in ``note.py`` and ``observe.py``, loaded when a command is called.
"""

from datetime import UTC, datetime
from typing import Annotated

import typer

from truceline.cli.law import Lines, geometry
from truceline.cli.options import LEDGER, By, Json, LedgerFile, Out, Packs, mark
from truceline.model.handling import UNMARKED, Handling

Words = Annotated[list[str], typer.Argument(metavar="TEXT", help="What was observed or told, in quotes; - reads the standard input.")]
How = Annotated[
    str, typer.Option("--known", metavar="HOW", help="How it is known: saw, heard, recorded, was told, assessed; kept with the note.")
]
Mark = Annotated[
    Handling,
    typer.Option("--handling", metavar="MARK", parser=mark, help="How far it may go: clear, green, amber, amber+strict, red."),
]


def note(
    text: Words, by: By, known: How,
    told_by: Annotated[str, typer.Option("--from", metavar="WHO", help="Who told it, if it was told.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When it was written (2024-06-20T14:05+09:00); else now.")] = "",
    handling: Mark = UNMARKED,
    field: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="NAME=VALUE", help="A field as in a table of observations (type, date, place, line, actor ...)."),
    ] = None,
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Store what a person observed or was told as a document, with author, time, how it is known and how far it may go.

    Tables of observations (.csv, .xlsx) are read with: truceline ingest. A remark on an incident is: truceline remark.
    """
    if len(text) != 1:
        raise typer.BadParameter("one text, in quotes (a remark on an incident is: truceline remark INCIDENT TEXT)", param_hint="TEXT")
    from truceline.cli.note import Told, run  # heavy: see the head of main.py

    told = Told(text=text[0], by=by, known=known, told_by=told_by, at=at, handling=handling, fields=tuple(field or ()))
    raise typer.Exit(run(told, ledger=ledger, packs=tuple(pack or ()), as_json=as_json, now=datetime.now(UTC)))


def observe(
    tracks: Annotated[str, typer.Argument(metavar="TRACKS", help="A .csv, .geojson or .ndjson file; - with --follow.")],
    follow: Annotated[bool, typer.Option("--follow", help="Read a JSON fix a line from standard input; answer as they come.")] = False,
    exact: Annotated[bool, typer.Option("--exact", help="Places as observed, nothing held back: not for handing on.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Add each passage to the ledger as an observation, its place to a kilometre.")] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who adds it.", envvar="TRUCELINE_BY")] = "",
    handling: Mark = UNMARKED,
    domain: Annotated[str, typer.Option("--domain", metavar="land|sea|air", help="Where objects move whose fixes do not tell.")] = "",
    lines: Lines = None, ledger: LedgerFile = LEDGER, output: Out = None, pack: Packs = None,
) -> None:  # fmt: skip
    """Hold observed tracks against the lines and zones: approaches, crossings, stays and returns, with their probability.

    Local. Places are given to about a kilometre, and what is younger than 24 hours is held back, unless --exact is said or you --follow.
    With --add the ledger holds them beside what people say: a crossing is told as plausible, and stands to be reviewed until somebody
    says that there was one.
    """
    if domain not in ("", "land", "sea", "air"):
        raise typer.BadParameter(f"{domain!r} is none of land, sea, air", param_hint="--domain")
    if add and not by.strip():
        raise typer.BadParameter("what is added has somebody who added it", param_hint="--by")
    with geometry():
        from truceline.cli.observe import Adding, run  # heavy, and an extra: see the head of main.py

    files, packs, now = tuple(lines or ()), tuple(pack or ()), datetime.now(UTC)
    adding = Adding(ledger=ledger, by=by, handling=handling, domain=domain) if add else None
    code = run(tracks, follow=follow, lines=files, packs=packs, output=output, exact=exact, now=now, adding=adding)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (note, observe):
        app.command()(command)
