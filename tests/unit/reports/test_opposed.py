"""One side is not both who acts and on whom it falls, unless the sentence says so."""

import pytest
from tests.fakes.small_readings import proposed


def sides(text: str, kind: str) -> tuple[set[str], set[str]]:
    draft = next(d for d in proposed(text) if d.kind == kind)
    return {s.value.code for s in draft.actors}, {s.value.code for s in draft.targets}


@pytest.mark.parametrize(("text", "kind", "party"), [
    ("Syria sent its troops to Lebanon on Monday.", "troop_deployment", "SYR:mil"),
    ("Russia launched its first airstrikes in Syria on Monday.", "air_strike", "RUS:mil"),
])  # fmt: skip
def test_what_a_side_sends_or_launches_is_no_target(text: str, kind: str, party: str) -> None:
    actors, targets = sides(text, kind)
    assert party in actors
    assert party not in targets


def test_who_came_under_fire_did_not_fire_it() -> None:
    actors, targets = sides("Israeli soldiers came under attack near Jenin on Monday and shot back.", "direct_fire")
    assert targets == {"ISR:mil"}
    assert "ISR:mil" not in actors
