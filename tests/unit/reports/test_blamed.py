"""Whom an act is laid to that nobody is told to have done: who claims it, or who alone is blamed for it."""

import pytest
from tests.fakes.small_readings import proposed

from truceline.model.report import Modality

FIRST = "A car bomb killed two soldiers in Mosul on Monday. "


def told(text: str) -> tuple[list[str], Modality]:
    (draft,) = [d for d in proposed(text) if d.kind == "explosion"]
    return [s.value.code for s in draft.actors], draft.modality


def test_who_claims_an_act_has_done_it() -> None:
    assert told(FIRST + "Islamic State claimed responsibility.") == (["ISIL:mil"], Modality.ACTUAL)


@pytest.mark.parametrize("text", ["The government blamed Islamic State.", "The bombing was blamed on Islamic State."])
def test_who_alone_is_blamed_is_said_to_have_done_it(text: str) -> None:
    assert told(FIRST + text) == (["ISIL:mil"], Modality.ALLEGED)


@pytest.mark.parametrize(
    "text",
    [
        "Turkey confirmed the attack.",
        "The government blamed Islamic State and Turkey.",
        "The army said it would look into the bombing.",
    ],
)
def test_who_only_confirms_it_or_is_one_of_two_that_are_blamed_is_not_known_to_have_done_it(text: str) -> None:
    assert told(FIRST + text) == ([], Modality.ACTUAL)


def test_blame_goes_to_what_nobody_is_told_to_have_done_before_what_another_has() -> None:
    found = proposed("Turkish jets bombed Qandil on Sunday. A car bomb killed two officers in Ankara on Monday. Turkey blamed the PKK.")
    assert [(d.kind, [s.act for s in d.follow_ups]) for d in found] == [("air_strike", []), ("explosion", ["accusation"])]


def test_a_doer_whom_the_text_tells_stands() -> None:
    (draft,) = proposed("Israeli jets bombed Sidon on Monday. Lebanon blamed Syria.")
    assert [s.value.code for s in draft.actors] == ["ISR:mil"]


def test_who_says_to_have_planted_the_bomb_claims_it() -> None:
    found = [(s.act, s.by) for d in proposed(FIRST + "Islamic State said it had planted the bomb.") for s in d.follow_ups]
    assert found == [("confirmation", "ISIL")]


@pytest.mark.parametrize(
    "text",
    ["The attack was claimed by Islamic State.", "Islamic State, an offshoot of al-Qaeda, said that its men had carried out the attack."],
)
def test_who_claims_it_in_other_words_has_done_it(text: str) -> None:
    assert told(FIRST + text) == (["ISIL:mil"], Modality.ACTUAL)


def test_gunmen_of_a_land_are_of_the_group_that_claims_their_act() -> None:
    text = "Palestinian gunmen shot dead an Israeli soldier near Hebron on Monday. The al-Aqsa Martyrs Brigades claimed responsibility."
    (draft,) = proposed(text)
    assert [s.value.code for s in draft.actors] == ["AAMB:mil"]
