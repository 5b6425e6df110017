"""Days of acts: the date that belongs to the act, the day a story is on, the day of saying last of all."""

from tests.fakes.small_readings import proposed
from tests.fakes.small_texts import claim, claims


def day(text: str, kind: str) -> str | None:
    when = claim(text, kind).when
    return when.value.code if when else None


def test_the_acts_own_date_stands_before_the_day_of_saying() -> None:
    assert day("Israeli jets bombed Sidon on Monday, the army said Wednesday.", "air_strike") == "2031-03-10"


def test_the_day_of_saying_stands_where_nothing_else_is_told() -> None:
    assert day("Israeli jets bombed Sidon, the army said Wednesday.", "air_strike") == "2031-03-12"


def test_a_text_without_any_date_word_has_no_day() -> None:
    assert day("Israeli jets bombed Sidon.", "air_strike") is None


def test_the_day_of_a_story_goes_on_for_the_same_sides() -> None:
    text = "Israeli jets bombed Sidon on Monday. Israeli troops then arrested three Hezbollah fighters."
    assert day(text, "capture") == "2031-03-10"


def test_what_has_happened_at_some_time_takes_no_day_from_before() -> None:
    text = "Israeli jets bombed Sidon on Monday. Israeli troops have arrested three Hezbollah fighters."
    assert day(text, "capture") is None


def test_an_old_day_does_not_go_on() -> None:
    text = "Israeli jets bombed Sidon on May 4, 2019. Israeli troops arrested three Hezbollah fighters."
    assert day(text, "capture") is None


def test_the_hour_of_saying_is_not_the_hour_of_the_act() -> None:
    assert claim("North Korea launched 40 balloons, the military said at 9:30 p.m.", "balloon_launch").time is None


def test_a_place_inside_another_is_the_same_event_and_the_nearer_is_kept() -> None:
    text = "Israeli jets bombed the Gaza Strip on Monday. The jets bombed Rafah on Monday, the Israeli army said."
    found = claims(text, "air_strike")
    assert [c.where.value.name for c in found if c.where] == ["Rafah"]


def test_the_day_of_blaming_is_no_day_of_the_act() -> None:
    assert day("The minister condemned on Wednesday an air strike by Israeli jets on Sidon.", "air_strike") is None


def test_the_story_stays_on_its_day_while_the_same_sides_go_on() -> None:
    between = "Shops stayed shut. Officials met. Roads were empty."
    text = f"Israeli jets bombed Sidon on Tuesday. {between} Israeli troops arrested three Hezbollah fighters in Tyre."
    assert day(text, "capture") == "2031-03-11"


def test_an_older_time_told_between_ends_the_day_of_the_story() -> None:
    between = "The two had fought in May 2029. Shops stayed shut. Roads were empty."
    text = f"Israeli jets bombed Sidon on Tuesday. {between} Israeli troops arrested three Hezbollah fighters in Tyre."
    assert day(text, "capture") is None


def test_what_has_been_done_since_a_day_has_the_stretch() -> None:
    assert day("Since Tuesday, Israeli jets have bombed Sidon.", "air_strike") == "2031-03-11/2031-03-13"


def test_a_day_since_when_another_thing_holds_is_none_of_the_act() -> None:
    assert day("Israeli jets bombed Sidon, calm since Tuesday.", "air_strike") is None


def test_days_of_fighting_run_from_the_day_they_began() -> None:
    text = (
        "Israeli troops clashed with Hezbollah fighters on March 9. "
        "Four days of fighting between Israeli troops and Hezbollah fighters killed 40 people."
    )
    assert day(text, "clash") == "2031-03-09/2031-03-12"


def hour(text: str, kind: str) -> str | None:
    time = claim(text, kind).time
    return time.value if time else None


def test_the_hour_of_detecting_is_the_hour_of_the_act() -> None:
    assert hour("North Korea fired a ballistic missile. The launch was detected at 2:41 p.m.", "missile_launch") == "14:41"


def test_of_two_hours_joined_the_first_is_when_it_began() -> None:
    assert hour("At 4:10 p.m. and 4:40 p.m., North Korea fired 30 artillery shells into the East Sea.", "indirect_fire") == "16:10"


def test_an_act_told_in_a_when_clause_is_of_the_day_or_month_it_hangs_on() -> None:
    assert day("The truce was the first since February, when Israeli jets bombed Sidon.", "air_strike") == "2031-02"
    assert day("The truce was the first since March 4, when Israeli jets bombed Sidon.", "air_strike") == "2031-03-04"
    assert day("Calm came before Monday, when Israeli jets bombed Sidon.", "air_strike") == "2031-03-10"


def test_the_day_of_the_story_goes_on_for_an_act_named_by_a_noun() -> None:
    between = "Shops stayed shut. Officials met. Roads were empty."
    text = (
        f"Hezbollah fighters shelled Haifa in Israel on Tuesday. {between} Three Israelis were killed in a Hezbollah rocket attack on Acre."
    )
    assert day(text, "indirect_fire") == "2031-03-11"
    text = f"Israeli jets bombed Sidon on Tuesday. {between} Israeli shelling destroyed a school in Tyre."
    assert day(text, "indirect_fire") == "2031-03-11"


def test_the_day_of_a_lead_without_an_act_goes_on_for_the_acts_told_next() -> None:
    lead = "Lebanese troops patrolled the streets on Wednesday after weeks of tension."
    assert day(f"{lead} Israeli jets bombed Sidon.", "air_strike") == "2031-03-12"
    assert day(f"{lead} Israeli jets have bombed Sidon.", "air_strike") is None
    assert day(f"{lead} They had met in May 2029. Israeli jets bombed Sidon.", "air_strike") is None


def test_the_day_told_after_a_purpose_is_that_of_what_was_done_for_it() -> None:
    raid = "Israeli troops searched Tyre to find a wounded pilot on Wednesday."
    assert day(f"{raid} Israeli troops shot dead two Hezbollah fighters during the operation.", "direct_fire") == "2031-03-12"
    asked = "Israeli ministers asked the army to free a wounded pilot on Wednesday."
    assert day(f"{asked} Israeli troops shot dead two Hezbollah fighters during the operation.", "direct_fire") is None


def test_the_day_on_which_a_lead_was_said_does_not_go_on() -> None:
    assert day("Lebanese ministers said on Wednesday that they were worried. Israeli jets bombed Sidon.", "air_strike") is None


def test_what_the_other_side_does_at_once_in_answer_is_of_the_same_day() -> None:
    first = "Israeli jets bombed Sidon on Wednesday."
    for told in ("Hezbollah then fired 20 rockets at Haifa.", "In response, Hezbollah fired 20 rockets at Haifa."):
        assert day(f"{first} {told}", "indirect_fire") == "2031-03-12"
    assert day(f"{first} Hezbollah has fired 20 rockets at Haifa.", "indirect_fire") is None


def test_the_same_day_is_the_day_told_last() -> None:
    first = "Israeli jets bombed Sidon on Monday."
    for words in ("On the same day", "That evening", "Earlier that day"):
        assert day(f"{first} {words}, Hezbollah shelled Haifa.", "indirect_fire") == "2031-03-10"
    assert day(f"{first} On the previous evening, Hezbollah shelled Haifa.", "indirect_fire") == "2031-03-09"


def test_a_day_under_since_or_after_is_that_of_the_other_act() -> None:
    assert day("Israeli raids on Sidon have grown since Hezbollah fighters shelled Haifa last month.", "indirect_fire") == "2031-02"
    text = "Israeli jets bombed Sidon after a truce that was signed last month broke down."
    assert day(text, "air_strike") is None
    assert day("Israeli jets bombed Sidon hours after a truce ended on Tuesday.", "air_strike") == "2031-03-11"


def test_when_an_agreement_was_made_is_no_day_of_an_act() -> None:
    text = "Israeli air strikes on Sidon cast doubt on the truce that was signed in February."
    assert day(text, "air_strike") is None


def test_of_two_clauses_with_a_day_each_an_act_has_that_of_its_own() -> None:
    text = "In 2019, Hezbollah shelled Haifa, and an air strike by Israeli jets hastened the end of a raid in 2024."
    assert day(text, "air_strike") == "2024"


def test_what_was_said_beside_an_act_is_no_day_of_it() -> None:
    assert day("Israeli jets bombed Sidon, and officials said Wednesday that talks would go on.", "air_strike") is None
    assert day("Israeli jets bombed Sidon, officials said Wednesday.", "air_strike") == "2031-03-12"


def test_a_stretch_over_which_acts_are_counted_is_no_day_of_its_clause() -> None:
    text = (
        "Several North Korean soldiers crossed the Military Demarcation Line and went back under fire. The incident was on Tuesday "
        "and is the third time since the beginning of March that North Korean soldiers have crossed the Military Demarcation Line."
    )
    assert day(text, "ground_crossing") == "2031-03-11"


def test_a_day_in_what_is_told_stands_before_the_day_of_telling() -> None:
    text = "Israeli jets bombed a house in Sidon where Hezbollah fighters were hiding on Monday, the army said on Wednesday."
    assert day(text, "air_strike") == "2031-03-10"


def test_what_has_been_done_is_not_of_the_day_on_which_it_is_said() -> None:
    assert day("Israeli jets have bombed Sidon, the army said Wednesday.", "air_strike") is None
    assert day("Israeli jets have bombed Sidon today, the army said Wednesday.", "air_strike") is not None


def test_a_stretch_told_again_by_its_length_is_that_of_the_act_that_lasted_so_long() -> None:
    text = (
        "From March 4 to March 8 North Korean agents crossed the border into South Korea. "
        "By the end of the five-day long event, twenty North Korean agents had been killed in clashes with South Korean troops."
    )
    assert day(text, "clash") == "2031-03-04/2031-03-08"


def test_a_day_between_saying_and_what_is_said_is_that_of_saying() -> None:
    (draft,) = proposed("North Korea said on Wednesday it had tested a ballistic missile.")
    assert draft.when_said
    (going_on,) = proposed("North Korea said on Wednesday South Korean soldiers were shelling its posts.")
    assert not going_on.when_said


def test_the_day_of_a_protest_is_no_day_of_the_act() -> None:
    assert day("Crowds took to the streets of Istanbul on Monday to protest the Israeli shelling of Gaza.", "indirect_fire") is None


def test_what_a_party_did_another_time_dates_no_act_of_the_sentence() -> None:
    assert day("Moscow, which annexed Crimea in January, sent troops to Donetsk in Ukraine.", "troop_deployment") is None


def test_what_is_announced_as_going_on_is_of_the_month_of_its_announcement() -> None:
    text = "Last month the American government announced that the US was sending 1,000 troops to Iraq."
    assert day(text, "troop_deployment") == "2031-02"


def test_the_day_on_which_an_act_is_defended_or_debated_is_no_day_of_it() -> None:
    assert day("The minister on Tuesday defended the Israeli shelling of Sidon.", "indirect_fire") is None
    assert day("On Tuesday an officer called in the Israeli shelling of Sidon.", "indirect_fire") == "2031-03-11"


def test_the_clause_with_when_dates_its_act_by_the_day_right_before_it() -> None:
    text = "Ties are bad since 2029, when Turkey began to send ships to Cyprus, and worse since June, when Turkish troops shelled Cyprus."
    assert day(text, "indirect_fire") == "2030-06"


def test_the_year_or_month_since_which_something_is_so_is_no_first_day_of_it() -> None:
    assert day("Ties have been bad since 2029, when Turkish troops shelled Cyprus.", "indirect_fire") == "2029"


def test_several_acts_since_a_day_are_of_the_days_up_to_now() -> None:
    text = "Israeli jets carried out several air strikes near Sidon since Monday, the army said."
    assert day(text, "air_strike") == "2031-03-10/2031-03-13"


def test_what_was_counted_since_a_day_is_not_of_all_of_them() -> None:
    text = "It was the third week in which North Korea floated balloons into South Korea since Monday."
    assert day(text, "balloon_launch") is None


def test_a_bill_is_of_another_day_than_the_acts_it_is_to_end() -> None:
    assert day("The bill introduced on Monday aims to make Israel halt its air strikes on Syrian towns.", "air_strike") is None


def test_the_week_of_saying_is_the_best_that_is_known() -> None:
    assert day("Hezbollah said last week that its missiles had shot down an Israeli drone.", "direct_fire") == "2031-03-03/2031-03-09"
    assert day("Latvia said in January that it would give Ukraine howitzers.", "arms_transfer") == "2031-01"


def test_what_only_a_clause_by_the_way_tells_is_not_of_the_week_of_saying() -> None:
    assert day("The minister said last week that Russia, which shelled Georgia, was no friend.", "indirect_fire") is None


def test_a_campaign_of_the_past_month_is_of_all_its_days() -> None:
    assert day("Israel's air campaign in Syria, with 40 air strikes in the past month, goes on.", "air_strike") == "2031-02-13/2031-03-13"


def test_what_a_speaker_is_known_by_is_not_of_the_day_on_which_he_speaks() -> None:
    assert day("The widow of a soldier shot by Hezbollah fighters said on Monday that he had been brave.", "direct_fire") is None


def test_hours_and_parts_of_the_day_are_of_the_day_the_text_is_on() -> None:
    first = "Hezbollah fighters shelled Haifa on Tuesday."
    assert day(f"{first} Turkish jets bombed Kurdish camps a few hours later.", "air_strike") == "2031-03-11"
    assert day(f"{first} In the afternoon, Turkish jets bombed Kurdish camps.", "air_strike") == "2031-03-11"
    assert day(f"{first} Within minutes, Turkish jets bombed Kurdish camps.", "air_strike") == "2031-03-11"
    assert day(f"{first} Weeks later, Turkish jets bombed Kurdish camps.", "air_strike") is None


def test_what_was_going_on_then_and_what_somebody_said_had_been_done_are_of_the_day_of_the_story() -> None:
    first = "Israeli troops shelled Sidon on Tuesday."
    assert day(f"{first} Israeli jets were bombing Tyre, he said.", "air_strike") == "2031-03-11"
    assert day(f"{first} The spokesman said that Israeli jets had also bombed Tyre.", "air_strike") == "2031-03-11"


def test_days_that_begin_on_a_told_one_are_all_of_them() -> None:
    text = "Thai and Cambodian troops traded artillery fire near Surin for four days beginning on Feb. 4."
    assert day(text, "clash") == "2031-02-04/2031-02-07"


def test_what_was_done_at_the_scene_or_while_the_told_act_came_is_of_its_day() -> None:
    assert (
        day("Israeli jets struck Tyre on Feb. 5. Syrian soldiers took two Hezbollah fighters prisoner at the scene.", "capture")
        == "2031-02-05"
    )
    text = "A bomb killed two people in Gori on Monday. The bombing came as Georgian and Russian soldiers clashed at Ergneti."
    assert day(text, "clash") == "2031-03-10"


def test_what_a_side_answers_with_is_of_the_day_it_answers_to() -> None:
    first = "Israeli jets bombed Sidon on Wednesday."
    for told in ("Hezbollah responded by firing rockets at Haifa.", "Hezbollah retaliated with rocket fire on Haifa."):
        (draft,) = [d for d in proposed(f"{first} {told}") if d.kind == "indirect_fire"]
        assert draft.when is not None
        assert draft.when.value.code == "2031-03-12"
    assert [d.when for d in proposed(f"{first} Hezbollah is known for firing rockets at Haifa.") if d.kind == "indirect_fire"] in (
        [],
        [None],
    )


def test_when_something_else_befell_a_place_or_a_person_is_no_date_of_the_act() -> None:
    for known in ("Tyre, which fell in 2022", "Tyre, where Greek envoys met in 2022"):
        (draft,) = [d for d in proposed(f"Israeli jets bombed {known}.") if d.kind == "air_strike"]
        assert draft.when is None
    (draft,) = [d for d in proposed("The general, who died in 2022, said that Israeli jets bombed Tyre.") if d.kind == "air_strike"]
    assert draft.when is None


def test_the_early_hours_of_a_morning_are_of_its_day() -> None:
    assert day("Israeli jets bombed Sidon in the early hours of Wednesday morning.", "air_strike") == "2031-03-12"


def test_a_dated_raid_dates_what_was_done_in_it() -> None:
    assert day("Three Israelis were captured by Hezbollah in a July 2, 2026, raid and returned in 2028.", "capture") == "2026-07-02"


def test_two_months_of_one_act_are_two_acts() -> None:
    days = [d.when.value.code for d in proposed("Hezbollah shelled Haifa in April and December last year.") if d.when is not None]
    assert days == ["2030-04", "2030-12"]


def test_an_announcement_in_the_present_dates_a_suspension() -> None:
    (draft,) = [d for d in proposed("Hezbollah announced on Tuesday that it no longer observes its ceasefire with Israel.")
                if d.kind == "suspension"]  # fmt: skip
    assert draft.when is not None
    assert draft.when.value.code == "2031-03-11"
