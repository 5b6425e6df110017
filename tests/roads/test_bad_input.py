"""Bad input down the whole road: each is a named refusal or a correct record, the rest is done, the exit code says partial."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "SEOUL, June 18, 2024 - About 20 soldiers crossed the demarcation line and went back after warning shots, the staff said on Tuesday."
REFUSED = {
    "binary.txt": b"\x00\x01\x02\xff" * 500,
    "bomb.html": b"<html><body>" + b"<div>" * 100_000,
    "empty.txt": b"",
    "huge.txt": b"word " * 10_000_001,
    # "North Korean soldiers crossed the military demarcation line, the Joint Chiefs of Staff said on Thursday."
    "korean.txt": ("북한군 병사들이 군사분계선을 넘었다고 합동참모본부가 목요일 밝혔다. " * 4).encode(),
    "lines.jsonl": b'{"id": "first", "text": "%s"}\n{broken\n{"id": "third", "text": "%s"}\n' % (GOOD.encode(), GOOD.encode()),
    "report.pdf": b"%PDF-1.7",
}
READ = {
    "latin.txt": ("Café owner’s account. " + GOOD).encode("windows-1252"),
    "no-date.txt": b"Soldiers crossed the demarcation line and went back after warning shots, the staff in Seoul said.",
    "plain.txt": GOOD.encode(),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("inbox")
    for name, content in (REFUSED | READ).items():
        (folder / name).write_bytes(content)
    command = [sys.executable, "-m", "truceline", "code", str(folder), str(folder / "missing.txt")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def records(ran: subprocess.CompletedProcess[str]) -> dict[str, dict[str, object]]:
    return {each["id"]: each for each in map(json.loads, ran.stdout.splitlines())}


def test_exit_code_says_partial_and_nothing_breaks(ran: subprocess.CompletedProcess[str]) -> None:
    assert ran.returncode == 3, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", [*sorted(REFUSED), "missing.txt"])
def test_each_refusal_is_named(ran: subprocess.CompletedProcess[str], name: str) -> None:
    place = f"{name}:2" if name.endswith(".jsonl") else name
    assert any(place in line for line in ran.stderr.splitlines())


@pytest.mark.parametrize("name", [*sorted(Path(each).stem for each in READ), "first", "third"])
def test_the_rest_is_done(ran: subprocess.CompletedProcess[str], name: str) -> None:
    assert "refused" not in records(ran)[name]


def test_crossing_is_read_and_a_missing_date_stays_missing(ran: subprocess.CompletedProcess[str]) -> None:
    (dated,) = records(ran)["plain"]["reports"]  # type: ignore[misc]  # JSON
    assert (dated["type"], dated["date"]) == ("ground_crossing", "2024-06-18")
    assert all(each["date"] is None for each in records(ran)["no-date"]["reports"])  # type: ignore[attr-defined]  # JSON
