"""Runs the worked cases of merging in ``merging.yaml``, in any order of the tellings and with the two Koreas exchanged."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.fakes.tellings import document, extractions, telling

from truceline.incidents.merge import merge
from truceline.model.report import Report, Stance
from truceline.packs.pack import load_pack

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "merging.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
ONTOLOGY = load_pack().ontology
OTHER = {"PRK": "KOR", "KOR": "PRK"}


def plain(value: Any) -> Any:
    """A day that YAML made a date of, as text again."""
    return value.isoformat() if isinstance(value, date) else value


def made(told: dict[str, Any]) -> tuple[Report, str, str]:
    """A report, with the name and the day of its document."""
    fields = {key: plain(value) for key, value in told.items() if key not in ("name", "kind", "published", "stance")}
    if "stance" in told:
        fields["stance"] = Stance(told["stance"])
    for name in ("persons", "rounds", "killed", "wounded", "captured"):
        if name in fields:
            fields[name] = tuple(int(each) for each in fields[name])
    report = telling(told["name"], told.get("kind", "ground_crossing"), **fields)
    return report, told.get("of", told["name"]), plain(told["published"])


def groups(tellings: list[dict[str, Any]]) -> set[frozenset[str]]:
    """Which tellings came to be one incident."""
    every = [made(each) for each in tellings]
    documents = {each.id: each for each in (document(name, day) for _, name, day in every)}
    found = merge(extractions([report for report, _, _ in every]), documents, ONTOLOGY)
    return {frozenset(key.removeprefix("r-") for key in each.reports) for each in found.incidents}


def exchanged(value: Any) -> Any:
    """The same with the two Koreas in each other's place."""
    if isinstance(value, dict):
        return {key: exchanged(each) for key, each in value.items()}
    if isinstance(value, list):
        return [exchanged(each) for each in value]
    if isinstance(value, str) and value.partition(":")[0] in OTHER:
        return OTHER[value[:3]] + value[3:]
    return value


@pytest.mark.parametrize("case", CASES, ids=lambda each: each["name"])
def test_case(case: dict[str, Any]) -> None:
    wanted = {frozenset(each) for each in case["incidents"]}
    for order in permutations(case["tellings"]):
        assert groups(list(order)) == wanted, case["why"]


@pytest.mark.parametrize("case", CASES, ids=lambda each: each["name"])
def test_case_with_the_sides_exchanged(case: dict[str, Any]) -> None:
    assert groups(exchanged(case["tellings"])) == {frozenset(each) for each in case["incidents"]}
