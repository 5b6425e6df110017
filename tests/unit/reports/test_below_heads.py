"""The date that heads a paragraph of a chronicle is the day of what is narrated below it."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.reports.drafted import Draft


def days(text: str, kind: str) -> list[str | None]:
    return [d.when.value.code if d.when else None for d in proposed(text, published=None) if d.kind == kind]


@pytest.mark.parametrize("head", ["April 5, 1965. ", "5 April 1965: ", "5 April 1965 - ", "April 5, 1965\n"])
def test_a_date_before_the_first_sentence_is_its_day(head: str) -> None:
    text = head + "Two North Korean MiG fighters attacked a U.S. reconnaissance plane off Wonsan."
    assert days(text, "direct_fire") == ["1965-04-05"]


def test_the_sentences_after_it_are_of_that_day_too() -> None:
    text = "9 May 1974: North Korean soldiers crossed the MDL near Paju. South Korean guards fought them and two soldiers were killed."
    assert set(days(text, "ground_crossing") + days(text, "clash")) == {"1974-05-09"}


def test_a_day_without_its_year_is_of_the_year_of_the_head() -> None:
    text = "15 November 1974: Troops found a tunnel under the MDL. On November 20, two members of a UNC team were killed by a booby trap."
    assert days(text, "explosion") == ["1974-11-20"]
    text = "15 November 1974: Troops found a tunnel under the MDL. On January 3, two members of a UNC team were killed by a booby trap."
    assert days(text, "explosion") == ["1975-01-03"]


@pytest.mark.parametrize("text", [
    "2 May 1967. A court in Seoul heard the case. Weeks later KPA soldiers ambushed a UNC patrol south of the MDL.",
    "2 May 1967. A court in Seoul heard the case.\n\nKPA soldiers ambushed a UNC patrol south of the MDL.",
    "On 2 May 1967 a court in Seoul heard the case. KPA soldiers will ambush a UNC patrol south of the MDL.",
])  # fmt: skip
def test_what_is_of_another_time_or_paragraph_is_not_of_that_day(text: str) -> None:
    drafts: list[Draft] = proposed(text, published=None)
    assert all(d.when is None or d.when.value.code != "1967-05-02" for d in drafts)
