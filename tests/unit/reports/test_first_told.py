"""A revised toll is the latest: what was first reported gives way; the whole of whom some are told is the toll."""

import pytest
from tests.fakes.small_texts import claim


def killed(text: str, kind: str) -> tuple[int | None, int | None] | None:
    return next(((s.value.low, s.value.high) for s in claim(text, kind).counts if s.value.what == "killed"), None)


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("A bomb blew up a bus in Zhob. Police, who had first reported six deaths, said that 13 passengers were killed.", "explosion", 13),
    ("A shell hit a market in Aden. Medics initially said nine people were killed. By nightfall 15 were dead.", "indirect_fire", 15),
    ("Earlier reports said four soldiers died in the ambush near Tillia. The ministry said seven were killed.", "direct_fire", 7),
    ("Two policemen were among the nine people killed when a bomb exploded in Quetta on Friday.", "explosion", 9),
    ("A rocket struck a wedding hall in Mokha on Monday. Eight children were among the 20 dead.", "indirect_fire", 20),
])  # fmt: skip
def test_the_latest_and_whole_toll_stands(text: str, kind: str, found: int) -> None:
    assert killed(text, kind) == (found, found)


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Gunmen first shot dead three guards at the gate of the camp in Bama. They then killed five officers inside.", "direct_fire", 8),
    ("Police said initially that a bomb in Quetta killed four people.", "explosion", 4),
])  # fmt: skip
def test_what_came_first_or_is_all_that_is_told_counts(text: str, kind: str, found: int) -> None:
    assert killed(text, kind) == (found, found)
