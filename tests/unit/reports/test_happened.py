"""Days told of an act in a sentence of their own, beside it, or of what was said and done about it."""

from tests.fakes.small_texts import claim


def day(text: str, kind: str) -> str | None:
    when = claim(text, kind).when
    return when.value.code if when else None


def test_a_sentence_that_tells_only_when_dates_what_stands_before_it() -> None:
    taken = "Syrian soldiers seized four Turkish truck drivers near Azaz."
    assert day(f"{taken} The incident happened on Monday night, the army said.", "capture") == "2031-03-10"
    assert day(f"{taken} It took place on Monday.", "capture") == "2031-03-10"
    assert day(f"{taken} The incident took place far from the border, the army said on Tuesday.", "capture") is None
    flown = "A Syrian drone crossed into Turkish airspace. The drone was spotted at 10:03 a.m. on Monday."
    assert day(flown, "air_crossing") == "2031-03-10"


def test_what_happened_another_day_leaves_the_day_of_an_act() -> None:
    text = "Syrian soldiers seized four Turkish drivers near Azaz on Monday. The incident happened on Tuesday."
    assert day(text, "capture") == "2031-03-10"


def test_the_other_sides_act_in_the_next_sentence_is_of_that_day() -> None:
    assert day("Israeli jets bombed Sidon on Monday. Hezbollah fired 40 rockets at Haifa.", "indirect_fire") == "2031-03-10"
    assert day("Israeli jets bombed Sidon on Monday. Hezbollah has fired 40 rockets at Haifa.", "indirect_fire") is None
    assert day("Israeli jets bombed Sidon on Monday. Weeks later, Hezbollah fired 40 rockets at Haifa.", "indirect_fire") is None
    assert day("Israeli jets bombed Sidon on Monday. Thai soldiers fired 40 rockets at Samraong.", "indirect_fire") is None
    assert day("Israeli jets bombed Sidon on May 4, 2019. Hezbollah fired 40 rockets at Haifa.", "indirect_fire") is None


def test_what_had_been_done_by_nightfall_is_of_that_day() -> None:
    assert day("Israeli jets bombed Sidon on Monday. By nightfall Hezbollah had shelled Haifa.", "indirect_fire") == "2031-03-10"
    assert day("Israeli jets bombed Sidon on Monday. Hezbollah had shelled Haifa.", "indirect_fire") is None


def test_the_day_of_a_reaction_is_not_the_day_of_the_act() -> None:
    assert day("Turkey on Monday recalled its envoy over the Israeli air raid on Latakia.", "air_strike") is None
    assert day("Damascus said on Monday it regretted the shelling of the village of Akcakale by its troops.", "indirect_fire") is None
    assert day("Turkey's president on Monday attended the funeral of sailors killed in a clash with Syrian boats.", "clash") is None
    assert day("Turkey opened on Monday an investigation into the shelling of Akcakale by Syrian troops.", "indirect_fire") is None
    assert day("The U.N. mission on Monday condemned an attack on its patrol near Goma by armed men.", "monitor_attack") is None
    assert day("Damascus said on Monday its troops had shelled the village of Akcakale.", "indirect_fire") == "2031-03-10"


def test_since_a_month_with_its_act_is_no_stretch() -> None:
    assert day("The border has been quiet since January's abduction of two soldiers by Hezbollah.", "capture") == "2031-01"
    assert day("The truce broke down after January's abduction of two soldiers by Hezbollah.", "capture") == "2031-01"


def test_the_following_month_is_counted_from_the_told_one() -> None:
    text = "In January 2019 Iraqi troops crossed into Iran. The following month they captured Khorramshahr."
    assert day(text, "clash") == "2019-02"


def test_what_was_said_at_the_time_is_of_the_time_of_what_is_told() -> None:
    first = "Iran shot down an American drone in January 2029."
    assert day(f"{first} Tehran said at the time that the aircraft had entered its airspace.", "air_crossing") == "2029-01"
    assert day(f"{first} Tehran said that the aircraft had entered its airspace.", "air_crossing") is None


def test_a_month_behind_an_owner_written_apart_is_the_month_of_the_act() -> None:
    assert day("The talks broke down after India 's February air strike on Balakot .", "air_strike") == "2031-02"


def test_what_is_done_later_with_those_it_fell_on_gives_an_act_no_day() -> None:
    assert day("Four Turkish drivers seized by Syrian soldiers near Azaz were freed on Monday.", "capture") is None
    assert day("A Turkish soldier wounded in a Syrian ambush died on Monday.", "direct_fire") is None
    assert day("Syrian soldiers seized four Turkish drivers near Azaz on Monday.", "capture") == "2031-03-10"
    assert day("Rockets fired by Hezbollah hit Haifa on Monday.", "indirect_fire") == "2031-03-10"


def test_throughout_a_month_is_in_it() -> None:
    assert day("Syrian and Turkish gunners exchanged fire throughout January.", "clash") == "2031-01"
