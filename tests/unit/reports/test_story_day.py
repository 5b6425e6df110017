"""The day a text has gone on to, or back from: acts without a day of their own are not joined over it."""

from tests.fakes.small_readings import reading
from tests.fakes.small_texts import claims, pack

from truceline.reports.draft import drafts
from truceline.reports.story_day import gone_on


def days(text: str, kind: str) -> list[str | None]:
    return [c.when.value.code if c.when else None for c in claims(text, kind)]


def test_what_is_told_after_a_later_day_is_not_of_the_earlier_one() -> None:
    text = (
        "Israeli troops attacked the camp at Tyre on Monday. On Wednesday, Israeli troops stormed the camp and raised a flag. "
        "At noon, two Israeli helicopters strafed the camp with machine guns."
    )
    assert days(text, "air_strike") == ["2031-03-12"]


def test_the_lead_may_be_told_on_after_an_earlier_day() -> None:
    text = "Israeli jets bombed Sidon on Wednesday. Israeli officials had met on Monday. The air strike killed four people, the army said."
    assert days(text, "air_strike") == ["2031-03-12"]


def test_what_is_told_right_after_an_older_act_is_none_of_a_fresh_one() -> None:
    text = (
        "Israeli troops clashed with Hezbollah fighters in Tyre on Wednesday. "
        "Fighting between Israeli troops and Hezbollah fighters erupted in November. "
        "Forty people were killed in six days of street battles."
    )
    found = {c.when.value.code: [q.value.low for q in c.counts] for c in claims(text, "clash") if c.when}
    assert found == {"2031-03-12": [], "2030-11": [40]}


def test_what_has_been_done_since_a_day_stands_beside_what_was_done_today() -> None:
    text = (
        "Israeli troops clashed with Hezbollah fighters in Tyre today. "
        "Israeli troops have clashed with Hezbollah fighters every day since the truce expired on Sunday."
    )
    assert days(text, "clash") == ["2031-03-13", "2031-03-09/2031-03-13"]


def test_the_fight_that_one_is_the_first_since_is_another() -> None:
    text = (
        "Israeli troops clashed with Hezbollah fighters near Tyre. "
        "Police had no word of the dead in the clash, the first there since a battle in April that left 60 people killed."
    )
    found = {c.when.value.code if c.when else None: [q.value.low for q in c.counts] for c in claims(text, "clash")}
    assert found["2030-04"] == [60]
    assert found[None] == []


def test_the_small_hours_after_a_late_hour_are_of_the_next_day() -> None:
    late = "Israeli troops shelled Sidon late Tuesday."
    assert days(f"{late} Israeli troops then arrested nine people in a predawn raid.", "capture") == ["2031-03-12"]
    assert days(f"{late} Israeli troops then arrested nine people in a raid.", "capture") == ["2031-03-11"]
    evening = "Israeli troops shelled Sidon on Tuesday night."
    assert days(f"{evening} Israeli troops then arrested nine people in a predawn raid.", "capture") == ["2031-03-12"]
    noon = "Israeli troops shelled Sidon on Tuesday at noon."
    assert days(f"{noon} Israeli troops then arrested nine people in a predawn raid.", "capture") == ["2031-03-11"]


def test_a_planned_act_takes_no_day_from_the_story() -> None:
    text = "Israeli jets bombed Sidon on Tuesday. Israel planned to send more troops to Lebanon."
    assert days(text, "troop_deployment") in ([], [None])


def test_a_raid_spoken_of_again_does_not_keep_the_text_on_its_day() -> None:
    text = (
        "Israeli troops attacked the camp at Tyre on Monday. After that attack was repulsed, the troops tried again today. "
        "Two Israeli helicopters strafed the camp with machine guns."
    )
    told, _ = drafts(reading(text), pack(), None)
    attack, strafed = told[0], next(draft for draft in told if draft.kind == "air_strike")
    attack.indexes.append(1)
    assert gone_on(strafed, attack)
