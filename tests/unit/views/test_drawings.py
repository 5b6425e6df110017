"""Timeline and map: imprecise dates are bars, the undated and unlocated are listed, never pinned."""

import hashlib
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest

from truceline.errors import PackError
from truceline.packs.pack import load_pack
from truceline.views.map import Pin, map_svg, on_sheet
from truceline.views.places import Spot
from truceline.views.sheet import Sheet, load_sheet
from truceline.views.timeline import Row, timeline

LINES = load_pack().lines_folder
PANMUNJOM = Spot(name="Panmunjom", latitude=37.956, longitude=126.677, radius_m=800)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(LINES)


def a_row(number: int, *dates: str, firm: bool = True) -> Row:
    return Row(number=number, href=f"#i{number}", label="crossing", when="", dates=dates, firm=firm)


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    assert "<circle" in "".join(timeline([a_row(1, "2024-06-09")]).wide)
    month = "".join(timeline([a_row(1, "2024-06")]).wide)
    assert "tl-bar" in month and "<circle" not in month


def test_what_is_only_alleged_is_hollow() -> None:
    assert "tl-open" in "".join(timeline([a_row(1, "2024-06-09", firm=False)]).wide)
    assert "tl-open" not in "".join(timeline([a_row(1, "2024-06-09")]).wide)


def test_a_second_date_told_for_one_incident_is_drawn_too() -> None:
    drawn = "".join(timeline([a_row(1, "2024-06-09", "2024-06-11")]).wide)
    assert drawn.count("<circle") == 2 and "tl-open" in drawn


def test_undated_and_vague_rows_are_handed_back_not_drawn() -> None:
    made = timeline([a_row(1), a_row(2, "2017"), a_row(3, "2024-06-09")])
    assert [each.number for each in made.undated] == [1] and [each.number for each in made.long] == [2]
    assert "#i1" not in "".join(made.wide) and "#i2" not in "".join(made.wide)


def test_days_far_apart_stand_on_axes_of_their_own() -> None:
    assert len(timeline([a_row(1, "2024-06-09"), a_row(2, "2017-11-13")]).wide) == 2


def test_labels_are_escaped() -> None:
    row = Row(number=1, href="#x", label="<script>", when="", dates=("2024-06-09",))
    assert "<script>" not in "".join(timeline([row]).wide)


def test_the_disputed_line_is_labelled_with_whose_it_is(sheet: Sheet) -> None:
    drawn = map_svg(sheet, [], load_pack().ontology)
    assert "NLL, UNC line, not accepted by DPRK" in drawn and "mp-disputed" in drawn


def test_one_point_bears_the_numbers_of_all_its_incidents(sheet: Sheet) -> None:
    pins = [Pin(number=each, href=f"#i{each}", label="crossing", spot=PANMUNJOM) for each in (1, 2)]
    drawn = map_svg(sheet, pins, load_pack().ontology)
    assert drawn.count("mp-pin") == 1 and ">1, 2<" in drawn


def test_doubt_about_a_place_is_drawn_as_a_ring(sheet: Sheet) -> None:
    wide = Spot(name="Cheorwon", latitude=38.2, longitude=127.2, radius_m=20_000)
    assert "mp-ring" in map_svg(sheet, [Pin(number=1, href="#i1", label="fire", spot=wide)], load_pack().ontology)


def test_a_place_beyond_the_sheet_is_not_on_it(sheet: Sheet) -> None:
    assert on_sheet(sheet, PANMUNJOM)
    assert not on_sheet(sheet, Spot(name="Kursk", latitude=51.7, longitude=36.2, radius_m=None))


def test_each_line_file_is_the_one_its_manifest_names() -> None:
    manifest = json.loads((LINES / "manifest.json").read_text("utf-8"))
    for each in manifest["files"]:
        assert hashlib.sha256((LINES / each["file"]).read_bytes()).hexdigest() == each["sha256"], each["file"]
        assert each["source"] and each["licence"] and each["error_m"] > 0


def test_the_zone_lies_two_kilometres_to_both_sides_of_the_line(sheet: Sheet) -> None:
    zone = next(each for each in sheet.drawn if each.entry.file == "dmz.geojson")
    line = next(each for each in sheet.drawn if each.entry.file == "mdl.geojson")
    path = [metres(point) for point in line.paths[0]]
    off = [min(to_segment(metres(point), *ends) for ends in pairwise(path)) for path_ in zone.paths for point in path_]
    assert min(off) > 1_850 and max(off) < 2_150


def metres(point: tuple[float, float]) -> tuple[float, float]:
    return (point[0] * 111_320 * math.cos(math.radians(38.2)), point[1] * 111_320)


def to_segment(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    along = ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / (across**2 + up**2)
    part = min(1.0, max(0.0, along))
    return math.dist(point, (start[0] + part * across, start[1] + part * up))


@pytest.mark.parametrize(
    ("text", "fault"), [("{", "manifest.json"), ('{"files": 3}', "$.files"), ('{"files": [{"file": "../x"}]}', "$.files[0]")]
)
def test_a_broken_lines_folder_names_its_fault(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(PackError, match=fault.replace("$", r"\$").replace("[", r"\[")):
        load_sheet(tmp_path)
