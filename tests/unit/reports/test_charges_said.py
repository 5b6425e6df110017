"""Who is charged with an act without a verb of accusing, by whom, and over which of the acts told."""

import pytest
from tests.fakes.small_readings import proposed


def charges(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.act, each.by, each.to) for draft in proposed(text) for each in draft.follow_ups if each.act == "accusation"]


@pytest.mark.parametrize(
    "text",
    [
        "Israel attributed the attack to Hezbollah.",
        "Israel saw the hand of Hezbollah in the attack.",
        "The attack was the work of Hezbollah, Israel said.",
        "Israel suspects that Hezbollah is behind the attack.",
        "Israel has no doubt that Hezbollah was behind it.",
        "The blame was put on Hezbollah by Israel.",
        "Israel was quick to blame Hezbollah.",
        "Israel pointed an accusing finger at Hezbollah.",
    ],
)
def test_who_is_charged_without_a_verb_of_accusing(text: str) -> None:
    assert {(by, (to or "").split(":")[0]) for _, by, to in charges("Rockets hit Haifa on Monday. " + text)} == {("ISR:gov", "HZB")}


@pytest.mark.parametrize(
    "text",
    [
        "Israel attributed the delay in the talks to Hezbollah.",
        "Israel pinned its hopes on Hezbollah.",
        "The work of Hezbollah was praised by Iran.",
        "Israel does not suspect that Hezbollah is behind the attack.",
        "Israel was not quick to blame Hezbollah.",
        "Smoke came from the Lebanese side of the line, Israel said.",
    ],
)
def test_what_charges_nobody_with_the_act(text: str) -> None:
    assert charges("Rockets hit Haifa on Monday. " + text) == []


def test_whose_positions_the_fire_came_from_is_charged() -> None:
    assert charges("Shots hit a post on Monday. The shots came from the Syrian side, Israel said.")[0] == (
        "accusation",
        "ISR:gov",
        "SYR:mil",
    )


@pytest.mark.parametrize("text", ["blamed each other", "traded accusations over the shelling", "pointed the finger at each other"])
def test_each_of_two_charges_the_other(text: str) -> None:
    found = charges(f"A market was shelled on Monday and six people died. Russia and Ukraine {text}.")
    assert {by for _, by, _ in found} == {"RUS:gov", "UKR:gov"}


def test_who_trades_blame_has_not_done_it() -> None:
    drafts = proposed("A market was shelled on Monday. Israel and Hezbollah traded blame for the attack.")
    assert all(slot.value.party != "ISR" for draft in drafts for slot in draft.actors)


def test_who_speaks_beside_his_words_blames() -> None:
    text = "Two Indian soldiers were killed by sniper fire on Monday, the Indian army said, blaming Pakistani troops."
    assert charges(text) == [("accusation", "IND:army", "PAK:mil")]


def test_a_truce_is_broken_by_the_act_told_before() -> None:
    drafts = proposed("A mortar shell hit a house on Monday. Israel said that Hezbollah was violating the truce.")
    assert [d.kind for d in drafts if any(f.act == "accusation" for f in d.follow_ups)] == ["indirect_fire"]


def test_both_attacks_are_each_of_those_told() -> None:
    text = (
        "An ambush killed three soldiers on Monday and a bomb wounded two others on Tuesday. The Philippine military blamed Abu Sayyaf for "
    )
    assert len(charges(text + "the attacks.")) == 2
    assert len(charges(text + "the bombing.")) == 1
