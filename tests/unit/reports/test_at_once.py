"""One name for both sides of a theatre, pacts told by their year or in part, launches told by who oversaw them or how they failed."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


@pytest.mark.parametrize("text", [
    "The two Koreas exchanged machine-gun fire across the border on Friday.",
    "Navies of the two Koreas fought a gun battle on Saturday, leaving four South Korean sailors dead.",
])  # fmt: skip
def test_the_two_of_one_name_fought_each_other(text: str) -> None:
    (draft,) = told(text, "clash")
    assert {s.value.code for s in draft.actors} == {"PRK:mil", "KOR:mil"}
    assert not [c for c in draft.counts if c.value.what == "persons"]


def test_the_name_alone_is_no_side_of_another_act() -> None:
    (draft,) = told("The two Koreas held talks on Friday. North Korea fired a missile on Monday.", "missile_launch")
    assert [s.value.party for s in draft.actors] == ["PRK"]


def test_the_year_of_a_pact_is_not_when_it_was_scrapped() -> None:
    (draft,) = told("India scrapped the truce of 2003 in November.", "suspension")
    assert draft.when is not None and draft.when.value.start.month == 11
    (draft,) = told("India scrapped the truce of 2003.", "suspension")
    assert draft.when is None


def test_a_part_of_a_pact_can_be_suspended() -> None:
    text = "Pyongyang scrapped the inter-Korean military agreement in November after Seoul suspended part of it."
    assert {s.value.party for d in told(text, "suspension") for s in d.actors} == {"PRK", "KOR"}
    assert told("Seoul suspended part of the train service after the agreement was signed with the union.", "suspension") == []


def test_who_oversaw_a_launch_is_of_the_state_that_launched() -> None:
    (draft,) = told("Kim Jong Un oversaw the launch of a cruise missile on Sunday, state media said.", "missile_launch")
    assert [s.value.party for s in draft.actors] == ["PRK"]


def test_a_rocket_that_fell_after_a_launch_is_no_shelling() -> None:
    text = "North Korea tried to put a satellite into orbit on Wednesday, but the rocket fell into the sea after its second stage failed."
    assert [d.kind for d in proposed(text)] == ["missile_launch"]
    assert told("The rebels fired at the town on Wednesday, and a rocket fell into a market in Aleppo.", "indirect_fire") != []


def test_a_helicopter_made_to_land_was_not_sent() -> None:
    text = "A U.S. Army helicopter strayed across the MDL on Friday and was forced to land in North Korea."
    assert [d.kind for d in proposed(text)] == ["air_crossing"]
    assert told("U.S. Marines landed in Somalia on Friday.", "troop_deployment") != []
