"""Who a phrase means: the claimant never acts, back-references find their party, peacekeepers are the theatre's mission."""

from datetime import date

import pytest
from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import claim, pack

from truceline.language.actors import mentions
from truceline.model.reading import Sentence


def actors(text: str, kind: str) -> list[str]:
    return [slot.value.code for slot in claim(text, kind).actors]


def targets(text: str, kind: str) -> list[str]:
    return [slot.value.code for slot in claim(text, kind).targets]


@pytest.mark.parametrize("text", [
    "South Korea said on Tuesday that North Korean soldiers fired at a guard post on Monday.",
    "North Korean soldiers fired at a guard post on Monday, the South Korean army said.",
    "According to South Korea, North Korean soldiers fired at a guard post on Monday.",
    "South Korea accused North Korean soldiers of firing at a guard post on Monday.",
])  # fmt: skip
def test_who_claims_does_not_act(text: str) -> None:
    assert actors(text, "direct_fire") == ["PRK:mil"]


def test_where_nobody_is_named_the_claimant_is_not_put_in() -> None:
    (draft,) = proposed("The South Korean army said that a guard post was fired at on Monday.")
    assert draft.actors == []


@pytest.mark.parametrize("who", ["The soldiers", "They", "These soldiers"])
def test_a_back_reference_finds_its_party(who: str) -> None:
    text = f"North Korean soldiers crossed the Military Demarcation Line on Monday. {who} fired at a South Korean post on Tuesday."
    assert actors(text, "direct_fire") == ["PRK:mil"]
    assert targets(text, "direct_fire") == ["KOR:mil"]


def test_the_evidence_of_a_back_reference_is_the_name_that_it_goes_back_to() -> None:
    text = "North Korean soldiers crossed the Military Demarcation Line on Monday. They fired at a South Korean post on Tuesday."
    (slot,) = claim(text, "direct_fire").actors
    assert "North Korean" in {text[span.start : span.end].removesuffix(" soldiers") for span in slot.evidence}


@pytest.mark.parametrize("text", [
    "Israel and Hezbollah traded fire near the Blue Line. Israeli soldiers shot at peacekeepers on Monday.",
    "Israeli tanks fired at a tower of the UN peacekeeping force near the Blue Line on Monday.",
])  # fmt: skip
def test_peacekeepers_are_those_of_the_theatre(text: str) -> None:
    assert targets(text, "monitor_attack") == ["UNIFIL:mon"]


def test_people_without_a_country_are_unknown_in_their_role() -> None:
    assert actors("Gunmen fired at a South Korean post on Monday, killing two soldiers.", "direct_fire") == ["UNK:mil"]


@pytest.mark.parametrize(("one", "two"), [
    ("North Korean soldiers fired at a South Korean post on Monday.", "South Korean soldiers fired at a North Korean post on Monday."),
    ("The South's marines shelled the North's island on Monday, North Korea and South Korea said.",
     "The North's marines shelled the South's island on Monday, South Korea and North Korea said."),
])  # fmt: skip
def test_swapped_sides_swap_actor_and_target(one: str, two: str) -> None:
    def sides(text: str) -> list[tuple[list[str], list[str]]]:
        return [([s.value.code for s in d.actors], [s.value.code for s in d.targets]) for d in proposed(text)]

    other = {"PRK": "KOR", "KOR": "PRK"}
    swapped = [([f"{other[a[:3]]}{a[3:]}" for a in x], [f"{other[t[:3]]}{t[3:]}" for t in y]) for x, y in sides(one)]
    assert swapped == sides(two) != []


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("The army fought Tamil Tigers in Sri Lanka. The rebels shelled a Sri Lankan army base on Monday.", "indirect_fire", ["LTTE:mil"]),
    ("Colombia and the FARC broke off talks. The guerrillas shelled a town near Bogota on Monday.", "indirect_fire", ["FARC:mil"]),
])  # fmt: skip
def test_unnamed_rebels_are_the_group_that_the_document_tells_of(text: str, kind: str, found: list[str]) -> None:
    assert actors(text, kind) == found


@pytest.mark.parametrize("text", [
    "Philippine troops and the MILF agreed on a truce. Unidentified gunmen shot dead a farmer in Cotabato on Monday.",
    "Syria and the Islamic State fought. Syrian rebels shelled a town on Monday.",
])  # fmt: skip
def test_whoever_is_said_to_be_unknown_or_may_be_another_group_stays_unknown(text: str) -> None:
    found = [slot.value.party for draft in proposed(text) if draft.index == 1 for slot in draft.actors]
    assert set(found) <= {"UNK"}


def test_government_troops_are_those_of_the_state_of_the_theatre() -> None:
    text = "Sri Lanka and the LTTE blame each other. Government troops shelled a village in the north on Monday."
    assert actors(text, "indirect_fire") == ["LKA:mil"]


def test_who_says_of_himself_that_he_fired_is_the_one_who_fired() -> None:
    text = "The Security Council met on Sunday. Israel's army said on Monday that it had shelled a Hezbollah post near the Blue Line."
    assert actors(text, "indirect_fire") == ["ISR:mil"]


def test_a_leader_of_an_armed_group_is_of_the_group_and_armed() -> None:
    text = "Israel and Hamas fought. An air strike by an Israeli jet killed a Hamas leader in Gaza on Monday."
    assert targets(text, "air_strike") == ["HAMAS:mil"]


def test_who_crossed_is_who_infiltrated_and_not_who_found_them() -> None:
    text = "South Korean soldiers killed two North Korean infiltrators south of the Military Demarcation Line on Monday."
    found = [s.value.code for d in proposed(text) if d.kind == "ground_crossing" for s in d.actors]
    assert "KOR:mil" not in found


def test_a_bare_number_counts_those_again_who_were_named() -> None:
    text = "Eight North Korean agents were killed and one was captured by South Korean soldiers on Monday."
    assert targets(text, "capture") == ["PRK:mil"]


def test_a_strike_told_without_a_name_is_the_states_where_a_state_fights_a_group() -> None:
    text = "The United States fights the Islamic State. Air strikes destroyed an Islamic State depot near Raqqa on Monday."
    assert actors(text, "air_strike") == ["USA:mil"]


@pytest.mark.parametrize(
    "text", ["The army began a second day of air strikes on Monday.", "A series of air strikes by the army began on Monday."]
)
def test_a_spell_of_strikes_is_of_who_strikes(text: str) -> None:
    assert actors(f"Turkey and the PKK broke their truce. {text}", "air_strike") == ["TUR:mil"]


@pytest.mark.parametrize("word", ["Anti-Turkish", "Turkish-backed", "Turkish-trained", "pro-Turkish"])
def test_fighters_against_or_helped_by_a_party_are_not_its_own(word: str) -> None:
    assert actors(
        f"Syria and Turkey held talks. {word} gunmen fired at a Kurdish army post near Afrin on Monday, wounding two soldiers.",
        "direct_fire",
    ) in (["UNK:mil"], [])


def test_of_two_things_that_a_party_is_accused_of_it_did_the_second_too() -> None:
    text = "Israel accused Syria of lying and of shelling the village of Metulla on Monday."
    assert actors(text, "indirect_fire") == ["SYR:mil"]


def test_the_group_is_the_one_named_last_and_its_fighters_are_its_own() -> None:
    text = "Hamas spoke of revenge. The group said its militants fired two mortar shells at the Israeli town of Sderot on Monday."
    assert actors(text, "indirect_fire") == ["HAMAS:mil"]


def test_of_a_group_and_the_body_it_belongs_to_the_group_is_meant() -> None:
    text = "The al-Aqsa Martyrs Brigades, an armed wing of Fatah, spoke of revenge. Israeli soldiers shot the group's commander on Monday."
    assert targets(text, "direct_fire") == ["AAMB:mil"]


def test_a_group_called_a_group_bears_arms() -> None:
    assert targets("American warplanes bombed the group ISIS near Mosul on Monday.", "air_strike") == ["ISIL:mil"]


def test_a_leaders_army_is_no_office() -> None:
    (found,) = claim("Syria is at war. Bashar Assad's troops shelled rebels in Idlib on Monday.", "indirect_fire").actors
    assert found.value.code == "SYR:mil"


@pytest.mark.parametrize(("own", "other", "found"), [("South", "North", "KOR:mil"), ("North", "South", "PRK:mil")])
def test_who_is_seized_for_crossing_has_crossed(own: str, other: str, found: str) -> None:
    text = f"A {other} Korean patrol boat seized a {own} Korean navy vessel for crossing the Northern Limit Line on Monday."
    assert actors(text, "sea_crossing") == [found]


@pytest.mark.parametrize("text", [
    "The al-Aqsa Martyrs Brigades claimed responsibility for launching two mortars at Israel on Monday.",
    "The al-Aqsa Martyrs Brigades claimed responsibility for a mortar attack on an Israeli town on Monday.",
])  # fmt: skip
def test_who_claims_responsibility_has_done_it(text: str) -> None:
    assert actors(text, "indirect_fire") == ["AAMB:mil"]


@pytest.mark.parametrize(("one", "two", "found"), [("North", "South", "KOR:mil"), ("South", "North", "PRK:mil")])
def test_who_finds_a_drone_has_not_sent_it(one: str, two: str, found: str) -> None:
    text = f"{one} Korean guards discovered the remains of a {two} Korean drone that crashed near the border on Monday."
    assert actors(text, "air_crossing") == [found]


def test_a_missile_that_is_fired_is_fired_by_those_whose_it_is() -> None:
    assert actors("A North Korean missile was fired in the direction of an American reconnaissance plane.", "direct_fire") == ["PRK:mil"]


def test_arms_are_handed_over_by_a_state_whatever_stands_for_it() -> None:
    text = "Israel protested on Monday against the delivery of Russian missiles to Syria last week."
    assert actors(text, "arms_transfer") == ["RUS:gov"]


def test_who_is_blamed_for_an_act_did_it_and_not_who_blames() -> None:
    text = "Egypt and Libya traded charges. The ministry blamed Egypt for air strikes on Tripoli on Monday."
    assert actors(text, "air_strike") == ["EGY:mil"]


def test_a_fight_that_names_nobody_is_between_the_only_two_sides_told_of() -> None:
    text = "North Korea and South Korea traded charges on Tuesday. The incursion led to an exchange of gunfire on Monday."
    assert actors(text, "clash") == ["PRK:mil", "KOR:mil"]


def test_a_fight_that_names_nobody_is_nobodys_where_a_third_could_have_fought() -> None:
    text = "North Korea, South Korea and Russia traded charges on Tuesday. "
    assert actors(text + "The incursion led to an exchange of gunfire on Monday that killed two guards.", "clash") == []


@pytest.mark.parametrize(("text", "kind", "who", "whom"), [
    ("The Iranian navy said it had fired shots at two American patrol boats on Monday.", "direct_fire", "IRN:mil", "USA:mil"),
    ("A shell fired from a North Korean boat killed five South Korean civilians on Monday.", "direct_fire", "PRK:mil", "KOR:civ"),
    ("A rocket that Hezbollah fired from Lebanon hit an Israeli village on Monday.", "indirect_fire", "HZB:mil", "ISR:civ"),
    ("Israel said that 20 rockets had been fired at its posts on Monday by Hezbollah.", "indirect_fire", "HZB:mil", "ISR:mil"),
])  # fmt: skip
def test_who_fired_is_told_on_what_was_fired_or_by_who_says_it_of_himself(text: str, kind: str, who: str, whom: str) -> None:
    assert actors(text, kind) == [who]
    assert targets(text, kind) == [whom]


def test_two_nations_before_one_noun_both_act() -> None:
    text = "Islamist fighters battled Ethiopian and Somali government forces near Baidoa on Monday."
    assert sorted(actors(text, "clash")) == ["ETH:mil", "ICU:mil", "SOM:mil"]


@pytest.mark.parametrize(("text", "found"), [
    ("Fighting between Hezbollah and Syria's allies in the Amal militia spread to Beirut on Monday.", ["AMAL:mil", "HZB:mil"]),
    ("The YPG drove the Islamic State out of Kobani on Monday with the help of U.S. air strikes.", ["ISIL:mil", "YPG:mil"]),
])  # fmt: skip
def test_whose_allies_or_help_are_told_does_not_fight(text: str, found: list[str]) -> None:
    assert sorted(actors(text, "clash")) == found


def test_government_troops_are_not_the_foreign_troops_told_of_before() -> None:
    text = (
        "Mujahedeen guerrillas shelled the Afghan garrison in Jalalabad on Sunday. Soviet troops left Afghanistan in February. "
        "Government troops and rebels fought for hours on Monday."
    )
    found = {s.value.code for d in proposed(text) if d.kind != "withdrawal" for s in d.actors}
    assert found and "SUN:mil" not in found


def test_gunmen_in_a_fight_are_no_other_states_army() -> None:
    text = "India and Pakistan held talks on Kashmir. Indian soldiers clashed with gunmen in Srinagar on Monday."
    assert actors(text, "clash") == ["IND:mil", "UNK:mil"]


def test_the_other_side_of_a_fight_is_whom_it_is_told_to_fight_elsewhere() -> None:
    text = (
        "Amal militiamen clashed with Hezbollah fighters in Jbaa on Sunday. Israel holds a strip of south Lebanon and watched. "
        "On Monday Hezbollah lost six men in battles at Kfar Filla."
    )
    found = [sorted(s.value.code for s in d.actors) for d in proposed(text) if d.kind == "clash"]
    assert found == [["AMAL:mil", "HZB:mil"]] * len(found) != []


def test_who_says_that_a_bomb_struck_did_not_plant_it() -> None:
    text = "A car bomb struck a convoy in Mosul on Monday, the U.S. military said, killing an American soldier."
    found = claim(text, "explosion")
    assert ([s.value.code for s in found.actors], [s.value.code for s in found.targets]) == ([], ["USA:mil"])


def test_who_strikes_in_one_act_and_is_struck_in_another_tells_of_two() -> None:
    text = "France destroyed Ivorian warplanes on Monday after an air strike had killed nine French soldiers."
    found = [[s.value.code for s in d.targets] for d in proposed(text) if d.kind in ("direct_fire", "air_strike")]
    assert found == [["CIV:mil"], ["FRA:mil"]]


def test_other_soldiers_are_of_the_side_of_those_told_of_before() -> None:
    text = "A bomb killed a U.S. soldier near Mosul on Sunday. Two other soldiers were wounded by a mine near Mosul on Monday."
    assert {s.value.code for d in proposed(text) if d.index == 1 for s in d.targets} == {"USA:mil"}


def test_government_forces_beside_a_named_army_fight_too() -> None:
    text = "Somalia fights the Islamic Courts. Ethiopian troops and government forces battled Islamist fighters near Baidoa on Monday."
    found = {s.value.code for d in proposed(text) if d.kind == "clash" for s in d.actors}
    assert {"ETH:mil", "SOM:mil"} <= found


@pytest.mark.parametrize(("told", "party"), [("Uganda", "LRA"), ("Sri Lanka", "LTTE")])
def test_rebels_of_a_state_are_not_its_army_where_they_are_told_of_again(told: str, party: str) -> None:
    group = {"LRA": "Joseph Kony", "LTTE": "Velupillai Prabhakaran"}[party]
    text = f"{told} rebels marched on Sunday. Their leader is {group}. {told} rebels say they shelled an army camp on Monday."
    assert actors(text, "indirect_fire") == [f"{party}:mil"]


def test_police_are_of_the_land_in_which_their_station_stands() -> None:
    text = "Israel and Hezbollah traded threats. Gunmen fired at a police station in Beirut on Monday and killed two officers."
    assert targets(text, "direct_fire") == ["LBN:gov"]


def test_a_ship_that_goes_by_its_name_alone_is_the_one_told_of_before() -> None:
    text = "A Saudi tanker was damaged by a mine on Sunday. Iranian gunboats had attacked the Lorelei on Monday."
    assert [s.value.code for d in proposed(text) if d.kind == "direct_fire" for s in d.targets] == ["SAU:civ"]


@pytest.mark.parametrize(("text", "found"), [
    ("Israel and Hamas traded threats. More than 50 rockets fired from Gaza hit homes on Monday.", ["HAMAS:mil"]),
    ("Israel and Hamas traded threats. More than 50 rockets fired from Ashkelon hit homes on Monday.", ["ISR:mil"]),
])  # fmt: skip
def test_rockets_were_fired_by_who_holds_where_they_came_from(text: str, found: list[str]) -> None:
    assert actors(text, "indirect_fire") == found


def test_other_rockets_are_not_those_told_of_before() -> None:
    text = "Israeli rockets struck Gaza on Sunday. Rockets hit a village near Kandahar in Afghanistan on Monday."
    assert not [s for d in proposed(text) if d.index == 1 for s in d.actors if s.read_by.endswith("same noun")]


def test_civilians_who_are_only_pointed_back_to_do_no_harm() -> None:
    text = "Iraqi villagers fled Mosul on Sunday. They were shot at. In Basra they died when a bomb exploded on Monday."
    assert all(s.value.code != "IRQ:civ" for d in proposed(text) if d.kind != "clash" for s in d.actors)


@pytest.mark.parametrize(("land", "found"), [("the Taliban in Afghanistan", "ISAF:mil"), ("pirates off Somalia", "NATO:mil")])
def test_an_alliance_acts_in_a_theatre_by_the_name_of_its_force_there(land: str, found: str) -> None:
    text = f"NATO fights {land}. The Taliban said so. NATO aircraft bombed a village on Monday."
    text = text if "Taliban" in land else text.replace(" The Taliban said so.", "")
    assert actors(text, "air_strike") == [found]


def test_who_is_called_a_hostage_is_held_and_holds_nobody() -> None:
    text = "The guards led the Peruvian hostages to a garden on Monday."
    (held,) = proposed(text)
    assert (held.kind, held.actors, [slot.value.code for slot in held.targets], held.when) == ("capture", [], ["PER:civ"], None)


def test_who_got_arms_from_somebody_was_given_them() -> None:
    text = "Ukraine received four tanks from Poland on Monday."
    assert actors(text, "arms_transfer") == ["POL:gov"]
    assert targets(text, "arms_transfer") == ["UKR:gov"]


def test_who_signs_a_contract_does_what_it_is_about() -> None:
    assert actors("France signed a contract to sell tanks to Egypt on Monday.", "arms_transfer") == ["FRA:gov"]


@pytest.mark.parametrize(("text", "code"), [
    ("Moscow sent two divisions into Afghanistan in January 1980.", "SUN:mil"),
    ("Moscow sent two divisions into Syria in October 2015.", "RUS:mil"),
    ("SPLA troops shelled Bentiu on March 3, 2012.", "SSD:mil"),
    ("SPLA troops shelled Bentiu on March 3, 2002.", "SPLA:mil"),
])  # fmt: skip
def test_who_acted_is_the_party_that_the_name_meant_on_the_day_of_the_act(text: str, code: str) -> None:
    assert [slot.value.code for draft in proposed(text) for slot in draft.actors] == [code]


def test_before_a_state_was_made_its_capital_speaks_for_the_one_before() -> None:
    (mention,) = (m for m, _ in mentions(Sentence(start=0, end=20, text="Moscow said so."), pack(), None, date(1985, 1, 1)))
    assert (mention.actor.party, mention.plural) == ("SUN", False)


@pytest.mark.parametrize("text", [
    "North Korea went ahead on Monday with a missile launch.",
    "North Korea pressed on with a missile launch on Monday.",
])  # fmt: skip
def test_who_goes_ahead_with_an_act_does_it(text: str) -> None:
    assert actors(text, "missile_launch") == ["PRK:mil"]


@pytest.mark.parametrize(("fighters", "code"), [
    ("Gunmen from an intelligence unit of the Rapid Support Forces", "RSF:mil"),
    ("Fighters from a court led by the Nusra Front", "NUSRA:mil"),
    ("Gunmen loyal to Hamas", "HAMAS:mil"),
    ("Gunmen hostile to Hamas", "UNK:mil"),
])  # fmt: skip
def test_fighters_are_of_the_group_to_which_what_lies_between_ties_them(fighters: str, code: str) -> None:
    found = [d for d in proposed(f"{fighters} kidnapped a driver on Monday.") if d.kind == "capture"]
    assert [s.value.code for d in found for s in d.actors] == [code]
