"""A list of dated entries is read an entry at a time: no day, place or side of one is lent to another."""

from datetime import date

import pytest
from tests.fakes.small_readings import extracted, reading
from tests.fakes.small_texts import pack

from truceline.model.report import Report
from truceline.reports.chronicles import entries
from truceline.reports.extract import extract

LATER = date(2031, 3, 13)
LIST = """Incidents on the border since the truce:

2019 - Two Indian soldiers are hacked to death by Pakistani soldiers in the Poonch sector of the Line of Control.

June 15, 2021: Pakistani gunners shell a village near Uri, killing four people.

* 3 August 2024 -- A Pakistani soldier crosses the Line of Control near Kupwara and is captured.
"""


def read(text: str) -> list[Report]:
    return sorted(extracted(text, published=LATER).reports, key=lambda report: report.quote.start)


def test_each_entry_has_its_own_day_place_and_dead() -> None:
    told = [(r.claim.when.value.code, r.claim.where.value.name.split()[-1]) for r in read(LIST) if r.claim.when and r.claim.where]
    assert ("2021-06-15", "Uri") in told
    assert ("2024-08-03", "Kupwara") in told
    assert {day for day, _ in told} == {"2019", "2021-06-15", "2024-08-03"}
    assert [
        (c.value.low, c.value.what) for r in read(LIST) if r.claim.when and r.claim.when.value.code == "2021-06-15" for c in r.claim.counts
    ] == [(4, "killed")]


def test_what_one_entry_names_is_no_line_of_another() -> None:
    text = "June 15, 2021: Soldiers of both Koreas meet at the truce village.\n\nMay 3, 2022: North Korean gunners shell Yeonpyeong Island."
    (fired,) = read(text)
    assert fired.claim.kind.value == "indirect_fire"
    assert fired.claim.line is None or all("truce" not in text[e.start : e.end] for e in fired.claim.line.evidence)


def test_one_act_sure_enough_speaks_for_the_whole_list() -> None:
    text = (
        "- May 3, 2030 - North Korean troops fire several shots at a South Korean guard post in Cheorwon, wounding two soldiers.\n"
        "- June 9, 2030 - About 20 North Korean soldiers cross the MDL and go back after warning shots."
    )
    assert {r.claim.when.value.code for r in read(text) if r.claim.when} == {"2030-05-03", "2030-06-09"}


@pytest.mark.parametrize("text", [
    "North Korean soldiers crossed the line on June 9. On June 18 they crossed it again.",
    "June 9, 2030: North Korean soldiers crossed the line. They went back after warning shots.",
    "SEOUL, June 9 -- Soldiers crossed the line on Tuesday.\n\nSEOUL, June 10 -- The army said so.",
])  # fmt: skip
def test_a_story_is_no_list(text: str) -> None:
    assert entries(reading(text, published=LATER)) == []
    extract(reading(text, published=LATER), pack())
