"""Tracks from CSV, GeoJSON and lines of JSON give the same fixes; what is no fix is named and the rest goes on."""

import json
from pathlib import Path

import pytest

from truceline.errors import InputRefused
from truceline.readers.tracks import Block, Fix, read_blocks, read_fixes, read_lines

ROW = {"time": "2024-06-09T12:30:00+09:00", "longitude": 127.1, "latitude": 38.2, "error_m": 15, "object": "a", "sensor": "radar"}
FIX = Fix(1717903800.0, 127.1, 38.2, 15.0, "a", "radar")


def test_three_ways_of_writing_give_one_fix(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(",".join(ROW) + "\n" + ",".join(map(str, ROW.values())) + "\n", encoding="utf-8")
    feature = {"type": "Feature", "properties": ROW, "geometry": {"type": "Point", "coordinates": [127.1, 38.2]}}
    shape = tmp_path / "t.geojson"
    shape.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    lines = tmp_path / "t.ndjson"
    lines.write_text(json.dumps(ROW) + "\n\n", encoding="utf-8")
    assert [list(read_fixes(each)) for each in (table, shape, lines)] == [[FIX]] * 3


@pytest.mark.parametrize(("change", "says"), [
    ({"time": "2024-06-09T12:30:00"}, "no time zone"), ({"time": "noon"}, "noon"), ({"latitude": 99}, "out of range"),
    ({"error_m": -1}, "out of range"), ({"longitude": "nan"}, "out of range"), ({"object": ""}, "without object"), ({"error_m": "x"}, "x"),
])  # fmt: skip
def test_a_fix_that_is_none_is_named_by_line_and_the_rest_goes_on(change: dict[str, object], says: str) -> None:
    refused, good = read_lines([json.dumps(ROW | change), json.dumps(ROW)], "t.ndjson")
    assert isinstance(refused, InputRefused)
    assert says in str(refused) and "t.ndjson:1" in str(refused)
    assert good == FIX


@pytest.mark.parametrize("line", ["{", "3", "[]", "[" * 100_000])
def test_a_line_that_is_no_object_is_refused(line: str) -> None:
    (refused,) = read_lines([line], "t")
    assert isinstance(refused, InputRefused)


@pytest.mark.parametrize(("name", "text"), [("t.geojson", "{}"), ("t.geojson", "not json"), ("t.json", "[]")])
def test_a_file_that_is_no_collection_is_refused_whole(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused):
        list(read_fixes(tmp_path / name))
    with pytest.raises(InputRefused):
        list(read_fixes(tmp_path / "absent.csv"))


def test_a_table_read_in_columns_gives_the_fixes_that_it_gives_row_by_row(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [{**ROW, "domain": "sea", "longitude": 127 + n / 1000} for n in range(30)]
    table.write_text(",".join(rows[0]) + "\n" + "".join(",".join(map(str, each.values())) + "\n" for each in rows), encoding="utf-8")
    (block,) = read_blocks(table)
    assert isinstance(block, Block)
    fixes = [each for each in read_fixes(table) if isinstance(each, Fix)]
    assert block.numbers.tolist() == [[each.time, each.longitude, each.latitude, each.error_m] for each in fixes]
    assert list(block.names) == [(each.object, each.sensor, each.domain) for each in fixes] == [("a", "radar", "sea")] * 30


def test_a_bad_row_among_many_is_named_by_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [{**ROW, "latitude": 99 if n == 3 else 38.2, "domain": "moon" if n == 5 else ""} for n in range(8)]
    table.write_text(",".join(rows[0]) + "\n" + "".join(",".join(map(str, each.values())) + "\n" for each in rows), encoding="utf-8")
    found = list(read_blocks(table))
    assert [str(each).partition(" ")[0] for each in found if isinstance(each, InputRefused)] == [f"{table}:5:", f"{table}:7:"]
    assert sum(len(each.names) for each in found if isinstance(each, Block)) == 6


def test_a_table_without_a_needed_column_is_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("time,longitude\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="without the columns latitude, error_m, object, sensor"):
        list(read_blocks(tmp_path / "t.csv"))
