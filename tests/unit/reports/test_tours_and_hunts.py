"""A tour on which somebody was shot is told of; infiltrators hunted down are a fight; custody is of whom it is said to be."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def told(text: str, kind: str) -> list[Draft]:
    return [d for d in proposed(text) if d.kind == kind]


def test_a_tourist_shot_by_a_soldier_is_told_of_as_any_other() -> None:
    text = (
        "A South Korean tourist was shot dead by a North Korean soldier at the Mount Kumgang resort on Friday, the ministry said. "
        "The woman had walked into a closed area, the North told the tour operator. Seoul stopped the tours at once."
    )
    (draft,) = told(text, "direct_fire")
    assert [s.value.code for s in draft.actors] == ["PRK:mil"] and [s.value.code for s in draft.targets] == ["KOR:civ"]


def test_what_visitors_of_a_museum_see_is_not_done() -> None:
    text = "The museum opened a show on the war on Friday. Visitors saw how North Korea shelled Seoul. A film ended the tour."
    assert proposed(text) == []


@pytest.mark.parametrize("text", [
    "North Korean commandos landed on the east coast on October 30. In the hunt that followed, 110 of them were killed.",
    "A North Korean submarine ran aground near Gangneung. In the manhunt that followed 13 infiltrators were shot dead.",
])  # fmt: skip
def test_infiltrators_killed_in_a_hunt_were_fought(text: str) -> None:
    assert told(text, "clash") != [] and told(text, "direct_fire") == []


def test_a_hunt_for_game_is_none() -> None:
    assert told("Two deer were killed in the hunt near Seoul on Friday.", "clash") == []


def test_who_has_custody_of_somebody_took_him() -> None:
    text = "A North Korean soldier crossed the MDL near Goseong on 3 July. The soldier is in the custody of the Republic of Korea."
    assert all([s.value.party for s in d.actors] == ["KOR"] for d in told(text, "capture"))


def test_the_boat_is_the_boat_and_not_the_navy_that_towed_it() -> None:
    text = (
        "A North Korean fishing boat drifted across the Northern Limit Line on Wednesday, and the South Korean navy towed it back. "
        "The boat with three men aboard was spotted about 3 kilometers south of the line."
    )
    assert [[s.value.party for s in d.actors] for d in told(text, "sea_crossing")] == [["PRK"]]
