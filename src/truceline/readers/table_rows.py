"""Rows of a table with their numbers, whatever file they stand in, and how many there may be; those of a CSV file."""

import csv
import io
from collections.abc import Iterator, Sequence

from truceline.errors import InputRefused

MAX_ROWS, MAX_COLUMNS = 20_000, 100
"""A day's table has some hundreds of rows. A file of more is split, by day."""
FORMULA = "holds a formula"
Row = Sequence[str]
Numbered = tuple[int, Row | InputRefused]


def csv_rows(text: str, place: str) -> Iterator[Numbered]:
    """Rows of a CSV file with the number of their first line."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for count, row in enumerate(reader):
            if count > MAX_ROWS:
                raise InputRefused(f"{place}:{line}", f"more than {MAX_ROWS:,} rows", "split it, by day")
            if len(row) > MAX_COLUMNS:
                yield (
                    line,
                    InputRefused(f"{place}:{line}", f"{len(row):,} columns; the most is {MAX_COLUMNS}", "leave out those not needed"),
                )
            else:
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputRefused(f"{place}:{line}", f"not CSV: {error}", "save it again as CSV, UTF-8, with quotes around cells") from error
