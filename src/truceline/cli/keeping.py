"""The commands that look after a ledger: is it whole, does it come out the same, what is kept of persons, what was removed.

Names and options alone; each command's file is loaded when it is called.
"""

from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, By, Json, KnownAt, LedgerFile, Packs, Reason, Upto, sight_of


def verify(
    ledger: LedgerFile = LEDGER,
    head: Annotated[str, typer.Option("--head", metavar="HASH", help="A head noted earlier: it must still be in the chain.")] = "",
    as_json: Json = False,
) -> None:
    """Check that all is as it was written: hashes of captures and documents, every quote at its place, the chain of rows."""
    from truceline.cli.verify import run  # heavy: see the head of main.py

    raise typer.Exit(run(ledger=ledger, head=head, as_json=as_json))


def rebuild(
    ledger: LedgerFile = LEDGER,
    captures: Annotated[bool, typer.Option("--captures", help="Begin with the captured bytes: read every document again.")] = False,
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Derive every incident and finding again from nothing, and hold the digest against the one known."""
    from truceline.cli.rebuild import run  # heavy: see the head of main.py

    raise typer.Exit(run(captures=captures, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def redact(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT|FILE", help="The id of a document or attached file, or its beginning.")],
    by: By, reason: Reason,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="TEXT", help="Only this name, wherever it stands in it.")] = None,
    span: Annotated[
        list[str] | None, typer.Option("--span", metavar="[title:]START:END", help="Only these characters of its text.")
    ] = None,
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Blank a document's words, or some of them, or an attached file, for a person's safety or by law; a tombstone stays.

    It cannot be undone. The captured bytes go whole in either case, since bytes cannot be blanked in part and keep their hash.
    """
    from truceline.cli.redact import run  # heavy: see the head of main.py

    names, spans, packs = tuple(name or ()), tuple(span or ()), tuple(pack or ())
    raise typer.Exit(run(document, by=by, reason=reason, ledger=ledger, packs=packs, as_json=as_json, names=names, spans=spans))


def redactions(ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """List what was redacted, by whom, when and why."""
    from truceline.cli.redact import listing  # heavy: see the head of main.py

    raise typer.Exit(listing(ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def persons(
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None, handling: Upto = CLEAR, pack: Packs = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """List the names held that belong to no known body: each may be a private person."""
    from truceline.cli.persons import run  # heavy: see the head of main.py

    raise typer.Exit(run(sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (verify, rebuild, redact, redactions, persons):
        app.command()(command)
