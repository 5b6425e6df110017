"""What a document says wrongly of an instrument itself is noted with its words; what it says rightly is not."""

from dataclasses import replace

import pytest
from tests.fakes.small_readings import extracted
from tests.unit.findings.law import ARMISTICE, page

from truceline.findings.background import Misstated, misstated
from truceline.model.instrument import Rulebook
from truceline.packs.pack import load_pack

PACK = load_pack()
NAMES = {code: (*each.names, *each.adjectives, *each.people) for code, each in PACK.gazetteer.parties.items()}


def noted(text: str, *books: Rulebook) -> list[tuple[str, str]]:
    document = page(text=text)
    found: tuple[Misstated, ...] = misstated(document, books or (ARMISTICE,), NAMES, PACK.verdict_words)
    return [(each.why.partition(";")[0], document.text[each.span.start : each.span.end]) for each in found]


@pytest.mark.parametrize("text", [
    "The Armistice Agreement was signed in 1953.",
    "The Armistice Agreement, signed by the United Nations Command, North Korea and China, still stands.",
    "South Korea accuses the North of breaking the Armistice Agreement.",
    "A trade pact was signed by South Korea in 1999.",
])  # fmt: skip
def test_what_is_rightly_told_is_not_noted(text: str) -> None:
    assert noted(text) == []


def test_a_party_that_did_not_sign_is_noted_with_its_words() -> None:
    assert noted("The Armistice Agreement was signed by South Korea, North Korea and China.") == [
        ("KOR is named as a signatory", "South Korea")
    ]


def test_a_wrong_year_is_noted() -> None:
    assert noted("The Armistice Agreement was signed in 1950 at Panmunjom.") == [("signed in 1950 as told", "1950")]


MILITARY = next(each for each in PACK.rulebooks if each.instrument.slug == "cma-2018")
BASIC = next(each for each in PACK.rulebooks if each.instrument.slug == "basic-agreement-1992")


def test_a_wrong_year_of_leaving_is_noted_with_the_years_known_of_that_party() -> None:
    told = "North Korea scrapped the Comprehensive Military Agreement in 2021."
    assert noted(told, MILITARY) == [("PRK is told to have left it in 2021", "2021")]
    assert noted("South Korea suspended the Comprehensive Military Agreement in 2022.", MILITARY) == [
        ("KOR is told to have left it in 2022", "2022")
    ]


@pytest.mark.parametrize("text", [
    "North Korea scrapped the Comprehensive Military Agreement in 2023.",
    "South Korea suspended the Comprehensive Military Agreement in part in 2023 and in whole in 2024.",
    "South Korea suspended the Comprehensive Military Agreement in 2024.",
    "The Comprehensive Military Agreement was scrapped in 2021, a columnist wrote.",  # nobody is said to have done so
    "North Korea tested a missile in 2021 and later scrapped the Comprehensive Military Agreement.",
    "China abandoned the Comprehensive Military Agreement in 2020.",  # no party: nothing is known of it
])  # fmt: skip
def test_a_leaving_rightly_told_or_of_nobody_known_is_not_noted(text: str) -> None:
    assert noted(text, MILITARY) == []


def test_a_year_that_a_note_knows_counts_as_known() -> None:
    assert noted("North Korea declared void the Basic Agreement in 2013.", BASIC) == []
    assert [each[1] for each in noted("North Korea declared void the Basic Agreement in 2018.", BASIC)] == ["2018"]


def miscited(text: str) -> list[tuple[str, str]]:
    extraction = extracted(text)
    document = replace(page(text=text), id=extraction.document_id)
    found = misstated(document, (ARMISTICE,), NAMES, PACK.verdict_words, extraction.law_quotes)
    return [(each.why, text[each.span.start : each.span.end]) for each in found]


def test_a_paragraph_cited_for_what_another_says_is_noted() -> None:
    words = "no person, military or civilian, shall be permitted to cross the Military Demarcation Line"
    assert miscited(f"Paragraph 8 of the Armistice Agreement says that “{words}”.") == [
        ("paragraph 8 is cited for what paragraph 7 says", "8")
    ]
    assert miscited("Paragraph 9 of the Armistice Agreement bars both armies from hostile acts within the demilitarized zone.") == [
        ("paragraph 9 is cited for what paragraph 6 says", "9")
    ]
    assert miscited(f"Paragraph 7 of the Armistice Agreement says that “{words}”.") == []
    assert miscited("The Armistice Agreement was broken, under its paragraphs 6 and 8, the Command said.") == []
