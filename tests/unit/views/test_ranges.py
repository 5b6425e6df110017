"""Low and high over all accounts; best only where all of them agree."""

from tests.fakes.tellings import telling

from truceline.incidents.assemble import assemble
from truceline.model.report import Report
from truceline.views.ranges import Range, ranges


def of(*reports: Report) -> dict[str, Range]:
    return ranges(assemble(reports, {}, {}))


def test_accounts_that_can_all_be_right_have_a_best_within_all() -> None:
    assert of(telling("a", persons=(20, 30)), telling("b", persons=(24, 99)))["persons"] == Range(low=20, high=99, best=(24, 30))


def test_accounts_that_disagree_have_no_best() -> None:
    assert of(telling("a", killed=(1, 1)), telling("b", killed=(3, 3)))["killed"] == Range(low=1, high=3, best=None)


def test_an_open_end_stays_open() -> None:
    assert of(telling("a", killed=(3, None)))["killed"] == Range(low=3, high=None, best=(3, None))


def test_a_day_within_a_month_is_best_and_two_days_are_not() -> None:
    assert of(telling("a", day="2024-06"), telling("b", day="2024-06-18"))["date"].best == ("2024-06-18", "2024-06-18")
    assert of(telling("a", day="2024-06-18"), telling("b", day="2024-06-19"))["date"].best is None


def test_what_nobody_tells_has_no_range() -> None:
    assert of(telling("a")) == {}
