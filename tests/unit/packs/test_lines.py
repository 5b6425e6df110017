"""Boundaries from GeoJSON: a user's better line takes the place of ours, and a file that does not say enough is refused by name."""

import json
from pathlib import Path
from typing import Any

import pytest

from truceline.errors import PackError
from truceline.packs.lines import load_boundaries
from truceline.packs.pack import load_pack

PACK = load_pack()
GOOD = {"line": "MDL", "name": "surveyed line", "source": "own survey", "licence": "ours", "error_m": 20, "left": "KOR", "right": "PRK"}
PATH = {"type": "LineString", "coordinates": [[126.67, 37.95], [127.0, 38.1]]}


def write(folder: Path, properties: dict[str, Any] = GOOD, geometry: Any = PATH) -> Path:
    file = folder / "own.geojson"
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return file


def test_a_line_of_the_users_own_takes_the_place_of_ours_and_of_no_other(tmp_path: Path) -> None:
    before = load_boundaries(PACK.boundaries_folder, PACK.ontology)
    after = load_boundaries(PACK.boundaries_folder, PACK.ontology, [write(tmp_path)])
    lines = [each for each in after if each.line == "MDL" and each.kind == "line"]
    assert [(each.name, each.error_max_m, each.own) for each in lines] == [("surveyed line", 20, True)]
    assert {each.id for each in before} - {each.id for each in after} == {"mdl"}


@pytest.mark.parametrize(("change", "says"), [
    ({"licence": None}, "licence"), ({"error_m": None}, "error_m"), ({"error_m": "20"}, "error_m"), ({"error_m": -1}, "error_m"),
    ({"line": "EQUATOR"}, "no line; expected one of"), ({"source": ""}, "source"),
])  # fmt: skip
def test_a_line_without_whose_licence_or_error_is_refused_with_the_place(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    properties = {name: value for name, value in (GOOD | change).items() if value is not None}
    with pytest.raises(PackError) as caught:
        load_boundaries(PACK.boundaries_folder, PACK.ontology, [write(tmp_path, properties)])
    assert says in str(caught.value) and "own.geojson" in str(caught.value)


@pytest.mark.parametrize("geometry", [
    None, {"type": "Circle", "coordinates": []}, {"type": "LineString", "coordinates": [[200, 10], [0, 0]]},
    {"type": "LineString", "coordinates": [["a", "b"]]}, {"type": "LineString", "coordinates": 7}, {"type": "Polygon", "coordinates": [1]},
    {"type": "LineString", "coordinates": [[1e400, 0], [0, 0]]},
])  # fmt: skip
def test_a_geometry_that_is_none_is_refused(tmp_path: Path, geometry: Any) -> None:
    with pytest.raises(PackError):
        load_boundaries(PACK.boundaries_folder, PACK.ontology, [write(tmp_path, GOOD, geometry)])


@pytest.mark.parametrize("text", ["", "[]", "{", '{"features": 3}', "\x00"])
def test_a_file_that_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError):
        load_boundaries(PACK.boundaries_folder, PACK.ontology, [file])
    with pytest.raises(PackError):
        load_boundaries(PACK.boundaries_folder, PACK.ontology, [tmp_path / "absent.geojson"])
