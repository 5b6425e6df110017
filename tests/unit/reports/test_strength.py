"""How strong those are who act, where the number stands apart from their noun, and what a number before an act's own noun counts."""

import pytest
from tests.fakes.small_readings import proposed


def numbers(text: str, what: str) -> list[tuple[int | None, int | None]]:
    return [(c.value.low, c.value.high) for d in proposed(text) for c in d.counts if c.value.what == what]


@pytest.mark.parametrize(("who", "low", "high"), [
    ("A 200-strong force of Taliban fighters", 200, 200), ("Taliban fighters, numbering about 300,", 300, 300),
    ("Taliban fighters, estimated at 300,", 300, 300), ("A Taliban force 200 strong", 200, 200),
    ("Taliban fighters, some 140 of them,", 140, 140), ("A Taliban force numbering between 50 and 75", 50, 75),
    ("Between 50 and 75 Taliban fighters", 50, 75),
])  # fmt: skip
def test_a_number_apart_from_the_noun_counts_those_who_act(who: str, low: int, high: int) -> None:
    assert numbers(f"{who} attacked an Afghan army base near Kunduz on Monday.", "persons") == [(low, high)]


@pytest.mark.parametrize("told", [
    "Casualties, numbering about 300, were taken to hospital when Taliban fighters attacked an Afghan army base on Monday.",
    "Taliban fighters attacked an Afghan army base with a 200-strong garrison on Monday.",
])  # fmt: skip
def test_a_number_of_others_does_not(told: str) -> None:
    assert numbers(told, "persons") == []


@pytest.mark.parametrize("number", ["between 20 and 30", "from 20 to 30"])
def test_what_stands_after_a_number_that_begins_with_a_preposition_is_the_object(number: str) -> None:
    assert numbers(f"Ethiopia deployed {number} soldiers to Somalia on Monday.", "persons") == [(20, 30)]


@pytest.mark.parametrize(("told", "rounds"), [
    ("North Korea staged two long-range missile launches on Monday.", [(2, 2)]),
    ("South Korea carried out three missile tests on Monday.", [(3, 3)]),
    ("North Korea has carried out 20 missile tests so far this year.", []),
])  # fmt: skip
def test_so_many_launches_are_so_many_missiles(told: str, rounds: list[tuple[int, int]]) -> None:
    assert numbers(told, "rounds") == rounds


@pytest.mark.parametrize(("told", "vehicles", "persons"), [
    ("Two U.S. fighters shot down a Libyan jet over the sea on Monday.", [(2, 2)], []),
    ("The U.S. Navy shot down two Libyan fighters over the sea on Monday.", [], []),
    ("Two Taliban fighters shot at an Afghan soldier near Kunduz on Monday.", [], [(2, 2)]),
])  # fmt: skip
def test_a_fighter_that_is_shot_down_or_shoots_one_down_is_an_aircraft(
    told: str, vehicles: list[tuple[int, int]], persons: list[tuple[int, int]]
) -> None:
    assert (numbers(told, "vehicles"), numbers(told, "persons")) == (vehicles, persons)
