"""Arguments and options that several commands share, each under one name and with one help text."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from truceline.model.handling import Handling, handling_of


def day(text: str) -> date:
    """A day as people type it. Raises BadParameter."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2024-06-20") from error


def moment(text: str) -> datetime:
    """A moment as people type it, UTC where no zone is given; a day alone means its end. Raises BadParameter."""
    try:
        if len(text) == 10:
            return datetime.fromisoformat(f"{text}T23:59:59.999999+00:00")
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a moment: write it as 2024-06-20 or 2024-06-20T14:05Z") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def mark(text: str) -> Handling:
    """A handling mark as people type it. Raises BadParameter."""
    try:
        return handling_of(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a command that only looks is to see: which ledger, by which packs, as of a day, as known at a moment, up to which mark."""

    ledger: str
    packs: tuple[Path, ...] = ()
    as_of: date | None = None
    known_at: datetime | None = None
    handling: Handling = Handling.CLEAR

    @property
    def now(self) -> bool:
        """Whether the ledger is looked at as it stands, and not back in time."""
        return self.as_of is None and self.known_at is None


def sight_of(ledger: str, packs: list[Path] | None, as_of: date | None, known_at: datetime | None, handling: Handling) -> Sight:
    """What the options that such commands share ask to see."""
    return Sight(ledger=ledger, packs=tuple(packs or ()), as_of=as_of, known_at=known_at, handling=handling)


LEDGER = "truceline.db"
Docs = Annotated[list[str], typer.Argument(metavar="DOCS...", help="Files (.jsonl .txt .html), folders, or - for standard input.")]
LedgerFile = Annotated[
    str,
    typer.Option("--ledger", metavar="LEDGER", help="The ledger: a file, or postgresql://USER@HOST/DATABASE.", envvar="TRUCELINE_LEDGER"),
]
Packs = Annotated[list[Path] | None, typer.Option("--pack", metavar="DIR", help="A pack to use in place of the built-in one.")]
Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, max=64, help="How many processes read documents.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
AsOf = Annotated[
    date | None, typer.Option("--as-of", metavar="DATE", parser=day, help="Use only documents published by then (undated: captured).")
]
KnownAt = Annotated[
    datetime | None,
    typer.Option("--known-at", metavar="TIME", parser=moment, help="What this ledger held then, decisions and rulebooks too (UTC)."),
]
Upto = Annotated[
    Handling,
    typer.Option(
        "--handling", metavar="MARK", parser=mark, envvar="TRUCELINE_HANDLING",
        help="Highest handling mark to show (clear, green, amber, amber+strict, red); what bears a higher one is left out, and said to be.",
    ),
]  # fmt: skip
CLEAR = Handling.CLEAR
Day = Annotated[date | None, typer.Option(metavar="DATE", parser=day)]
Kind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="A type of the codebook (ground_crossing).")]
Party = Annotated[str | None, typer.Option("--party", metavar="CODE", help="A party that acted or was acted upon (PRK).")]
Line = Annotated[str | None, typer.Option("--line", metavar="CODE", help="A line of the codebook (MDL).")]
Out = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here and not to standard output.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; kept with the decision.", envvar="TRUCELINE_BY")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the decision.")]
