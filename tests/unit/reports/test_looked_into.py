"""Inquiries without a word for one, those who say of themselves that they did it, and those who did as others had."""

import pytest
from tests.fakes.small_readings import proposed

SHELLED = "Shells fired from Syria hit a house in Kiryat Shmona on Sunday, killing a farmer. "
SHOT = "Israeli soldiers shot dead a shepherd near Hebron on Monday. "


def steps(text: str) -> list[tuple[str, str | None]]:
    return [(each.act, (each.by or "").split(":")[0] or None) for draft in proposed(text) for each in draft.follow_ups]


@pytest.mark.parametrize(
    "text",
    [
        "United Nations observers went to the village to examine the crater.",
        "The United Nations sent a team to determine the facts.",
        "United Nations observers were trying to establish who had fired.",
        "United Nations observers are analysing the fragments.",
        "The United Nations said that it was reviewing the incident.",
        "The United Nations said that the incident was under review.",
    ],
)
def test_who_examines_what_an_act_left_looks_into_it(text: str) -> None:
    assert steps(SHELLED + text) == [("investigation", "UN")]


@pytest.mark.parametrize(
    "text",
    [
        "Journalists went to the village to examine the crater.",
        "Lebanon urged the United Nations to examine the crater.",
        "The United Nations should examine the crater.",
        "The United Nations is to examine its budget next week.",
        "The United Nations said that the budget was under review.",
        "United Nations observers went to the village to find what they needed.",
    ],
)
def test_what_others_are_asked_to_examine_and_what_is_no_act_is_no_inquiry(text: str) -> None:
    assert ("investigation", "UN") not in steps(SHELLED + text)


def test_who_acted_apologises_by_being_sorry_and_others_mourn() -> None:
    assert steps(SHOT + "Israel said it was sorry for the mistake.") == [("apology", "ISR")]
    assert steps(SHOT + "The German chancellor said she was sorry for the family.") == []


def test_what_somebody_says_to_have_fired_is_what_was_told_before() -> None:
    text = "Rockets hit the airport at Kandahar on Friday. The Taliban said their men had fired them."
    (draft,) = proposed(text)
    assert draft.kind == "indirect_fire"
    assert steps(text) == [("confirmation", "TALIBAN")]


def test_who_did_the_same_takes_the_same_step() -> None:
    assert steps(SHOT + "Jordan condemned the shooting, as did Egypt.") == [("condemnation", "JOR"), ("condemnation", "EGY")]
    assert steps(SHOT + "Jordan condemned the shooting, and so did Egypt.") == [("condemnation", "JOR"), ("condemnation", "EGY")]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan condemned all forms of violence.",
        "Jordan condemned terrorism in all its forms.",
        "Jordan condemned any attack on aid workers.",
    ],
)
def test_what_is_condemned_in_general_is_no_act(text: str) -> None:
    assert steps(SHOT + text) == []


def test_who_joins_others_in_a_step_takes_it_with_them() -> None:
    assert steps(SHOT + "Jordan joined Egypt in condemning the shooting.") == [("condemnation", "JOR"), ("condemnation", "EGY")]
    assert steps(SHOT + "Jordan and Egypt joined in the condemnation.") == [("condemnation", "JOR"), ("condemnation", "EGY")]


def test_what_is_confirmed_to_come_is_no_act_confirmed() -> None:
    assert steps(SHOT + "Jordan confirmed that talks with Israel would go ahead.") == []
    assert steps(SHOT + "United Nations observers verified the incident.") == [("confirmation", "UN")]
    assert steps(SHOT + "The United Nations could not be sure and had not verified the incident.") == []
