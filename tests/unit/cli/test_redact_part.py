"""A single name or span of a document blanked at the command line: the rest stays, the chain holds, other places are named."""

from pathlib import Path

import pytest
from tests.unit.cli.conftest import Run, Said

NAME = "Kim Example"
TEXT = f"SEOUL, June 18, 2024\n\nNorth Korean soldiers crossed the MDL on Tuesday, {NAME} said. {NAME} lives nearby.\n"


@pytest.fixture
def document(run: Run, tmp_path: Path) -> str:
    """The id of a document that names a witness."""
    (tmp_path / "told.txt").write_text(TEXT, encoding="utf-8")
    run("ingest", tmp_path / "told.txt")
    (held,) = run("persons", "--json").json["names"]
    return str(held["documents"][0])


def redacted(run: Run, document: str, *more: str) -> Said:
    return run("redact", document, "--reason", "a witness asks for it", *more)


def test_a_name_is_blanked_wherever_it_stands_and_the_incident_stays(run: Run, document: str, tmp_path: Path) -> None:
    before = {each["id"] for each in run("incidents", "--json").json}
    assert "2 places in its text" in redacted(run, document, "--name", "kim example").out
    assert {each["id"] for each in run("incidents", "--json").json} == before
    assert run("verify").code == 0
    assert run("persons", "--json").json["names"] == []
    assert NAME.encode() not in (tmp_path / "my.db").read_bytes()
    assert NAME not in run("brief").out and NAME not in run("export").out
    assert {each["reason"] for each in run("redactions", "--json").json} == {"a witness asks for it"}


def test_the_document_with_the_name_does_not_come_back(run: Run, document: str, tmp_path: Path) -> None:
    redacted(run, document, "--name", NAME)
    assert "0 read, 1 known before" in run("ingest", tmp_path / "told.txt").out
    assert NAME.encode() not in (tmp_path / "my.db").read_bytes()


def test_a_span_is_blanked_there_alone_in_the_text(run: Run, document: str) -> None:
    start = TEXT.rindex(NAME)
    made = redacted(run, document, "--span", f"{start}:{start + len(NAME)}", "--json").json
    assert made["spans"] == 1 and run("verify").code == 0


@pytest.mark.parametrize(
    "wrong", [("--name", "Lee Sample"), ("--span", "9:5"), ("--span", "title:0:9999"), ("--span", "0:99999"), ("--span", "x")]
)
def test_what_does_not_stand_there_is_refused_and_nothing_is_blanked(run: Run, document: str, wrong: tuple[str, str]) -> None:
    done = redacted(run, document, *wrong)
    assert done.code == 1 and wrong[1] in done.err
    assert run("redactions", "--json").json == []


def test_other_documents_and_decisions_that_hold_the_name_are_told(run: Run, document: str, tmp_path: Path) -> None:
    more = f"Another day, another page: {NAME} told us of it again, in other words than before.\n"
    (tmp_path / "more.txt").write_text(more, encoding="utf-8")
    run("ingest", tmp_path / "more.txt")
    incident = run("incidents", "--json").json[0]["id"]
    (decision,) = run("remark", incident, f"{NAME} is a relative of ours", "--json").json["decisions"]
    made = redacted(run, document, "--name", NAME, "--json").json
    assert len(made["also_in_documents"]) == 1 and made["also_in_decisions"] == [decision]
