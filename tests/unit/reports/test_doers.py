"""Who did it and on whom it fell, where the grammar between the words and the people tells it: shared doers, crews, units, allies."""

import pytest
from tests.fakes.small_readings import proposed, reading
from tests.fakes.small_texts import pack

from truceline.reports.finish import finish


def told(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Who acted and on whom it fell, in the first act of a kind."""
    draft = next(d for d in proposed(text) if d.kind == kind)
    claim = finish(draft, reading(text), pack(), "test").claim
    return [s.value.code for s in claim.actors], [s.value.code for s in claim.targets]


@pytest.mark.parametrize(("captor", "code", "whose", "taken"), [
    ("Israeli", "ISR:mil", "Hezbollah", "HZB:mil"),
    ("Hezbollah", "HZB:mil", "Israeli", "ISR:mil"),
])  # fmt: skip
def test_who_did_two_things_to_the_same_people_is_told_once_after_the_last(captor: str, code: str, whose: str, taken: str) -> None:
    text = f"Three {whose} fighters were captured near Tyre on Monday and questioned by {captor} soldiers."
    assert told(text, "capture") == ([code], [taken])


def test_who_was_seized_after_straying_is_who_strayed() -> None:
    text = "The sailors on two American gunboats were captured by Iran on Monday after straying into Iranian waters."
    assert told(text, "sea_crossing") == (["USA:mil"], ["IRN:mil"])


@pytest.mark.parametrize(("hit", "state"), [("American", "USA:mil"), ("Russian", "RUS:mil")])
def test_what_was_hit_after_it_came_in_is_what_came_in(hit: str, state: str) -> None:
    text = f"Iran said its air defenses hit a {hit} drone with a missile on Monday after it entered Iranian airspace over Bushehr province."
    assert told(text, "air_crossing")[0] == [state]


@pytest.mark.parametrize("text", [
    "Boko Haram was responsible for a car bomb that killed 12 at a market in Maiduguri on Monday.",
    "On Monday a car bomb that was blamed on Boko Haram killed 12 people at a market in Maiduguri.",
    "A car bombing in Maiduguri on Monday, claimed by Boko Haram, killed nine people.",
])  # fmt: skip
def test_whose_an_act_was_is_told_beside_its_noun(text: str) -> None:
    assert told(text, "explosion") == (["BH:mil"], ["NGA:civ"])


def test_fighters_from_a_unit_are_of_whose_unit_it_is() -> None:
    text = "Gunmen from an intelligence unit of the Rapid Support Forces detained the doctor in Khartoum on Monday."
    assert told(text, "capture")[0] == ["RSF:mil"]


def test_those_who_broke_off_are_not_of_whom_they_left() -> None:
    assert told("A splinter group of the IRA blew up a car in Belfast on Monday.", "explosion")[0] == ["UNK:mil"]
    assert told("A group of the IRA blew up a car in Belfast on Monday.", "explosion")[0] == ["IRA:mil"]


@pytest.mark.parametrize(("first", "second"), [("Saudi Arabia", "Jordan"), ("Jordan", "Saudi Arabia")])
def test_who_is_joined_by_others_acts_with_them(first: str, second: str) -> None:
    text = f"{first}, joined by {second}, bombed Houthi positions in Yemen on Monday."
    codes = {"Saudi Arabia": "SAU:mil", "Jordan": "JOR:mil"}
    assert told(text, "air_strike") == ([codes[first], codes[second]], ["HOUTHI:mil"])


def test_the_crew_is_whose_vessel_it_is() -> None:
    text = "Houthi fighters seized a Saudi tug and its crew of 12 in the Red Sea on Monday."
    assert told(text, "capture") == (["HOUTHI:mil"], ["SAU:civ"])


@pytest.mark.parametrize(("flag", "code"), [("British", "GBR:civ"), ("Maltese", "MLT:civ")])
def test_a_ship_under_a_flag_is_no_warship(flag: str, code: str) -> None:
    assert told(f"Iranian forces seized a {flag}-flagged ship in the Gulf on Monday.", "capture")[1] == [code]


@pytest.mark.parametrize("text", [
    "On Sunday a Houthi missile struck a Belize-flagged cargo ship in the Gulf of Aden.",
    "Houthi fighters fired two missiles at a Belize-flagged tanker in the Red Sea on Monday.",
])  # fmt: skip
def test_a_missile_falls_on_the_thing_that_it_struck(text: str) -> None:
    assert told(text, "missile_launch") == (["HOUTHI:mil"], ["BLZ:civ"])


def test_a_missile_over_a_land_falls_on_nobody() -> None:
    assert told("North Korea fired a missile over Japan on Monday.", "missile_launch") == (["PRK:mil"], [])


def test_whoever_is_ambushed_on_a_road_the_road_is_not_hit() -> None:
    text = "The army said rebels ambushed a minibus on the road from Bujumbura to Bugarama on Saturday, killing eight passengers."
    assert told(text, "direct_fire")[1] == ["BDI:civ"]


def test_troops_who_are_sent_are_not_sent_against_themselves() -> None:
    (draft,) = [d for d in proposed("The government sent 300 soldiers to the border on Monday.") if d.kind == "troop_deployment"]
    assert draft.targets == []


def test_victims_of_a_group_at_war_with_its_own_state_are_of_that_state() -> None:
    text = "The PKK and Turkey have been at war for years. On Friday PKK fighters kidnapped three teachers near Gunesli."
    assert told(text, "capture") == (["PKK:mil"], ["TUR:civ"])


def test_victims_of_a_group_at_war_with_another_land_are_not_of_its_own() -> None:
    text = "Hezbollah and Israel have been at war for years. On Friday Hezbollah fighters kidnapped three teachers near Gunesli."
    assert told(text, "capture")[1] != ["LBN:civ"]


@pytest.mark.parametrize(("land", "mission"), [("Mali", "MINUSMA:mon"), ("the Central African Republic", "MINUSCA:mon")])
def test_peacekeepers_of_the_united_nations_are_of_the_mission_in_the_land(land: str, mission: str) -> None:
    places = {"Mali": "Kidal", "the Central African Republic": "Bangui"}
    text = f"Gunmen fired at UN peacekeepers in {places[land]}, in {land}, on May 3, 2016."
    assert told(text, "monitor_attack")[1] == [mission]


def test_sailors_on_a_vessel_are_of_whose_vessel_it_is() -> None:
    text = (
        "The crew of two American gunboats was seized by Iran in the Gulf in 2016. "
        "The sailors on the gunboats were captured after straying into the waters around an Iranian base on Farsi Island."
    )
    assert told(text, "sea_crossing") == (["USA:mil"], ["IRN:mil"])


def test_the_group_is_the_only_one_that_a_text_has_named_however_far_above() -> None:
    far = "Envoys met on Monday. Talks went on. They ate. They slept. Nobody spoke. "
    text = (
        "Boko Haram has fought Nigeria for years. "
        + far
        + "The group became notorious for the abduction of 80 pupils from a school in April."
    )
    assert told(text, "capture")[0] == ["BH:mil"]
    assert told(text.replace("for years.", "for years, and Ansaru too."), "capture")[0] != ["BH:mil"]
