"""Whose people and forces of no told side are: the land that a dateline, a name beside the place or the rebels' own name tells."""

import pytest
from tests.fakes.small_texts import claim


def targets(text: str, kind: str) -> list[str]:
    return [slot.value.code for slot in claim(text, kind).targets]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("MULTAN, Pakistan (AP) - A rocket hit a bus station here on Tuesday, killing nine people.", "indirect_fire", ["PAK:civ"]),
    ("A drone hit a petrol station in Kologi, southern Sudan, on Friday. Six civilians died.", "air_strike", ["SDN:civ"]),
    ("In Iraq, gunmen shot dead a tribal leader in the town of Halwa on Saturday.", "direct_fire", ["IRQ:gov"]),
    ("Rebels in Nepal ambushed an army convoy near Pandaun on Monday, killing seven soldiers.", "direct_fire", ["NPL:mil"]),
    ("Peruvian guerrillas killed three policemen near Uchiza on Friday.", "direct_fire", ["PER:gov"]),
])  # fmt: skip
def test_words_beside_the_place_tell_the_land(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Shells hit a clinic in Beit Dajan on Friday, Jordan said. Two nurses were wounded.", "indirect_fire", ["UNK:civ"]),
    ("PARIS (AP) - A rocket hit a bus station in Halwa on Tuesday, killing nine people.", "indirect_fire", ["UNK:civ"]),
])  # fmt: skip
def test_who_speaks_or_where_was_written_tells_no_land(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("A car bomb went off in a market in Mogadishu on Saturday. Ten people were killed.", "explosion", ["SOM:civ"]),
    ("Gunmen opened fire in a cafe in Maiduguri on Friday. Nine people died.", "direct_fire", ["NGA:civ"]),
])  # fmt: skip
def test_several_hurt_are_the_people_of_the_land(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize(("text", "kind"), [
    ("A bomb went off in Mogadishu on Saturday. Nobody was hurt.", "explosion"),
    ("Palestinian gunmen opened fire near Emmanuel in the West Bank. Seven people were killed.", "direct_fire"),
])  # fmt: skip
def test_nobody_hurt_and_a_partys_own_land_tell_no_target(text: str, kind: str) -> None:
    assert targets(text, kind) == []
