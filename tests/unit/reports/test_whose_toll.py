"""On which act a toll stands where a sentence tells of several: by its clauses, their doers and their times."""

from tests.fakes.small_texts import claims
from tests.unit.reports.test_tolls import counts, kinds, report


def test_two_doers_joined_by_and_have_each_their_own_toll() -> None:
    text = (
        "Taliban gunmen killed nine Afghan villagers on Monday, and Afghan troops wounded a Taliban commander in a bomb attack on his car."
    )
    assert [c.get("killed") for c in kinds(text, "direct_fire")] == [(9, 9)]
    assert "killed" not in counts(report(text, "explosion"))


def test_while_sets_two_doers_apart_and_not_the_two_sides_of_one_fight() -> None:
    text = "Five Palestinians were killed in Gaza by Israeli tank shells on Monday while a Hamas rocket wounded two Israelis in Sderot."
    assert all(c.get("killed") is None or c.get("wounded") is None for c in kinds(text, "indirect_fire", "direct_fire"))
    text = "In the battle on Monday six Hezbollah fighters were killed, while two Israeli soldiers and a doctor were killed."
    assert counts(report(text, "clash"))["killed"] == (9, 9)


def test_the_killed_and_the_wounded_of_one_attack_have_no_two_doers() -> None:
    text = "The bomb attack on the Afghan army post left 40 soldiers dead and 87 wounded on Monday."
    found = counts(report(text, "explosion"))
    assert (found["killed"], found["wounded"]) == ((40, 40), (87, 87))


def test_a_toll_told_so_long_after_another_act_is_none_of_that_act() -> None:
    text = "Two days after a Hezbollah mortar shell landed near the airport, Israeli troops killed four Hezbollah fighters in Tyre."
    assert "killed" not in counts(report(text, "indirect_fire"))
    assert [c.get("killed") for c in kinds(text, "direct_fire")] == [(4, 4)]


def test_what_killed_is_the_act_after_which_they_died() -> None:
    text = "Four Israeli soldiers died after a Hezbollah mortar shell landed on their post on Monday."
    assert counts(report(text, "indirect_fire"))["killed"] == (4, 4)


def test_the_dead_of_what_came_before_a_stretch_are_none_of_the_act_told() -> None:
    text = (
        "The clashes between Amal and Hezbollah fighters on Monday were the worst since March, when a flood killed 60 people in the town."
    )
    assert "killed" not in counts(report(text, "clash"))


def test_nobody_dies_in_the_sending_of_troops() -> None:
    text = "Syria sent 4,500 troops into Lebanon on Monday to end a three-week bloodbath that killed nearly 300 people and wounded 1,000."
    found = counts(report(text, "troop_deployment"))
    assert found["persons"] == (4500, 4500)
    assert not {"killed", "wounded"} & found.keys()


def test_of_troops_sent_their_own_dead_are_told() -> None:
    text = "North Korea sent 12,000 soldiers to Russia in October, and more than 3,000 of them have been killed, Seoul said."
    assert counts(report(text, "troop_deployment"))["killed"] == (3001, None)
    text = "North Korea sent 12,000 soldiers to Russia in October. Estimates put it at over 3,000 fatalities among these soldiers."
    assert counts(report(text, "troop_deployment"))["killed"] == (3001, None)


def test_a_wounded_prisoner_is_told_of_the_taking_and_somebody_killed_beside_it_is_not() -> None:
    taken = counts(report("Ukrainian troops captured a wounded North Korean soldier near Kursk on Monday.", "capture"))
    beside = counts(
        report("Iranian forces seized a British tanker on Monday, years after a storm killed two sailors of its crew.", "capture")
    )
    assert "killed" not in beside
    assert taken["captured"] == (1, 1)


def test_more_people_killed_by_somebody_on_a_day_are_dead_of_a_further_act() -> None:
    text = "Hezbollah gunmen shot dead six Israeli soldiers at Tyre on Wednesday. "
    further = text + "Three other soldiers also were killed by Hezbollah gunmen near Sidon on Tuesday night."
    assert [c.when.value.code for c in claims(further, "direct_fire") if c.when] == ["2031-03-12", "2031-03-11"]
    assert len(claims(text + "Three other soldiers also were wounded.", "direct_fire")) == 1


def test_days_of_fighting_before_a_truce_take_in_no_later_ambush() -> None:
    text = (
        "An Israeli officer was wounded in an ambush at Tyre on Wednesday. The ambush came on the third day of a truce. "
        "The truce came after four days of fighting between Israeli troops and Hezbollah in Lebanon."
    )
    assert [c.when.value.code for c in claims(text, "direct_fire") if c.when] == ["2031-03-12"]
