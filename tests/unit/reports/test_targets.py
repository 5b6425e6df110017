"""On whom an act falls: the side that holds the ground, the side that is aimed at, or nobody where the codebook wants none."""

import pytest
from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import claim


def targets(text: str, kind: str) -> list[str]:
    return [slot.value.code for slot in claim(text, kind).targets]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("North Korean soldiers crossed the Military Demarcation Line on Monday.", "ground_crossing", ["KOR:mil"]),
    ("South Korean soldiers crossed the Military Demarcation Line on Monday.", "ground_crossing", ["PRK:mil"]),
    ("A North Korean drone flew into South Korea on Monday.", "air_crossing", ["KOR:mil"]),
    ("A North Korean patrol boat crossed the Northern Limit Line on Monday.", "sea_crossing", ["KOR:mil"]),
])  # fmt: skip
def test_the_target_of_a_crossing_is_who_holds_the_ground_entered(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize(("text", "kind"), [
    ("North Korea launched a ballistic missile from Sinpo on Monday.", "missile_launch"),
    ("A North Korean soldier defected to South Korea on Monday.", "defection"),
    ("Thai and Cambodian troops clashed near the border on Monday.", "clash"),
    ("North Korea jammed GPS signals near the border with South Korea on Monday.", "jamming"),
])  # fmt: skip
def test_some_kinds_have_no_target(text: str, kind: str) -> None:
    assert targets(text, kind) == []


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("North Korea resumed loudspeaker broadcasts at the border with South Korea on Monday.", "loudspeaker", ["KOR:gov"]),
    ("South Korean activists sent balloons with leaflets into North Korea on Monday.", "balloon_launch", ["PRK:gov"]),
    ("North Korea sent balloons with waste into South Korea on Monday.", "balloon_launch", ["KOR:civ"]),
])  # fmt: skip
def test_what_is_sent_over_the_line_is_aimed_at_a_government_or_comes_down_on_civilians(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_one_shot_at_while_leaving_is_a_target_of_his_own_side() -> None:
    assert targets("North Korean guards shot a North Korean soldier who fled on Monday.", "direct_fire") == ["PRK:mil"]


def test_a_party_is_a_target_once_though_told_twice() -> None:
    text = "North Korean soldiers fired at a South Korean post and a South Korean tower on Monday."
    assert targets(text, "direct_fire") == ["KOR:mil"]


def test_civilians_hit_stand_beside_the_soldiers_hit() -> None:
    assert targets("Armenian forces shelled Azerbaijani soldiers and Azerbaijani villagers on Monday.", "indirect_fire") == [
        "AZE:mil",
        "AZE:civ",
    ]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Israel and Hezbollah traded threats. Hezbollah fired rockets at Kiryat Shmona in northern Israel on Monday.",
     "indirect_fire", ["ISR:civ"]),
    ("Israel and Hezbollah traded threats. Hezbollah fired mortars at an Israeli army post on Monday.", "indirect_fire", ["ISR:mil"]),
    ("A mine explosion that wounded three Cambodian soldiers was blamed on Thai troops on Monday.", "explosion", ["KHM:mil"]),
])  # fmt: skip
def test_shells_on_a_town_fall_on_its_people_and_a_blast_on_those_whom_it_wounds(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_the_shell_that_is_fired_is_not_who_is_hit() -> None:
    assert targets("North Korea fired four artillery rockets into the sea on Monday.", "indirect_fire") == []


def test_a_school_of_the_united_nations_is_civilians_of_the_place() -> None:
    text = "Israel and Hamas fought on. An Israeli shell hit a United Nations school in Khan Younis on Monday."
    assert targets(text, "indirect_fire") == ["PSE:civ"]


@pytest.mark.parametrize(("text", "found"), [
    ("Ethiopia sent troops into Somalia on Monday to fight the Islamic Courts Union.", ["ICU:mil"]),
    ("Russia and Ukraine traded charges. Russia sent troops into Ukraine on Monday.", ["UKR:mil"]),
    ("Ukraine and Russia traded charges. Ukraine sent troops into Russia on Monday.", ["RUS:mil"]),
    ("India and Pakistan held talks. India sent troops to Sri Lanka on Monday.", []),
])  # fmt: skip
def test_forces_are_sent_against_whom_they_fight_and_not_against_the_land_they_go_to(text: str, found: list[str]) -> None:
    assert targets(text, "troop_deployment") == found


@pytest.mark.parametrize(("own", "other", "found"), [("South", "North", "PRK:mil"), ("North", "South", "KOR:mil")])
def test_where_the_taken_are_brought_is_who_took_them(own: str, other: str, found: str) -> None:
    text = f"{own} Korea said on Monday that two {own} Korean soldiers were abducted to {other} Korea on Sunday."
    act = claim(text, "capture")
    assert [slot.value.code for slot in act.actors] == [found]
    assert found not in [slot.value.code for slot in act.targets]


def test_an_air_strike_on_a_group_named_beside_is_on_the_group() -> None:
    text = "Israel and Syria are at war. Israel carried out air strikes in Syria on Monday that destroyed weapons bound for Hezbollah."
    assert targets(text, "air_strike") == ["HZB:mil"]


def test_a_command_post_of_a_group_is_the_groups_and_not_its_lands() -> None:
    text = "NATO warplanes bombed a compound used as a Taliban command post near Kandahar in Afghanistan on Monday."
    assert targets(text, "air_strike") == ["TALIBAN:mil"]


def test_weapons_that_are_handed_over_are_their_makers_and_not_whom_they_go_to() -> None:
    act = claim("Israel protested on Monday against the delivery of Russian missiles to Syria last week.", "arms_transfer")
    assert [slot.value.party for slot in act.targets] == ["SYR"]


def test_who_keeps_monitors_out_obstructs_the_monitors() -> None:
    text = "Ukraine and the Donetsk People's Republic met. OSCE observers said Ukrainian troops barred them from Mariupol on Monday."
    assert targets(text, "monitor_obstruction") == ["OSCE:mon"]


def test_air_strikes_in_a_state_are_on_the_group_that_the_text_tells_of_there() -> None:
    text = "The United States and Iraq spoke of ISIS on Sunday. The United States carried out air strikes in Iraq on Monday."
    assert targets(text, "air_strike") == ["ISIL:mil"]
    text = "The United States and Iran traded charges on Sunday. The United States carried out air strikes in Iran on Monday."
    assert targets(text, "air_strike") == ["IRN:mil"]


@pytest.mark.parametrize("text", [
    "UN peacekeepers came under mortar attack in eastern Congo on Monday.",
    "An OSCE patrol came under shelling near Donetsk on Monday.",
    "An OSCE convoy was hit by shelling near Donetsk on Monday.",
    "A UN convoy was fired on near Goma on Monday.",
    "Two shots were fired at the OSCE convoy near Mariinka on Monday.",
])  # fmt: skip
def test_what_monitors_come_under_is_an_attack_on_them_and_they_did_nothing(text: str) -> None:
    (draft,) = proposed(text)
    assert draft.kind == "monitor_attack"
    assert [slot.value.role.value for slot in draft.targets] == ["mon"]
    assert not [slot for slot in draft.actors if slot.value.role.value == "mon"]


def test_a_side_that_came_under_fire_is_the_target_and_who_it_came_from_the_actor() -> None:
    (draft,) = proposed("The Thai village came under artillery fire from Cambodian troops on Monday.")
    assert [slot.value.code for slot in draft.targets] == ["THA:civ"]
    assert [slot.value.code for slot in draft.actors] == ["KHM:mil"]


@pytest.mark.parametrize(("text", "actor"), [
    ("A drone intruded into Pyongyang on Monday, the Ministry of National Defence of the DPRK said. South Korea did not comment.",
     "KOR:mil"),
    ("A drone intruded into Seoul on Monday, South Korea's Joint Chiefs of Staff said. North Korea did not comment.",
     "PRK:mil"),
])  # fmt: skip
def test_who_came_over_a_line_into_the_land_of_one_side_is_the_other(text: str, actor: str) -> None:
    (draft,) = proposed(text)
    assert [s.value.code for s in draft.actors] == [actor]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Gunmen kidnapped two teachers in Kirkuk on Monday.", "capture", ["IRQ:civ"]),
    ("Three mortar shells landed near a hospital in Basra on Monday, killing a nurse.", "indirect_fire", ["IRQ:civ"]),
    ("A bomb exploded in a market in Baghdad on Monday, killing 12 people.", "explosion", ["IRQ:civ"]),
    ("Shelling killed five people in the city of Donetsk on Monday.", "indirect_fire", ["UKR:civ"]),
])  # fmt: skip
def test_people_of_no_told_side_are_those_of_the_land_where_it_happened(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_dead_of_whom_neither_side_nor_land_is_told_are_nobodys() -> None:
    assert targets("A bomb exploded in a market on Monday, killing 12 people.", "explosion") == []


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Taliban fighters opened fire at the car of an Afghan judge near Kandahar on Monday.", "direct_fire", ["AFG:gov"]),
    ("Gunmen fired on the convoy of Iraqi Premier Salim Rahal on Monday, killing two and wounding four.", "direct_fire", ["IRQ:gov"]),
    ("An Israeli jet fired a missile at a car carrying Hamas militants on Monday.", "air_strike", ["HAMAS:mil"]),
    ("Taliban fighters fired on a post manned by Afghan policemen on Monday.", "direct_fire", ["AFG:gov"]),
])  # fmt: skip
def test_a_thing_that_is_hit_is_whose_it_is_or_who_is_in_it(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize("told", ["a Palestinian leader of Islamic Jihad", "two Palestinian militants from Islamic Jihad"])
def test_people_of_a_nation_and_of_an_armed_group_are_of_the_group(told: str) -> None:
    assert targets(f"Israeli troops shot dead {told} in Jenin on Monday.", "direct_fire") == ["PIJ:mil"]


def test_arms_go_to_a_friend_and_not_to_the_other_side() -> None:
    text = "The United States fights the Islamic State. On Monday it sent rifles to fighters who hold the town of Kobani."
    assert "ISIL:mil" not in targets(text, "arms_transfer")


def test_a_word_cut_by_a_hyphen_tells_the_role_of_the_whole() -> None:
    assert targets("Israeli soldiers shot two Palestinian teen-agers in Nablus on Monday.", "direct_fire") == ["PSE:civ"]


@pytest.mark.parametrize(("text", "found"), [
    ("India sent troops to Sri Lanka in July 1987 to disarm Tamil rebels.", ["LTTE:mil"]),
    ("Syria sent troops into west Beirut in February 1987 to end fighting between Amal and Hezbollah.", ["AMAL:mil", "HZB:mil"]),
    ("Cuban troops were sent to Angola in November 1975 to fight South African forces.", ["ZAF:mil"]),
])  # fmt: skip
def test_forces_are_sent_against_whom_they_are_to_disarm_part_or_fight(text: str, found: list[str]) -> None:
    assert targets(text, "troop_deployment") == found


def test_troops_that_are_sent_are_their_own_lands() -> None:
    found = claim("Cuban troops were sent to Angola in November 1975 to fight South African forces.", "troop_deployment").actors
    assert [slot.value.code for slot in found] == ["CUB:mil"]


@pytest.mark.parametrize("text", [
    "A Saudi tanker was rocked by an explosion off Oman on Monday, and six crewmen were killed.",
    "An explosion off Oman damaged a Saudi tanker on Monday.",
    "The Lorelei, a Saudi tanker, was damaged in an explosion off Oman on Monday, and six crewmen were killed.",
])  # fmt: skip
def test_what_a_blast_rocks_or_damages_is_its_target(text: str) -> None:
    assert targets(text, "explosion") == ["SAU:civ"]


def test_a_ship_told_of_again_by_name_is_still_its_owners() -> None:
    text = "The Saudi tanker Lorelei was rocked by a blast on Thursday. Last year Iranian gunboats attacked the Lorelei, killing a sailor."
    assert targets(text, "direct_fire") == ["SAU:civ"]


def test_fire_that_comes_from_a_land_falls_on_the_land_where_it_kills() -> None:
    assert targets("Rocket fire from Gaza killed a woman in the Israeli town of Ashkelon on Monday.", "indirect_fire") == ["ISR:civ"]


def test_rockets_of_nobody_neither_act_nor_suffer() -> None:
    found = claim("Israel said two rockets fired from Gaza had landed in an open field on Monday.", "indirect_fire")
    assert [*found.actors, *found.targets] == []


def test_soldiers_hurt_beside_a_named_sides_vehicle_are_not_put_to_another_side() -> None:
    text = "The blast damaged a U.S. military vehicle and wounded two soldiers in Kabul on Monday, Afghan police in Kabul said."
    assert targets(text, "explosion") == ["USA:mil"]


def test_a_truck_is_no_bomb_where_it_carries_soldiers() -> None:
    text = "North Korean infiltrators ambushed a truck carrying soldiers near Yanggu on Monday, South Korea's army said."
    assert targets(text, "direct_fire") == ["KOR:mil"]


def test_two_verbs_may_share_whom_they_fall_on() -> None:
    text = "North Korean vessels fired at and seized a South Korean navy patrol boat in the West Sea on Monday."
    assert targets(text, "direct_fire") == ["KOR:mil"]


def test_shelling_that_brought_death_is_by_who_shelled() -> None:
    text = "Hamas spoke of revenge after the death of 19 Palestinians in Israeli artillery shelling in Beit Hanoun on Monday."
    assert targets(text, "indirect_fire") == ["PSE:civ"]
    assert [slot.value.code for slot in claim(text, "indirect_fire").actors] == ["ISR:mil"]


def test_arms_that_come_into_a_land_for_a_group_go_to_the_group() -> None:
    assert targets("Damascus smuggled weapons into Lebanon for Hezbollah on Monday, Israel said.", "arms_transfer") == ["HZB:mil"]


@pytest.mark.parametrize(("text", "found"), [
    ("North Korea fired a missile over Japan on Monday.", []),
    ("Iran launched missiles at U.S. bases in Iraq on Monday.", ["USA:mil"]),
])  # fmt: skip
def test_a_missile_falls_on_the_forces_that_it_is_launched_at_and_on_no_land(text: str, found: list[str]) -> None:
    assert targets(text, "missile_launch") == found


def test_a_land_without_an_army_of_its_own_is_held_by_the_group_told_of() -> None:
    assert targets("Israel began an incursion into Gaza on Monday to hunt Hamas militants.", "ground_crossing") == ["HAMAS:mil"]


def test_balloons_with_trash_come_down_on_people_though_leaflets_are_told_of() -> None:
    text = "North Korean balloons carrying trash landed in Seoul on Monday, after activists had sent leaflets."
    assert targets(text, "balloon_launch") == ["KOR:civ"]


@pytest.mark.parametrize(
    ("text", "kind", "hit"),
    [
        ("Three rockets hit the American embassy compound in Baghdad on Sunday.", "indirect_fire", ["USA:gov"]),
        ("Mortar rounds hit the ministry building in Baghdad on Thursday.", "indirect_fire", ["IRQ:gov"]),
        ("Syrian helicopters dropped bombs in a village near Aleppo on Monday.", "air_strike", ["SYR:civ"]),
        ("Israeli jets bombed a market in Nablus and killed two Hamas fighters.", "air_strike", ["HAMAS:mil"]),
        ("Israeli jets bombed a market in Nablus on Monday.", "air_strike", ["PSE:civ"]),
    ],
)
def test_whose_office_it_is_and_who_died_there_tell_more_than_the_place(text: str, kind: str, hit: list[str]) -> None:
    assert targets(text, kind) == hit


@pytest.mark.parametrize(("text", "found"), [
    ("Soviet troops moved into Afghanistan in December 1979. The mujahedeen fought on.", ["MUJ:mil"]),
    ("India sent its troops to Sri Lanka in July. The Tamil Tigers fought on.", ["LTTE:mil"]),
    ("Cuba sent troops to Angola in November 1975 to support the government. UNITA fought on.", ["UNITA:mil"]),
    ("Cuba sent troops to Angola in November 1975 to support the government.", []),
])  # fmt: skip
def test_forces_are_sent_against_the_group_that_they_fight_in_that_land(text: str, found: list[str]) -> None:
    assert targets(text, "troop_deployment") == found


def test_police_and_people_hit_by_one_bomb_both_stand() -> None:
    text = "A car bomb hit a police patrol in Basra, Iraq, on Monday, killing at least 20 people."
    assert sorted(targets(text, "explosion")) == ["IRQ:civ", "IRQ:gov"]


def test_who_is_killed_with_a_blast_did_not_set_it_off() -> None:
    found = claim("A tanker was rocked by an explosion in the Gulf on Monday, with six sailors killed.", "explosion")
    assert found.actors == ()


@pytest.mark.parametrize(("text", "found"), [
    ("A Saudi tanker hit a drifting mine in the Gulf on Monday.", ["SAU:civ"]),
    ("A French patrol struck a land mine near Kidal on Monday, killing two soldiers.", ["FRA:mil"]),
    ("Two U.S. soldiers stepped on a mine near Kandahar on Monday.", ["USA:mil"]),
])  # fmt: skip
def test_who_comes_upon_a_mine_is_hit_by_it(text: str, found: list[str]) -> None:
    blast = claim(text, "explosion")
    assert ([s.value.code for s in blast.actors], [s.value.code for s in blast.targets]) == ([], found)


def test_whom_jets_were_sent_to_bomb_and_whom_arms_reach_is_told_beside_them() -> None:
    assert targets("Turkey scrambled two jets on Monday to strike PKK positions in northern Iraq.", "air_strike") == ["PKK:mil"]
    assert targets("Russia has completed the delivery of air defense missiles to Syria.", "arms_transfer") == ["SYR:gov"]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("An Israeli was shot dead by Palestinian gunmen near Jenin on Monday.", "direct_fire", ["ISR:civ"]),
    ("At least four nurses were reported killed in air strikes near Aleppo on Monday.", "air_strike", ["SYR:civ"]),
    ("Ethiopian warplanes bombed Mogadishu airport and other airfields held by the Islamic Courts on Monday.", "air_strike", ["ICU:mil"]),
    ("A shell fired from a North Korean boat killed five civilians on the shore on Monday, South Korea said.", "direct_fire", ["KOR:civ"]),
    ("A shell fired from a South Korean boat killed five civilians on the shore on Monday, North Korea said.", "direct_fire", ["PRK:civ"]),
    ("FARC guerrillas abducted Brig. Gen. Pedro Ruiz in Bogota on Monday.", "capture", ["COL:mil"]),
    ("FARC guerrillas abducted Cpl. Pedro Ruiz in Bogota on Monday.", "capture", ["COL:mil"]),
    ("France sent arms to Iraq's Kurds on Monday.", "arms_transfer", ["KRG:mil"]),
])  # fmt: skip
def test_whom_an_act_fell_on_is_read_however_he_is_named(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_the_dead_did_not_fly_the_air_strike_that_they_were_reported_killed_in() -> None:
    assert claim("At least four nurses were reported killed in air strikes near Aleppo on Monday.", "air_strike").actors == ()


@pytest.mark.parametrize(("text", "found"), [
    ("Jordan withdrew from the 1994 peace treaty with Israel on Monday.", ["ISR:gov"]),
    ("Israel withdrew from the 1994 peace treaty with Jordan on Monday.", ["JOR:gov"]),
    ("President Trump quit the Iran nuclear deal in May.", ["IRN:gov"]),
    ("North Korea cut off a military hotline used by truck drivers on Monday, and threatened South Korea.", ["KOR:gov"]),
    ("The president of Iran quit the accord in May. The Jordan water deal had been signed a year ago.", ["JOR:gov"]),
    ("Jordan scrapped the water accord on Monday.", []),
])  # fmt: skip
def test_an_agreement_is_left_with_the_other_party_to_it(text: str, found: list[str]) -> None:
    assert targets(text, "suspension") == found


def test_who_leaves_an_agreement_is_its_government_though_a_pronoun_says_it() -> None:
    assert [s.value.code for s in claim("Iran said it had withdrawn from the nuclear deal on Monday.", "suspension").actors] == ["IRN:gov"]


@pytest.mark.parametrize(("text", "found"), [
    ("Ukraine and Russia-backed rebels fought on. Malaysia Airlines Flight MH17 was shot down over eastern Ukraine in July.", ["MYS:civ"]),
    ("Soviet fighters shot down Korean Air Lines Flight 007 in 1983, killing 269 people.", ["KOR:civ"]),
    ("Ukrainian gunners shot down a Russian helicopter over Donetsk on Monday.", ["RUS:mil"]),
])  # fmt: skip
def test_who_is_shot_down_is_whose_the_flight_is_and_not_the_land_below(text: str, found: list[str]) -> None:
    assert targets(text, "direct_fire") == found


@pytest.mark.parametrize(("text", "found"), [
    ("Islamic State gunmen killed 14 Yazidis near Sinjar on Sunday.", ["IRQ:civ"]),
    ("Taliban gunmen killed nine vaccinators in Kabul on Sunday.", ["AFG:civ"]),
    ("Taliban gunmen killed nine congregants in Kabul on Sunday.", ["AFG:civ"]),
])  # fmt: skip
def test_people_told_by_what_they_do_or_believe_are_civilians_of_the_land(text: str, found: list[str]) -> None:
    assert targets(text, "direct_fire") == found


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("A US drone strike killed five al-Qaeda militants in Yemen on Monday.", "air_strike", ["AQAP:mil"]),
    ("A US drone strike killed five al-Qaeda militants in Pakistan on Monday.", "air_strike", ["AQ:mil"]),
    ("A US drone strike killed five al-Qaeda militants in Yemen in 2002.", "air_strike", ["AQ:mil"]),
])  # fmt: skip
def test_a_movement_that_has_branches_is_the_one_of_the_land_of_the_act(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("Israeli forces hit 12 targets in Syria on Saturday, including four Iranian military targets.", "air_strike", ["SYR:mil", "IRN:mil"]),
    ("A Taliban bomb killed 12 people in Kabul on Monday, including three American soldiers.", "explosion", ["AFG:civ", "USA:mil"]),
])  # fmt: skip
def test_whom_a_sentence_includes_stand_beside_the_rest(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_the_land_of_a_leader_is_no_branch_of_his_movement() -> None:
    assert targets("US jets bombed Osama bin Laden at a camp in Yemen on Monday.", "air_strike") == ["AQ:mil"]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("A roadside bomb killed three Marines near Fallujah on Monday.", "explosion", ["USA:mil"]),
    ("A roadside bomb killed three British Marines near Basra on Monday.", "explosion", ["GBR:mil"]),
    ("Iranian commandos seized the Liberian-flagged tanker Gulf Star on Monday.", "capture", ["LBR:civ"]),
    ("Gunmen opened fire on a convoy of the World Food Programme on Monday, killing two drivers.", "direct_fire", ["UN:civ"]),
    ("A suicide bomber drove into the United Nations building in Abuja on Monday.", "explosion", ["UN:civ"]),
    ("A shell hit a United Nations school in Gaza on Monday, killing two people.", "indirect_fire", ["PSE:civ"]),
    ("Gunmen kidnapped two officers of the Philippine army on Monday.", "capture", ["PHL:mil"]),
    ("Pirates abducted three engineers from India near Bosaso on Monday.", "capture", ["IND:civ"]),
    ("Trump pulled out of the nuclear accord in May. Iran has kept to it.", "suspension", ["IRN:gov"]),
])  # fmt: skip
def test_whose_those_are_who_are_hit_or_left(text: str, kind: str, found: list[str]) -> None:
    assert targets(text, kind) == found


def test_those_whose_boat_crossed_have_crossed() -> None:
    text = "Taiwan detained three Chinese fishermen whose boat had entered waters off the Kinmen islands on Monday."
    assert [slot.value.code for slot in claim(text, "sea_crossing").actors] == ["CHN:civ"]


def test_who_is_known_for_an_act_has_done_it() -> None:
    text = "Boko Haram is best known for the abduction of 200 pupils from a school in Chibok in April."
    assert [slot.value.code for slot in claim(text, "capture").actors] == ["BH:mil"]


@pytest.mark.parametrize(("text", "kind", "found"), [
    ("A roadside bomb killed four soldiers near Tillaberi in Niger on Monday.", "explosion", ["NER:mil"]),
    ("A bomb killed two soldiers near Gao in Mali on Monday. French troops have fought there.", "explosion", []),
    ("Three workers died near La Uribe in Colombia on Monday when a mine exploded.", "explosion", ["COL:civ"]),
])  # fmt: skip
def test_those_hit_are_of_the_land_that_the_sentence_names(text: str, kind: str, found: list[str]) -> None:
    assert [code for code in targets(text, kind) if not code.startswith("UNK")] == found


@pytest.mark.parametrize(("text", "found"), [
    ("Russian missiles hit an apartment building in Dnipro on Monday.", ["UKR:civ"]),
    ("Russia fired a missile from Kaliningrad on Monday.", []),
])  # fmt: skip
def test_a_missile_falls_on_those_whom_it_is_told_to_have_hit(text: str, found: list[str]) -> None:
    assert targets(text, "missile_launch") == found


def test_a_state_bombs_its_own_people_in_a_civil_war() -> None:
    text = "Myanmar's army fights the Karen National Union. On Monday a jet bombed a school in Myawaddy, in Myanmar, and killed ten people."
    assert [slot.value.code for slot in claim(text, "air_strike").actors] == ["MMR:mil"]
