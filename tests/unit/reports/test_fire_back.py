"""Fire that answers fire just told is its response; with counts of its own it is a report beside it (codebook 3)."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.drafted import Draft
from truceline.reports.extract import propose

LEAD = "Hezbollah gunmen fired on an Israeli patrol near Tyre on Tuesday."


def proposed(text: str) -> list[Draft]:
    return propose(reading(text), pack())


@pytest.mark.parametrize("text", [
    f"{LEAD} Israeli troops fired back.",
    f"{LEAD} Israeli troops shot back, but nobody was hit.",
    f"{LEAD} Israeli troops returned fire. No one was hurt.",
    f"{LEAD} Israeli troops responded with machine-gun fire.",
])  # fmt: skip
def test_fire_in_answer_is_a_response(text: str) -> None:
    (only,) = proposed(text)
    assert (only.kind, [r.value for r in only.responses]) == ("direct_fire", ["return_fire"])


@pytest.mark.parametrize("text", [
    f"{LEAD} Israeli troops returned fire, killing two of them.",
    f"{LEAD} Israeli troops fired on a Hezbollah post near Sidon on Wednesday.",
    "Israeli troops fired back near Tyre on Tuesday. Shops were closed. Schools too. On Friday Hezbollah gunmen fired on a patrol.",
])  # fmt: skip
def test_fire_with_a_toll_or_a_day_of_its_own_is_a_report(text: str) -> None:
    assert len(proposed(text)) == 2
