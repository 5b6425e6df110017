"""Which incidents a listing takes, where days are known as intervals, in several versions, or not at all."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Run

from truceline.model.ids import ReportId, incident_id
from truceline.model.incident import Incident, Variant
from truceline.views.chosen import Wanted, fits, fits_but_for_its_day


def an_incident(*dates: str, actor: str = "PRK:mil", target: str = "KOR:mil") -> Incident:
    told = {"date": dates, "actor": (actor,), "target": (target,)}
    variants = {field: tuple(a_variant(each) for each in values) for field, values in told.items() if values}
    report = ReportId("r1")
    return Incident(
        id=incident_id(report), kind="ground_crossing", reports=(report,), variants=variants, origins=(), documents=(), aliases=()
    )


def a_variant(value: str) -> Variant:
    return Variant(value=value, reports=(), claimants=(), origins=())


JUNE = Wanted(since=date(2024, 6, 1), until=date(2024, 6, 30))


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        (("2024-06-01",), True),
        (("2024-06-30",), True),
        (("2024-05-31",), False),
        (("2024-07-01",), False),
        (("2024-05-20/2024-06-01",), True),
        (("2024",), True),
        (("2024-05",), False),
        (("2024-05-31", "2024-06-02"), True),
        ((), False),
    ],
)
def test_an_incident_fits_where_any_account_lets_it_lie_within_the_days(dates: tuple[str, ...], wanted: bool) -> None:
    assert fits(an_incident(*dates), JUNE) is wanted


def test_an_incident_without_a_day_is_told_apart_from_one_on_another_day() -> None:
    assert fits_but_for_its_day(an_incident(), JUNE)
    assert not fits_but_for_its_day(an_incident("2024-07-01"), JUNE)


def test_without_days_asked_for_all_fit() -> None:
    assert fits(an_incident(), Wanted()) and fits(an_incident("2024-07-01"), Wanted())


@pytest.mark.parametrize("party", ["PRK", "KOR"])
def test_a_party_is_found_on_either_side(party: str) -> None:
    assert fits(an_incident("2024-06-01"), Wanted(party=party))
    assert not fits(an_incident("2024-06-01"), Wanted(party="UNC"))


@pytest.mark.parametrize("command", ["brief", "export", "incidents"])
def test_a_type_that_is_not_known_is_refused_with_those_that_are_near(truceline: Run, small_ledger: Path, command: str) -> None:
    said = truceline(command, "--type", "ground_crosing", "--ledger", small_ledger)
    assert said.code == 2 and "ground_crossing" in said.err


def test_an_export_of_one_type_holds_no_other(truceline: Run, small_ledger: Path) -> None:
    whole = [json.loads(line) for line in truceline("export", "--ledger", small_ledger).out.splitlines()]
    part = [json.loads(line) for line in truceline("export", "--type", "ground_crossing", "--ledger", small_ledger).out.splitlines()]
    assert part == [each for each in whole if each["type"] == "ground_crossing"]
    assert 0 < len(part) < len(whole)
