"""Who names a culprit accuses; who calls an act a crime condemns."""

import pytest
from tests.fakes.small_readings import extracted, proposed


def steps(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.act, each.by, each.to) for draft in proposed(text) for each in draft.follow_ups]


@pytest.mark.parametrize(
    "text",
    [
        "Israel said Hezbollah was behind the attack.",
        "Israel said Hezbollah was responsible for the attack.",
        "Israel said Hezbollah fighters had carried out that attack.",
    ],
)
def test_who_names_a_culprit_accuses(text: str) -> None:
    assert steps("Rockets hit Haifa on Monday. " + text) == [("accusation", "ISR:gov", "HZB:mil")]


def test_who_is_accused_by_what_he_is_alone_is_found_in_the_whole_text() -> None:
    text = "Georgian troops and South Ossetian forces fought near Tskhinvali on Monday. Tbilisi accused the rebels of shelling a village."
    assert ("accusation", "GEO:gov", "RSO:mil") in steps(text)


def test_the_same_words_accuse_either_side() -> None:
    assert steps("Rockets hit Tyre on Monday. Lebanon said Israel was behind the attack.") == [("accusation", "LBN:gov", "ISR:mil")]


def test_nobody_accuses_himself_who_says_that_he_did_it_confirms_it() -> None:
    assert steps("Rockets hit Haifa on Monday. Hezbollah said it was behind the attack.") == [("confirmation", "HZB", None)]


def test_whose_shelling_broke_the_truce_is_accused() -> None:
    found = steps("Rockets hit Haifa on Monday. Israel said the shelling by Hezbollah violated the truce.")
    assert ("accusation", "ISR:gov", "HZB:mil") in found


@pytest.mark.parametrize(
    "text",
    [
        "Jordan called the air strike a barbaric crime.",
        "Jordan described the air strike as an act of aggression.",
        "Jordan said the air strike was unacceptable.",
        "Jordan said the air strike was a crime.",
        "Jordan called the air strike an act of war.",
        "The air strike is an act of barbarism, Jordan said.",
        "The air strike, which Jordan called a barbaric crime, went on for an hour.",
    ],
)
def test_who_gives_an_act_a_bad_name_condemns_it(text: str) -> None:
    assert steps("Israeli jets bombed Sidon on Monday. " + text) == [("condemnation", "JOR:gov", None)]


@pytest.mark.parametrize("text", ["Jordan called the air strike a success.", "Jordan said the air strike was not unacceptable."])
def test_what_is_no_bad_name_or_is_denied_condemns_nothing(text: str) -> None:
    assert steps("Israeli jets bombed Sidon on Monday. " + text) == []


@pytest.mark.parametrize("text", ["Tehran said the accusations were baseless.", "Tehran said the allegation was a lie."])
def test_who_calls_a_charge_false_denies_it(text: str) -> None:
    assert steps("Iranian forces shelled a Turkish village on Sunday. " + text) == [("denial", "IRN:gov", None)]


def test_who_does_not_call_a_charge_false_denies_nothing() -> None:
    assert steps("Iranian forces shelled a Turkish village on Sunday. Tehran said the accusations were not baseless.") == []


def test_responsibility_that_was_claimed_is_a_confirmation_by_whoever_claimed_it() -> None:
    text = "A rocket struck a Turkish town on Monday. Responsibility for the attack was claimed by the PKK."
    assert steps(text) == [("confirmation", "PKK", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Uganda on Monday of shelling the village of Busia, an accusation it denies.",
        "Kenya accused Uganda on Monday of shelling the village of Busia, a charge denied by the country.",
    ],
)
def test_a_charge_is_denied_by_whoever_was_charged(text: str) -> None:
    assert ("denial", "UGA:gov", None) in steps(text)
    assert ("denial", "KEN:gov", None) not in steps(text)


def test_an_act_is_blamed_on_whoever_stands_under_on() -> None:
    assert ("accusation", "KEN:gov", "UGA:gov") in steps(
        "Shells hit a market in Busia on Monday. Kenya blamed the shelling of the town on Uganda."
    )


def test_who_alleges_an_act_of_another_accuses_it() -> None:
    text = "Uganda's army said Kenyan troops had allegedly shelled a village near Busia on Friday."
    assert steps(text) == [("accusation", "UGA:army", "KEN:mil")]


def test_who_states_an_act_of_another_as_fact_does_not_accuse_it() -> None:
    assert steps("Uganda's army said Kenyan troops had shelled a village near Busia on Friday.") == []


def test_who_tells_that_others_handed_over_arms_accuses_them() -> None:
    assert steps("Turkey said Iran had shipped weapons to the PKK on Friday.") == [("accusation", "TUR:gov", "IRN:gov")]


def test_who_handed_over_arms_accuses_nobody() -> None:
    assert steps("Iran said it had shipped weapons to the PKK on Friday.") == []


def test_what_is_confirmed_not_to_be_so_is_no_confirmation_of_the_act() -> None:
    assert steps("A mine hit a Turkish bus on Monday. The government confirmed reports that it was not an accident.") == []


def test_who_is_behind_many_acts_is_not_charged_with_the_one_told() -> None:
    assert steps("Rockets hit Haifa on Monday. Israel said Hezbollah was behind all rocket attacks since 2006.") == []


def test_who_says_that_a_side_breaks_the_truce_accuses_it() -> None:
    assert steps("Syrian guns shelled Tyre on Monday. Jordan said Syria had violated the truce.") == [("accusation", "JOR:gov", "SYR:mil")]


def test_who_is_appalled_by_an_act_condemns_it() -> None:
    assert steps("Israeli jets bombed Sidon on Monday. Jordan was appalled by the air strike.") == [("condemnation", "JOR:gov", None)]


def test_who_checks_the_reports_of_an_act_looks_into_it() -> None:
    found = steps("Israeli jets bombed Sidon on Monday. The Israeli army said it was checking the reports.")
    assert found == [("investigation", "ISR:army", None)]


def test_who_stops_short_of_a_claim_makes_none() -> None:
    assert steps("A bomb exploded in Haifa on Monday. Hezbollah stopped short of claiming responsibility for the bombing.") == []


def test_a_group_that_takes_a_step_is_its_armed_wing_and_a_body_of_states_its_name_alone() -> None:
    text = "Israel shelled a village on Monday. Hezbollah condemned the shelling. Kofi Annan condemned the shelling."
    (report,) = extracted(text).reports
    assert {step.by for step in report.follow_ups} == {"HZB:mil", "UN"}


def test_a_breach_of_the_truce_is_told_by_its_noun_too() -> None:
    calm = "Shops stayed open. Buses ran. Schools were full. The harbour was calm. Markets were busy. "
    text = "Houthi fighters shelled the port of Hodeida on Sunday. " + calm
    text += "A German spokesman said the Houthis were committing a massive violation of the peace."
    assert steps(text) == [("accusation", "DEU:gov", "HOUTHI:mil")]


@pytest.mark.parametrize(
    "text", ["Jordan said the shelling was against international law.", "Jordan said the shelling cannot be justified."]
)
def test_who_calls_an_act_unlawful_or_nothing_to_put_up_with_condemns_it(text: str) -> None:
    assert steps("Syrian troops shelled Haifa on Monday. " + text) == [("condemnation", "JOR:gov", None)]


def test_what_may_be_justified_is_not_condemned() -> None:
    assert steps("Syrian troops shelled Haifa on Monday. Jordan said the shelling was not against international law.") == []


def test_protests_raised_are_lodged() -> None:
    found = steps("North Korea fired a missile over Japan on Monday. Japan raised a protest with North Korea over the launch.")
    assert ("protest", "JPN:gov", "PRK:gov") in found


def test_who_calls_a_crossing_a_mistake_excuses_it() -> None:
    assert steps("North Korean soldiers crossed the border on Monday. Seoul said the crossing was a mistake.") == []


def test_an_attack_that_somebody_believes_was_carried_out_by_others_is_charged_to_them() -> None:
    text = "A bomb killed two soldiers in Haifa on Monday, an attack that Israel believes was carried out by Hezbollah."
    assert ("accusation", "ISR:gov", "HZB:mil") in steps(text)


def test_who_denies_company_with_a_group_denies_no_act() -> None:
    assert steps("Rockets hit Haifa on Monday. Syria denied that it was involved with the group.") == []
    assert [act for act, _, _ in steps("Rockets hit Haifa on Monday. Syria denied that it was involved in the attack.")] == ["denial"]


def test_of_what_the_dead_were_suspected_is_not_confirmed() -> None:
    text = (
        "A bomb killed four people in Haifa on Monday. On Tuesday Israeli troops shot dead a man in Jenin. "
        "The army confirmed that a man suspected of the bombing had been killed."
    )
    of_bomb = [each.act for draft in proposed(text) if draft.kind == "explosion" for each in draft.follow_ups]
    assert "confirmation" not in of_bomb


def test_it_is_what_is_condemned_and_no_party() -> None:
    text = "North Korea launched a long-range rocket on Monday. South Korea strongly condemned it."
    assert steps(text) == [("condemnation", "KOR:gov", None)]


@pytest.mark.parametrize(("who", "act"), [("China", "condemnation"), ("North Korea", "apology")])
def test_others_who_regret_an_act_condemn_it(who: str, act: str) -> None:
    assert steps(f"North Korea launched a long-range rocket on Monday. {who} expressed regret over the launch.")[0][0] == act


def test_a_meeting_is_asked_of_the_body_that_shall_meet() -> None:
    text = "North Korea launched a rocket on Monday. Japan called for an emergency meeting of the UN Security Council over the launch."
    assert ("meeting_request", "JPN:gov", "UN:gov") in steps(text)


def test_who_accuse_each_other_accuse_the_other() -> None:
    text = (
        "Russian forces seized three Ukrainian navy ships in the Black Sea on Sunday. Ukraine and Russia accused each other of provocation."
    )
    assert steps(text) == [("accusation", "UKR:gov", "RUS:gov")]


def test_the_bad_name_of_an_act_is_no_act() -> None:
    text = "Israeli jets bombed a hospital in Gaza on Monday. Hamas called it a massacre."
    assert [draft.kind for draft in proposed(text)] == ["air_strike"]
    assert [step[0] for step in steps(text)] == ["condemnation"]
