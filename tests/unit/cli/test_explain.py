"""``truceline explain`` on the terminal and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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


def told(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "truceline", "explain", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def shown(document: Path) -> str:
    done = told(document)
    assert done.returncode == 0, done.stderr
    return done.stdout


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


def test_one_document_and_one_word_can_be_picked(document: Path) -> None:
    out = told(document, "--id", "first", "--find", "open fire").stdout
    assert "They did not open fire." in out
    assert "crossed" not in out and "second" not in out


def test_an_unknown_id_is_an_error_with_a_cure(document: Path) -> None:
    done = told(document, "--id", "third")
    assert done.returncode == 1
    assert "--id" in done.stderr


def test_json_holds_the_same(document: Path) -> None:
    first, second = json.loads(told(document, "--json").stdout)
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
