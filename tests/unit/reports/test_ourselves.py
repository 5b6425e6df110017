"""Who says "we" did it himself; who was named before did not."""

import pytest
from tests.fakes.small_readings import proposed

AGENCY = "Pyongyang, March 12 (KCNA) -- The commander of the corps spoke of the South Korean army on Monday. "


def parties(text: str, kind: str) -> tuple[set[str], set[str]]:
    (found,) = (d for d in proposed(text) if d.kind == kind)
    return {s.value.party for s in found.actors}, {s.value.party for s in found.targets}


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), [
    ('"We shelled the rebel camp on Monday," said Colonel Ahmed of the Sudanese army.', "indirect_fire", {"SDN"}, {"UNK"}),
    ("The rebels attacked us on Monday, a Chadian army spokesman said.", "direct_fire", {"UNK"}, {"TCD"}),
    ("We clashed with the Indian army on Monday, a Pakistani army officer said.", "clash", {"IND", "PAK"}, set()),
    (AGENCY + "We fired artillery shells near the border with South Korea on Monday.", "indirect_fire", {"PRK"}, set()),
])  # fmt: skip
def test_we_are_the_side_of_whoever_speaks(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    told = parties(text, kind)
    assert (told[0], told[1] if targets else set()) == (actors, targets)


def test_of_a_speaker_of_no_side_nothing_follows() -> None:
    text = "Israeli troops came into the village on Monday. They fired at us in the street, a villager said."
    (found,) = (d for d in proposed(text) if d.kind == "direct_fire")
    assert "ISR" not in {s.value.party for s in found.targets}
