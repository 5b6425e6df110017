"""The comparison itself: it sees what differs, and only that."""

import copy

import pytest

from tests.roads.compare import compare
from tests.roads.road import EXPECTED, rows

DOCUMENT = "crossing-18-june-staff"


@pytest.fixture
def read() -> list[dict]:
    """The expected rows as if the software had read them, each in an incident of its own name."""
    made = copy.deepcopy(rows(EXPECTED))
    for row in made:
        for report in row["reports"]:
            report["incident"] = f"i-{report['event']}"
    return made


def report_of(read: list[dict], document: str) -> dict:
    found: dict = next(row for row in read if row["id"] == document)["reports"][0]
    return found


def test_what_is_the_same_has_no_difference(read: list[dict]) -> None:
    assert not compare(rows(EXPECTED), read).differences


@pytest.mark.parametrize(
    ("field", "value"),
    [("persons", [20, 31]), ("outcome", None), ("date", "2024-06-19"), ("sources", ["KOR:mil"]), ("response", []), ("place", "Cheorwon")],
)
def test_one_changed_value_is_one_difference(read: list[dict], field: str, value: object) -> None:
    report_of(read, DOCUMENT)[field] = value
    (difference,) = compare(rows(EXPECTED), read).differences
    assert difference.key == (DOCUMENT, "KOR-20240618-ground_crossing", field)


def test_lost_and_added_reports_are_named(read: list[dict]) -> None:
    row = next(each for each in read if each["id"] == "dmz-tourism")
    row["reports"].append(copy.deepcopy(report_of(read, DOCUMENT)))
    next(each for each in read if each["id"] == "naqoura-tower")["reports"].clear()
    assert {(each.document, each.field) for each in compare(rows(EXPECTED), read).differences} == {
        ("dmz-tourism", "spurious"),
        ("naqoura-tower", "missed"),
    }


def test_order_within_sets_does_not_matter_but_order_of_relays_does(read: list[dict]) -> None:
    report = report_of(read, "wire-20-june-tidewater")
    report["response"].reverse()
    assert not compare(rows(EXPECTED), read).differences
    report["via"].reverse()
    assert [each.field for each in compare(rows(EXPECTED), read).differences] == ["via"]


def test_count_claims_are_compared_too(read: list[dict]) -> None:
    next(each for each in read if each["id"] == DOCUMENT)["count_claims"][0]["ordinal"] = 3
    assert "ordinal" in {each.field for each in compare(rows(EXPECTED), read).differences}
