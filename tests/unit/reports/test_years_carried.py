"""A month or day without its year goes on from the date told before it."""

import pytest
from tests.fakes.small_texts import claims


def day(text: str, kind: str) -> str | None:
    (found,) = claims(text, kind)
    return found.when.value.code if found.when is not None else None


@pytest.mark.parametrize(("first", "then", "code"), [
    ("In June 2012 Israeli troops crossed into Lebanon.", "On July 3", "2012-07-03"),
    ("On June 6, 2012, Israeli troops crossed into Lebanon.", "In August", "2012-08"),
    ("On June 6, 2012, Israeli troops crossed into Lebanon.", "On the 9th", "2012-06-09"),
    ("In June 2030 Israeli troops crossed into Lebanon.", "In September of that year", "2030-09"),
])  # fmt: skip
def test_a_bare_date_is_of_the_year_told_before_it(first: str, then: str, code: str) -> None:
    assert day(f"{first} {then} Israeli jets bombed Beirut.", "air_strike") == code


@pytest.mark.parametrize(("first", "then", "code"), [
    ("On Tuesday Israeli troops crossed into Lebanon.", "On Feb. 3", "2031-02-03"),  # the text has gone on to now
    ("In June 2012 Israeli troops crossed into Lebanon.", "In April", "2030-04"),  # before it in the year
    ("In January 2012 Israeli troops crossed into Lebanon.", "In February", "2031-02"),  # news of late
    ("In June 2029 Israeli troops crossed into Lebanon. On Tuesday they left.", "In July", "2030-07"),
])  # fmt: skip
def test_a_bare_date_that_does_not_go_on_is_of_the_last_year(first: str, then: str, code: str) -> None:
    assert day(f"{first} {then} Israeli jets bombed Beirut.", "air_strike") == code
