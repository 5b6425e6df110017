"""A sentence that heads a list of places is no act beside those that the list tells."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[tuple[str, str | None]]:
    return [(d.kind, d.when.value.code if d.when else None) for d in propose(reading(text), pack())]


AIR = "Israeli warplanes struck several villages in Lebanon on 4 May 2000."


def test_what_heads_a_list_of_places_gives_it_its_day_and_its_means() -> None:
    text = f"{AIR} In Tyre, four people were killed in a raid on a house. In Sidon, bombs hit a bakery."
    assert proposed(text) == [("air_strike", "2000-05-04"), ("air_strike", "2000-05-04")]


def test_fighting_told_place_by_place_is_no_fight_of_its_own() -> None:
    text = (
        "Fighting went on in Lebanon on 4 May 2000. In Tyre, Israeli troops clashed with Hezbollah gunmen. "
        "In Sidon, a bomb wounded two Israeli soldiers."
    )
    assert proposed(text) == [("clash", "2000-05-04"), ("explosion", "2000-05-04")]


@pytest.mark.parametrize("text", [
    f"{AIR} In Tyre, the mayor called for calm. In Sidon, shops were closed.",
    f"{AIR} In Tyre, Israeli troops clashed with Hezbollah gunmen.",
])  # fmt: skip
def test_without_two_acts_after_it_a_sentence_tells_one_itself(text: str) -> None:
    assert ("air_strike", "2000-05-04") in proposed(text)
