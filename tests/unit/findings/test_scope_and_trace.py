"""Dates against periods, and three-valued logic."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.findings.law import incident

from truceline.findings.facts import Facts, read_facts
from truceline.findings.scope import within_days
from truceline.findings.trace import all_of, any_of, opposite
from truceline.model.finding import Answer
from truceline.model.instrument import Period

ALL = tuple(Answer)
PERIOD = Period(start=date(1953, 7, 27), end=date(2000, 12, 31), at="22:00")


def on(code: str | None, clock: str | None = None) -> Facts:
    fields = {"actor": ["PRK:mil"]} | ({"date": code} if code else {}) | ({"time": clock} if clock else {})
    return read_facts(incident("ground_crossing", fields), {}, {})


@pytest.mark.parametrize(("code", "clock", "answer"), [
    ("1953-07-26", None, Answer.NO),
    ("1953-07-27", "21:59", Answer.NO),
    ("1953-07-27", "22:00", Answer.YES),
    ("1953-07-27", None, Answer.UNKNOWN),
    ("1953-07", None, Answer.UNKNOWN),
    ("1953", None, Answer.UNKNOWN),
    ("1954", None, Answer.YES),
    ("1999-02", None, Answer.YES),
    ("2000-12-31", None, Answer.YES),
    ("2000-12-31/2001-01-02", None, Answer.UNKNOWN),
    ("2001", None, Answer.NO),
    (None, None, Answer.UNKNOWN),
])  # fmt: skip
def test_a_day_is_inside_outside_or_over_the_edge_of_a_period(code: str | None, clock: str | None, answer: Answer) -> None:
    assert within_days(PERIOD, on(code, clock)) is answer


@pytest.mark.parametrize("code", ["2024-13-01", "yesterday", "2024-02-30", "2024/2023/1", "9999999", ""])
def test_a_date_that_is_none_is_an_unknown_day_and_no_crash(code: str) -> None:
    facts = on(code or None)
    assert (facts.first_day, facts.last_day) == (None, None)


@given(st.lists(st.sampled_from(ALL), max_size=5))
def test_or_is_and_turned_over(answers: list[Answer]) -> None:
    assert any_of(answers) is opposite(all_of(opposite(each) for each in answers))


def test_unknown_is_never_rounded_to_yes_or_no() -> None:
    for left, right in product(ALL, ALL):
        if Answer.UNKNOWN in (left, right):
            assert all_of((left, right)) is (Answer.NO if Answer.NO in (left, right) else Answer.UNKNOWN)
            assert any_of((left, right)) is (Answer.YES if Answer.YES in (left, right) else Answer.UNKNOWN)
