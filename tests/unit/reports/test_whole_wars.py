"""A war as a whole is no act; what is told of one day of it is."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose


def proposed(text: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text), pack())]


@pytest.mark.parametrize("text", [
    "Israel captured the Golan Heights in the 1967 war.",
    "Some 60,000 Iraqi soldiers were taken prisoner during the war.",
    "The two sides fought a short war in 2006 that killed 1,200 people.",
    "The 33-day war killed 1,200 people in Lebanon.",
    "The major fought in the 1991 Gulf War, in which American troops drove the Iraqi army out of Kuwait.",
    "Fighting between Ukrainian troops and rebels broke out in April 2029 and has since killed more than 10,000 people.",
])  # fmt: skip
def test_a_war_told_as_a_whole_is_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("Israel captured the town of Tyre on June 9, 1982, in a war with Lebanon.", ["clash"]),
    ("Syrian troops captured the town of Tyre on Monday.", ["clash"]),
    ("Fighting between Ukrainian troops and rebels broke out in April and killed 12 people.", ["clash"]),
    ("Some 60 Iraqi soldiers were taken prisoner by Iran on Monday.", ["capture"]),
    ("A Syrian soldier killed 12 people in Lebanon on Monday.", ["direct_fire"]),
])  # fmt: skip
def test_an_act_of_a_war_is_one(text: str, kinds: list[str]) -> None:
    assert proposed(text) == kinds
