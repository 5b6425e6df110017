"""What was done overnight, as somebody said on a told day, was done by that day."""

from datetime import date

import pytest
from tests.fakes.small_readings import proposed

THURSDAY = date(2031, 3, 13)


def days(text: str) -> list[str | None]:
    return [draft.when.value.code if draft.when else None for draft in proposed(text, published=THURSDAY)]


@pytest.mark.parametrize(("text", "day"), [
    ("On Sunday, the Syrian army said that it had carried out 11 airstrikes overnight near Homs.", "2031-03-09"),
    ("The Syrian army said Tuesday that its guns shelled Homs overnight.", "2031-03-11"),
    ("Turkey said on Monday that its jets had bombed Kurdish positions in Iraq overnight.", "2031-03-10"),
])  # fmt: skip
def test_the_night_is_that_before_the_day_of_saying(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize("text", [
    "The Syrian army said that its guns shelled Homs overnight.",
    "Syrian guns shelled Homs overnight. The army said on Tuesday that talks would go on.",
    "Syrian guns, which the army had moved on Tuesday, shelled Homs overnight.",
    "The Syrian army said on Thursday that its guns shelled Homs overnight.",
])  # fmt: skip
def test_else_it_is_that_before_the_news(text: str) -> None:
    assert days(text)[0] == "2031-03-13"
