"""Acts told with nobody who did them: by who holds the land entered, by where signals came from, by whom somebody is believed to be."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


def codes(text: str, kind: str) -> list[list[str]]:
    return [[s.value.code for s in d.actors] for d in told(text, kind)]


@pytest.mark.parametrize(("text", "kind", "codes_told"), [
    ("A U.S. helicopter strayed into North Korea on Saturday and was shot down.", "direct_fire", ["PRK:mil"]),
    ("An Israeli jet strayed into Syria on Saturday and was shot down.", "direct_fire", ["SYR:mil"]),
])  # fmt: skip
def test_who_holds_the_land_shot_down_what_strayed_into_it(text: str, kind: str, codes_told: list[str]) -> None:
    assert codes(text, kind) == [codes_told]


def test_who_was_hit_by_those_who_came_was_not_hit_by_the_land() -> None:
    text = "Lebanese gunmen crossed into Israel on Monday and two Israeli soldiers were killed."
    assert all("ISR:mil" not in each for each in codes(text, "direct_fire"))


@pytest.mark.parametrize("text", [
    "South Korea's military picked up GPS jamming signals from the Haeju area on Friday.",
    "South Korea said that GPS signals had been disrupted near Incheon. The interference came from the areas of Haeju and Kaesong.",
])  # fmt: skip
def test_signals_are_jammed_by_the_land_they_come_from(text: str) -> None:
    assert codes(text, "jamming") == [["PRK:mil"]]


def test_signals_disrupted_by_jamming_are_jammed_once() -> None:
    text = "GPS signals near Incheon were disrupted on Monday by jamming from Kaesong, South Korea's military said."
    assert codes(text, "jamming") == [["PRK:mil"]]


@pytest.mark.parametrize(("text", "kind", "code"), [
    ("South Korea said that a man believed to be a North Korean soldier crossed the MDL on Tuesday.", "ground_crossing", "PRK:mil"),
    ("North Korea said that a man thought to be a South Korean soldier crossed the MDL on Tuesday.", "ground_crossing", "KOR:mil"),
    ("South Korea said that a vessel believed to belong to North Korea crossed the Northern Limit Line.", "sea_crossing", "PRK:mil"),
    ("The Pakistani army said that a drone believed to be Indian crossed the Line of Control on Saturday.", "air_crossing", "IND:mil"),
])  # fmt: skip
def test_who_is_believed_to_be_somebody_and_not_who_says_so_crossed(text: str, kind: str, code: str) -> None:
    assert codes(text, kind) == [[code]]


def test_gunmen_of_a_nation_are_not_its_army() -> None:
    text = "The Indian army said that gunmen believed to be Pakistanis attacked a bus in Poonch on Tuesday."
    assert all("PAK:mil" not in each for each in codes(text, "direct_fire"))


def test_fire_without_warning_falls_on_whom_it_is_told_to() -> None:
    (draft,) = told("North Korean boats opened fire without warning on a South Korean patrol craft on Monday.", "direct_fire")
    assert [s.value.code for s in draft.targets] == ["KOR:mil"]


def test_shots_fired_beside_broadcast_warnings_warn() -> None:
    text = "Some 20 North Korean soldiers came over the MDL on Friday and went back after the South broadcast warnings and fired shots."
    (draft,) = proposed(text)
    assert {r.value for r in draft.responses} == {"warning_shots", "warning_broadcast"}


def test_what_somebody_came_for_was_not_done() -> None:
    assert told("A North Korean unit came to Seoul on Sunday to assassinate the president.", "direct_fire") == []
    assert told("Soldiers came to the village on Friday and opened fire on villagers.", "direct_fire") != []


def test_days_of_a_month_may_have_more_told_behind_them() -> None:
    text = "South Korean drones intruded into the sky above Pyongyang on October 3, 9 and 10 and scattered leaflets, North Korea said."
    assert sorted(d.when.value.start.day for d in told(text, "air_crossing") if d.when) == [3, 9, 10]
    text = "South Korean drones intruded into the sky above Pyongyang on October 3 and 10 soldiers saw them, North Korea said."
    assert len(told(text, "air_crossing")) == 1


@pytest.mark.parametrize(("text", "kind"), [
    ("A North Korean drone crashed on a hill near Inje in South Korea on Friday.", "air_crossing"),
    ("A Ukrainian drone crashed in Romania on Friday.", "air_crossing"),
    ("A Ukrainian drone slammed into a building in Moscow on Friday.", "air_strike"),
    ("North Korea held a South Korean fishing boat for three weeks in 2005.", "capture"),
    ("The South Korean army took heavy weapons into the DMZ last week, North Korea said.", "weapons_in_zone"),
])  # fmt: skip
def test_what_drones_boats_and_weapons_tell(text: str, kind: str) -> None:
    assert [d.kind for d in proposed(text)] == [kind]
