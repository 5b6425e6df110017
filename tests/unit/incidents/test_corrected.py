"""Values that people type, as the codebook writes them; what is none is refused with what was expected."""

import pytest

from truceline.model.codebook import parse


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("date", "2024-06-20", "2024-06-20"),
        ("date", "2024-06", "2024-06"),
        ("date", "2024", "2024"),
        ("date", "2024-06-01/2024-06-20", "2024-06-01/2024-06-20"),
    ],
)
def test_a_date_keeps_its_precision(field: str, typed: str, code: str) -> None:
    assert parse(field, typed).code == code


def test_months_and_years_run_to_their_last_day() -> None:
    assert parse("date", "2024-02").end.isoformat() == "2024-02-29"
    assert parse("date", "2023").end.isoformat() == "2023-12-31"
    assert parse("date", "2024-12").end.isoformat() == "2024-12-31"


@pytest.mark.parametrize(("typed", "bounds"), [("25", (25, 25)), ("[20,30]", (20, 30)), ("[20,null]", (20, None))])
def test_a_count_is_an_interval(typed: str, bounds: tuple[int, int | None]) -> None:
    found = parse("persons", typed)
    assert (found.low, found.high) == bounds


def test_parties_come_with_their_role() -> None:
    assert [each.code for each in parse("actor", "PRK:mil, KOR:mil")] == ["PRK:mil", "KOR:mil"]


@pytest.mark.parametrize("field", ["date", "place", "actor", "killed"])
def test_nothing_means_not_said(field: str) -> None:
    assert not parse(field, "")


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("date", "2024-13", "is no date"),
        ("date", "20 June", "is no date"),
        ("date", "2024-06-20/2024-06-01", "ends before it begins"),
        ("time", "25:00", "is no time of day"),
        ("actor", "PRK:soldiers", "names no party in a role"),
        ("persons", "about 20", "is no count"),
        ("persons", "[-1,2]", "is no count"),
        ("type", "", "reject it instead"),
        ("colour", "red", "there is no field"),
    ],
)
def test_what_is_no_value_is_refused_with_what_was_expected(field: str, typed: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        parse(field, typed)
