"""Tables of observations made for tests: CSV as text, workbooks as real XLSX files."""

import io
import zipfile
from collections.abc import Iterable

from openpyxl import Workbook

HEADINGS = ("Observer", "Reported at", "Means", "TLP", "Date", "Time", "Type", "Side", "Against", "Location", "Line", "Soldiers", "Remarks")
ROW = (
    "Team 3", "2024-06-18", "saw", "clear", "2024-06-18", "12:30", "ground_crossing", "PRK:mil", "KOR", "Cheorwon", "MDL", "20-30",
    "Came to the line, stood there, and went back",
)  # fmt: skip


def a_row(**changes: str) -> tuple[str, ...]:
    """The row with some of its cells changed, named by their heading in lower case."""
    names = [each.lower().replace(" ", "_") for each in HEADINGS]
    return tuple(changes.get(name, cell) for name, cell in zip(names, ROW, strict=True))


def as_csv(*rows: Iterable[str], headings: Iterable[str] = HEADINGS, delimiter: str = ",") -> bytes:
    lines = [delimiter.join(f'"{cell}"' for cell in each) for each in (headings, *rows)]
    return ("\n".join(lines) + "\n").encode()


def as_xlsx(*rows: Iterable[object], headings: Iterable[str] = HEADINGS) -> bytes:
    book = Workbook()
    for each in (headings, *rows):
        book.active.append(list(each))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with one of its parts put in place of another."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, part if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, part)
    return kept.getvalue()
