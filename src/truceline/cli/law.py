"""The commands that ask the law: what the clauses say of an incident, and whether the rulebooks are sound.

Names and options alone; the work is in ``judge.py`` and ``rules.py``, loaded when a command is called.
"""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import LEDGER, AsOf, Json, KnownAt, LedgerFile, Packs

rules = typer.Typer(help="Check rulebooks and run their worked cases.", no_args_is_help=True, rich_markup_mode=None)
Folders = Annotated[list[Path] | None, typer.Argument(metavar="[DIR...]", help="Instruments, or folders of them; else those of the pack.")]
Subjects = Annotated[list[str], typer.Argument(metavar="INCIDENT | REPORT REPORT", help="An incident to judge by the law, or two reports.")]


def judge(
    subjects: Subjects,
    instrument: Annotated[str | None, typer.Option(metavar="SLUG", help="Judge the incident by this instrument alone.")] = None,
    answer: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="Answer an open question (yes, no) or give a number (3.5, 2..5).")
    ] = None,
    same: Annotated[str | None, typer.Option("--same", metavar="yes|no|unsure", help="Are the two reports one incident?")] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides on the reports; kept with it.", envvar="TRUCELINE_BY")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why the reports are so; kept with it.")] = None,
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """What each clause says of an INCIDENT, as a tree of conditions; or, with --same, whether two REPORTs are one incident.

    The tree shows each condition with its answer, evidence and source. A person's judgement on reports wins over every score.
    """
    packs = tuple(pack or ())
    if len(subjects) == 2 and same is not None:
        if by is None or reason is None:
            raise typer.BadParameter("who decides, and why, is kept with a judgement on reports", param_hint="--by, --reason")
        from truceline.cli.decide import judge as decide  # heavy: see the head of main.py

        raise typer.Exit(decide(subjects[0], subjects[1], same, by=by, reason=reason, ledger=ledger, packs=packs, as_json=as_json))
    if len(subjects) != 1 or same is not None:
        raise typer.BadParameter("name one incident, or two reports with --same yes|no|unsure", param_hint="INCIDENT | REPORT REPORT")
    from truceline.cli.judge import run  # heavy: see the head of main.py

    given = tuple(answer or ())
    code = run(subjects[0], ledger=ledger, packs=packs, as_of=as_of, known_at=known_at, instrument=instrument, given=given, as_json=as_json)
    raise typer.Exit(code)


@rules.command("check")
def rules_check(folders: Folders = None, pack: Packs = None, as_json: Json = False) -> None:
    """Read rulebooks strictly; tell each fault with file, line and cure."""
    from truceline.cli.rules import check  # heavy: see the head of main.py

    raise typer.Exit(check(tuple(folders or ()), packs=tuple(pack or ()), as_json=as_json))


@rules.command("test")
def rules_test(folders: Folders = None, pack: Packs = None, as_json: Json = False) -> None:
    """Judge the worked cases of rulebooks; tell where findings differ from those expected."""
    from truceline.cli.rules import run_cases  # heavy: see the head of main.py

    raise typer.Exit(run_cases(tuple(folders or ()), packs=tuple(pack or ()), as_json=as_json))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command()(judge)
    app.add_typer(rules, name="rules")
