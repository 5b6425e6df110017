"""In a piece of opinion only what has its day is an act; the same words are news under another title."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reports.extract import propose

UNDATED = "Israeli jets bombed the town of Tyre."
DATED = "Israeli jets bombed the town of Tyre on Monday."


def proposed(text: str, title: str) -> list[str]:
    return [draft.kind for draft in propose(reading(text, title=title), pack())]


@pytest.mark.parametrize("title", ["Opinion: The war that nobody wants", "OP-ED | A plan for Lebanon", "Editorial - Stop the war"])
def test_opinion_without_a_day_is_no_act(title: str) -> None:
    assert proposed(UNDATED, title) == []
    assert proposed(DATED, title) == ["air_strike"]


@pytest.mark.parametrize("title", ["Jets bomb Tyre", "Opinion polls show a shift", "Public opinion: what Israelis think"])
def test_news_without_a_day_is_an_act(title: str) -> None:
    assert "air_strike" in proposed(UNDATED, title)
