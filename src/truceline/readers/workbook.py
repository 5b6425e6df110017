"""The first sheet of an XLSX workbook as rows of text. The file is hostile: its size unpacked is bounded before anything is parsed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from truceline.errors import InputRefused
from truceline.readers.table_rows import FORMULA, MAX_COLUMNS, MAX_ROWS, Numbered

MAX_UNPACKED, MAX_PARTS, MAX_RATIO = 60_000_000, 1_000, 200
"""A table of a day unpacks to some megabytes; what unpacks to far more than it weighs is a bomb."""
SMALL = 1_000_000
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, LookupError, ValueError, TypeError, AttributeError, AssertionError, ArithmeticError,
    OSError, EOFError, RuntimeError, SyntaxError,
)  # fmt: skip
"""What the library raises on workbooks that are none: it reads what is promised, and checks little of it."""
CURE = "save it again as a plain workbook, or as CSV"


def rows_of(content: bytes, place: str) -> Iterator[Numbered]:
    """Rows with their numbers as the spreadsheet shows them; blank ones left out. Raises InputRefused."""
    guard(content, place)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False, keep_vba=False)
    except (InvalidFileException, *BROKEN) as error:
        raise InputRefused(place, f"no workbook that can be read: {type(error).__name__}", CURE) from error
    try:
        yield from _rows(book, place)
    except BROKEN as error:
        raise InputRefused(place, f"a sheet that cannot be read: {type(error).__name__}", CURE) from error
    finally:
        book.close()


def guard(content: bytes, place: str) -> None:
    """Refuses what is no zip archive, is encrypted, or would unpack to more than a table needs. Raises InputRefused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputRefused(place, "no workbook: not a zip archive that can be opened", CURE) from error
    unpacked = sum(each.file_size for each in parts)
    if any(each.flag_bits & 1 for each in parts):
        raise InputRefused(place, "encrypted", "take the password off and save it again")
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or (unpacked > SMALL and unpacked > MAX_RATIO * len(content)):
        raise InputRefused(place, f"{len(parts):,} parts that unpack to {unpacked:,} bytes: more than a table needs", CURE)


def _rows(book: Any, place: str) -> Iterator[Numbered]:
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS)
    count = 0
    for number, cells in enumerate(rows, start=1):
        if not any(cell.value is not None for cell in cells):
            continue
        count += 1
        if count > MAX_ROWS + 1 or number > MAX_ROWS + 1:
            raise InputRefused(f"{place}:{number}", f"more than {MAX_ROWS:,} rows", "split it, by day")
        bad = next((cell for cell in cells if cell.data_type in ("f", "e")), None)
        if bad is not None:
            why = FORMULA if bad.data_type == "f" else "holds an error"
            yield number, InputRefused(f"{place}:{number}, cell {bad.coordinate}", why, "paste its value in its place")
        else:
            yield number, [written(cell.value) for cell in cells]


def written(value: object) -> str:
    """A cell's value as people would type it: days and hours as ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(timespec="minutes")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
