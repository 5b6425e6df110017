"""The commands of a case: its file, its steps, what is due over the ledger, and drafts of notes.

Names and options alone; the work is in ``case.py`` and ``draft.py``, loaded when a command is called.
"""

from datetime import date
from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, Json, KnownAt, LedgerFile, Out, Packs, Upto, day, sight_of

Incident = Annotated[str, typer.Argument(metavar="INCIDENT", help="An id, an alias, or the beginning of one.")]
On = Annotated[
    date | None, typer.Option("--on", metavar="DATE", parser=day, help="Reckon what is due for this day (default: --as-of, else today).")
]


def case(
    incident: Incident,
    state: Annotated[str | None, typer.Argument(metavar="[STATE]", help="A step to add: seen, announced, investigated, found, notified, "
        "meeting_requested, answered, protested, corrected, closed.")] = None,
    at: Annotated[date | None, typer.Option("--at", metavar="DATE", parser=day, help="The day of the step, where it is known.")] = None,
    why: Annotated[str, typer.Option("--why", "--reason", metavar="TEXT", help="Why you say so; kept with the step.")] = "",
    taken_by: Annotated[str | None, typer.Option("--from", metavar="CODE", help="Who took the step (UNC, KOR:JCS).")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="CODE", help="Towards whom.")] = None,
    through: Annotated[str | None, typer.Option("--through", metavar="TEXT", help="By what way (a telephone, a letter).")] = None,
    held: Annotated[str | None, typer.Option("--held", metavar="breach|no_breach|undetermined", help="What a finder held.")] = None,
    words: Annotated[str | None, typer.Option("--words", metavar="TEXT", help="Words of a document that it rests on.")] = None,
    document: Annotated[str | None, typer.Option("--document", metavar="ID", help="Where these words stand.")] = None,
    intended: Annotated[bool, typer.Option("--intended", help="The step was only stated as intended.")] = False,
    due: Annotated[date | None, typer.Option("--due", metavar="DATE", parser=day, help="Set a day by which the step is due.")] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.", envvar="TRUCELINE_BY")] = "",
    on: On = None, ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Show the case file of an incident, or add a step to it that you know of: kept with who, when and why, and undone with undo."""
    from truceline.cli.case import Told, show, step  # heavy: see the head of main.py

    packs = tuple(pack or ())
    if state is None:
        raise typer.Exit(show(incident, sight=sight_of(ledger, pack, as_of, known_at, handling), on=on, as_json=as_json))
    told = Told(
        state=state,
        day=at,
        taken_by=taken_by,
        to=to,
        through=through,
        held=held,
        words=words,
        document=document,
        due=due,
        intended=intended,
    )
    raise typer.Exit(step(incident, told, by=by, reason=why, ledger=ledger, packs=packs, as_json=as_json))


def cases(
    only: Annotated[str | None, typer.Option("--only", metavar="open|due|overdue|closed", help="Only cases that stand so.")] = None,
    whole: Annotated[bool, typer.Option("--all", help="Also incidents of which no step is told beyond the announcement.")] = False,
    on: On = None, ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """List the cases of the ledger: how far each has come, what is open, due and overdue."""
    from truceline.cli.case import cases as run  # heavy: see the head of main.py

    raise typer.Exit(run(only, whole, sight=sight_of(ledger, pack, as_of, known_at, handling), on=on, as_json=as_json))


def draft(
    kind: Annotated[str, typer.Argument(metavar="NOTE", help="notification, protest, meeting-request or finding.")], incident: Incident,
    instrument: Annotated[str | None, typer.Option("--instrument", metavar="SLUG", help="Under which instrument.")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="PARTY", help="Whose conduct is meant, where several acted.")] = None,
    form: Annotated[str | None, typer.Option("--format", metavar="md|docx", help="Default: as the file is called, else md.")] = None,
    output: Out = None, ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None,
) -> None:  # fmt: skip
    """Draft a note on an incident, each sentence with its citation and gaps as blanks; watermarked unless reviewed. It is never sent."""
    from truceline.cli.draft import Wanted, run  # heavy: see the head of main.py

    wanted = Wanted(kind=kind, form=form, instrument=instrument, about=about, output=output)
    raise typer.Exit(run(incident, wanted, sight=sight_of(ledger, pack, as_of, known_at, handling)))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (case, cases, draft):
        app.command()(command)
