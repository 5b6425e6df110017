"""Who names a culprit accuses; who calls an act a crime condemns."""

import pytest
from tests.fakes.small_readings import proposed


def steps(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.act, each.by, each.to) for draft in proposed(text) for each in draft.follow_ups]


@pytest.mark.parametrize(
    "text",
    [
        "Israel said Hezbollah was behind the attack.",
        "Israel said Hezbollah was responsible for the attack.",
        "Israel said Hezbollah fighters had carried out that attack.",
    ],
)
def test_who_names_a_culprit_accuses(text: str) -> None:
    assert steps("Rockets hit Haifa on Monday. " + text) == [("accusation", "ISR:gov", "HZB:mil")]


def test_the_same_words_accuse_either_side() -> None:
    assert steps("Rockets hit Tyre on Monday. Lebanon said Israel was behind the attack.") == [("accusation", "LBN:gov", "ISR:mil")]


def test_nobody_accuses_himself() -> None:
    assert steps("Rockets hit Haifa on Monday. Hezbollah said it was behind the attack.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jordan called the air strike a barbaric crime.",
        "Jordan described the air strike as an act of aggression.",
        "Jordan said the air strike was unacceptable.",
    ],
)
def test_who_gives_an_act_a_bad_name_condemns_it(text: str) -> None:
    assert steps("Israeli jets bombed Sidon on Monday. " + text) == [("condemnation", "JOR:gov", None)]


@pytest.mark.parametrize("text", ["Jordan called the air strike a success.", "Jordan said the air strike was not unacceptable."])
def test_what_is_no_bad_name_or_is_denied_condemns_nothing(text: str) -> None:
    assert steps("Israeli jets bombed Sidon on Monday. " + text) == []
