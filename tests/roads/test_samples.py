"""The sample dispatches through the real road: every field and the whole ledger as written by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.roads.compare import Comparison, compare
from tests.roads.compare_ledger import faults
from tests.roads.road import DISPATCHES, EXPECTED, EXPECTED_LEDGER, coded, names, rows, view_of
from truceline.model.ledger_view import LedgerView

GAPS = yaml.safe_load((Path(__file__).parent / "known_gaps.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def read() -> list[dict[str, Any]]:
    return coded()


@pytest.fixture(scope="module")
def comparison(read: list[dict[str, Any]]) -> Comparison:
    return compare(rows(EXPECTED), read)


@pytest.fixture(scope="module")
def view() -> LedgerView:
    return view_of()


@pytest.fixture(scope="module")
def wanted() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(EXPECTED_LEDGER.read_text(encoding="utf-8"))
    return loaded


def test_every_dispatch_is_read_and_none_refused(read: list[dict[str, Any]], view: LedgerView) -> None:
    assert sorted(row["id"] for row in read) == names()
    assert sorted(each.name for each in view.documents.values()) == names()
    assert not view.refusals


def test_every_field_is_as_a_coder_wrote_it(comparison: Comparison) -> None:
    known = {(each["document"], each["event"], each["field"]) for each in GAPS["fields"]}
    new = [str(each) for each in comparison.differences if each.key not in known]
    assert not new, f"{len(new)} differences that known_gaps.yaml does not name:\n" + "\n".join(new) + "\n\n" + comparison.table()


def test_known_gaps_are_gaps_still(comparison: Comparison, wanted: dict[str, Any], view: LedgerView) -> None:
    open_fields = {each.key for each in comparison.differences}
    open_ledger = {(each.key, each.aspect) for each in faults(wanted, comparison, view)}
    closed = [each for each in GAPS["fields"] if (each["document"], each["event"], each["field"]) not in open_fields]
    closed += [each for each in GAPS["ledger"] if (each["key"], each["aspect"]) not in open_ledger]
    assert not closed, f"closed, so take them out of known_gaps.yaml: {closed}"


def test_every_known_gap_has_its_reason() -> None:
    assert all(each.get("reason") for each in (*GAPS["fields"], *GAPS["ledger"]))


def test_ledger_is_as_written_by_hand(comparison: Comparison, wanted: dict[str, Any], view: LedgerView) -> None:
    known = {(each["key"], each["aspect"]) for each in GAPS["ledger"]}
    new = [str(each) for each in faults(wanted, comparison, view) if (each.key, each.aspect) not in known]
    assert not new, f"{len(new)} faults that known_gaps.yaml does not name:\n" + "\n".join(new)


def test_every_quote_stands_in_its_document(read: list[dict[str, Any]], view: LedgerView) -> None:
    texts = {each.name: f"{each.text}\n{each.title or ''}" for each in view.documents.values()}
    lost = [(row["id"], report["quote"]) for row in read for report in row["reports"] if report["quote"] not in texts[row["id"]]]
    assert not lost


def test_expected_ledger_names_every_expected_report(wanted: dict[str, Any]) -> None:
    told = {(row["id"], report["event"]) for row in rows(EXPECTED) for report in row["reports"]}
    assert told == {(document, each["key"]) for each in wanted["incidents"] for document in each["documents"]}


def test_samples_say_that_they_are_samples() -> None:
    for path in sorted(DISPATCHES.iterdir()):
        for line in path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text(encoding="utf-8")]:
            assert "written for the Truceline project" in line, path.name
