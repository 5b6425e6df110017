"""What people are taken as is said of them, and is nobody beside them."""

import pytest
from tests.fakes.small_texts import claim, claims


@pytest.mark.parametrize(("text", "taken", "whom"), [
    ("FARC guerrillas took three judges hostage in Bogota on Monday.", (3, 3), ["COL:gov"]),
    ("FARC guerrillas took hostage the garrison commander and his deputy in Bogota on Monday.", (2, 2), ["COL:mil"]),
    ("Taliban fighters took 12 policemen prisoner in Herat on Monday.", (12, 12), ["AFG:gov"]),
    ("FARC guerrillas took the general hostage in Bogota on Monday.", (1, 1), ["COL:mil"]),
    ("Carlos Rey, the Colombian judge whom FARC guerrillas took hostage in March, was freed.", (1, 1), ["COL:gov"]),
    ("Nine soldiers were taken hostage by FARC guerrillas in Bogota on Monday.", (9, 9), ["COL:mil"]),
    ("FARC guerrillas took 14 people hostage at a school in Colombia on Monday.", (14, 14), ["COL:civ"]),
])  # fmt: skip
def test_a_bare_noun_after_those_taken_says_as_what_they_are_held(text: str, taken: tuple[int, int], whom: list[str]) -> None:
    found = claim(text, "capture")
    assert [(c.value.low, c.value.high) for c in found.counts if c.value.what == "captured"] == [taken]
    assert [s.value.code for s in found.targets] == whom


def test_one_with_an_article_is_a_person() -> None:
    assert claims("FARC guerrillas killed a hostage in Bogota on Monday.", "capture") == []
    (held,) = claims("FARC guerrillas have held the last hostage in Bogota since Monday.", "capture")
    assert held.targets[0].value.role == "civ"
