"""A bombing is from the air, but where the text tells of bombs that were planted or carried and names no aircraft."""

import pytest
from tests.fakes.small_readings import proposed


def kinds(text: str) -> set[str]:
    return {draft.kind for draft in proposed(text)}


@pytest.mark.parametrize("text", [
    "A car bomb killed five people in Baghdad on Monday. Nine people died on Tuesday in the bombing of a village near Mosul.",
    "Gunmen killed 12 people in a string of bombings near Mosul on Monday. An explosive device went off in Baghdad on Tuesday.",
])  # fmt: skip
def test_bombings_beside_planted_bombs_are_blasts(text: str) -> None:
    assert "explosion" in kinds(text)
    assert "air_strike" not in kinds(text)


@pytest.mark.parametrize("text", [
    "A car bomb killed five people in Baghdad on Monday. Syrian jets took off before the bombing of a village near Aleppo on Tuesday.",
    "Syrian soldiers stepped on a mine near Homs on Monday. Nine people died on Tuesday in the bombing of a village near Aleppo.",
    "Nine people died on Tuesday in the bombing of a village near Aleppo.",
])  # fmt: skip
def test_where_aircraft_are_named_or_no_bomb_was_left_they_are_from_the_air(text: str) -> None:
    assert "air_strike" in kinds(text)


def test_a_group_that_bombs_has_no_aircraft_unless_one_is_named() -> None:
    assert kinds("A university in Lima was bombed by the Shining Path on Monday.") == {"explosion"}
    assert "air_strike" in kinds("The Tamil Tigers bombed an army camp near Jaffna from two light aircraft on Monday.")


def test_a_raid_in_a_text_of_air_raids_is_one_of_them_unless_somebody_goes_in() -> None:
    flown = "Serbia listed its air raids on Kosovo. The last raid took place on March 3 on a barracks near Pec and killed two rebels."
    assert "direct_fire" not in kinds(flown)
    on_foot = "Serbia listed its air raids on Kosovo. Two men died on March 3 in a raid by Serbian commandos on a farm near Pec."
    assert "direct_fire" in kinds(on_foot)
