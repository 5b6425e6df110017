"""Acts that a text puts some days before its news have the month of it, where all the days that are meant lie in one."""

import pytest
from tests.fakes.small_readings import proposed


def days(text: str) -> list[str | None]:
    return [draft.when.value.code if draft.when is not None else None for draft in proposed(text)]


@pytest.mark.parametrize("text", [
    "The visit comes days after Azerbaijani troops shelled the Armenian town of Goris.",
    "The vote comes nearly a week after Armenian troops shelled an Azerbaijani town.",
    "The vote comes a little over a week after Armenian troops shelled an Azerbaijani town.",
    "The talks come after several days of shelling of Sidon by Israeli gunners.",
])  # fmt: skip
def test_some_days_before_the_news_are_of_its_month(text: str) -> None:
    assert days(text) == ["2031-03"]


@pytest.mark.parametrize("text", [
    "The visit comes weeks after Azerbaijani troops shelled the Armenian town of Goris.",
    "The visit comes after Azerbaijani troops shelled the Armenian town of Goris.",
    "Azerbaijani troops shelled the Armenian town of Goris for days.",
])  # fmt: skip
def test_what_may_be_of_another_month_or_of_no_news_has_none(text: str) -> None:
    assert days(text) == [None]


def test_some_days_after_a_told_day_are_of_its_month_where_all_of_them_are() -> None:
    first = "Georgian troops shelled Tskhinvali on January 8."
    assert days(f"{first} Days later, Russian jets bombed the port of Poti.")[-1] == "2031-01"
    assert days(f"{first} Days after that attack, Russian jets bombed the port of Poti.")[-1] == "2031-01"
    assert days("Georgian troops shelled Tskhinvali on January 28. Days later, Russian jets bombed the port of Poti.")[-1] is None
    assert days(f"{first} Days after the vote, Russian jets bombed the port of Poti.")[-1] is None
