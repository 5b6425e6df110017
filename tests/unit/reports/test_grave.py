"""Grave allegations are marked by their words, whoever is blamed, and change nothing else."""

import pytest
from tests.fakes.small_readings import extracted, reading

from truceline.cli.coded import coded
from truceline.model.report import Report

TOLD = "North Korean soldiers shot five prisoners of South Korea near the border on Tuesday, an official in Seoul said, and spoke of a "
MARKED, PLAIN = TOLD + "war crime.", TOLD + "sad day."


def first(text: str) -> Report:
    return extracted(text).reports[0]


def test_a_grave_allegation_is_marked_with_its_words() -> None:
    (slot,) = first(MARKED).grave
    assert slot.value == "war crime"
    assert [MARKED[span.start : span.end] for span in slot.evidence] == ["war crime"]


def test_the_coded_record_says_that_nothing_of_it_is_verified() -> None:
    (row,) = coded(reading(MARKED).document, extracted(MARKED), {})["reports"]
    assert row["grave"] == [{"what": "war crime", "words": ["war crime"], "verified": False}]


def test_a_report_without_such_words_is_not_marked() -> None:
    assert first(PLAIN).grave == ()
    assert "grave" not in coded(reading(PLAIN).document, extracted(PLAIN), {})["reports"][0]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("in what it called a massacre", "killing of civilians in numbers"),
        ("and tortured two of them", "torture"),
        ("and accused them of ethnic cleansing", "persecution of a people"),
        ("and said that a general had personally ordered it", "guilt of a person"),
    ],
)
def test_each_kind_of_grave_allegation_is_told_apart(words: str, what: str) -> None:
    text = f"North Korean soldiers shot five villagers near the border of South Korea on Tuesday {words}, an official in Seoul said."
    assert what in {slot.value for report in extracted(text).reports for slot in report.grave}


def test_the_same_words_mark_either_side() -> None:
    swapped = MARKED.replace("North", "@").replace("South", "North").replace("@", "South").replace("Seoul", "Pyongyang")
    assert [slot.value for slot in first(swapped).grave] == [slot.value for slot in first(MARKED).grave]


def test_the_mark_changes_no_type_count_or_day() -> None:
    marked, plain = first(MARKED).claim, first(PLAIN).claim
    assert (marked.kind.value, [c.value for c in marked.counts], marked.when and marked.when.value) == (
        plain.kind.value, [c.value for c in plain.counts], plain.when and plain.when.value,
    )  # fmt: skip
