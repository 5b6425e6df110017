"""The commands by which people decide: accept, correct, reject, merge, split, remark, assign, take back, carry elsewhere.

Names and options alone; the work is in ``decide.py``, loaded when a command is called.
"""

from pathlib import Path
from typing import Annotated

import typer

from truceline.cli.options import CLEAR, LEDGER, AsOf, By, Json, KnownAt, LedgerFile, Packs, Reason, Upto, sight_of

Subject = Annotated[str, typer.Argument(metavar="INCIDENT|REPORT", help="An id, an alias, or the beginning of one.")]
Incidents = Annotated[list[str], typer.Argument(metavar="INCIDENT...", help="Two incidents or more.")]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or its beginning.")]
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Reports of the incident.")]


def accept(subject: Subject, by: By, reason: Reason = "", ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """Say that a person has looked at an incident or a report, and finds it read rightly."""
    from truceline.cli.decide import review  # heavy: see the head of main.py

    raise typer.Exit(review("accept", subject, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def reject(subject: Subject, by: By, reason: Reason, ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """Count an incident or a report no more; it stays rejected when a copy of its text repeats it."""
    from truceline.cli.decide import review  # heavy: see the head of main.py

    raise typer.Exit(review("reject", subject, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def correct(
    report: Report,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="A field of the codebook (date, place, actor, killed ...).")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="As the codebook writes it; '' where the text does not say.")],
    by: By, reason: Reason, ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Give a field of a report another value; the one that was read stays beside it."""
    from truceline.cli.decide import correct as run  # heavy: see the head of main.py

    raise typer.Exit(run(report, field, value, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def remark(
    subject: Subject, text: Annotated[str, typer.Argument(metavar="TEXT")], by: By,
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Keep a remark with an incident or a report."""
    from truceline.cli.decide import review  # heavy: see the head of main.py

    raise typer.Exit(review("remark", subject, by=by, reason=text, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def assign(
    subject: Subject, to: Annotated[str, typer.Argument(metavar="NAME", help="Who is to look at it.")], by: By, reason: Reason = "",
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Give an incident or a report to somebody to look at."""
    from truceline.cli.decide import review  # heavy: see the head of main.py

    raise typer.Exit(review("assign", subject, by=by, reason=reason, value=to, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def merge(incidents: Incidents, by: By, reason: Reason, ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False) -> None:
    """Say that incidents are one; it wins over every score."""
    from truceline.cli.decide import merge as run  # heavy: see the head of main.py

    raise typer.Exit(run(incidents, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT")], reports: Reports, by: By, reason: Reason,
    ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Say that these reports tell of another incident than the rest of it."""
    from truceline.cli.decide import split as run  # heavy: see the head of main.py

    raise typer.Exit(run(incident, reports, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The id of a decision, or its beginning.")], by: By,
    reason: Reason = "", ledger: LedgerFile = LEDGER, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Take a decision back; both stay on record, and the taking back can be taken back."""
    from truceline.cli.decide import undo as run  # heavy: see the head of main.py

    raise typer.Exit(run(decision, by=by, reason=reason, ledger=ledger, packs=tuple(pack or ()), as_json=as_json))


def decisions(
    ledger: LedgerFile = LEDGER,
    export: Annotated[Path | None, typer.Option("--export", metavar="FILE", help="Write all decisions to a file (JSONL).")] = None,
    take: Annotated[Path | None, typer.Option("--import", metavar="FILE", help="Add the decisions of such a file.")] = None,
    as_of: AsOf = None, known_at: KnownAt = None, handling: Upto = CLEAR,
    pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """List what people decided, also what was taken back; carry decisions from ledger to ledger."""
    from truceline.cli.decisions import run  # heavy: see the head of main.py

    raise typer.Exit(
        run(
            export=export,
            take=take,
            sight=sight_of(ledger, pack, as_of, known_at, handling),
            as_json=as_json,
        )
    )


def why(
    left: Report, right: Report, ledger: LedgerFile = LEDGER, as_of: AsOf = None, known_at: KnownAt = None,
    handling: Upto = CLEAR, pack: Packs = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Tell why two reports are, or are not, held to be one incident: each term in log odds, and who decided."""
    from truceline.cli.why import run  # heavy: see the head of main.py

    raise typer.Exit(run(left, right, sight=sight_of(ledger, pack, as_of, known_at, handling), as_json=as_json))


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (accept, reject, correct, merge, split, remark, assign, undo, decisions, why):
        app.command()(command)
