"""How many are on no list: right where the truth is known, an interval that holds as often as it says, nothing where nothing bounds it."""

from collections.abc import Sequence
from random import Random

import pytest

from truceline.incidents.loglinear import models, unseen


def expected(number: int, chances: Sequence[float], together: float = 1.0) -> list[int]:
    """The table that so many incidents give on average; who is on list 0 is on list 1 with ``together`` times the odds."""
    cells = [0.0] * (1 << len(chances))
    for cell in range(len(cells)):
        share = 1.0
        for at, chance in enumerate(chances):
            odds = chance / (1 - chance) * (together if at == 1 and cell & 1 else 1.0)
            share *= odds / (1 + odds) if cell >> at & 1 else 1 / (1 + odds)
        cells[cell] = number * share
    return [round(each) for each in cells]


def drawn(chance: Random, number: int, chances: Sequence[float]) -> list[int]:
    """One table drawn by chance."""
    cells = [0] * (1 << len(chances))
    for _ in range(number):
        cells[sum(1 << at for at, each in enumerate(chances) if chance.random() < each)] += 1
    return cells


def test_independent_lists_give_the_number_on_none() -> None:
    cells = expected(200, (0.5, 0.4, 0.3))
    found = unseen(cells, 3)
    assert found is not None
    assert found.middle == pytest.approx(cells[0], abs=3)
    assert found.models[0][0] == ()


def test_two_lists_that_go_together_are_told_and_the_number_still_found() -> None:
    cells = expected(400, (0.5, 0.4, 0.45), together=8.0)
    found = unseen(cells, 3)
    assert found is not None
    assert found.models[0][0] == ((0, 1),)
    assert found.low <= cells[0] <= found.high
    assert found.middle == pytest.approx(cells[0], rel=0.15)


def test_the_ninety_per_cent_interval_holds_as_often_as_it_says() -> None:
    chance = Random(1951)
    inside = 0
    for _ in range(200):
        cells = drawn(chance, 60, (0.55, 0.45, 0.35))
        found = unseen(cells, 3)
        assert found is not None
        inside += found.low <= cells[0] <= found.high
    assert 0.80 <= inside / 200 <= 0.98


def test_a_fourth_list_narrows_the_interval() -> None:
    three, four = (expected(120, chances) for chances in ((0.4, 0.4, 0.4), (0.4, 0.4, 0.4, 0.4)))
    fewer, more = unseen(three, 3), unseen(four, 4)
    assert fewer is not None
    assert more is not None
    assert more.high - more.low < fewer.high - fewer.low


def test_the_cell_that_nobody_sees_is_not_looked_at() -> None:
    cells = expected(100, (0.5, 0.4, 0.3))
    assert unseen([0, *cells[1:]], 3) == unseen([999, *cells[1:]], 3)


def test_lists_that_share_nothing_give_no_number() -> None:
    assert unseen([0, 9, 8, 0, 7, 0, 0, 0], 3) is None


def test_the_order_of_the_lists_changes_nothing() -> None:
    cells = [0, 14, 9, 6, 7, 4, 3, 5]
    turned = [cells[(cell >> 1 & 1) | (cell >> 2 & 1) << 1 | (cell & 1) << 2] for cell in range(8)]
    one, two = unseen(cells, 3), unseen(turned, 3)
    assert one is not None
    assert two is not None
    assert (one.low, one.middle, one.high) == (two.low, two.middle, two.high)


def test_models_are_all_pairs_of_three_lists_and_up_to_three_pairs_of_four() -> None:
    assert len(list(models(3))) == 8
    assert max(map(len, models(4))) == 3


@pytest.mark.parametrize(("cells", "lists"), [([0, 1, 1, 1], 2), ([0] * 32, 5), ([0, 1], 3)])
def test_two_lists_too_many_lists_or_a_table_of_another_size_are_refused(cells: list[int], lists: int) -> None:
    with pytest.raises(ValueError, match="lists"):
        unseen(cells, lists)
