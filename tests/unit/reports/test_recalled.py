"""What a sentence only recalls beside an act gives it neither its day nor itself."""

import pytest
from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import claims

from truceline.reports.drafted import Draft


def proposed_of(text: str, kind: str) -> list[Draft]:
    return [draft for draft in proposed(text) if draft.kind == kind]


@pytest.mark.parametrize(("text", "kind"), [
    ("North Korea annulled the 1953 armistice.", "suspension"),
    ("Syria armed the rebels who seized Kabul in August.", "arms_transfer"),
    ("US jets bombed Kabul in response to the 2001 attacks.", "air_strike"),
    ("Turkey shelled Kurdish posts in Syria in violation of the October 2029 truce.", "indirect_fire"),
])  # fmt: skip
def test_a_date_that_tells_another_thing_apart_is_no_day_of_the_act(text: str, kind: str) -> None:
    (found,) = claims(text, kind)
    assert found.when is None


@pytest.mark.parametrize(("text", "day"), [
    ("Israel bombed Gaza in the 2029 war.", "2029"),
    ("Israel said on Monday that it had bombed Gaza in the assault, which started on March 3.", "2031-03-03"),
    ("Two Israeli soldiers were killed during the March 3 shelling of Sderot.", "2031-03-03"),
])  # fmt: skip
def test_the_date_of_what_the_act_was_part_of_is_its_own(text: str, day: str) -> None:
    found = [*claims(text, "air_strike"), *claims(text, "indirect_fire")]
    assert [c.when.value.code for c in found if c.when] == [day]


def test_the_day_of_what_is_answered_is_no_day_of_the_answer() -> None:
    (fired,) = claims(
        "Hamas fired two mortar shells at Sderot in revenge for the Israeli assassination of a commander in March.", "indirect_fire"
    )
    assert fired.when is None


def test_the_day_of_saying_gives_way_to_a_looser_one_of_the_act() -> None:
    (fought,) = claims("Israeli troops killed eight Hezbollah guerrillas in a weekend clash, the army announced on Thursday.", "clash")
    assert fought.when is not None and fought.when.value.code == "2031-03-08/2031-03-09"


def test_days_of_fighting_that_came_before_a_fight_are_told_beside_it_and_not_on_its_day() -> None:
    text = "Monday's clashes between Hamas and Fatah in Gaza came after several days of skirmishing between the two militias."
    first, before = claims(text, "clash")
    assert first.when is not None and first.when.value.code == "2031-03-10"
    assert before.when is not None and before.when.value.code == "2031-03"  # some days before it, all of one month


def test_days_of_fighting_that_an_act_was_part_of_are_one_fight() -> None:
    (_,) = claims("Hamas and Fatah clashed in Gaza on Monday, in several days of fighting between the two militias.", "clash")


def test_a_shooting_with_its_own_day_and_place_is_no_part_of_the_fighting_that_goes_on_about_it() -> None:
    text = (
        "On Monday, PKK militants walked into a market in Diyarbakir and opened fire on policemen, killing four. "
        "It comes after weeks in which fighting between the Turkish army and the PKK has driven thousands from their homes."
    )
    (shot,) = proposed_of(text, "direct_fire")
    assert [c.value.high for c in shot.counts if c.value.what == "killed"] == [4]
    assert all(not fought.counts for fought in proposed_of(text, "clash"))
