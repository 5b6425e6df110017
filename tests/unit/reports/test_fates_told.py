"""What a text tells of people afterwards, each from a small text of its own (published on 20 June 2024, a Thursday)."""

import pytest
from tests.unit.reports.test_counts import read

from truceline.model.report import PersonFate

TAKEN = "Cambodian troops seized three Thai soldiers near the temple on June 9, the army said. "


def told(text: str) -> list[tuple[str, str | None, int | None, str | None]]:
    found: list[PersonFate] = [slot.value for report in read(text).reports for slot in report.fates]
    return [(each.fate, each.of, each.low, each.when.code if each.when else None) for each in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two of the captured soldiers were freed on Wednesday.", ("released", "THA:mil", 2, "2024-06-19")),
        ("One of the captured soldiers died on June 11.", ("died", "THA:mil", 1, "2024-06-11")),
        ("The three are being held in the capital.", ("held", "THA:mil", 3, None)),
        ("They were handed over on June 12.", ("released", "THA:mil", None, "2024-06-12")),
        ("The prisoners are receiving medical care.", ("treated", "THA:mil", None, None)),
        ("Cambodia handed over the body of one captured soldier on June 15.", ("body_returned", "THA:mil", 1, "2024-06-15")),
    ],
)
def test_a_fate_stands_on_the_report_of_the_people_with_its_own_day(text: str, wanted: tuple[str, str, int | None, str | None]) -> None:
    assert wanted in told(TAKEN + text)


@pytest.mark.parametrize(
    "text",
    [
        "The captured soldiers will be released on Friday.",
        "The captured soldiers have not been released.",
        "The ministry demanded that the captured soldiers be freed.",
        "The captured soldiers refused to be handed over.",
        "The mayor died on Wednesday.",
        "The report was released on Wednesday.",
    ],
)
def test_what_has_not_happened_or_is_of_others_is_no_fate(text: str) -> None:
    assert told(TAKEN + text) == []


def test_the_wounded_who_die_later_are_told_with_the_day_of_it() -> None:
    text = "Three Thai soldiers were wounded when a mine exploded on the border on June 9. One of the wounded soldiers died on June 11."
    assert told(text) == [("died", "THA:mil", 1, "2024-06-11")]


def test_who_did_it_is_not_whom_it_was_done_to() -> None:
    text = "Two Indian soldiers who had been detained by Chinese troops on June 9 were handed back on June 12."
    assert told(text) == [("released", "IND:mil", 2, "2024-06-12")]


def test_no_name_of_a_person_comes_into_a_fate() -> None:
    text = TAKEN + "One of the captured soldiers, Somchai Dee, died on June 11."
    found = [slot for report in read(text).reports for slot in report.fates]
    assert [text[span.start : span.end] for slot in found for span in slot.evidence] == ["died"]
    assert "Somchai" not in repr([slot.value for slot in found])


def test_exchanging_the_sides_exchanges_whose_people_they_are_and_nothing_else() -> None:
    text = "North Korean troops seized two South Korean soldiers on June 9. The captured soldiers were freed on June 12."
    swapped = text.replace("North", "*").replace("South", "North").replace("*", "South")
    (one,), (two,) = told(text), told(swapped)
    assert (one[1], two[1]) == ("KOR:mil", "PRK:mil")
    assert (one[0], *one[2:]) == (two[0], *two[2:])
