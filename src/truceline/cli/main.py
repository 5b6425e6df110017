"""The command line: what each command is called and takes. The work is in one file a command.

Each command's file is imported when it is called, and not before: so ``--help`` answers at once, though reading
needs a parser that takes a second to load.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from truceline import __version__
from truceline.cli import casework, evidence, keeping, law, observing, outlook, reviewing
from truceline.cli import ledger as carrying
from truceline.cli.options import (
    CLEAR,
    LEDGER,
    AsOf,
    Day,
    Docs,
    Json,
    Kind,
    KnownAt,
    LedgerFile,
    Line,
    Out,
    Packs,
    Party,
    Upto,
    Workers,
    sight_of,
)
from truceline.cli.speak import ERROR, warn
from truceline.engines.threads import one_thread_each
from truceline.errors import TrucelineError
from truceline.model.handling import Handling

app = typer.Typer(
    name="truceline",
    help="A sourced ledger of ceasefire and armistice incidents, read from news and official statements.",
    epilog="Data go to standard output, all else to standard error. Exit codes: 0 done, 1 error, 2 usage, 3 partial (some inputs refused).",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"truceline {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """Options that stand before a command."""


@app.command()
def code(docs: Docs, output: Out = None, pack: Packs = None, workers: Workers = 1) -> None:
    """Read DOCS and write one codebook record (JSON) a document, in the order given. Needs no ledger."""
    from truceline.cli.code import run  # heavy: see the head of this file

    raise typer.Exit(run(docs, output=output, packs=tuple(pack or ()), workers=workers))


@app.command()
def explain(
    docs: Docs,
    wanted: Annotated[str | None, typer.Option("--find", metavar="WORDS", help="Only the sentences that hold these words.")] = None,
    only: Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="Only this document (of a JSONL file).")] = None,
    layers: Annotated[bool, typer.Option("--layers/--no-layers", help="Names, days and numbers found in each sentence.")] = True,
    whole: Annotated[bool, typer.Option("--whole", help="Also those that are let go by their topic before they are read.")] = False,
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Show sentence by sentence what is read from DOCS, by which rule and words, and what is let go and why."""
    from truceline.cli.explain import run  # heavy: see the head of this file

    raise typer.Exit(run(docs, packs=tuple(pack or ()), wanted=wanted, only=only or [], layers=layers, whole=whole, as_json=as_json))


@app.command()
def ingest(
    docs: Docs, ledger: LedgerFile = LEDGER,
    exercise: Annotated[bool, typer.Option("--exercise", help="DOCS are of an exercise; the ledger is for exercises alone.")] = False,
    pack: Packs = None, workers: Workers = 1, as_json: Json = False,
) -> None:  # fmt: skip
    """Read DOCS into the ledger; what it has read before is not read again."""
    from truceline.cli.ingest import run  # heavy: see the head of this file

    raise typer.Exit(run(docs, ledger=ledger, packs=tuple(pack or ()), workers=workers, exercise=exercise, as_json=as_json))


@app.command()
def incidents(
    ledger: LedgerFile = LEDGER, since: Day = None, until: Day = None, kind: Kind = None,
    party: Party = None, line: Line = None, as_of: AsOf = None, known_at: KnownAt = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many at most; those that follow are told of.")] = 200,
    after: Annotated[str, typer.Option("--after", metavar="INCIDENT", help="List those that follow this one.")] = "",
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """List the incidents of the ledger, a page at a time."""
    from truceline.cli.incidents import run  # heavy: see the head of this file
    from truceline.views.chosen import Wanted

    wanted = Wanted(since=since, until=until, kind=kind, party=party, line=line)
    raise typer.Exit(
        run(
            wanted,
            sight=sight_of(ledger, pack, as_of, known_at, handling),
            as_json=as_json,
            most=limit,
            after=after,
        )
    )


@app.command()
def show(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="An id, an alias, or the beginning of one.")],
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Show the dossier of one incident: claims by source, variants, response, findings, quotes."""
    from truceline.cli.show import run  # heavy: see the head of this file

    raise typer.Exit(run(incident, sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


@app.command()
def counts(
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    handling: Upto = CLEAR,
    pack: Packs = None,
    as_json: Json = False,
) -> None:
    """List the count claims ("the third crossing since ...") with what the ledger says of each."""
    from truceline.cli.counts import run  # heavy: see the head of this file

    raise typer.Exit(run(sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


@app.command()
def refused(ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None, pack: Packs = None, as_json: Json = False) -> None:
    """List the inputs that were refused (by then), each with the reason and the cure."""
    from truceline.cli.refused import run  # heavy: see the head of this file

    raise typer.Exit(run(ledger=ledger, packs=tuple(pack or ()), as_of=as_of, known_at=known_at, as_json=as_json))


@app.command()
def brief(
    ledger: LedgerFile = LEDGER, output: Out = None, since: Day = None, until: Day = None, kind: Kind = None, party: Party = None,
    line: Line = None, as_of: AsOf = None, known_at: KnownAt = None, handling: Upto = CLEAR, pack: Packs = None,
) -> None:  # fmt: skip
    """Write the brief, of the whole ledger or of the incidents asked for: one self-contained HTML page."""
    from truceline.cli.brief import run  # heavy: see the head of this file
    from truceline.views.chosen import Wanted

    wanted = Wanted(since=since, until=until, kind=kind, party=party, line=line)
    raise typer.Exit(run(wanted, output=output, sight=sight_of(ledger, pack, as_of, known_at, handling)))


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", metavar="jsonl|csv|geojson")] = "jsonl",
    ledger: LedgerFile = LEDGER, output: Out = None, since: Day = None, until: Day = None, kind: Kind = None, party: Party = None,
    line: Line = None, as_of: AsOf = None, known_at: KnownAt = None, handling: Upto = CLEAR, pack: Packs = None,
) -> None:  # fmt: skip
    """Write the incidents, all or those asked for, for other programs."""
    from truceline.cli.export import run  # heavy: see the head of this file
    from truceline.views.chosen import Wanted

    wanted = Wanted(since=since, until=until, kind=kind, party=party, line=line)
    raise typer.Exit(run(form, wanted, output=output, sight=sight_of(ledger, pack, as_of, known_at, handling)))


@app.command()
def digest(
    ledger: LedgerFile = LEDGER,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    handling: Upto = Handling.RED,
    pack: Packs = None,
    as_json: Json = False,
) -> None:
    """Print one hash over all that the ledger says, or what may go out up to a handling mark; the same whatever the order of ingestion."""
    from truceline.cli.digest import run  # heavy: see the head of this file

    raise typer.Exit(run(sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


@app.command()
def doctor(ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """Tell what is installed, with hashes, what is missing, and the cure."""
    from truceline.cli.doctor import run  # heavy: see the head of this file

    raise typer.Exit(run(ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


@app.command()
def demo(
    docs: Annotated[list[str] | None, typer.Argument(metavar="[DOCS...]", help="Your own documents, in place of the samples.")] = None,
    folder: Annotated[Path, typer.Option("--folder", metavar="DIR", help="Where the ledger and the brief are written.")] = Path("demo"),
    pack: Packs = None, workers: Workers = 1,
) -> None:  # fmt: skip
    """Read the sample dispatches (or DOCS) into a fresh ledger and show what comes out."""
    from truceline.cli.demo import run  # heavy: see the head of this file

    raise typer.Exit(run(docs or [], folder=folder, packs=tuple(pack or ()), workers=workers))


reviewing.register(app)
keeping.register(app)
outlook.register(app)
law.register(app)
evidence.register(app)
observing.register(app)
casework.register(app)
app.add_typer(carrying.app, name="ledger")


def main() -> None:
    """Entry point: every error that Truceline raises on purpose is one message and an exit code."""
    one_thread_each()
    try:
        app()
    except TrucelineError as error:
        warn(f"error: {error}")
        sys.exit(ERROR)
    except BrokenPipeError:
        # The reader of a pipe went away ("| head"): no error of ours; hand the interpreter somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
