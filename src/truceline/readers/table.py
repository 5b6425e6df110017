"""A table of observations, CSV or XLSX, one row an observation: split into rows at capture, each read as a document of its own.

What is captured of a row is its headings and its cells as CSV, and nothing of other rows: so one row can be redacted, and
another bears another handling mark, and a table that has grown by a row brings one document more.
"""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import datetime
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import CaptureId
from truceline.packs.columns import columns, folded
from truceline.readers.base import where
from truceline.readers.furniture import Furniture
from truceline.readers.observation import to_observation
from truceline.readers.plain import decode
from truceline.readers.table_rows import FORMULA, Numbered, Row, csv_rows

CSV = "text/csv"
MAX_CELL = 40_000
"""More than a spreadsheet lets a cell hold."""


def split(content: bytes, address: str, *, workbook: bool, at: datetime | None) -> Iterator[Capture | Refusal]:
    """A capture a row of a table, bad rows as refusals in their place. What cannot be a table of observations is one Refusal."""
    try:
        numbered = _workbook_rows(content, address) if workbook else csv_rows(decode(content, address)[0], address)
        yield from _rows(numbered, address, at)
    except InputRefused as refused:
        yield Refusal(where=refused.where, why=refused.why, cure=refused.cure, at=at)


def read_row(capture: Capture, furniture: Furniture) -> Document:
    """One captured row as a document. Raises InputRefused naming row and column."""
    here = where(capture)
    try:
        rows = [row for _, row in csv_rows(decode(capture.content, here)[0], here) if isinstance(row, InputRefused) or any(row)]
    except InputRefused as refused:  # it counts lines within the captured row; the row's number in its table is what people can use
        raise InputRefused(here, refused.why, refused.cure) from refused
    if not rows:
        raise InputRefused(here, "empty: no headings", "write the fields' names in the first row")
    first, *others = rows
    fields = fields_of(_headings(first, here), here)
    if len(others) != 1 or isinstance(others[0], InputRefused):
        raise InputRefused(here, f"{len(others)} rows in one capture", "capture a table row by row, as truceline ingest does")
    headings = dict(fields.values())
    name = f"{Path(capture.address).name}:{capture.part}"
    return to_observation(_values(others[0], fields, here), capture, name, _named(here, headings), furniture.languages)


def _headings(first: Row | InputRefused, where: str) -> Row:
    """The first row, which must have been read. Raises InputRefused where it was not."""
    if isinstance(first, InputRefused):
        raise InputRefused(where, first.why, first.cure)
    return first


def fields_of(heads: Row, where: str) -> dict[int, tuple[str, str]]:
    """Column number to field and heading. Raises InputRefused telling all faults at once."""
    known = columns().headings
    fields: dict[int, tuple[str, str]] = {}
    faults = []
    for at, cell in enumerate(heads):
        heading, name = cell.strip(), known.get(folded(cell))
        if not heading or folded(heading).startswith("x "):
            continue
        if name is None:
            near = get_close_matches(folded(heading), known, n=2, cutoff=0.6)
            faults.append(f"{heading[:40]!r} is no field" + (f" (did you mean {' or '.join(near)}?)" if near else ""))
        elif name in (each for each, _ in fields.values()):
            faults.append(f"{heading[:40]!r} is the second column for {name}")
        else:
            fields[at] = (name, heading)
    told = {name for name, _ in fields.values()}
    if not faults and "known" not in told:
        faults.append("no column tells how it is known")
    if not faults and not {"type", "text"} & told:
        faults.append("no column names the type or the words of what was observed")
    if faults:
        cure = f"fields are {', '.join(columns().names)}; a heading that begins with x- is left aside"
        raise InputRefused(where, "; ".join(faults), cure)
    return fields


def _rows(numbered: Iterator[Numbered], address: str, at: datetime | None) -> Iterator[Capture | Refusal]:
    """The rows below the headings, which are checked once."""
    filled = ((number, row) for number, row in numbered if isinstance(row, InputRefused) or any(map(str.strip, row)))
    number, first = next(filled, (1, ()))
    if not first:
        raise InputRefused(address, "empty: no headings", "write the fields' names in the first row")
    heads = _headings(first, f"{address}:{number}")
    fields_of(heads, f"{address}:{number}")
    n_rows = 0
    for number, row in filled:
        n_rows += 1
        if isinstance(row, InputRefused):
            yield Refusal(where=row.where, why=row.why, cure=row.cure, at=at)
        else:
            content = _written([heads, row])
            yield Capture(
                id=CaptureId(sha256(content).hexdigest()), address=address, media_type=CSV, content=content, captured_at=at, part=number
            )
    if not n_rows:
        raise InputRefused(address, "a table without rows", "write one observation a row below the headings")


def _workbook_rows(content: bytes, address: str) -> Iterator[Numbered]:
    # Imported when a workbook comes: nothing else needs it.
    from truceline.readers.workbook import rows_of

    return rows_of(content, address)


def _written(rows: list[Row]) -> bytes:
    kept = io.StringIO()
    csv.writer(kept, lineterminator="\n").writerows(rows)
    return kept.getvalue().encode("utf-8", "surrogatepass")


def _values(row: Row, fields: dict[int, tuple[str, str]], here: str) -> dict[str, str]:
    """The filled cells of a row, by field. Raises InputRefused for a formula or an over-long cell."""
    found = {}
    for at, (name, heading) in fields.items():
        cell = row[at].strip() if at < len(row) else ""
        if cell.startswith("="):
            raise InputRefused(f"{here}, column {heading!r}", FORMULA, "paste its value in its place")
        if len(cell) > MAX_CELL:
            raise InputRefused(f"{here}, column {heading!r}", f"{len(cell):,} characters", "attach it as a document of its own")
        if cell:
            found[name] = cell
    return found


def _named(here: str, headings: dict[str, str]) -> Callable[[str], str]:
    """Names a field's cell in the user's own words."""
    return lambda field: f"{here}, column {headings.get(field, field)!r}"
