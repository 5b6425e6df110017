"""A list of days with their places tells one act for each of them."""

from tests.fakes.small_readings import proposed


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(d.when.value.code if d.when else None, d.where.value.name if d.where else None) for d in proposed(text)]


def test_each_day_of_a_list_has_its_own_place() -> None:
    text = "The ministry named three air strikes by Israeli jets: on March 2 at Homs, March 5 near Hama and March 9 in the town of Palmyra."
    assert told(text) == [("2031-03-02", "Homs"), ("2031-03-05", "Hama"), ("2031-03-09", "the town of Palmyra")]


def test_a_place_that_only_one_day_has_makes_no_list() -> None:
    assert len(told("Israeli jets struck Homs on March 2, and the army said on March 5 in Haifa that all had come back.")) == 1
