"""Whose soldiers, patrols and warplanes of no name are, whom "both armies" mean, and whom a side calls its enemy."""

import pytest
from tests.fakes.small_readings import proposed


def sides_of(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Codes of who did the one act of a kind, and on whom it fell."""
    (draft,) = [d for d in proposed(text) if d.kind == kind]
    return [s.value.code for s in draft.actors], [s.value.code for s in draft.targets]


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), [
    ("Israeli troops left Jenin. Two soldiers were hurt there when gunmen opened fire.", "direct_fire", ["UNK:mil"], ["ISR:mil"]),
    ("Turkish forces hold the hills above Afrin. Warplanes bombed two YPG posts there.", "air_strike", ["TUR:mil"], ["YPG:mil"]),
    ("Ethiopian forces are in Baidoa. On Tuesday gunmen ambushed a convoy there.", "direct_fire", ["UNK:mil"], ["ETH:mil"]),
])  # fmt: skip
def test_forces_of_no_name_are_those_told_of_before(text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    assert sides_of(text, kind) == (actors, targets)


@pytest.mark.parametrize(("text", "kind", "party"), [
    ("Thai and Cambodian troops met at a bridge on Monday. Soldiers shot dead a villager near there on Tuesday.", "direct_fire", "THA"),
    ("Ethiopian forces left Baidoa on Monday. Unidentified soldiers shot dead a driver there on Tuesday.", "direct_fire", "ETH"),
    ("Kenya's minister of tourism flew to Paris on Monday. Soldiers shot dead a driver in Bamako on Tuesday.", "direct_fire", "KEN"),
])  # fmt: skip
def test_forces_of_two_of_nobody_or_told_as_unknown_are_not(text: str, kind: str, party: str) -> None:
    actors, _ = sides_of(text, kind)
    assert not any(code.startswith(party) for code in actors)


@pytest.mark.parametrize(("text", "two"), [
    ("Armenia and Azerbaijan talked on Monday. The two armies exchanged fire near Tavush on Tuesday.", {"ARM:mil", "AZE:mil"}),
    ("Thai and Cambodian officials met on Friday. Hours later the two sides fought near Preah Vihear.", {"THA:mil", "KHM:mil"}),
    ("The Sudanese army and the Rapid Support Forces held talks. Both sides clashed in Bahri on Tuesday.", {"SDN:mil", "RSF:mil"}),
])  # fmt: skip
def test_both_sides_are_the_two_named_before(text: str, two: set[str]) -> None:
    assert set(sides_of(text, "clash")[0]) == two


def test_both_sides_of_three_who_are_named_are_nobody() -> None:
    drafts = proposed("Sudan, Chad and Libya sent envoys to Tripoli on Monday. Two armies exchanged fire near Sarir on Tuesday.")
    assert not {"TCD", "LBY", "SDN"} & {party for d in drafts if d.kind == "clash" for party in d.parties()}


def test_two_soldiers_are_no_two_sides() -> None:
    drafts = proposed("India and Pakistan held talks on Monday. Gunmen shot dead two soldiers near Quetta on Tuesday.")
    assert all(len(d.actors) < 2 for d in drafts)


@pytest.mark.parametrize(("text", "actors"), [
    ("The puppet army fired at a guard post of the Korean People's Army on Sunday, the Korean Central News Agency reported.", ["KOR:mil"]),
    ("Enemy troops fired at a Vietnamese post near Lang Son on Sunday, Vietnam said. Chinese soldiers have dug in there.", ["CHN:mil"]),
])  # fmt: skip
def test_the_enemy_is_whom_the_speaker_fights(text: str, actors: list[str]) -> None:
    assert sides_of(text, "direct_fire")[0] == actors


@pytest.mark.parametrize("text", [
    "Enemy troops fired at a post near Lang Son on Sunday, a villager said.",
    "Enemy troops fired at a Jordanian post on Sunday, Jordan said. Brazil and Peru condemned it.",
])  # fmt: skip
def test_the_enemy_of_nobody_told_is_nobody(text: str) -> None:
    assert all(code.startswith("UNK") for code in sides_of(text, "direct_fire")[0])


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("Pakistani gunners were busy on Monday. An Indian post at Poonch was shelled.", "indirect_fire", ["PAK:mil"]),
    ("Ethiopian soldiers were on alert on Friday. Three Shabaab fighters were shot dead near a bridge.", "direct_fire", ["ETH:mil"]),
])  # fmt: skip
def test_who_did_it_stands_in_the_sentence_before(text: str, kind: str, actors: list[str]) -> None:
    assert sides_of(text, kind)[0] == actors


@pytest.mark.parametrize(("text", "kind"), [
    ("Brazilian sailors were on alert on Monday. An Indian post at Poonch was shelled.", "indirect_fire"),
    ("Pakistan's minister flew to Paris on Monday. An Indian post at Poonch was shelled on Tuesday.", "indirect_fire"),
    ("Three North Korean soldiers were sent to Ukraine, Seoul said. Two South Korean soldiers were killed.", "direct_fire"),
    ("Three South Korean soldiers were sent to Ukraine, Pyongyang said. Two North Korean soldiers were killed.", "direct_fire"),
])  # fmt: skip
def test_who_is_no_foe_or_tells_of_no_forces_did_nothing(text: str, kind: str) -> None:
    drafts = [d for d in proposed(text) if d.kind == kind]
    assert not any(s.read_by.startswith("reports.doer_before") for d in drafts for s in d.actors)


@pytest.mark.parametrize(("text", "two"), [
    ("FARC guerrillas overran an army post at Las Delicias on Friday.", {"FARC:mil", "COL:mil"}),
    ("In Chalatenango FMLN guerrillas attacked an army garrison on Sunday.", {"FMLN:mil", "SLV:mil"}),
])  # fmt: skip
def test_the_army_that_a_group_attacks_is_that_of_the_state_it_fights(text: str, two: set[str]) -> None:
    assert set(sides_of(text, "clash")[0]) == two


def test_soldiers_of_a_town_are_the_army_of_its_land() -> None:
    assert sides_of("Soldiers in Goma fired on demonstrators on Monday, killing four.", "direct_fire")[0] == ["COD:mil"]
    mixed = sides_of("Soldiers in Goma fired on demonstrators on Monday, killing four. Rwanda has troops there.", "direct_fire")[0]
    assert mixed != ["COD:mil"]


@pytest.mark.parametrize(("text", "actors", "targets"), [
    ("FARC guerrillas overran an army post at Las Delicias on Friday. Sixty soldiers were taken captive.", ["FARC:mil"], ["COL:mil"]),
    ("FARC guerrillas fought the Colombian army on Friday. Sixty rebels were captured.", ["COL:mil"], ["FARC:mil"]),
])  # fmt: skip
def test_who_was_taken_in_a_fight_is_of_the_side_that_his_noun_tells(text: str, actors: list[str], targets: list[str]) -> None:
    assert sides_of(text, "capture") == (actors, targets)


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("A mine killed two Turkish soldiers near Cukurca on Monday. The PKK said its men had planted it.", "explosion", ["PKK:mil"]),
    ("A rocket struck an oil tanker off Fujairah on Thursday. The Houthis said they had launched it.", "indirect_fire", ["HOUTHI:mil"]),
    ("Armed men seized a German nurse in Kunduz on Sunday. The Taliban said they did not do it.", "capture", []),
    ("Rockets hit Kabul on Friday. The government said it was holding an inquiry.", "indirect_fire", []),
])  # fmt: skip
def test_who_is_said_to_have_done_it_did_it(text: str, kind: str, actors: list[str]) -> None:
    found = sides_of(text, kind)[0]
    assert {code for code in found if not code.startswith("UNK")} == set(actors)


@pytest.mark.parametrize(("text", "kind", "actors"), [
    ("FARC rebels said the army bombed their camp on Friday.", "air_strike", ["COL:mil"]),
    ("Abu Sayyaf gunmen stormed an army camp in Tipo-Tipo on Sunday.", "clash", ["ASG:mil", "PHL:mil"]),
])  # fmt: skip
def test_the_army_of_a_text_of_one_group_is_that_of_the_state_it_fights(text: str, kind: str, actors: list[str]) -> None:
    assert sides_of(text, kind)[0] == actors


def test_the_army_of_a_text_that_names_another_state_is_not() -> None:
    actors, _ = sides_of("FARC rebels said the army bombed their camp on Friday. Peru was told of it.", "air_strike")
    assert actors != ["COL:mil"]
