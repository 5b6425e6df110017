"""Stretches up to now bound a count; they open on a day that can be reckoned, or they are not read."""

from datetime import date

import pytest
from tests.fakes.small_texts import PUBLISHED, pack

from truceline.language.windows import windows


def opened(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    found = []
    for each in windows(text, pack().lexicon, published):
        assert each.window
        assert each.when is not None
        assert each.when.end == (published or each.when.start)
        found.append((text[each.start : each.end], each.when.start.isoformat()))
    return found


@pytest.mark.parametrize(("text", "words", "start"), [
    ("the third since the beginning of March", "since the beginning of March", "2031-03-01"),
    ("the third since December", "since December", "2030-12-01"),
    ("the third since March 4", "since March 4", "2031-03-04"),
    ("the third since June 2019", "since June 2019", "2019-06-01"),
    ("the third since 2018", "since 2018", "2018-01-01"),
    ("three times in less than two weeks", "in less than two weeks", "2031-02-27"),
    ("three times over the past ten days", "over the past ten days", "2031-03-03"),
    ("three times this year", "this year", "2031-01-01"),
    ("three times this week", "this week", "2031-03-10"),
    ("three times since last month", "since last month", "2031-02-01"),
])  # fmt: skip
def test_a_window_opens_on_its_day(text: str, words: str, start: str) -> None:
    assert opened(text) == [(words, start)]


def test_a_window_that_needs_the_day_of_publication_is_not_read_without_it() -> None:
    assert opened("three times this year", None) == []
    assert opened("the third since March", None) == []
    assert opened("the third since June 2019", None) == [("since June 2019", "2019-06-01")]


@pytest.mark.parametrize("text", ["since 2040", "since February 31", "in 999999999999 years", "ever since", "on Monday"])
def test_what_opens_on_no_possible_day_is_no_window(text: str) -> None:
    assert opened(text) == []
