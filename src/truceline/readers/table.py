"""A table of observations, CSV or XLSX, one row an observation: headings to fields, each bad row refused by name, the rest read.

The capture is the whole file, so that its hash is what ``sha256sum`` tells. A row's document names its row.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from truceline.errors import InputRefused
from truceline.model.document import Capture, Document, Refusal
from truceline.packs.columns import columns, folded
from truceline.readers.base import where
from truceline.readers.furniture import Furniture
from truceline.readers.observation import to_observation
from truceline.readers.plain import decode
from truceline.readers.table_rows import FORMULA, Numbered, Row, csv_rows

MAX_CELL = 40_000
"""More than a spreadsheet lets a cell hold."""


def read_csv(capture: Capture, furniture: Furniture) -> Iterator[Document | Refusal]:
    """The observations of a CSV file, each refused row as the refusal in its place. Raises InputRefused for the whole."""
    text, _ = decode(capture.content, where(capture))
    return observations(csv_rows(text, where(capture)), capture, furniture)


def read_xlsx(capture: Capture, furniture: Furniture) -> Iterator[Document | Refusal]:
    """The observations of the first sheet of a workbook. Raises InputRefused for the whole."""
    # Imported when a workbook comes: nothing else needs it.
    from truceline.readers.workbook import rows_of

    return observations(rows_of(capture.content, where(capture)), capture, furniture)


def observations(rows: Iterable[Numbered], capture: Capture, furniture: Furniture) -> Iterator[Document | Refusal]:
    """Each row below the headings as a document, or as its refusal."""
    numbered = iter(rows)
    place, stem = where(capture), Path(capture.address).name
    fields = _headings(numbered, place)
    n_read = 0
    for number, row in numbered:
        here = f"{place}:{number}"
        try:
            if isinstance(row, InputRefused):
                raise row
            values = _values(row, fields, here)
            if values:
                n_read += 1
                yield to_observation(values, capture, f"{stem}:{number}", _named(here, fields), furniture.languages)
        except InputRefused as refused:
            yield Refusal(where=refused.where, why=refused.why, cure=refused.cure, content_sha256=str(capture.id), at=capture.captured_at)
            n_read += 1
    if not n_read:
        raise InputRefused(place, "a table without rows", "write one observation a row below the headings")


def _headings(rows: Iterator[Numbered], place: str) -> dict[int, tuple[str, str]]:
    """Column number to field and heading, from the first row that has words. Raises InputRefused telling all faults at once."""
    known = columns().headings
    number, row = next(((at, row) for at, row in rows if isinstance(row, InputRefused) or any(map(str.strip, row))), (0, ()))
    if isinstance(row, InputRefused):
        raise row
    if not row:
        raise InputRefused(place, "empty: no headings", "write the fields' names in the first row")
    fields: dict[int, tuple[str, str]] = {}
    faults = []
    for at, cell in enumerate(row):
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
    if not faults and not {"known"} <= told:
        faults.append("no column tells how it is known")
    if not faults and not {"type", "text"} & told:
        faults.append("no column names the type or the words of what was observed")
    if faults:
        cure = f"fields are {', '.join(columns().names)}; a heading that begins with x- is left aside"
        raise InputRefused(f"{place}:{number}", "; ".join(faults), cure)
    return fields


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


def _named(here: str, fields: dict[int, tuple[str, str]]) -> Callable[[str], str]:
    """Names a field's cell in the user's own words."""
    headings = dict(fields.values())
    return lambda field: f"{here}, column {headings.get(field, field)!r}"
