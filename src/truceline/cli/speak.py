"""How the command line speaks: data to standard output, all else to standard error, progress only to a person."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from truceline.errors import ConfigError
from truceline.model.document import Refusal

T = TypeVar("T")

DONE, ERROR, USAGE, PARTIAL = 0, 1, 2, 3
"""Exit codes."""


def warn(text: str) -> None:
    """One message to the person at the keyboard; whatever stands in it cannot steer the terminal."""
    print(clean(text), file=sys.stderr)


def say(text: str) -> None:
    """One line or block of data for people, to standard output."""
    sys.stdout.write(clean(text) + "\n")


def write(pieces: str | Iterable[str], to: Path | None = None) -> None:
    """Data as they are, to a file or to standard output. Raises ConfigError where the file cannot be written."""
    pieces = (pieces,) if isinstance(pieces, str) else pieces
    if to is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        with to.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        raise ConfigError(f"{to} cannot be written: {error.strerror} (name another file with -o)") from error


def write_json(data: object) -> None:
    """One JSON value to standard output."""
    write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def clean(text: str) -> str:
    """Text without control characters: a document must not move the cursor or colour the terminal."""
    return "".join(each if each in "\n\t" or each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


def name_refusals(refusals: Iterable[Refusal]) -> int:
    """Names each refused input on standard error. Gives the exit code: partial if there was any."""
    code = DONE
    for each in refusals:
        warn(f"refused: {each.where}: {each.why}" + (f" ({each.cure})" if each.cure else ""))
        code = PARTIAL
    return code


def counted(items: Iterable[T], what: str) -> Iterator[T]:
    """The items; where standard error is a terminal, a running number of them is shown there."""
    if not sys.stderr.isatty():
        yield from items
        return
    for number, item in enumerate(items, start=1):
        sys.stderr.write(f"\r{number} {what} ...")
        sys.stderr.flush()
        yield item
    sys.stderr.write("\r\033[K")


def table(rows: Sequence[tuple[str, ...]], head: tuple[str, ...]) -> str:
    """Rows under a head, in columns as wide as their widest word."""
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head, *rows]]
    return "\n".join(lines)
