"""An act told of a list of places is one act a place; a way, an aim or a fight is not."""

import pytest
from tests.fakes.small_readings import proposed


def places(text: str) -> list[tuple[str, str]]:
    return [(draft.kind, draft.where.value.name) for draft in proposed(text) if draft.where is not None]


@pytest.mark.parametrize(("text", "told"), [
    ("Israeli jets struck Homs and Hama on Monday.", [("air_strike", "Homs"), ("air_strike", "Hama")]),
    ("Iran's Revolutionary Guards struck bases in Kuwait, Jordan and Bahrain with drones on Monday.",
     [("air_strike", "Kuwait"), ("air_strike", "Jordan"), ("air_strike", "Bahrain")]),
    ("The Guard said on Monday it had struck Turkish military bases in Kobani, Raqqa and Hasakah.",
     [("air_strike", "Kobani"), ("air_strike", "Raqqa"), ("air_strike", "Hasakah")]),
    ("Israeli jets struck several towns, including Tyre and Sidon, on Monday.", [("air_strike", "Tyre"), ("air_strike", "Sidon")]),
    ("Syrian troops shelled the towns of Daraya and Zamalka on Monday.", [("indirect_fire", "Daraya"), ("indirect_fire", "Zamalka")]),
    ("Activists told of the shelling of the towns of Daraya and Zamalka by Syrian troops on Monday.",
     [("indirect_fire", "Daraya"), ("indirect_fire", "Zamalka")]),
])  # fmt: skip
def test_each_place_of_a_list_that_was_struck_is_an_act(text: str, told: list[tuple[str, str]]) -> None:
    assert places(text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("Islamic State fighters captured Mosul and Tikrit from the Iraqi army on Monday.", ["Mosul", "Tikrit"]),
    ("The Iraqi army had recovered several towns in the north, Mosul and Tikrit among them, from the Islamic State.", ["Mosul", "Tikrit"]),
    ("Iraqi troops have retaken several cities, including Mosul and most recently Tikrit, from the Islamic State.", ["Mosul", "Tikrit"]),
    ("The Taliban seized control of Kunduz and Ghazni from Afghan troops on Monday.", ["Kunduz", "Ghazni"]),
])  # fmt: skip
def test_each_place_that_was_taken_is_a_fight_of_its_own(text: str, told: list[str]) -> None:
    assert places(text) == [("clash", name) for name in told]


@pytest.mark.parametrize("text", [
    "Shells were fired from Cape Jangsan and Cape Deungsan on Monday.",
    "Syrian troops and Kurdish fighters clashed in Homs and Hama on Monday.",
    "Turkish troops moved into Afrin and Manbij on Monday.",
    "A Hezbollah boat was sunk in the sea between Cyprus and Lebanon on Monday.",
    "Within hours of the Israeli strikes on Monday, the army said that it had moved families to Homs and Hama.",
    "Asked about the deadly events in Homs and Hama, where Israel responded with airstrikes on Sunday, he declined to say.",
])  # fmt: skip
def test_ways_fights_and_movements_are_not_taken_apart(text: str) -> None:
    assert len(places(text)) == 1


def test_a_list_told_of_a_retelling_is_of_the_act_too() -> None:
    text = "Israeli jets flew sorties and dropped bombs on Monday. The jets struck army bases in Homs and Hama."
    assert [name for _, name in places(text)] == ["Homs", "Hama"]


def test_a_total_of_all_stands_on_none_and_each_has_an_identity_of_its_own() -> None:
    first, second = proposed("Israeli jets struck Homs and Hama on Monday, killing four soldiers.")
    assert first.counts == second.counts == []
    assert first.number != second.number
