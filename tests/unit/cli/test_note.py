"""Notes and tables at the command line, and that nothing above a handling mark leaves by any way out."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.tables import ROW, a_row, as_csv, as_xlsx
from tests.unit.cli.conftest import Run

SECRET = "Zebrafield"
"""A place that only the marked note names."""
NOTE = f"North Korean soldiers crossed the Military Demarcation Line near {SECRET} on 2 March 2021 and returned, a witness said."


@pytest.fixture
def noted(run: Run) -> Any:
    """The small ledger with a marked note that tells of an incident of its own."""
    return run("note", NOTE, "--known", "was told", "--from", "a farmer", "--at", "2021-03-03", "--json").json


def test_a_note_is_a_document_with_its_incident_and_is_marked_unless_said_otherwise(noted: Any, run: Run) -> None:
    assert noted["new"] and noted["handling"] == "TLP:AMBER" and len(noted["incidents"]) == 1
    told = run("show", noted["incidents"][0], "--handling", "amber").out
    assert "TLP:AMBER" in told and SECRET in told


def test_the_same_note_again_is_known(run: Run) -> None:
    twice = [run("note", NOTE, "--known", "saw", "--at", "2021-03-03", "--json").json for _ in range(2)]
    assert [each["new"] for each in twice] == [True, False] and twice[0]["digest"] == twice[1]["digest"]


def test_a_note_may_name_its_fields(run: Run) -> None:
    made = run("note", "Our sets were deaf all day.", "--known", "heard", "--field", "type=jamming", "--field", "date=2021-03-02", "--json")
    (incident,) = made.json["incidents"]
    assert run("show", incident, "--handling", "red", "--json").json["type"] == "jamming"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("two", "texts", "--known", "saw"), "truceline remark"),
        (("a text", "--known", "saw", "--field", "colour=red"), "one of"),
        (("a text", "--known", "guessed"), "write saw"),
        (("a text", "--known", "saw", "--handling", "secret"), "TLP:GREEN"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_cure(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run("note", *arguments)
    assert done.code in (2, 3) and told in " ".join(done.err.replace("│", " ").split())


WAYS_OUT = (
    ("brief",), ("export", "--format", "jsonl"), ("export", "--format", "csv"), ("export", "--format", "geojson"), ("incidents",),
    ("incidents", "--json"), ("counts", "--json"), ("persons", "--json"), ("decisions", "--json"),
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS_OUT, ids=" ".join)
def test_what_bears_a_higher_mark_leaves_by_no_way_out_and_that_is_said(run: Run, noted: Any, way: tuple[str, ...]) -> None:
    run("remark", noted["incidents"][0], f"ask at {SECRET}")
    done = run(*way)
    assert done.code == 0 and SECRET not in done.out and noted["document"] not in done.out
    assert "left out" in done.err or "left out" in done.out


@pytest.mark.parametrize(
    "way", [("brief",), ("export", "--format", "jsonl"), ("export", "--format", "csv"), ("decisions", "--json")], ids=str
)
def test_up_to_its_mark_it_is_there(run: Run, noted: Any, way: tuple[str, ...]) -> None:
    run("remark", noted["incidents"][0], f"ask at {SECRET}")
    assert SECRET in run(*way, "--handling", "amber").out


def test_an_export_says_what_was_withheld_and_each_incident_bears_its_mark(run: Run, noted: Any) -> None:
    first = json.loads(run("export").out.splitlines()[0])
    assert first["withheld"] == "1 document marked above TLP:CLEAR left out" and first["handling"] == "TLP:CLEAR"
    marks = {json.loads(line)["handling"] for line in run("export", "--handling", "red").out.splitlines()}
    assert marks == {"TLP:CLEAR", "TLP:AMBER"}


def test_the_digest_of_what_is_shared_is_that_of_a_ledger_without_the_note(run: Run) -> None:
    before = run("digest").out
    run("note", NOTE, "--known", "saw", "--at", "2021-03-03")
    assert run("digest").out != before == run("digest", "--handling", "clear").out


def test_who_wrote_a_note_is_among_the_persons_held(run: Run, noted: Any) -> None:
    assert run("persons", "--json").json["names"] == []
    names = {each["name"]: each["documents"] for each in run("persons", "--json", "--handling", "red").json["names"]}
    assert names["an analyst"] == [noted["document"]]


def test_decisions_on_documents_that_came_later_are_not_listed_as_of_a_day(run: Run, told_twice: Any) -> None:
    (kept,) = run("accept", told_twice["id"], "--json").json["decisions"]
    assert [each["id"] for each in run("decisions", "--json").json] == [kept]
    assert run("decisions", "--json", "--as-of", "2024-06-17").json == []
    assert [each["id"] for each in run("decisions", "--json", "--as-of", "2030-01-01").json] == [kept]


def test_a_refusal_is_listed_from_the_day_it_was_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    run("ingest", tmp_path / "a.pdf")
    assert len(run("refused", "--json").json) == 1 == len(run("refused", "--json", "--as-of", "2100-01-01").json)
    assert run("refused", "--json", "--as-of", "2020-01-01").json == []


def test_persons_are_listed_as_of_a_day(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "told.txt"
    file.write_text("SEOUL, June 18, 2024\n\nNorth Korean soldiers crossed the Military Demarcation Line on Tuesday, Kim Example said.\n")
    run("ingest", file)
    assert [each["name"] for each in run("persons", "--json").json["names"]] == ["Kim Example"]
    assert run("persons", "--json", "--as-of", "2024-06-17").json["names"] == []


def test_an_edition_for_fewer_eyes_is_compared_only_for_them(run: Run, noted: Any) -> None:
    run("edition", "cut", "open")
    run("edition", "cut", "closed", "--handling", "amber")
    shut = run("edition", "diff", "open", "closed")
    assert shut.code == 1 and "--handling TLP:AMBER" in shut.err
    assert noted["incidents"][0] in run("edition", "diff", "open", "closed", "--handling", "amber").out
    assert [each["handling"] for each in run("edition", "list", "--json").json] == ["TLP:AMBER", "TLP:CLEAR"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_is_read_row_by_row_and_comes_out_the_same_from_its_captured_bytes(run: Run, tmp_path: Path, form: str) -> None:
    rows = (ROW, a_row(time="14:00", date="yesterday"), a_row(date="2024-06-21", location="Goseong"))
    file = tmp_path / f"daily.{form}"
    file.write_bytes(as_csv(*rows) if form == "csv" else as_xlsx(*rows))
    done = run("ingest", file)
    assert done.code == 3 and f"{file}:3, column 'Date'" in done.err
    known = run("incidents", "--json", "--since", "2024-06-18", "--until", "2024-06-18").json
    assert "observer" in {source for each in known for source in each["sources"]}, "the row joins what the staff said of that day"
    assert run("rebuild", "--captures").code == 0
    assert run("verify").code == 0
