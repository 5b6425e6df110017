"""An observation as a document: each field a labelled line, the free words last; every value is found again by its offsets.

One form serves what a person notes, a row of a table, and what a track shows: so each can be hashed, quoted and redacted alike.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from truceline.errors import InputRefused
from truceline.model.codebook import COUNTS, FIELDS, parse
from truceline.model.document import Capture, Document
from truceline.model.handling import UNMARKED, Handling, handling_of
from truceline.model.ids import DocumentId, document_id
from truceline.model.observation import Cell, Known, Observation
from truceline.model.text import Span
from truceline.packs.columns import columns, folded
from truceline.readers.base import check_text, where
from truceline.readers.furniture import Furniture
from truceline.readers.language_id import detect, language_of
from truceline.readers.plain import decode

MEDIA_TYPE = "text/x-observation"
HEAD = "Observation"
MAX_VALUE = 20_000
"""Characters of one field: pages of a patrol's account; a cell of a spreadsheet holds no more than 32,767."""
DELAY = timedelta(hours=24)
"""An observed track waits so long after its end before it goes out (responsible-use R6)."""
Place = Callable[[str], str]
"""The place of a field in the user's own file, for an error: ``daily.csv:7, column 'Date'``."""

CURES = {
    "known": "write saw, heard, recorded, was told or assessed",
    "handling": f"write one of {', '.join(Handling)}",
    "written": "write 2024-06-20 or 2024-06-20T14:05+09:00",
    "date": "write 2024-06-20, 2024-06, 2024 or 2024-06-01/2024-06-20",
    "time": "write 14:05",
    "actor": "write PRK:mil, or several with commas",
    "target": "write PRK:mil, or several with commas",
    "latitude": "write degrees, 38.2",
    "longitude": "write degrees, 127.2",
    "radius": "write metres, 500",
    "period": "write two moments with a zone, 2024-06-09T03:20:00Z/2024-06-09T03:40:00Z",
    **dict.fromkeys(COUNTS, "write 25, 20-30, or 20+ for at least 20"),
}


def write_out(values: Mapping[str, str]) -> str:
    """The text of an observation: one line a field in a fixed order, the free words last and as they are."""
    lines = [HEAD]
    for name in columns().names:
        if name != "text" and (value := " ".join(values.get(name, "").split())):
            lines.append(f"{label(name)}: {value}")
    free = values.get("text", "").strip()
    return "\n".join([*lines, f"{label('text')}:", free] if free else lines) + "\n"


def read_back(text: str) -> dict[str, str]:
    """The fields of such a text. Lines that are no field of ours are passed over."""
    head, _, free = text.partition(f"\n{label('text')}:\n")
    found = {"text": free.strip()} if free.strip() else {}
    for line in head.split("\n")[1:]:
        name, colon, value = line.partition(": ")
        if colon and folded(name) in columns().names and value.strip():
            found[folded(name)] = value.strip()
    return found


def read_observation(capture: Capture, furniture: Furniture) -> Document:
    """A stored observation as a document again. Raises InputRefused where a field cannot be read."""
    text, _ = decode(capture.content, where(capture))
    check_text(text, where(capture))
    values, name = read_back(text), Path(capture.address).stem
    return to_observation(values, capture, name, lambda field: f"{where(capture)}, {field}", furniture.languages)


def to_observation(values: Mapping[str, str], capture: Capture, name: str, place: Place, languages: frozenset[str]) -> Document:
    """The document of one observation. Raises InputRefused naming the field and the cure; what is marked is not quoted in it."""
    mark, known = _mark(values, place), _known(values, place)
    for field in sorted(values):
        _check(field, values[field], place, quoted=mark is Handling.CLEAR)
    if not values.get("type") and not values.get("text"):
        raise InputRefused(place("type"), "neither a type nor words that tell what was observed", "fill one of the two columns")
    text = write_out({**values, "handling": values.get("handling") or columns().unmarked})
    check_text(text, place("text"))
    published, basis = _published(values)
    identity = document_id(text, None, published.isoformat() if published else None, None)
    cells = _cells(text, identity)
    free = next((each.span for each in cells if each.column == "text"), None)
    is_free = not kind_told(values) and "track" not in values
    words = values.get("text", "")
    language = language_of(words, given=None, known=languages, where=place("text")) if is_free else detect(words)
    return Document(
        id=identity, name=name, text=text, capture_id=capture.id, published=published, published_basis=basis,
        language=language,
        furniture=(Span(document_id=identity, start=0, end=free.start if free and is_free else len(text)),),
        observation=Observation(known=known, cells=cells, free=is_free, not_before=_not_before(values)),
        handling=mark,
    )  # fmt: skip


def kind_told(values: Mapping[str, str]) -> str:
    """The words that name the kind of act: the type, or a text that is such a word and no more; empty where there are none."""
    free = values.get("text", "")
    return values.get("type", "") or (free if folded(free) in columns().types else "")


def label(name: str) -> str:
    """A field as its line begins."""
    return name[:1].upper() + name[1:]


def _mark(values: Mapping[str, str], place: Place) -> Handling:
    told = values.get("handling", "")
    if not told or folded(told) == columns().unmarked:
        return UNMARKED
    try:
        return handling_of(told)
    except ValueError as error:
        raise InputRefused(place("handling"), "no handling mark", CURES["handling"]) from error


def _known(values: Mapping[str, str], place: Place) -> Known:
    told = values.get("known", "")
    found = columns().known.get(folded(told))
    if found is None:
        raise InputRefused(place("known"), "how it is known is not told" if not told else "not a word for how it is known", CURES["known"])
    return found


def _check(field: str, value: str, place: Place, *, quoted: bool) -> None:
    if len(value) > MAX_VALUE:
        raise InputRefused(place(field), f"{len(value):,} characters; the most is {MAX_VALUE:,}", "split it, or attach it as a document")
    try:
        if field in FIELDS and field != "type":
            parse(field, value)
        elif field == "written":
            _moment(value)
        elif field == "period":
            _period(value)
        elif field in _LIMITS:
            _number(value, *_LIMITS[field])
    except (ValueError, TypeError) as error:
        told = f"{value[:60]!r} cannot be read" if quoted else "cannot be read"
        raise InputRefused(place(field), told, CURES.get(field, "write it as the codebook does")) from error


_LIMITS = {"latitude": (-90.0, 90.0), "longitude": (-180.0, 180.0), "radius": (0.0, 1_000_000.0)}


def _number(value: str, low: float, high: float) -> None:
    if not low <= float(value) <= high:
        raise ValueError(f"{value} is not between {low} and {high}")


def _moment(value: str) -> date:
    return datetime.fromisoformat(value).date() if len(value) > 10 else date.fromisoformat(value)


def _period(value: str) -> tuple[datetime, datetime]:
    first, _, last = value.partition("/")
    found = datetime.fromisoformat(first), datetime.fromisoformat(last)
    if found[0].tzinfo is None or found[1].tzinfo is None or found[1] < found[0]:
        raise ValueError(f"{value} is no stretch of time with a zone")
    return found


def _not_before(values: Mapping[str, str]) -> datetime | None:
    return _period(values["period"])[1] + DELAY if "period" in values else None


def _published(values: Mapping[str, str]) -> tuple[date | None, str | None]:
    """The day it was written, else the last day of what it tells of: before that nobody can have known."""
    if "written" in values:
        return _moment(values["written"]), "given"
    return (parse("date", values["date"]).end, "event") if "date" in values else (None, None)


def _cells(text: str, identity: DocumentId) -> tuple[Cell, ...]:
    """Where each field's words stand in the text."""
    found, at = [], 0
    head, _, _ = text.partition(f"\n{label('text')}:\n")
    for line in head.split("\n"):
        name, colon, value = line.partition(": ")
        if colon and at:
            start = at + len(name) + 2
            found.append(Cell(column=folded(name), span=Span(document_id=identity, start=start, end=start + len(value))))
        at += len(line) + 1
    start = at + len(label("text")) + 2
    if start < len(text):
        found.append(Cell(column="text", span=Span(document_id=identity, start=start, end=len(text.rstrip("\n")))))
    return tuple(found)
