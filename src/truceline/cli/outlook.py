"""The commands that look beyond the list: how many are hidden, what is like an incident, and editions of the whole.

Names and options alone; each command's file is loaded when it is called.
"""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, By, Json, KnownAt, LedgerFile, Line, Packs, Upto, day, sight_of

editions = typer.Typer(help="Dated snapshots of the ledger that never change.", no_args_is_help=True, rich_markup_mode=None)
Since = Annotated[date, typer.Option("--since", metavar="DATE", parser=day, help="First day of the stretch.")]
Until = Annotated[date, typer.Option("--until", metavar="DATE", parser=day, help="Last day of the stretch.")]
Name = Annotated[str, typer.Argument(metavar="NAME")]


def hidden(
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="A type of the codebook (ground_crossing).")], since: Since, until: Until,
    line: Line = None, party: Annotated[str | None, typer.Option("--party", metavar="CODE", help="The party that acted (PRK).")] = None,
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """How many incidents there must have been beyond those the ledger has, and, where lists allow, how many there may have been."""
    from truceline.cli.hidden import Wanted, run  # heavy: see the head of main.py

    wanted = Wanted(kind=kind, since=since, until=until, line=line, by=party)
    raise typer.Exit(run(wanted, sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


def like(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="An id, an alias, or the beginning of one.")],
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many at most.")] = 50,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """List precedents: incidents of the same type that were not after it, with what they share and where they differ."""
    from truceline.cli.like import run  # heavy: see the head of main.py

    raise typer.Exit(run(incident, sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json, most=limit))


@editions.command("cut")
def cut(
    name: Name, by: By, ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Keep what the ledger says now under a name; it never changes, and its hash is told."""
    from truceline.cli.edition import cut as run  # heavy: see the head of main.py

    raise typer.Exit(run(name, by=by, sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


@editions.command("list")
def listing(ledger: LedgerFile = LEDGER, known_at: KnownAt = None, as_json: Json = False) -> None:
    """List the editions; with --known-at those cut by then."""
    from truceline.cli.edition import listing as run  # heavy: see the head of main.py

    raise typer.Exit(run(ledger=ledger, known_at=known_at, as_json=as_json))


@editions.command("diff")
def diff(
    one: Annotated[str, typer.Argument(metavar="EDITION")],
    two: Annotated[str, typer.Argument(metavar="EDITION")], ledger: LedgerFile = LEDGER, handling: Upto = CLEAR, as_json: Json = False,
) -> None:  # fmt: skip
    """Tell what was added, revised and withdrawn from one edition to another."""
    from truceline.cli.edition import diff as run  # heavy: see the head of main.py

    raise typer.Exit(run(one, two, ledger=ledger, handling=handling, as_json=as_json))


def rehearse(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder for the dispatches, the truth and the ledger.")],
    line: Annotated[str, typer.Option("--line", metavar="NAME", help="The line that is played on.")] = "mdl",
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed plays the same truce.")] = 1,
    days: Annotated[int, typer.Option("--days", metavar="D", min=1, max=3650)] = 60,
    written_only: Annotated[bool, typer.Option("--written-only", help="Write dispatches and truth, and read nothing.")] = False,
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Play a truce of which the truth is known: dispatches, late, selective and reworded, and how a ledger fares with them."""
    from truceline.cli.rehearse import run  # heavy: see the head of main.py

    raise typer.Exit(run(folder, line=line, seed=seed, days=days, written_only=written_only, packs=tuple(pack or ()), as_json=as_json))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command()(hidden)
    app.command()(like)
    app.command()(rehearse)
    app.add_typer(editions, name="edition")
