"""The commands that ask law and ground: what clauses say of an incident, whether rulebooks are sound, where points lie.

Names and options alone; the work is in ``judge.py``, ``rules.py`` and ``locate.py``, loaded when a command is called.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, Json, KnownAt, LedgerFile, Packs, Upto, sight_of
from truceline.errors import ConfigError

rules = typer.Typer(help="Check rulebooks and run their worked cases.", no_args_is_help=True, rich_markup_mode=None)
Folders = Annotated[list[Path] | None, typer.Argument(metavar="[DIR...]", help="Instruments, or folders of them; else those of the pack.")]
Lines = Annotated[
    list[Path] | None, typer.Option("--lines", metavar="FILE", help="Your own GeoJSON of a line, in place of the built-in drawing.")
]
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
    ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
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
    code = run(
        subjects[0],
        sight=sight_of(ledger, pack, as_of, known_at, handling),
        instrument=instrument,
        given=given,
        as_json=as_json,
    )
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


def locate(
    latitude: Annotated[float, typer.Argument(min=-90, max=90)],
    longitude: Annotated[float, typer.Argument(min=-180, max=180)],
    radius: Annotated[float, typer.Option(metavar="M", min=0, max=1_000_000, help="How far off the point may be, in metres.")] = 0,
    lines: Lines = None, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Place a point against the lines and zones: side, zone, sector, distance, each within the errors of point and line."""
    with geometry():
        from truceline.cli.locate import run  # heavy, and an extra: see the head of main.py

    code = run(latitude, longitude, radius=radius, lines=tuple(lines or ()), packs=tuple(pack or ()), as_json=as_json)
    raise typer.Exit(code)


@contextmanager
def geometry() -> Iterator[None]:
    """Tells the cure where shapely or pyproj are not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigError(f"geometry needs {error.name}: pip install 'truceline[geo]'") from error


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (judge, locate):
        app.command()(command)
    app.add_typer(rules, name="rules")
