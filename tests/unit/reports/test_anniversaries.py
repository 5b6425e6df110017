"""What is marked years later was done that many years before, and not on the day of the marking."""

import pytest
from tests.fakes.small_readings import proposed


def days(text: str, kind: str) -> list[str | None]:
    return [d.when.value.code if d.when else None for d in proposed(text) if d.kind == kind]


@pytest.mark.parametrize(("text", "kind", "told"), [
    ("Lebanon on Monday marked the first anniversary of Israel's shelling of a village near Tyre.", "indirect_fire", "2030-03-10"),
    ("Lebanon marked the first anniversary on Monday of Israel's shelling of a village near Tyre.", "indirect_fire", "2030-03-10"),
    ("South Korea held a rite on Monday for the 20th anniversary of North Korea's shelling of an island.", "indirect_fire", "2011-03-10"),
    ("Lebanon on Monday marked the anniversary of Israel's shelling of a village near Tyre.", "indirect_fire", None),
    ("Lebanon marked the tenth anniversary of Israel's shelling of a village near Tyre.", "indirect_fire", None),
    ("On Monday the army marked the anniversary of the shelling of Yeonpyeong by North Korea on November 23, 2010.", "indirect_fire",
     "2010-11-23"),
])  # fmt: skip
def test_the_day_of_the_marking_is_not_that_of_the_act(text: str, kind: str, told: str | None) -> None:
    assert days(text, kind) == [told]
