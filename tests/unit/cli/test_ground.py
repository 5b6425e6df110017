"""``locate`` and ``observe``: what the errors allow, and what does not leave the machine."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from truceline.cli import locate, observe

NOW = datetime(2024, 6, 9, 12, 0, tzinfo=UTC)
FIXES = [
    {"time": f"2024-06-0{day}T0{hour}:00:00Z", "longitude": 127.2, "latitude": latitude, "error_m": 30, "object": "a", "sensor": "radar"}
    for day in (7, 9) for hour, latitude in enumerate((38.10, 38.25, 38.3637, 38.20), 1)
]  # fmt: skip


@pytest.fixture
def tracks(tmp_path: Path) -> Path:
    file = tmp_path / "tracks.ndjson"
    file.write_text("\n".join(map(json.dumps, reversed(FIXES))), encoding="utf-8")  # the order of the file decides nothing
    return file


def observed(tracks: Path, output: Path, *, exact: bool) -> list[dict[str, Any]]:
    code = observe.run(str(tracks), follow=False, lines=(), packs=(), output=output, exact=exact, now=NOW)
    assert code == 0
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_a_file_holds_places_to_a_kilometre_and_nothing_of_the_last_day(tracks: Path, tmp_path: Path) -> None:
    told = observed(tracks, tmp_path / "out.ndjson", exact=False)
    crossings = [each for each in told if each["kind"] == "crossing"]
    assert [each["began_at"] for each in crossings] == ["2024-06-07T03:00:00Z"]
    assert (crossings[0]["longitude"], crossings[0]["latitude"], crossings[0]["place_to_m"]) == (127.2, 38.36, 1000)
    assert crossings[0]["review"].startswith("unreviewed")


def test_exact_is_asked_for(tracks: Path, tmp_path: Path) -> None:
    crossings = [each for each in observed(tracks, tmp_path / "out.ndjson", exact=True) if each["kind"] == "crossing"]
    assert len(crossings) == 2
    assert (crossings[0]["latitude"], crossings[0]["place_to_m"]) == (38.3637, None)


def test_following_tells_a_crossing_when_it_begins_and_when_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    boundaries = locate.boundaries((), ())
    grounds = [one for each in boundaries if each.id == "mdl" and (one := observe.ground(each, boundaries))]
    fixes = list(observe.Refusals().sifted(observe.read_lines(map(json.dumps, FIXES[:4]), "here")))
    observe.live(fixes, grounds, exact=False, add=lambda track, some: None)
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["kind"], each["returned_at"]) for each in told] == [("crossing", None), ("crossing", "2024-06-07T04:00:00Z")]


def test_refused_fixes_make_the_result_partial_and_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "t.ndjson"
    file.write_text("\n".join(["{}"] * 30 + [json.dumps(FIXES[0])]), encoding="utf-8")
    code = observe.run(str(file), follow=False, lines=(), packs=(), output=tmp_path / "out", exact=False, now=NOW)
    told = capsys.readouterr().err
    assert code == 3
    assert told.count("refused:") == 21
    assert "10 more fixes" in told


def test_locate_tells_source_licence_error_and_that_no_distance_is_a_crossing(capsys: pytest.CaptureFixture[str]) -> None:
    assert locate.run(38.2, 127.2, radius=300, lines=(), packs=(), as_json=False) == 0
    told = capsys.readouterr()
    assert "No distance here says that a line was crossed" in told.out
    assert "public domain" in told.err and "1320 m" in told.err
    locate.run(38.2, 127.2, radius=300, lines=(), packs=(), as_json=True)
    rows = json.loads(capsys.readouterr().out)
    assert {"side", "low_m", "high_m", "licence", "error_max_m", "version", "whose"} <= set(rows[0])
