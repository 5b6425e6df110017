"""One side's fire that the text goes on to call a fight is that fight; whoever died in it is told with it."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "Hezbollah gunmen opened fire on an Israeli patrol near Tyre on Tuesday. Two soldiers died in the firefight.",
    "Israeli troops and Hezbollah gunmen exchanged fire near Tyre on Tuesday. Each side said the other had fired first.",
    "Israeli troops and Hezbollah gunmen exchanged fire near Tyre on Tuesday. Two Israeli soldiers were shot.",
])  # fmt: skip
def test_fire_that_is_part_of_a_fight_is_told_with_it(text: str) -> None:
    assert proposed(text) == ["clash"]


@pytest.mark.parametrize("text", [
    "Hezbollah gunmen opened fire on an Israeli patrol near Tyre on Tuesday. A battle near Sidon on Friday killed two soldiers.",
    "Israeli troops and Hezbollah gunmen exchanged fire near Tyre on Tuesday. Two Israeli soldiers were shot in Sidon on Friday.",
])  # fmt: skip
def test_fire_of_another_day_and_place_is_not(text: str) -> None:
    assert len(proposed(text)) == 2
