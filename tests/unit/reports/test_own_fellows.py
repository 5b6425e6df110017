"""Who is shot by his own comrades, from which land a missile came, and how much was fired as the next sentence tells it."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


@pytest.mark.parametrize(("who", "where", "code"), [("North Korean", "South", "PRK:mil"), ("South Korean", "North", "KOR:mil")])
def test_comrades_are_of_the_same_side(who: str, where: str, code: str) -> None:
    (draft,) = told(f"A {who} soldier was shot by his own comrades as he fled to the {where} at Panmunjom on Monday.", "direct_fire")
    assert [s.value.code for s in draft.actors] == [s.value.code for s in draft.targets] == [code]


@pytest.mark.parametrize(("who", "code"), [("North Korean", "PRK:mil"), ("South Korean", "KOR:mil")])
def test_comrades_whose_side_is_named_are_of_that_side(who: str, code: str) -> None:
    drafts = told(
        f"A soldier fled across the line at Panmunjom. His {who} comrades fired 40 bullets, hitting the man with five.", "direct_fire"
    )
    assert [s.value.code for d in drafts for s in d.actors] == [code]


def test_soldiers_of_the_other_side_are_no_comrades() -> None:
    (draft,) = told("A North Korean soldier was shot by South Korean guards at Panmunjom on Monday.", "direct_fire")
    assert [s.value.code for s in draft.actors] == ["KOR:mil"]


def test_a_missile_fired_from_a_land_was_fired_by_it() -> None:
    (draft,) = told("The military detected two missiles fired from Sunan toward the East Sea on Friday.", "missile_launch")
    assert [s.value.party for s in draft.actors] == ["PRK"]
    (draft,) = told("The military detected two missiles near Sunan that were fired toward the East Sea on Friday.", "missile_launch")
    assert [s.value.party for s in draft.actors if s.value.party != "UNK"] == []


def test_rounds_told_in_the_next_sentence_are_those_of_the_fire() -> None:
    text = "A South Korean unit fired a machine gun toward a post in the North on 27 January. Four rounds were fired in the Cheorwon area."
    (draft,) = told(text, "direct_fire")
    assert [c.value.low for c in draft.counts if c.value.what == "rounds"] == [4]


def test_rounds_of_another_day_are_another_act() -> None:
    text = "A South Korean unit fired a machine gun toward a guard post on 27 January. On 3 March four rounds were fired near Cheorwon."
    assert len(told(text, "direct_fire")) == 2


def test_the_unification_ministry_is_of_the_south() -> None:
    (draft,) = proposed("North Korea blew up the liaison office in Kaesong on Tuesday, the unification ministry said.")
    assert [a.speaker.value.party for a in draft.attributions] == ["KOR"]
