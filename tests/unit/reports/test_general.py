"""What is told in general is no act; a day or a number of its own makes it one."""

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "The commander is responsible for bomb attacks against Afghan patrols.",
    "The leader oversaw a group that was involved in ambushes and roadside bombings.",
    "The leader coordinated rocket attacks against Afghan troops.",
    "He brought the rebels weapons for attacks on Afghan troops.",
    "He supplies the rebels with mortars from Iran.",
    "The Polisario is a movement of rebels fighting Morocco.",
    "The president praised the fight against the Taliban.",
    "Syria has been fighting Hezbollah for years.",
    "The vote set off protests and clashes in Beirut.",
])  # fmt: skip
def test_what_somebody_stands_for_or_does_as_a_rule_is_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("The commander is responsible for two bomb attacks against Afghan patrols.", ["explosion"]),
    ("The commander is responsible for bomb attacks against Afghan patrols on Tuesday.", ["explosion"]),
    ("The commander is responsible for the bomb attack on the Afghan patrol.", ["explosion"]),
    ("Syrian troops fought Hezbollah near Hama on Tuesday.", ["clash"]),
])  # fmt: skip
def test_a_number_a_day_or_a_pointing_word_makes_it_one(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds


def test_both_sides_are_read_alike() -> None:
    text = "The {} commander is responsible for attacks against {} patrols."
    assert extracted(text.format("Israeli", "Syrian")).reports == extracted(text.format("Syrian", "Israeli")).reports == ()
