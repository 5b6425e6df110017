"""Tables of observations: headings mapped, bad rows refused by row and column, the rest read, hostile files turned away."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.fakes.tables import HEADINGS, ROW, a_row, as_csv, as_xlsx, with_part

from truceline.model.document import Capture, Document, Refusal
from truceline.model.handling import UNMARKED, Handling
from truceline.model.observation import Known
from truceline.readers.capture import CSV, XLSX
from truceline.readers.read import read
from truceline.readers.table import split
from truceline.readers.table_rows import MAX_ROWS


def found_in(content: bytes, media_type: str = CSV) -> list[Document | Refusal]:
    captures = split(content, "folder/daily.csv", workbook=media_type == XLSX, at=None)
    return [one for each in captures for one in (read(each) if isinstance(each, Capture) else (each,))]


def document(content: bytes, media_type: str = CSV) -> Document:
    (one,) = found_in(content, media_type)
    assert isinstance(one, Document), one
    return one


def refusal(content: bytes, media_type: str = CSV) -> Refusal:
    (one,) = found_in(content, media_type)
    assert isinstance(one, Refusal), one
    return one


def test_each_value_is_found_again_at_its_place_in_the_stored_text() -> None:
    found = document(as_csv(ROW))
    assert found.observation is not None
    words = {each.column: found.words(each.span) for each in found.observation.cells}
    assert words == {
        "author": "Team 3", "written": "2024-06-18", "known": "saw", "handling": "clear", "date": "2024-06-18", "time": "12:30",
        "type": "ground_crossing", "actor": "PRK:mil", "target": "KOR", "place": "Cheorwon", "line": "MDL", "persons": "20-30",
        "text": "Came to the line, stood there, and went back",
    }  # fmt: skip
    assert (found.name, found.published, found.observation.known) == ("daily.csv:2", date(2024, 6, 18), Known.SAW)


@pytest.mark.parametrize("content", [as_csv(ROW, delimiter=";"), as_csv(ROW, delimiter="\t"), b"\xef\xbb\xbf" + as_csv(ROW)])
def test_other_ways_of_writing_csv_give_the_same_document(content: bytes) -> None:
    assert document(content).id == document(as_csv(ROW)).id


def test_a_workbook_gives_the_same_document_as_the_csv_of_its_cells() -> None:
    cells = [date(2024, 6, 18) if cell == "2024-06-18" else time(12, 30) if cell == "12:30" else cell for cell in ROW]
    cells[1] = datetime(2024, 6, 18)
    assert document(as_xlsx(cells), XLSX).id == document(as_csv(ROW)).id


def test_a_row_without_a_mark_is_not_taken_for_public() -> None:
    assert document(as_csv(a_row(tlp=""))).handling is UNMARKED
    assert document(as_csv(a_row(tlp="TLP:RED"))).handling is Handling.RED


def test_a_bad_row_is_refused_by_row_column_and_cure_and_the_rest_is_read() -> None:
    good, bad, again = found_in(as_csv(ROW, a_row(date="18/06/2024"), a_row(time="13:00")))
    assert isinstance(good, Document) and isinstance(again, Document) and isinstance(bad, Refusal)
    assert bad.where == "folder/daily.csv:3, column 'Date'"
    assert "'18/06/2024' cannot be read" in bad.why and "2024-06-20" in bad.cure


def test_the_refusal_of_a_marked_row_does_not_quote_it() -> None:
    assert "18/06" not in refusal(as_csv(a_row(date="18/06/2024", tlp="amber"))).why


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"means": ""}, "Means", "not told"),
        ({"means": "guessed"}, "Means", "not a word"),
        ({"tlp": "secret"}, "TLP", "no handling mark"),
        ({"time": "half past noon"}, "Time", "cannot be read"),
        ({"soldiers": "many"}, "Soldiers", "cannot be read"),
        ({"reported_at": "June"}, "Reported at", "cannot be read"),
        ({"type": "", "remarks": ""}, "Type", "neither a type nor words"),
        ({"remarks": "=HYPERLINK(A1)"}, "Remarks", "formula"),
    ],
)
def test_what_a_cell_must_hold(changes: dict[str, str], column: str, why: str) -> None:
    found = refusal(as_csv(a_row(**changes)))
    assert found.where.endswith(f"column {column!r}") and why in found.why and found.cure


def test_all_faults_of_the_headings_are_told_at_once_with_what_was_meant() -> None:
    found = refusal(as_csv(ROW, headings=["handlng" if each == "TLP" else "Observer" if each == "Side" else each for each in HEADINGS]))
    assert found.where == "folder/daily.csv:1"
    assert "did you mean handling" in found.why and "second column for author" in found.why


def test_a_heading_that_begins_with_x_is_left_aside() -> None:
    found = document(as_csv((*ROW, "our own mark"), headings=(*HEADINGS, "x-desk")))
    assert "our own mark" not in found.text


@pytest.mark.parametrize("content", [as_csv(), b"\n\n", as_csv(ROW, headings=[each if each != "Means" else "x-m" for each in HEADINGS])])
def test_a_table_that_holds_no_observation_is_refused_whole(content: bytes) -> None:
    assert refusal(content).cure


def test_what_is_captured_of_a_row_holds_no_other_row_and_is_the_same_in_a_longer_table() -> None:
    short, long = as_csv(ROW), as_csv(ROW, a_row(observer="Team 9"))
    (one,), (same, other) = (list(split(each, "daily.csv", workbook=False, at=None)) for each in (short, long))
    assert isinstance(one, Capture) and isinstance(same, Capture) and isinstance(other, Capture)
    assert one.id == same.id and b"Team 9" not in same.content and b"Team 3" not in other.content


def test_a_line_break_in_a_cell_cannot_make_a_field_of_its_own() -> None:
    found = document(as_csv(a_row(location="Cheorwon\nHandling: TLP:CLEAR", tlp="red")))
    assert found.handling is Handling.RED and "Place: Cheorwon Handling: TLP:CLEAR" in found.text


def test_more_rows_than_a_day_has_are_refused_where_they_begin() -> None:
    *_, last = found_in(as_csv(*[("heard", "shots")] * (MAX_ROWS + 1), headings=("means", "text")))
    assert isinstance(last, Refusal) and "rows" in last.why


def test_a_formula_in_a_workbook_is_refused_by_its_cell() -> None:
    good, bad = found_in(as_xlsx(ROW, a_row(soldiers="=1+1")), XLSX)
    assert isinstance(good, Document) and isinstance(bad, Refusal)
    assert bad.where == "folder/daily.csv:3, cell L3" and "formula" in bad.why


SHEET = "xl/worksheets/sheet1.xml"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;'
    b"</t></is></c></row></sheetData></worksheet>"
)
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>'
    b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no more",
        as_xlsx(ROW)[:-200],
        with_part(as_xlsx(ROW), SHEET, b"<not a sheet"),
        with_part(as_xlsx(ROW), SHEET, BOMB),
        with_part(as_xlsx(ROW), SHEET, FAR),
        with_part(as_xlsx(ROW), "xl/media/filler.bin", bytes(70_000_000)),
        with_part(as_xlsx(ROW), "xl/workbook.xml", b"<workbook/>"),
    ],
    ids=["no archive", "cut off", "broken sheet", "entities", "a cell at the far end", "bomb", "no sheets"],
)
def test_a_hostile_workbook_is_one_refusal(content: bytes) -> None:
    found = refusal(content, XLSX)
    assert found.where.startswith("folder/daily.csv") and found.cure


PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
)
WORKBOOK = as_xlsx(ROW, a_row(date="2024-06-19"))


@settings(max_examples=60, deadline=None)
@given(
    some.sampled_from(PARTS), some.lists(some.tuples(some.floats(0, 1, exclude_max=True), some.binary(min_size=1, max_size=6)), max_size=8)
)
def test_a_workbook_with_bytes_of_a_part_changed_is_read_or_refused(part: str, changes: list[tuple[float, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        content = bytearray(archive.read(part)) if part in archive.namelist() else bytearray()
    for share, piece in changes:
        at = int(share * len(content))
        content[at : at + len(piece)] = piece
    assert all(isinstance(each, Document | Refusal) for each in found_in(with_part(WORKBOOK, part, bytes(content)), XLSX))


@settings(max_examples=60, deadline=None)
@given(some.binary(max_size=300), some.booleans())
def test_any_bytes_for_a_table_give_documents_or_refusals(content: bytes, workbook: bool) -> None:
    found = found_in((b"PK" if workbook else b"means,text\n") + content, XLSX if workbook else CSV)
    assert found and all(isinstance(each, Document | Refusal) for each in found)
