"""One event of a document is one report: retellings join, other days, places and further acts stay apart."""

import pytest
from tests.fakes.small_readings import extracted, proposed, reading
from tests.fakes.small_texts import pack

from truceline.reports.drafted import Draft
from truceline.reports.extract import propose


def of_kind(text: str, kind: str, title: str | None = None) -> list[Draft]:
    return [draft for draft in proposed(text, title) if draft.kind == kind]


def test_two_days_are_two() -> None:
    text = (
        "North Korean soldiers crossed the Military Demarcation Line on Monday. "
        "North Korean soldiers crossed the Military Demarcation Line on Wednesday."
    )
    assert [d.when.value.code for d in of_kind(text, "ground_crossing") if d.when] == ["2031-03-10", "2031-03-12"]


@pytest.mark.parametrize("again", [
    "The North Korean soldiers crossed the Military Demarcation Line at dawn, an officer said.",
    "The soldiers crossed the line on Monday near a river.",
    "It was on Monday that the North Korean soldiers crossed the line.",
])  # fmt: skip
def test_a_retelling_is_one(again: str) -> None:
    assert len(of_kind(f"North Korean soldiers crossed the Military Demarcation Line on Monday. {again}", "ground_crossing")) == 1


@pytest.mark.parametrize("further", [
    "Armenian forces shelled another Azerbaijani village on Monday.",
    "In a separate attack, Armenian forces shelled an Azerbaijani school.",
])  # fmt: skip
def test_another_or_separate_act_is_two(further: str) -> None:
    assert len(of_kind(f"Armenian forces shelled an Azerbaijani village on Monday. {further}", "indirect_fire")) == 2


def test_both_directions_are_two() -> None:
    text = "Armenian forces shelled an Azerbaijani village on Monday. Azerbaijani forces shelled an Armenian village on Monday."
    assert [[s.value.party for s in d.actors] for d in of_kind(text, "indirect_fire")] == [["ARM"], ["AZE"]]


def test_a_headline_gives_way_to_the_body() -> None:
    text = "About 20 North Korean soldiers crossed the Military Demarcation Line on Monday, the Joint Chiefs of Staff said."
    (draft,) = of_kind(text, "ground_crossing", title="North Korean soldiers cross border")
    assert draft.kind_slot.evidence[0].part == "text"
    assert draft.when is not None
    assert [(c.value.low, c.value.high) for c in draft.counts] == [(20, 20)]


def test_warning_shots_at_a_crossing_are_its_response() -> None:
    text = "North Korean soldiers crossed the Military Demarcation Line on Monday. South Korean soldiers fired warning shots."
    drafts = proposed(text)
    assert [d.kind for d in drafts] == ["ground_crossing"]
    assert [r.value for r in drafts[0].responses] == ["warning_shots"]
    assert [s.value.code for s in drafts[0].actors] == ["PRK:mil"]


def test_the_same_kind_far_apart_in_a_text_joins_only_with_a_shared_party() -> None:
    between = "Nothing else was told of that week. " * 10
    text = f"Israeli troops shelled a village on Monday. {between}Thai troops shelled a temple."
    assert [[s.value.party for s in d.actors] for d in of_kind(text, "indirect_fire")] == [["ISR"], ["THA"]]


def test_those_found_who_were_told_of_before_are_no_further_crossing() -> None:
    text = "North Korean drones flew into South Korea on Monday. The South's military detected the drones in Gyeonggi Province."
    assert len(of_kind(text, "air_crossing")) == 1
    further = "A drone flew into South Korea on Monday. Another drone was detected in South Korean airspace near Paju."
    assert len(of_kind(further, "air_crossing")) == 2


def test_a_crossing_of_the_title_is_not_by_those_whom_others_fired_upon() -> None:
    text = "Four UNC soldiers were killed in a North Korean ambush south of the Joint Security Area."
    (crossing,) = of_kind(text, "ground_crossing", "Infiltration and exchange of fire")
    assert "UNC" not in {slot.value.party for slot in crossing.actors}


@pytest.mark.parametrize(("text", "kinds"), [
    ("Three North Korean agents planted bombs at the port on Monday. The bombing killed 21 people.", ["explosion"]),
    ("North Korea launched two ballistic missiles on Monday. It tested six rockets, the agency said.", ["missile_launch"]),
    ("A North Korean drone crossed the border on Monday, intruded into South Korea over Paju and flew over Seoul.", ["air_crossing"]),
])  # fmt: skip
def test_one_act_in_other_words_is_told_once(text: str, kinds: list[str]) -> None:
    assert [draft.kind for draft in proposed(text)] == kinds


@pytest.mark.parametrize(("text", "kind"), [
    ("A North Korean infiltrator was shot by South Korean soldiers after he infiltrated Jeju Island on Monday.", "sea_crossing"),
    ("A North Korean vessel was seen on Monday. Three North Korean agents infiltrated South Korea from it.", "sea_crossing"),
    ("A boat lay there. Three agents infiltrated South Korea across the Military Demarcation Line on Monday.", "ground_crossing"),
])  # fmt: skip
def test_who_came_by_a_vessel_or_to_an_island_in_a_short_entry_came_by_sea(text: str, kind: str) -> None:
    assert [draft.kind for draft in proposed(text) if draft.kind.endswith("_crossing")] == [kind]


def test_a_crossing_that_a_title_alone_tells_came_by_sea_where_the_body_is_on_an_island() -> None:
    text = "A North Korean agent was killed by South Korean troops on Chuja Island on Monday."
    assert {draft.kind for draft in proposed(text, "Infiltration and Incursion")} == {"sea_crossing", "clash"}


def test_acts_with_different_dead_are_two_and_the_same_dead_told_again_are_one() -> None:
    first = "An Israeli drone fired a missile at a car in Tyre on Monday, killing one fighter."
    apart, again = (
        f"{first} Israeli jets bombed a house, killing three fighters.",
        f"{first} The Israeli strike on the car killed one fighter.",
    )
    assert len(of_kind(apart, "air_strike")) == 2
    assert len(of_kind(again, "air_strike")) == 1


def test_who_also_died_died_in_the_act_just_told() -> None:
    text = "Hezbollah gunmen killed three Israeli soldiers in an ambush near Tyre on Monday. The civilian driver also was killed."
    found = [r for r in extracted(text).reports if r.claim.kind.value == "direct_fire"]
    assert [[(c.value.what, c.value.low) for c in r.claim.counts] for r in found] == [[("killed", 4)]]


def test_a_sum_of_acts_told_one_by_one_is_no_act() -> None:
    text = (
        "Turkish police arrested six PKK members in Istanbul, officials said on Thursday. Turkish police arrested four PKK members in "
        "Izmir on Monday. In another operation on Tuesday, Turkish police arrested two PKK members."
    )
    named = (
        "Israeli soldiers were killed by Hezbollah gunmen in two separate incidents near Tyre on Monday. Hezbollah gunmen shot dead two "
        "Israeli soldiers in the east. Hezbollah gunmen shot dead five Israeli soldiers in the west."
    )
    for told, kind, what, figures in ((text, "capture", "captured", [4, 2]), (named, "direct_fire", "killed", [2, 5])):
        found = [c.value.low for r in extracted(told).reports if r.claim.kind.value == kind for c in r.claim.counts if c.value.what == what]
        assert found == figures


def test_a_further_attack_and_what_was_done_in_it_are_one() -> None:
    text = (
        "Hezbollah gunmen shot dead two Israeli soldiers near Tyre on Monday. In another attack, Hezbollah gunmen shot dead four Israeli "
        "soldiers at a post."
    )
    assert [r.claim.kind.value for r in extracted(text).reports] == ["direct_fire", "direct_fire"]


def test_where_fire_came_from_tells_nobody_hit_and_no_other_side() -> None:
    text = "North Korea fired 200 shells into the West Sea on Monday. The artillery firings were detected by the JCS from Jangsan Cape."
    (found,) = (d for d in proposed(text) if d.kind == "indirect_fire")
    assert {s.value.party for s in found.actors} == {"PRK"}


@pytest.mark.parametrize("text", [
    "The front said that on Monday it blew up with 20 kilos of dynamite a jeep near Arauca.",
    "A rebel was shot near Goma on Monday. Radio Goma said he may have been shot by another rebel.",
    "Indian troops killed one man and wounded another on Monday near Uri.",
    "Three rockets hit Israel on Monday. Residents ran for shelter. One of the rockets hit a school in Sderot.",
    "Israeli jets struck targets in Syria on Monday. Residents fled. The strikes killed three people.",
    "Hamas gunmen seized six hostages near Sderot, an officer said on Tuesday. The hostages were seized early on Saturday from a farm.",
])  # fmt: skip
def test_means_one_more_victim_and_those_taken_before_tell_no_further_act(text: str) -> None:
    assert len(proposed(text)) == 1


def test_an_act_that_names_no_party_is_told_again_far_on_in_the_text_where_it_names_the_place() -> None:
    between = "Nothing else was told of that week. " * 10
    text = f"Syrian troops fought rebels in eastern Ghouta on Monday. {between}The offensive in eastern Ghouta has killed 160 civilians."
    assert len(of_kind(text, "clash")) == 1


def test_sides_that_are_known_only_from_the_rest_of_the_text_join_two_tellings() -> None:
    text = (
        "A North Korean soldier walked across the demilitarized zone on Monday, defecting to the South. "
        "The ministry said the man was found seeking asylum in the eastern section of the demilitarized zone on Monday."
    )
    assert len(of_kind(text, "defection")) == 1


def test_a_stretch_told_by_its_length_is_the_day_of_what_began_then() -> None:
    text = "Israel launched air strikes on Gaza on March 4. Children died. Nine days of Israeli air strikes killed 60 people in Gaza."
    (draft,) = of_kind(text, "air_strike")
    assert draft.when is not None
    assert draft.when.value.code == "2031-03-04/2031-03-12"


@pytest.mark.parametrize(("text", "kind"), [
    ("North Korea fired missiles from Pyongyang on Monday. "
     "The launch consisted of five missiles fired in two rounds toward the sea between Korea and Japan.", "missile_launch"),
    ("A North Korean soldier defected to South Korea on Monday. "
     "The man crossed the eastern section of the demilitarized zone on Monday in his defection.", "defection"),
    ("Rebels retaliated for last week's fighting between Amal and Hezbollah in Jbaa. "
     "Last week's clashes around a camp near Jarjou left four soldiers dead.", "clash"),
])  # fmt: skip
def test_what_is_no_place_of_the_act_sets_none_apart(text: str, kind: str) -> None:
    assert len(of_kind(text, kind)) == 1


def test_what_those_told_of_did_at_a_place_that_no_map_knows_is_what_they_did_in_the_province() -> None:
    lead = "Israeli warplanes attacked a Hezbollah target in south Lebanon on Tuesday."
    (draft,) = of_kind(f"{lead} The Israeli jets fired rockets at a post near the village of Abayseh, witnesses said.", "air_strike")
    assert draft.where is not None
    assert draft.where.value.name == "post near the village of Abayseh"
    assert len(of_kind(f"{lead} Israeli jets fired rockets at a post near the village of Abayseh, witnesses said.", "air_strike")) == 2


@pytest.mark.parametrize(("text", "kind"), [
    ("Gunmen opened fire on a Hamas colonel in the southern Gaza Strip on Monday. "
     "Gunmen opened fire from a passing car in the town of Rafah on Monday, witnesses said.", "direct_fire"),
    ("Rebels fired mortars at a convoy in Damascus on Monday. The shells struck the Qasbeh district on Monday.", "indirect_fire"),
    ("South Korea said that 250 balloons were sent from North Korea at around 9:20 p.m. on Monday. "
     "As of 11 p.m., around 70 of the North Korean balloons had come down in South Korea.", "balloon_launch"),
    ("North Korea tested six rockets on Monday. The North fired the rockets toward the sea between Korea and Japan.", "indirect_fire"),
    ("An incident killed one Afghan civilian and injured four near Kabul, the Taliban said on Tuesday. "
     "Taliban gunmen shot at a van on the Bagram road on Monday, killing a civilian and injuring four.", "direct_fire"),
    ("The protests on Tuesday followed Turkish air strikes on Kurdish fighters. "
     "On Monday, Turkish jets carried out five air strikes on Kurdish fighters near Kobani.", "air_strike"),
    ("North Korea said on Thursday that it had tested a ballistic missile. "
     "Wednesday's test was of a missile that it had first shown in May.", "missile_launch"),
    ("North Korea said on Thursday it had tested a ballistic missile as a first step in the Pacific. "
     "Wednesday's test was of a missile that Kim Jong Un had threatened to use on Guam.", "missile_launch"),
    ("North Korea fired two missiles from Uiju on Monday. The missiles flew 430 kilometers at a speed of around Mach 6.", "missile_launch"),
])  # fmt: skip
def test_the_nearer_place_the_hour_of_a_count_and_a_speed_set_none_apart(text: str, kind: str) -> None:
    assert [draft.kind for draft in proposed(text)] == [kind]


def test_an_undated_act_is_none_of_a_year_that_a_text_without_a_date_recalls() -> None:
    lead = "Israeli troops killed ten people in Gaza. The army said it would go on. The envoys met again. Nothing came of it."
    text = f"{lead} Israeli jets bombed a house in Qana in 2006. Three boys died when Israeli jets bombed a school."
    strikes = [draft for draft in propose(reading(text, None, None), pack()) if draft.kind == "air_strike"]
    assert [draft.when is None for draft in strikes] == [False, True]


def test_what_came_before_a_dated_act_takes_the_day_that_is_told_of_itself() -> None:
    text = "A Saudi tanker sank on Wednesday after a blast killed six sailors. The blast rocked the tanker on Tuesday."
    (draft,) = of_kind(text, "explosion")
    assert draft.when is not None
    assert draft.when.value.code == "2031-03-11"
    (alone,) = of_kind("A Saudi tanker sank on Wednesday after a blast killed six sailors.", "explosion")
    assert alone.when is not None
    assert alone.when.value.code == "2031-03-12"
    assert alone.when_said


@pytest.mark.parametrize(("one", "two", "crossed"), [("North", "South", "PRK:mil"), ("South", "North", "KOR:mil")])
@pytest.mark.parametrize("told", [
    "Six {} Korean soldiers are killed by {} Korean troops guarding the demilitarized zone in a series of firefights.",
    "A {} Korean force clashed with a {} Korean patrol at the Military Demarcation Line.",
])  # fmt: skip
def test_who_met_those_that_keep_the_line_had_crossed_it(told: str, one: str, two: str, crossed: str) -> None:
    crossings = [d for d in proposed(told.format(one, two), title="Infiltration and Incursion") if d.kind == "ground_crossing"]
    assert [s.value.code for d in crossings for s in d.actors] == [crossed]


def test_a_grenade_with_gunfire_or_in_a_fight_is_part_of_it() -> None:
    """Codebook 3: a grenade alone is an explosion, with gunfire direct fire."""
    with_fire = "Hezbollah gunmen threw a grenade and opened fire at an Israeli patrol near Tyre on Monday."
    in_a_fight = "Hezbollah fighters hurled grenades in a charge and overran an Israeli post near Tyre on Monday."
    alone = "Hezbollah gunmen threw a grenade at an Israeli patrol near Tyre on Monday, killing two soldiers."
    assert (len(of_kind(with_fire, "explosion")), len(of_kind(with_fire, "direct_fire"))) == (0, 1)
    assert (len(of_kind(in_a_fight, "explosion")), len(of_kind(in_a_fight, "clash"))) == (0, 1)
    assert len(of_kind(alone, "explosion")) == 1


def test_a_further_verb_of_harm_counts_on() -> None:
    text = "A roadside bomb killed two Afghan soldiers in Helmand and wounded five as their convoy passed near the town of {} on Tuesday."
    (blast,) = of_kind(text.format("Gereshk"), "explosion")
    assert {c.value.what: c.value.low for c in blast.counts} == {"killed": 2, "wounded": 5}


def test_the_clashes_on_a_day_are_those_told_and_the_dead_of_each_side_are_told_apart() -> None:
    fought = "Turkish troops killed 54 Kurdish rebels in two days of fighting near Zakho, officials said Wednesday. "
    (clash,) = of_kind(f"{fought}Three soldiers died in the clashes on Monday and Tuesday, they said.", "clash")
    assert clash.when is not None and clash.when.value.code == "2031-03-10/2031-03-11"
    assert len(of_kind(f"{fought}Three soldiers died in another clash at Dahuk on Tuesday, they said.", "clash")) == 2


def test_rebels_killed_in_the_battle_after_their_raid_are_of_it() -> None:
    raid = "Hutu rebels attacked a camp of Burundian soldiers at Mwaro on Tuesday, killing 28 people. "
    driven = "Soldiers drove off the rebels after an hour-long battle in which six {} were killed."
    assert len(of_kind(raid + driven.format("rebels"), "clash")) == 1


@pytest.mark.parametrize("before", [
    "Before that, the rebels had captured the village of Alleroi.",
    "The fight came two days after the rebels captured the village of Alleroi.",
])  # fmt: skip
def test_what_is_told_as_gone_before_is_an_act_of_its_own(before: str) -> None:
    assert len(of_kind(f"Chechen rebels clashed with Russian soldiers at an army post. {before}", "clash")) == 2
