"""One act told of two days is one act a day; a stretch of days, and a day of another clause, are not."""

import pytest
from tests.fakes.small_readings import proposed


def days(text: str) -> list[tuple[str, str]]:
    return [(draft.kind, draft.when.value.code) for draft in proposed(text) if draft.when is not None]


@pytest.mark.parametrize(("text", "told"), [
    ("Armenian forces shelled an Azerbaijani village on March 3 and March 9.",
     [("indirect_fire", "2031-03-03"), ("indirect_fire", "2031-03-09")]),
    ("Armenian forces shelled an Azerbaijani village on March 3 and again on March 9.",
     [("indirect_fire", "2031-03-03"), ("indirect_fire", "2031-03-09")]),
    ("Armenian forces shelled an Azerbaijani village on March 3, March 6 and March 9.",
     [("indirect_fire", "2031-03-03"), ("indirect_fire", "2031-03-06"), ("indirect_fire", "2031-03-09")]),
    ("Israeli air strikes on March 3, March 4 and March 5 killed Syrian soldiers.",
     [("air_strike", "2031-03-03"), ("air_strike", "2031-03-04"), ("air_strike", "2031-03-05")]),
    ("Two Syrian attacks on Feb. 2 and Feb. 8 wounded nine Turkish soldiers near Afrin.",
     [("direct_fire", "2031-02-02"), ("direct_fire", "2031-02-08")]),
    ("Hamas claimed two firebombings, one on an Israeli patrol on Feb. 2 and the other on a bus on Feb. 8.",
     [("explosion", "2031-02-02"), ("explosion", "2031-02-08")]),
])  # fmt: skip
def test_each_of_some_days_has_an_act(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(days(text)) == told


@pytest.mark.parametrize(("text", "told"), [
    ("North Korea fired missiles between March 3 and March 9.", [("missile_launch", "2031-03-03/2031-03-09")]),
    ("Indian and Pakistani troops clashed on March 3 and March 4 near Uri.", [("clash", "2031-03-03/2031-03-04")]),
    ("Israel sent troops to Lebanon on March 3 and March 9.", [("troop_deployment", "2031-03-03")]),
    ("Hamas claimed a firebombing on Feb. 2, the first one since the other group was banned on Feb. 1.", [("explosion", "2031-02-02")]),
    ("Pakistan shelled Uri on March 3 and on March 9 Indian troops crossed the Line of Control.",
     [("ground_crossing", "2031-03-09"), ("indirect_fire", "2031-03-03")]),
])  # fmt: skip
def test_stretches_and_days_of_other_acts_are_not_taken_apart(text: str, told: list[tuple[str, str]]) -> None:
    assert sorted(days(text)) == told


def test_what_both_count_together_stands_on_neither() -> None:
    first, second = proposed("Israeli jets struck Homs on March 3 and March 9, killing six soldiers.")
    assert first.counts == second.counts == []
    assert first.number != second.number
