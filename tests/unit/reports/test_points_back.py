"""A noun that points to an act told elsewhere is no further act; one that says which act it means may be."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


LEAD = "Israeli warplanes bombed a Hezbollah post near Tyre on Tuesday."


@pytest.mark.parametrize("text", [
    f"{LEAD} Residents had left. Shops were closed. Schools were closed. The attack came at dawn.",
    f"{LEAD} Residents had left. Shops were closed. Schools were closed. Tuesday's attack came at dawn.",
    f"{LEAD} The missile struck a car, medics said.",
    f"{LEAD} Residents had left. An air force officer claimed responsibility for the bombing.",
    "An Israeli airstrike near Tyre on Tuesday killed General Harun. Shops were closed. Schools too. Harun's killing was condemned.",
])  # fmt: skip
def test_a_noun_that_points_back_is_the_act_told_before(text: str) -> None:
    assert proposed(text) == ["air_strike"]


@pytest.mark.parametrize("text", [
    f"{LEAD} Residents had left. Shops were closed. Schools were closed. The attack on a school in Haifa came at dawn.",
    f"{LEAD} Residents had left. Shops were closed. Schools were closed. Another attack came at dawn.",
])  # fmt: skip
def test_a_noun_that_says_which_act_it_means_or_that_it_is_another_is_not(text: str) -> None:
    assert len(proposed(text)) == 2


@pytest.mark.parametrize("text", [
    f"{LEAD} It was the deadliest attack in years.",
    f"{LEAD} This was one of the heaviest raids in years.",
    f"{LEAD} The bombardment went on all night.",
])  # fmt: skip
def test_what_is_said_of_an_act_just_told_is_no_further_one(text: str) -> None:
    assert proposed(text) == ["air_strike"]


def test_what_an_act_answers_gives_it_no_day() -> None:
    (first, *_) = propose(reading("Israeli warplanes bombed a Hezbollah post near Tyre in response to the 2006 attacks."), pack())
    assert (first.kind, first.when) == ("air_strike", None)


def test_what_names_its_weapon_points_to_no_other_weapon() -> None:
    assert proposed(f"{LEAD} Residents had left. Shops were closed. Schools were closed. The mortar attack came at dawn.") == [
        "air_strike",
        "indirect_fire",
    ]


def test_a_weekday_that_no_date_can_be_reckoned_from_points_back_too() -> None:
    text = "Sudanese aircraft dropped bombs on a camp near Yida on Thursday. Residents had fled. Twelve people died in Thursday's bombing."
    assert [draft.kind for draft in propose(reading(text, published=None), pack())] == ["air_strike"]


def test_who_claims_an_act_may_be_named_otherwise_than_who_was_said_to_have_done_it() -> None:
    text = "Palestinian militants fired rockets at an Israeli village on Monday. Hamas claimed responsibility for the rocket fire."
    assert proposed(text) == ["indirect_fire"]


@pytest.mark.parametrize(("day", "told"), [("Sept. 11", None), ("Tuesday", "2031-03-11")])
def test_a_noun_with_a_day_months_ago_is_not_the_act_that_is_news(day: str, told: str | None) -> None:
    act, *_ = propose(reading(f"Israeli warplanes bombed a Hezbollah post near Tyre. He spoke of the {day} attacks."), pack())
    assert (act.when.value.code if act.when else None) == told


def test_the_attack_on_the_very_place_of_an_act_is_that_act() -> None:
    bombed = "Israeli jets bombed a refinery at Sidon on Tuesday. Seven people were killed in the raid on "
    assert proposed(f"{bombed}Sidon, the mayor said.") == ["air_strike"]
    assert proposed(f"{bombed}Tyre, the mayor said.") != ["air_strike"]


def test_the_sides_of_a_fight_that_points_back_did_not_do_what_it_points_to() -> None:
    text = "Three shells hit a school in Gaza on Monday. Israel explained the attack on the Gaza school, saying Hamas had fired on its men."
    (hit,) = propose(reading(text), pack())
    assert "HAMAS" not in {slot.value.party for slot in hit.actors}


@pytest.mark.parametrize("text", [
    "An American drone strike on Monday killed six Taliban men in North Waziristan. Two missiles hit a compound in the village of Dandi.",
    "Missiles fired from an American drone hit a Taliban camp in North Waziristan on Monday, killing 14 people.",
])  # fmt: skip
def test_missiles_that_a_drone_fired_are_its_strike(text: str) -> None:
    assert proposed(text) == ["air_strike"]


def test_missiles_that_nobody_says_fell_in_a_strike_are_a_launch() -> None:
    assert "missile_launch" in proposed("North Korean missiles hit a South Korean island on Monday. Two missiles hit a compound.")
