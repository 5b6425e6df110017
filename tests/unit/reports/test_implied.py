"""Acts told by counting: the one that a later act is the first since, and those of the days in a row before it."""

import pytest
from tests.fakes.small_readings import proposed


def days(text: str, kind: str) -> list[str]:
    return sorted(d.when.value.code for d in proposed(text) if d.kind == kind and d.when is not None)


@pytest.mark.parametrize(("text", "kind", "told"), [
    ("A North Korean jet intruded into South Korean airspace on Monday, the first such incursion since 2019.", "air_crossing",
     ["2019", "2031-03-10"]),
    ("North Korea launched a ballistic missile on Monday for the first time since January.", "missile_launch", ["2031-01", "2031-03-10"]),
    ("North Korea jammed GPS signals on Tuesday for the second day in a row.", "jamming", ["2031-03-10", "2031-03-11"]),
    ("Israeli jets bombed Gaza on Wednesday for a third straight day.", "air_strike", ["2031-03-10/2031-03-11", "2031-03-12"]),
])  # fmt: skip
def test_the_act_before_is_an_event_of_its_own(text: str, kind: str, told: list[str]) -> None:
    assert days(text, kind) == told


def test_nothing_but_kind_sides_and_day_is_known_of_it() -> None:
    text = "North Korea fired 12 shells at a South Korean island on Monday, killing four marines, the first such firing since 2019."
    before = next(d for d in proposed(text) if d.when is not None and d.when.value.code == "2019")
    assert (before.counts, before.where, before.outcome, before.time) == ([], None, None, None)
    assert {s.value.party for s in before.actors} == {"PRK"}
    assert before.when is not None
    assert text[before.when.evidence[0].start : before.when.evidence[0].end] == "first such firing since 2019"


@pytest.mark.parametrize(("text", "kind", "told"), [
    ("The envoys met on Monday for the first time since 2019, after Israeli jets bombed Gaza on Sunday.", "air_strike", ["2031-03-09"]),
    ("Israeli jets bombed Gaza on Monday, the first raid since the beginning of 2031.", "air_strike", ["2031-03-10"]),
    ("North Korean soldiers crossed the Military Demarcation Line for the second day in a row.", "ground_crossing", []),
    ("North Korea jammed GPS signals on Tuesday for the second day in a row. It had jammed them on Monday too.", "jamming",
     ["2031-03-10", "2031-03-11"]),
])  # fmt: skip
def test_what_counts_something_else_or_from_no_told_day_adds_nothing(text: str, kind: str, told: list[str]) -> None:
    assert days(text, kind) == told
