"""What a document says wrongly of an instrument itself is noted with its words; what it says rightly is not."""

import pytest
from tests.unit.findings.law import ARMISTICE, page

from truceline.findings.background import Misstated, misstated
from truceline.packs.pack import load_pack

PACK = load_pack()
NAMES = {code: (*each.names, *each.adjectives, *each.people) for code, each in PACK.gazetteer.parties.items()}


def noted(text: str) -> list[tuple[str, str]]:
    document = page(text=text)
    found: tuple[Misstated, ...] = misstated(document, (ARMISTICE,), NAMES, PACK.verdict_words)
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
