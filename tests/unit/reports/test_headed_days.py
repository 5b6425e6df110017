"""The day over a form or a log is that of what stands under it; that of a letter or a press release is not."""

from datetime import date

import pytest
from tests.fakes.small_readings import proposed

LATER = date(2031, 3, 13)
FIRED = "North Korean soldiers fired four rounds at a South Korean guard post."


def days(text: str) -> list[str | None]:
    return [draft.when.value.code if draft.when else None for draft in proposed(text, published=LATER)]


@pytest.mark.parametrize(("text", "day"), [
    (f"Date of incident: 3 May 2030\nLocation: Cheorwon\n{FIRED}", "2030-05-03"),
    (f"Date: 3 May 2030\nPlace: Cheorwon\nWhat happened: {FIRED}", "2030-05-03"),
    (f"Special report\nDate: 3 May 2030\nTime: 10:25\n{FIRED}", "2030-05-03"),
    ("Incident log, sector east, 3 May 2030\n0815 hrs - " + FIRED, "2030-05-03"),
    ("Situation report for 3 May 2030\n\nAt 07:41, " + FIRED[:1].upper() + FIRED[1:], "2030-05-03"),
    ("Events of 3 May 2030:\n- 06:20: " + FIRED, "2030-05-03"),
])  # fmt: skip
def test_the_day_over_a_form_or_a_log_is_that_of_its_acts(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize("text", [
    f"Press statement, 3 May 2030\n\n{FIRED}",
    f"Date: 3 May 2030\n\n{FIRED}",
    f"Report, 3 May 2030\n\n{FIRED}",
    f"Letter of 3 May 2030 to the President of the Security Council\n\n{FIRED}",
])  # fmt: skip
def test_the_day_of_a_paper_is_not(text: str) -> None:
    assert days(text) == [None]


def test_each_log_has_its_own_day_and_an_own_day_stands() -> None:
    text = f"Incident log, 3 May 2030\n08:15: {FIRED}\nIncident log, 4 May 2030\n09:30: {FIRED.replace('four', 'nine')}"
    assert days(text) == ["2030-05-03", "2030-05-04"]
    assert days(f"Date of incident: 3 May 2030\nOn 1 May {FIRED}") == ["2030-05-01"]
