"""``truceline ledger``: a ledger copied whole to another place or database, and several joined into one."""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import Json, Packs

app = typer.Typer(help="Copy a ledger to another place or database, or join several into one.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A ledger: a file, or postgresql://USER@HOST/DATABASE.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where there is none yet.")],
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Copy a ledger, also while it is in use: a backup, or the way to PostgreSQL and back. Both must have one digest."""
    from truceline.cli.carry import run  # heavy: see the head of main.py

    raise typer.Exit(run([source], target, packs=tuple(pack or ()), as_json=as_json, fresh=True))


@app.command()
def join(
    sources: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers to join, in any order.")],
    into: Annotated[str, typer.Option("--into", metavar="LEDGER", help="Where all of it goes; a new ledger, or one to add to.")],
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Write all that several ledgers hold into one; what was redacted in one of them is redacted in the whole."""
    from truceline.cli.carry import run  # heavy: see the head of main.py

    raise typer.Exit(run(sources, into, packs=tuple(pack or ()), as_json=as_json, fresh=False))


@app.command()
def backup(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A ledger in a file; it may be in use.")],
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where there is nothing yet.")],
) -> None:
    """Copy a ledger's file as it is at this moment, its chain too: heads noted earlier are still in it. To restore it, use it."""
    from truceline.cli.speak import say  # heavy: see the head of main.py
    from truceline.ledger.open import back_up

    back_up(source, target)
    say(f"{target} holds {source} as it is now; check it with: truceline verify --ledger {target}")
