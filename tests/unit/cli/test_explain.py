"""``truceline explain`` on the terminal and as JSON."""

import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Run

TEXT = (
    "Soldiers of North Korea crossed the Military Demarcation Line on Tuesday, the Joint Chiefs of Staff in Seoul said. "
    "They did not open fire. Rice was cheap."
)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "two.jsonl"
    rows = [
        {"id": "first", "published": "2031-03-13", "text": TEXT},
        {"id": "second", "text": "The river \x1b[31m froze over in the night."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def shown(document: Path, truceline: Run) -> str:
    done = truceline("explain", document)
    assert done.code == 0, done.err
    return done.out


def test_each_sentence_is_shown_with_what_was_read_and_what_was_let_go(shown: str) -> None:
    assert "+ 'crossed'  ground_crossing  -> report 1" in shown
    assert "lexicon/en/triggers.yaml:" in shown
    assert "- 'open'  direct_fire  let go, not told as done: negated" in shown
    assert "not parsed: no word of an act (gate)" in shown


def test_values_of_a_report_stand_with_their_words_and_rule(shown: str) -> None:
    (line,) = [each for each in shown.splitlines() if each.strip().startswith("date ")]
    assert "2031-03-11" in line and "'on Tuesday'" in line and "by language.dates" in line


def test_nothing_of_a_document_steers_the_terminal(shown: str) -> None:
    assert "\x1b" not in shown


def test_lines_fit_the_page(shown: str) -> None:
    assert max(map(len, shown.splitlines())) <= 110


def test_one_document_and_one_word_can_be_picked(document: Path, truceline: Run) -> None:
    out = truceline("explain", document, "--id", "first", "--find", "open fire").out
    assert "They did not open fire." in out
    assert "crossed" not in out and "second" not in out


def test_an_unknown_id_is_an_error_with_a_cure(document: Path, truceline: Run) -> None:
    done = truceline("explain", document, "--id", "third")
    assert done.code == 1
    assert "--id" in done.err


def test_json_holds_the_same(document: Path, truceline: Run) -> None:
    first, second = json.loads(truceline("explain", document, "--json").out)
    assert (first["id"], second["id"]) == ("first", "second")
    acts = [act for sentence in first["sentences"] for act in sentence["acts"]]
    assert {"report", "not_done"} <= {act["fate"] for act in acts}
    (report,) = first["reports"]
    (day,) = [each for each in report["values"] if each["field"] == "date"]
    assert (day["value"], day["words"]) == ("2031-03-11", ["on Tuesday"])
    assert day["read_by"].startswith("language.dates")
    crossed = next(act for act in acts if act["fate"] == "report")
    assert TEXT[crossed["start"] : crossed["end"]] == crossed["trigger"] == "crossed"
    assert crossed["rule"]["line"] > 0 and crossed["weights"]
