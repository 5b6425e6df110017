"""The commands that keep and hand out media evidence: attach a file, take it back, who handled it, a bundle for others.

Names and options alone; the work is in ``attach.py`` and ``bundle.py``, loaded when a command is called.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, By, Json, KnownAt, LedgerFile, Packs, Reason, Upto, mark, sight_of
from truceline.errors import ConfigError
from truceline.model.handling import UNMARKED, Handling
from truceline.model.media import Stretch, stretch


def time_code(text: str) -> Stretch:
    """A time code as people type it. Raises BadParameter."""
    try:
        return stretch(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


Incident = Annotated[str, typer.Argument(metavar="INCIDENT|REPORT", help="An id, an alias, or the beginning of one.")]
Act = Annotated[str | None, typer.Option("--act", metavar="TYPE|REPORT", help="The act that is to be seen: a type, or a report of it.")]
At = Annotated[
    list[Stretch] | None, typer.Option("--at", metavar="TIME", parser=time_code, help="When in the film: 00:01:32-00:01:40. Repeatable.")
]
Mark = Annotated[
    Handling, typer.Option("--handling", metavar="MARK", parser=mark, help="How far the file may go: clear, green, amber, red.")
]  # fmt: skip


def attach(
    incident: Incident,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A film, sound, picture, PDF or web archive (WACZ).")],
    by: By, act: Act = None, at: At = None, reason: Reason = "", handling: Mark = UNMARKED,
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Keep a file as evidence of an incident, with the act that it shows and when in it."""
    from truceline.cli.attach import run  # heavy: see the head of main.py

    raise typer.Exit(
        run(
            incident, file, act=act, at=tuple(at or ()), by=by, reason=reason, handling=handling,
            ledger=ledger, packs=tuple(pack or ()), as_json=as_json,
        )
    )  # fmt: skip


def detach(
    attachment: Annotated[str, typer.Argument(metavar="ATTACHMENT", help="The id of an attachment, or its beginning.")],
    by: By, reason: Reason, ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Take an attachment back; the file and who had attached it stay on record (truceline redact removes a file)."""
    from truceline.cli.attach import take_back  # heavy: see the head of main.py

    raise typer.Exit(take_back(attachment, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def custody(ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """List who attached, took back, or asked to see which file, when and why."""
    from truceline.cli.attach import listing  # heavy: see the head of main.py

    raise typer.Exit(listing(ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def bundle(
    incident: Incident,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR|FILE.zip", help="A new folder, or a zip.")],
    media: Annotated[bool, typer.Option("--media", help="With the files themselves, persons to be seen; who asked is kept.")] = False,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who asks for the files.", envvar="TRUCELINE_BY")] = "",
    reason: Reason = "", ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Write one incident for others: dossier, a page that plays the films, hashes of all, and a manifest."""
    from truceline.cli.bundle import run  # heavy: see the head of main.py

    if media and not (by.strip() and reason.strip()):
        raise ConfigError("--media shows persons as they were filmed, so it needs --by NAME and --reason WHY; both are kept in the ledger")
    raise typer.Exit(
        run(
            incident, output, asked=(by, reason) if media else None, sight=sight_of(ledger, pack, as_of, known_at, handling),
            now=datetime.now().astimezone(), as_json=as_json,
        )
    )  # fmt: skip


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (attach, detach, custody, bundle):
        app.command()(command)
