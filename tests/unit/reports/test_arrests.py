"""Whom police arrest for a crime is no prisoner of a war; whom forces take, or who fights, is."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def captures(text: str) -> int:
    return sum(draft.kind == "capture" for draft in propose(reading(text), pack()))


@pytest.mark.parametrize("text", [
    "Turkish gendarmes arrested a paratrooper accused of stealing from Syrian refugees.",
    "British police arrested a Syrian diplomat in London.",
    "A Russian sergeant was arrested for the attack on a shopkeeper in Moscow.",
    "An Israeli man was detained on Monday, the radio said.",
    "Turkish police arrested two men in Ankara on Monday.",
    "In Beirut, police said on Monday that they had detained two men over the theft of dynamite.",
    "A mayor was arrested in Ankara on charges of fraud.",
    "Turkish police arrested nine members of a smuggling ring in Ankara.",
    "Detectives arrested a Turkish captain accused of theft on Monday. The captain was arrested in his home on Monday.",
])  # fmt: skip
def test_an_arrest_by_police_takes_no_prisoner(text: str) -> None:
    assert captures(text) == 0


@pytest.mark.parametrize("text", [
    "Turkish police arrested two PKK members accused of smuggling.",
    "Israeli troops detained 15 Palestinians on suspicion of belonging to armed groups.",
    "Syrian soldiers arrested an Israeli sergeant in the Golan Heights on Monday.",
    "Three militants were arrested for the attack on the Indian patrol.",
    "South Korean police captured a North Korean spy near Gangneung.",
    "Turkish police said on Monday that they had arrested two militants in Ankara.",
    "Afghan police arrested two Taliban fighters on Monday.",
])  # fmt: skip
def test_whoever_fights_or_is_taken_by_forces_is_a_prisoner(text: str) -> None:
    assert captures(text) == 1


def test_swapping_the_sides_of_an_arrest_changes_nothing() -> None:
    text = "{} police arrested a {} diplomat in Cyprus."
    assert captures(text.format("Greek", "Turkish")) == captures(text.format("Turkish", "Greek")) == 0
