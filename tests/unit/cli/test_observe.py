"""Observed tracks in the ledger: one document a passage, merged with what people said, coarse, late and to be reviewed."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.conftest import Run

LATITUDES = (38.48, 38.42, 38.2837, 38.2781, 38.45)
"""Two fixes south of the line as drawn at 127.2 east, between three north of it."""


def fixes(first: str, *, domain: str = "land", name: str = "a", sensor: str = "radar") -> list[dict[str, object]]:
    """One fix in four minutes, from a moment on."""
    start = datetime.fromisoformat(first)
    return [
        {"time": (start + timedelta(minutes=4 * at)).isoformat(), "longitude": 127.2, "latitude": latitude, "error_m": 30, "object": name,
         "sensor": sensor, "domain": domain}
        for at, latitude in enumerate(LATITUDES)
    ]  # fmt: skip


def a_file(folder: Path, *rows: dict[str, object]) -> Path:
    file = folder / "tracks.ndjson"
    file.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return file


@pytest.fixture
def noon(run: Run, tmp_path: Path) -> Path:
    """A track over the line at noon of 18 June 2024 by the clocks of both sides, when two documents tell of a crossing."""
    return a_file(tmp_path, *fixes("2024-06-18T12:20:00+09:00"))


def crossings(run: Run, *more: str) -> list[Any]:
    return [each for each in run("incidents", "--json", *more).json if each["type"] == "ground_crossing"]


def test_a_track_and_the_reports_of_one_event_become_one_incident_and_why_tells_the_terms(run: Run, noon: Path, told_twice: Any) -> None:
    assert run("observe", noon, "--add").code == 0
    (joined,) = (each for each in crossings(run, "--handling", "amber") if "sensor" in each["sources"])
    assert joined["n_reports"] == 3 and told_twice["id"] in joined["aliases"]
    reports = run("show", joined["id"], "--handling", "amber", "--json").json["reports"]
    seen = next(each["id"] for each in reports if "sensor" in json.dumps(each))
    other = next(each["id"] for each in reports if "sensor" not in json.dumps(each))
    told = run("why", seen, other, "--handling", "amber").out
    assert "on the same day" in told and "at the same line" in told


def test_a_track_that_nobody_tells_of_stands_to_be_reviewed_and_is_only_plausible(run: Run, tmp_path: Path) -> None:
    run("observe", a_file(tmp_path, *fixes("2023-03-05T12:20:00+09:00")), "--add")
    (alone,) = (each for each in crossings(run, "--handling", "amber") if each["sources"] == ["sensor"])
    assert alone["review"] and alone["status"] == ["alleged"] and alone["date"] == ["2023-03-05"]
    told = run("show", alone["id"], "--handling", "amber", "--json").json
    assert {each["verdict"] for each in told["findings"]}.isdisjoint({"apparent_breach"})
    assert "plausible" in json.dumps(told["quotes"])


def test_the_same_track_again_is_known(run: Run, noon: Path) -> None:
    first = run("observe", noon, "--add").err
    again = run("observe", noon, "--add").err
    assert "0 known before" in first and "added: 0 observations" in again


def test_the_ledger_holds_places_to_a_kilometre_and_the_hash_of_the_fixes(run: Run, noon: Path) -> None:
    run("observe", noon, "--add")
    held = (noon.parent / "my.db").read_bytes()
    assert b"38.2837" not in held and b"38.2781" not in held
    told = run("show", next(each["id"] for each in crossings(run, "--handling", "red") if "sensor" in each["sources"]), "--handling", "red")
    assert "38.28" in told.out


def test_a_young_track_goes_out_to_nobody_and_that_is_said(run: Run, tmp_path: Path) -> None:
    moment = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    run("observe", a_file(tmp_path, *fixes(moment)), "--add", "--handling", "clear")
    listed = run("incidents", "--json")
    assert all("sensor" not in each["sources"] for each in listed.json) and "held back" in listed.err
    assert "held back" in json.loads(run("export").out.splitlines()[0])["withheld"]
    assert any("sensor" in each["sources"] for each in run("incidents", "--json", "--handling", "red").json)


def test_an_old_track_marked_clear_goes_out_coarse(run: Run, noon: Path) -> None:
    run("observe", noon, "--add", "--handling", "clear")
    out = run("export", "--format", "geojson").out
    assert "sensor" in out and "38.2837" not in out and "38.2781" not in out


def test_two_passages_of_one_day_are_two_incidents(run: Run, tmp_path: Path) -> None:
    run("observe", a_file(tmp_path, *fixes("2023-03-05T06:00:00+09:00"), *fixes("2023-03-05T08:00:00+09:00", name="b")), "--add")
    assert len([each for each in crossings(run, "--handling", "amber") if each["sources"] == ["sensor"]]) == 2


def test_two_sensors_that_see_one_passage_tell_of_one_incident(run: Run, tmp_path: Path) -> None:
    rows = (*fixes("2023-03-05T06:00:00+09:00"), *fixes("2023-03-05T06:01:00+09:00", name="x7", sensor="camera"))
    run("observe", a_file(tmp_path, *rows), "--add")
    (one,) = (each for each in crossings(run, "--handling", "amber") if each["sources"] == ["sensor"])
    assert one["n_origins"] == 2 and one["review"], "all sensors are held against the same drawing of the line"


def test_a_crossing_whose_domain_nobody_tells_is_not_added_and_the_cure_is_named(run: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, *fixes("2023-03-05T06:00:00+09:00", domain=""))
    done = run("observe", file, "--add")
    assert done.code == 1 and "--domain land|sea|air" in done.err
    assert run("observe", file, "--add", "--domain", "air").code == 0
    assert "air_crossing" in {each["type"] for each in run("incidents", "--json", "--handling", "red").json}


def test_following_answers_within_a_second_of_each_fix_and_adds_the_passage_when_it_is_over(run: Run, tmp_path: Path) -> None:
    arguments = ["observe", "--follow", "-", "--add", "--by", "a post", "--ledger", str(tmp_path / "live.db")]
    command, pipe = [sys.executable, "-m", "truceline", *arguments], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as live:
        assert live.stdin and live.stdout
        for each in fixes("2023-03-05T06:00:00+09:00")[:3]:
            live.stdin.write(json.dumps(each) + "\n")
            live.stdin.flush()
        began = json.loads(live.stdout.readline())  # comes while the input is open: it would hang here if it waited for its end
        assert (began["kind"], began["returned_at"]) == ("crossing", None)
        for each in fixes("2023-03-05T06:00:00+09:00")[3:]:
            live.stdin.write(json.dumps(each) + "\n")
        live.stdin.close()
        told = [json.loads(line) for line in live.stdout]
    assert live.returncode == 0
    assert any(each["kind"] == "crossing" and each["returned_at"] for each in told)
    found = run("incidents", "--json", "--handling", "red", "--ledger", tmp_path / "live.db").json
    assert [each["type"] for each in found] == ["ground_crossing"]
