"""The two sides of a fight: allies are one of them, what is inferred gives way to what is told, a land is none."""

import pytest
from tests.fakes.small_readings import proposed


def fights(text: str) -> list[list[str]]:
    return [sorted(s.value.code for s in d.actors) for d in proposed(text) if d.kind == "clash"]


def test_allies_in_arms_do_not_fight_one_another() -> None:
    text = (
        "Iraq and the Islamic State fight over Anbar. Iraqi forces, backed by the U.S.-led coalition, clashed near Ramadi on Monday. "
        "Fighting raged in Ramadi on Tuesday."
    )
    assert all("ISIL:mil" in sides for sides in fights(text))
    assert fights(text)


def test_a_fight_that_names_nobody_is_the_one_told_most_often() -> None:
    text = (
        "Syrian soldiers clashed with Israeli soldiers on Saturday. Amal militiamen fought Hezbollah fighters in Jbaa on Sunday. "
        "Amal clashed with Hezbollah in Sidon on Monday. Twelve men were hurt in the battles."
    )
    found = [sorted(s.value.code for s in d.actors) for d in proposed(text) if d.kind == "clash" and 3 in d.indexes]
    assert found == [["AMAL:mil", "HZB:mil"]]


@pytest.mark.parametrize(("where", "side"), [("Israel", "ISR:mil"), ("Syria", "SYR:mil")])
def test_the_edge_of_a_land_is_no_side(where: str, side: str) -> None:
    text = f"An Amal militiaman was wounded in fighting with Hezbollah on the edge of {where}'s buffer zone on Monday."
    assert [side in sides for sides in fights(text)] == [False]


def test_a_land_in_which_others_fought_is_not_who_owns_their_battle() -> None:
    text = "Rival gunmen fought with grenades in Beirut on Monday, the third day of their latest battle."
    assert all("LBN:mil" not in sides for sides in fights(text))


def test_people_joined_to_the_land_of_others_fight_beside_them() -> None:
    text = (
        "The Democratic Republic of Congo blamed the CNDP on Sunday. "
        "UN peacekeeping forces in the Democratic Republic of Congo and government troops drove CNDP rebels out of Sake on Monday."
    )
    assert fights(text)[-1] == ["CNDP:mil", "COD:mil", "MONUC:mon"]


@pytest.mark.parametrize(("state", "group", "code"), [
    ("Yemeni", "Houthi", ["HOUTHI:mil"]),
    ("Israeli", "Hezbollah", ["HZB:mil"]),
])  # fmt: skip
def test_what_a_state_has_was_shelled_by_the_one_group_that_it_fights(state: str, group: str, code: list[str]) -> None:
    text = f"{state} soldiers and {group} fighters clashed on Sunday. Envoys met. A {state} army base was shelled on Monday."
    found = [[s.value.code for s in d.actors] for d in proposed(text) if d.kind == "indirect_fire"]
    assert found == [code]


def test_where_a_second_group_fights_the_state_nobody_is_told_to_have_shelled_it() -> None:
    text = (
        "Yemeni and Houthi envoys met on Sunday. The al-Qaeda in the Arabian Peninsula holds Zinjibar. "
        "A Yemeni army base was shelled on Monday."
    )
    assert [d.actors for d in proposed(text) if d.kind == "indirect_fire"] == [[]]


def test_the_place_of_a_fight_is_no_side_of_it() -> None:
    text = "Amal militiamen and Hezbollah gunners lobbed shells at each other in Beirut's port district on Monday."
    assert all("LBN:civ" not in sides for sides in fights(text))


def test_security_forces_fight_as_forces_and_arrest_as_an_office() -> None:
    text = "Turkish security forces clashed with PKK fighters on Monday. Turkish security forces arrested 12 PKK members on Tuesday."
    assert fights(text) == [["PKK:mil", "TUR:mil"]]
    assert [[s.value.code for s in d.actors] for d in proposed(text) if d.kind == "capture"] == [["TUR:gov"]]


@pytest.mark.parametrize("told", [
    "Amal clashed with Hezbollah in Beirut on Monday. Ten men died in the fighting before Syrian troops separated the gunmen.",
    "Syrian troops patrolled two streets of Beirut where Amal and Hezbollah clashed on Monday.",
])  # fmt: skip
def test_who_stands_between_two_that_fight_is_no_side(told: str) -> None:
    assert all(sides == ["AMAL:mil", "HZB:mil"] for sides in fights(told)) and fights(told)


@pytest.mark.parametrize(("one", "two", "code"), [("South", "North", "KOR"), ("North", "South", "PRK")])
@pytest.mark.parametrize("force", [
    "A combined {} Korean army and police force", "{} Korean soldiers and police", "A {} Korean army and police patrol",
    "A unit of the {} Korean army and police",
])  # fmt: skip
def test_soldiers_and_police_of_one_force_fight_each_in_their_role(force: str, one: str, two: str, code: str) -> None:
    text = f"{force.format(one)} clashed with {two} Korean commandos near Paju on Monday."
    other = {"KOR": "PRK:mil", "PRK": "KOR:mil"}[code]
    assert fights(text) == [sorted([f"{code}:gov", f"{code}:mil", other])]


@pytest.mark.parametrize(
    ("unit", "role"), [("police patrol", "gov"), ("riot police unit", "gov"), ("army patrol", "mil"), ("military police unit", "gov")]
)
def test_a_unit_of_police_is_no_army(unit: str, role: str) -> None:
    assert fights(f"A Peruvian {unit} clashed with Shining Path rebels on Monday.") == [[f"PER:{role}", "SL:mil"]]


@pytest.mark.parametrize(("one", "two"), [("North", "South"), ("South", "North")])
def test_a_side_told_in_another_telling_stands_before_one_that_is_inferred(one: str, two: str) -> None:
    codes = {"North": "PRK", "South": "KOR"}
    text = f"A {one} Korean commando was killed on Monday after a gunfight with {two} Korean police officers in Paju."
    assert fights(text) == [sorted([f"{codes[one]}:mil", f"{codes[two]}:gov"])]
    text = (
        f"{one} Korean commandos killed a French soldier near Paju on Monday. {two} Korea blamed {one} Korea. "
        f"One {one} Korean soldier was killed in the firefight."
    )
    assert fights(text) == [sorted(["FRA:mil", f"{codes[one]}:mil"])]


def test_rebels_are_no_group_that_goes_by_other_nouns() -> None:
    text = "Syria blamed the Nusra Front on Sunday. Syrian troops clashed with rebels near Idlib on Monday."
    assert all("NUSRA:mil" not in sides for sides in fights(text))
    text = "Syria blamed the Nusra Front on Sunday. Syrian troops clashed with jihadists near Idlib on Monday."
    assert any("NUSRA:mil" in sides for sides in fights(text))
