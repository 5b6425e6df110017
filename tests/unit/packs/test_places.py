"""The built-in place file: it loads, its points are possible, and the names that matter are found."""

from math import cos, hypot, radians

import msgspec
import pytest

from truceline.packs.gazetteer import Gazetteer, Place
from truceline.packs.pack import DATA, load_pack

FILE = DATA / "gazetteer" / "places.jsonl"


@pytest.fixture(scope="module")
def places() -> list[Place]:
    return [msgspec.json.decode(line, type=Place) for line in FILE.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_pack().gazetteer


def named(gazetteer: Gazetteer, text: str) -> list[tuple[str, list[str]]]:
    return [(text[start:end], sorted(place.id for place in values)) for start, end, values in gazetteer.place_book.find(text)]


def test_ids_are_unique_and_lines_are_sorted(places: list[Place]) -> None:
    keys = [(place.country, place.id) for place in places]
    assert keys == sorted(set(keys))
    assert len({place.id for place in places}) == len(places) > 500


def test_every_place_has_a_possible_point_a_radius_of_doubt_and_a_reference(places: list[Place]) -> None:
    for place in places:
        assert -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180, place.id
        assert place.radius_m >= 1000, place.id
        assert place.reference is not None, place.id
        assert place.reference.startswith("GeoNames ") or place.reference == "approximate, general knowledge", place.id


def test_codes_are_three_capitals_or_empty_where_no_one_country_is_meant(places: list[Place]) -> None:
    assert all(place.country == "" or (len(place.country) == 3 and place.country.isupper()) for place in places)
    assert {place.id for place in places if place.country == ""} >= {"yellow-sea", "panmunjom", "golan-heights", "kashmir", "abyei"}


def test_no_name_begins_with_the_article_which_would_hide_longer_names(places: list[Place]) -> None:
    assert not [name for place in places for name in place.names if name.lower().startswith("the ")]


# Points of published sources, given here a second time so that a wrong match in the making is seen.
@pytest.mark.parametrize(
    ("name", "id_", "latitude", "longitude", "within_km"),
    [
        ("Panmunjom", "panmunjom", 37.956, 126.677, 1),
        ("Yonpyong Island", "kor-yeonpyeong", 37.667, 125.698, 3),
        ("Paengnyong", "kor-baengnyeong", 37.967, 124.666, 3),
        ("Paju", "kor-paju", 37.76, 126.78, 15),
        ("Kaesong", "prk-kaesong", 37.97, 126.555, 5),
        ("Musudan-ri", "prk-musudan-ri", 40.856, 129.666, 5),
        ("Sinpo", "prk-sinpo", 40.035, 128.185, 5),
        ("Bint Jbeil", "lbn-bint-jbeil", 33.119, 35.433, 5),
        ("Rafah", "pse-rafah", 31.287, 34.252, 5),
        ("Debaltsevo", "ukr-debaltseve", 48.34, 38.405, 5),
        ("Sloviansk", "ukr-sloviansk", 48.853, 37.605, 5),
        ("Sudzha", "rus-sudzha", 51.19, 35.27, 5),
        ("Kobane", "syr-kobani", 36.891, 38.353, 5),
        ("Poonch", "ind-poonch", 33.77, 74.09, 15),
        ("Ta Muen Thom", "ta-muen-thom", 14.349, 103.266, 3),
        ("Strait of Hormuz", "strait-of-hormuz", 26.57, 56.25, 40),
    ],
)
def test_key_place_is_found_where_it_lies(
    gazetteer: Gazetteer, name: str, id_: str, latitude: float, longitude: float, within_km: float
) -> None:
    ((_, _, (place,)),) = gazetteer.place_book.find(f"Shots were heard near {name} at dawn.")
    assert place.id == id_
    off = hypot(place.latitude - latitude, (place.longitude - longitude) * cos(radians(latitude))) * 111.2
    assert off <= within_km


@pytest.mark.parametrize("name", ["Cheorwon", "Chorwon", "Goseong", "Kosong", "Kangwon Province"])
def test_name_borne_on_both_sides_of_the_line_has_an_entry_for_each(gazetteer: Gazetteer, name: str) -> None:
    ((_, _, values),) = gazetteer.place_book.find(f"in {name} on Tuesday")
    assert {"KOR", "PRK"} <= {place.country for place in values}


def test_no_place_answers_twice_to_one_name(gazetteer: Gazetteer) -> None:
    for name in ("Yonpyong Island", "Joint Security Area", "Al Udeid", "Idlib Province"):
        ((_, _, values),) = gazetteer.place_book.find(f"in {name} on Tuesday")
        assert len(values) == 1


def test_longer_name_wins_over_the_town_it_contains(gazetteer: Gazetteer) -> None:
    assert named(gazetteer, "fighting in Idlib province and in Idlib") == [
        ("Idlib province", ["syr-idlib-province"]),
        ("Idlib", ["syr-idlib"]),
    ]
    assert named(gazetteer, "off the Gulf of Aden, not Aden") == [("Gulf of Aden", ["gulf-of-aden"]), ("Aden", ["yem-aden"])]


@pytest.mark.parametrize(
    "word", ["the Cheonan", "a Hwasong-17 missile", "the Musudan", "the FAO", "the GAO", "the State Duma", "Uri Avnery", "hot springs"]
)
def test_ship_missile_agency_or_person_is_no_place(gazetteer: Gazetteer, word: str) -> None:
    assert named(gazetteer, f"It said {word} was meant.") == []
