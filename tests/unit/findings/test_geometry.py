"""Geometry places a point with the errors of point and line, and never says that a line was crossed."""

from pathlib import Path

import pytest

from truceline.findings.geometry import Placing, between, place, plausible
from truceline.model.boundary import Boundary, BoundaryKind
from truceline.model.finding import Answer
from truceline.packs.lines import load_boundaries
from truceline.packs.pack import load_pack

PACK = load_pack()
BUILT_IN = load_boundaries(PACK.boundaries_folder, PACK.ontology)


def placed(latitude: float, longitude: float, radius_m: float = 300) -> dict[str, Placing]:
    return {each.boundary.id: each for each in place(longitude, latitude, radius_m, BUILT_IN)}


@pytest.mark.parametrize(
    ("name", "latitude", "longitude", "boundary", "side"),
    [
        ("Cheorwon", 38.20, 127.20, "mdl", "KOR"), ("Pyonggang", 38.41, 127.28, "mdl", "PRK"), ("Kaesong", 37.97, 126.55, "mdl", "PRK"),
        ("Inje", 38.07, 128.17, "mdl", "KOR"), ("Kosong in the north", 38.75, 128.18, "mdl", "PRK"),
        ("Tyre", 33.27, 35.20, "blue_line", "LBN"), ("Nahariya", 33.0, 35.10, "blue_line", "ISR"),
        ("Damascus", 33.51, 36.29, "golan_b", "SYR"), ("Safed", 32.97, 35.50, "golan_a", "ISR"),
        ("Srinagar", 34.08, 74.80, "loc", "IND"), ("Muzaffarabad", 34.36, 73.47, "loc", "PAK"),
        ("Kyrenia", 35.34, 33.32, "green_line_north", "TRNC"), ("Limassol", 34.68, 33.04, "green_line_south", "CYP"),
        ("Surin", 14.88, 103.49, "tha_khm", "THA"), ("Siem Reap", 13.36, 103.86, "tha_khm", "KHM"),
    ],
)  # fmt: skip
def test_a_town_lies_on_the_side_it_is_known_to_lie_on(name: str, latitude: float, longitude: float, boundary: str, side: str) -> None:
    assert placed(latitude, longitude)[boundary].side == side, name


def test_where_the_errors_reach_over_the_line_no_side_is_told() -> None:
    south, north = placed(37.9413, 126.6766), placed(37.9453, 126.6556)  # two villages in the zone, one of either side
    assert south["mdl"].side is None
    assert north["mdl"].side is None
    assert south["mdl"].low == 0


def test_a_wider_doubt_of_the_point_takes_the_side_away() -> None:
    assert placed(38.20, 127.20, 300)["mdl"].side == "KOR"
    assert placed(38.20, 127.20, 20_000)["mdl"].side is None


def test_beyond_the_end_of_a_line_there_is_no_side() -> None:
    assert placed(37.5665, 126.978)["mdl"].side is None  # the line ends at the mouth of a river far to the north-west


def test_zones_answer_inside_outside_or_unknown() -> None:
    conference_row = placed(37.9560, 126.6770, 50)
    assert conference_row["jsa"].inside is Answer.YES
    assert conference_row["dmz_nominal"].inside is Answer.UNKNOWN  # the drawing of the line is off by more than half the zone
    assert placed(37.667, 125.698)["island_yeonpyeong"].inside is Answer.YES
    assert placed(37.5665, 126.978)["jsa"].inside is Answer.NO


def test_the_sector_is_that_of_the_longitude() -> None:
    assert placed(38.20, 127.20)["mdl"].sector == "central"
    assert placed(38.50, 128.30)["mdl"].sector == "east"


def test_a_crossing_told_far_from_the_line_is_not_plausible_and_one_near_it_is_no_more_than_plausible() -> None:
    def at(latitude: float, longitude: float) -> tuple[Answer, str]:
        return plausible(place(longitude, latitude, 500, BUILT_IN), "MDL")

    assert at(35.18, 129.08)[0] is Answer.UNKNOWN  # too far for any drawing to say
    assert at(37.27, 127.01)[0] is Answer.NO
    near, text = at(37.9560, 126.6770)
    assert near is Answer.YES
    assert "plausible" in text and "crossed" not in text


def test_distances_are_stretches_no_finer_than_the_error() -> None:
    assert between(placed(38.20, 127.20)["mdl"]) == "8.3 km to 16 km"
    assert between(placed(37.9560, 126.6770)["mdl"]).startswith("within ")


def test_a_distance_agrees_with_one_reckoned_by_hand() -> None:
    line = Boundary(
        id="equator", kind=BoundaryKind.LINE, line="MDL", name="test", version="one", status="agreed", error_m=0, error_max_m=0, source="",
        licence="", note="", paths=(((4.9, 0.0), (5.1, 0.0)),), left="KOR", right="PRK",
    )  # fmt: skip
    (north,) = place(5.0, 1.0, 0, [line])
    assert north.distance_m == pytest.approx(110_574, abs=30)  # a degree of latitude at the equator
    assert (north.side, place(5.0, -1.0, 0, [line])[0].side) == ("KOR", "PRK")


def test_each_boundary_says_whose_it_is_where_it_comes_from_and_how_far_off() -> None:
    for each in BUILT_IN:
        assert each.source and each.licence and each.note
        assert 0 < each.error_m <= each.error_max_m
        assert each.kind is BoundaryKind.ZONE or (each.left and each.right)
        assert "OpenStreetMap" not in each.source
    assert {each.line for each in BUILT_IN} >= {"MDL", "NLL", "BLUE_LINE", "GOLAN_AOS", "LOC", "LAC", "GREEN_LINE", "THA_KHM"}
    assert next(each for each in BUILT_IN if each.id == "nll").whose == ("UNC", "KOR")


@pytest.mark.parametrize("wanted", [
    "mdl", "dmz_nominal", "jsa", "han_estuary", "nll", "nll_digitised", "nll_east", "dprk_1999", "island_baengnyeong", "island_daecheong",
    "island_socheong", "island_yeonpyeong", "island_u_do", "blue_line", "golan_a", "golan_b", "aos", "loc", "lac", "green_line_north",
    "green_line_south", "tha_khm",
])  # fmt: skip
def test_each_line_and_zone_of_the_instruments_is_drawn(wanted: str) -> None:
    found = next(each for each in BUILT_IN if each.id == wanted)
    assert found.version and found.source and found.licence and found.error_m


def test_the_line_at_sea_stands_in_the_versions_of_both_sides_all_disputed() -> None:
    at_sea = {each.id: each for each in BUILT_IN if each.line == "NLL" and each.kind is BoundaryKind.LINE}
    assert {each.status for each in at_sea.values()} == {"disputed"}
    assert {each.whose for each in at_sea.values()} == {("UNC", "KOR"), ("PRK",)}
    assert len({each.version for each in at_sea.values()}) == len(at_sea)
    south_of_both = placed(36.3, 125.0)
    assert {south_of_both[each].side for each in ("nll", "nll_digitised", "dprk_1999")} == {"KOR"}
    between_them = placed(37.35, 125.15)
    assert (between_them["nll"].side, between_them["dprk_1999"].side) == ("KOR", "PRK"), "each side's own line puts it on another side"


def test_the_estuary_lies_between_its_banks_and_within_the_error_of_the_map_nothing_is_sure() -> None:
    assert placed(37.772, 126.61, 0)["han_estuary"].inside is Answer.UNKNOWN  # the water is narrower than the map's error
    for name, latitude, longitude in (("Kaesong", 37.97, 126.55), ("Yeonan", 37.91, 126.16), ("Seoul", 37.5665, 126.978)):
        assert placed(latitude, longitude)["han_estuary"].inside is Answer.NO, name


def test_the_folder_holds_only_what_the_script_writes() -> None:
    scripts = Path(__file__).parents[3] / "scripts"
    text = "".join((scripts / name).read_text(encoding="utf-8") for name in ("make_boundaries.py", "korean_waters.py"))
    for file in PACK.boundaries_folder.iterdir():
        assert file.suffix == ".geojson"
        assert f'"{file.stem}"' in text or file.stem.startswith("island_"), file.name
