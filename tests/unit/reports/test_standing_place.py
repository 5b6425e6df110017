"""An act of no told place is where the story stands: the town that the sentence before names, and no government by its seat."""

from datetime import date

import pytest
from tests.fakes.small_texts import claim


def place(text: str, kind: str, published: date | None = None) -> str | None:
    where = claim(text, kind, published=published).where
    return where.value.name if where else None


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Rebels encircled the town of Marawi. Government helicopters bombed them for an hour.", "air_strike", "town of Marawi"),
    ("Troops hold the city of Marawi. Snipers killed three marines on Saturday.", "direct_fire", "city of Marawi"),
    ("Sirte was quiet in the morning. At noon a suicide bomber blew up his car and killed four soldiers.", "explosion", "Sirte"),
    ("Residents of Zawiya woke to the sound of shelling. Nine people were killed when shells hit a row of houses.", "indirect_fire",
     "Zawiya"),
])  # fmt: skip
def test_the_town_named_just_before_is_the_place(text: str, kind: str, found: str) -> None:
    assert place(text, kind) == found


@pytest.mark.parametrize(("text", "kind"), [
    ("Moscow accused Kiev of breaking the truce. Rebels were shelled overnight and two fighters were killed.", "indirect_fire"),
    ("Baghdad rejected the charge. An Iraqi jet had bombed an Iranian tanker, Tehran said.", "air_strike"),
    ("Sirte and Misrata were quiet. At noon a suicide bomber blew up his car and killed four soldiers.", "explosion"),
])  # fmt: skip
def test_a_government_by_its_seat_and_one_of_two_towns_are_no_place(text: str, kind: str) -> None:
    assert place(text, kind) is None


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Militants in Gaza shelled Sderot with mortars on Wednesday.", "indirect_fire", "Sderot"),
    ("Palestinians in the Gaza Strip fired a rocket into Israel on Friday; it hit a field near Netivot.", "indirect_fire", "near Netivot"),
    ("PKK rebels shot dead three soldiers near Kurucay in Hakkari province on Monday.", "direct_fire",
     "near Kurucay in Hakkari province"),
])  # fmt: skip
def test_what_is_struck_comes_before_where_the_doers_are_and_a_town_before_its_province(text: str, kind: str, found: str) -> None:
    assert place(text, kind) == found


def test_where_the_doers_are_is_the_place_where_no_other_is_told() -> None:
    assert place("Snipers in Grozny shot dead two soldiers on Friday.", "direct_fire") == "Grozny"
