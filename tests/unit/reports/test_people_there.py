"""Whose people are who live in a land, and who once left one side and acts from the other's land."""

import pytest
from tests.fakes.small_readings import proposed


def sides_of(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Codes of who did the one act of a kind, and on whom it fell."""
    (draft,) = [d for d in proposed(text) if d.kind == kind]
    return [s.value.code for s in draft.actors], [s.value.code for s in draft.targets]


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("Activists in South Korea sent balloons with leaflets into North Korea on Thursday.", "balloon_launch", ["KOR:civ"]),
    ("Twelve large balloons sent by activists in South Korea were found near the border on Tuesday.", "balloon_launch", ["KOR:civ"]),
    ("Fishermen in Thailand crossed the sea border with Cambodia on Tuesday, the Cambodian navy said.", "sea_crossing", ["THA:civ"]),
    ("Protesters in Syria crossed the fence on the Golan Heights on Sunday. Israel said so.", "ground_crossing", ["SYR:civ"]),
])  # fmt: skip
def test_people_of_a_land_are_its_own(text: str, kind: str, actors: list[str]) -> None:
    assert sides_of(text, kind)[0] == actors


@pytest.mark.parametrize(("text", "kind", "land"), [
    ("Soldiers in Syria fired on a village on Tuesday, Israel said.", "direct_fire", "SYR:civ"),
    ("Two reporters in Lebanon flew balloons across the border on Friday, Israel said.", "balloon_launch", "LBN:civ"),
])  # fmt: skip
def test_soldiers_and_travellers_there_may_be_anybodys(text: str, kind: str, land: str) -> None:
    assert land not in sides_of(text, kind)[0]


@pytest.mark.parametrize(("left", "other", "codes"), [
    ("North Korea", "South Korea", ("KOR:civ", "PRK:gov")),
    ("South Korea", "North Korea", ("PRK:civ", "KOR:gov")),
])  # fmt: skip
def test_who_changed_sides_acts_from_the_other_land(left: str, other: str, codes: tuple[str, str]) -> None:
    flown = f"{left}n defectors flew 20 balloons with leaflets toward {left} on Monday. {other}n police did not stop them."
    assert sides_of(flown, "balloon_launch") == ([codes[0]], [codes[1]])
    there = f"{left} said leaflets scattered by defectors in {other} were found in a village on Tuesday."
    assert sides_of(there, "balloon_launch")[0] == [codes[0]]
    crossed = f"A {left}n defector walked into {other} on Monday."
    assert all(not s.value.code.startswith(codes[0][:3]) for d in proposed(crossed) for s in d.actors)


def test_bad_names_for_people_tell_of_no_office() -> None:
    text = "Twelve balloons sent by the scum in South Korea were found at dawn on Tuesday, North Korea said."
    assert sides_of(text, "balloon_launch")[0] == ["KOR:civ"]
    text = "The military scum of South Korea flew a small plane across the border at Cheorwon on Tuesday, North Korea said."
    assert sides_of(text, "air_crossing")[0] == ["KOR:mil"]
