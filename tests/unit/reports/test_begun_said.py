"""Charges that tell who began."""

import pytest
from tests.fakes.small_readings import proposed

CLASH = "Thai and Cambodian troops clashed near Ta Krabey on Monday. "
BOTH = {("accusation", "THA:mil", "KHM:mil"), ("accusation", "KHM:mil", "THA:mil")}


def steps(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.act, each.by, each.to) for draft in proposed(text) for each in draft.follow_ups]


@pytest.mark.parametrize(
    "text",
    ["Each side says the other started it.", "Each has said that the other began it.", "Each side accused the other of shooting first."],
)
def test_each_says_that_the_other_began(text: str) -> None:
    assert set(steps(CLASH + text)) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "{} said that {} troops had fired first.",
        "{} said that {} forces had opened fire first.",
        "{} said that {} troops had started the fighting.",
        "{} said that {} forces had provoked the clash.",
    ],
)
@pytest.mark.parametrize(
    ("by", "to", "found"),
    [("Thailand", "Cambodian", ("accusation", "THA:gov", "KHM:mil")), ("Cambodia", "Thai", ("accusation", "KHM:gov", "THA:mil"))],
)
def test_who_says_that_the_other_began_accuses_either_side_alike(text: str, by: str, to: str, found: tuple[str, str, str]) -> None:
    assert steps(CLASH + text.format(by, to)) == [found]


@pytest.mark.parametrize(
    "text", ["Thailand said that Cambodian troops had not fired first.", "Thailand said that Cambodia had started a school there."]
)
def test_who_says_nothing_of_who_began_the_fight_accuses_nobody(text: str) -> None:
    assert steps(CLASH + text) == []


def test_whose_fire_is_said_to_have_answered_another_accuses_over_it() -> None:
    found = proposed("North Korean guns shelled South Korean troops near Haeju on Monday. Pyongyang said that South Korea had fired first.")
    (shelled,) = [d for d in found if {s.value.party for s in d.actors} == {"PRK"}]
    assert [(s.act, s.by, s.to) for s in shelled.follow_ups] == [("accusation", "PRK:gov", "KOR:mil")]
