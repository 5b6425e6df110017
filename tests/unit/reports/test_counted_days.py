"""Days that are counted from a told one."""

import pytest
from tests.fakes.small_texts import claims


@pytest.mark.parametrize(("text", "kind", "day"), [
    ("Israeli jets struck Gaza on March 10. A day earlier, Hamas had fired rockets at Israel.", "indirect_fire", "2031-03-09"),
    ("Taliban fighters stormed an Afghan post on March 3. The next day Afghan troops shelled the village of Sangin.",
     "indirect_fire", "2031-03-04"),
    ("North Korea fired shells into the sea on March 5, a day after South Korean planes violated its airspace.",
     "air_crossing", "2031-03-04"),
    ("Israel shelled Gaza on March 2, sending in ground troops nine days later.", "troop_deployment", "2031-03-11"),
    ("Vietnam installed the government on January 7, 2029, two weeks after Vietnamese troops invaded Cambodia.",
     "ground_crossing", "2028-12"),
])  # fmt: skip
def test_a_day_counted_from_another_is_read(text: str, kind: str, day: str) -> None:
    (found,) = claims(text, kind)
    assert found.when is not None
    assert found.when.value.code == day
    assert len(found.when.evidence) == 2  # the day counted from, and the words that count


def test_without_a_told_day_nothing_is_counted() -> None:
    (found,) = claims("Hamas fired rockets at Israel a day later.", "indirect_fire")
    assert found.when is None


def test_an_act_that_names_its_own_day_keeps_it() -> None:
    found = claims("Israeli jets struck Gaza on March 10, a day after Hamas fired rockets at Israel on March 8.", "indirect_fire")
    assert [c.when.value.code for c in found if c.when] == ["2031-03-08"]


def test_months_are_counted_from_a_month_and_before_the_first_of_several_verbs() -> None:
    text = "Israeli jets bombed Sidon in October. Two months later, Hezbollah came back and shelled Haifa."
    (found,) = claims(text, "indirect_fire")
    assert found.when is not None
    assert found.when.value.code == "2030-12"


def test_earlier_in_the_day_is_of_the_day_told_last() -> None:
    text = "Hezbollah fighters shelled Haifa on Tuesday. Earlier in the day, Israeli jets bombed Sidon."
    (found,) = claims(text, "air_strike")
    assert found.when is not None
    assert found.when.value.code == "2031-03-11"


def test_on_that_occasion_is_on_the_day_told_last() -> None:
    text = "Lebanese mourners recalled October 9, 2029. On that occasion, Israeli jets bombed Sidon."
    (found,) = claims(text, "air_strike")
    assert found.when is not None
    assert found.when.value.code == "2029-10-09"


def test_a_counted_day_does_not_narrow_a_told_stretch() -> None:
    text = (
        "North Korea sent 200 balloons to South Korea between March 10 and March 11. "
        "The new balloon launch came 12 days after the last balloons of North Korea on February 26."
    )
    found = claims(text, "balloon_launch")
    assert "2031-03-10/2031-03-11" in [c.when.value.code for c in found if c.when]


@pytest.mark.parametrize(("news", "kind", "day"), [
    ("The visit comes three days after Israeli jets bombed Sidon.", "air_strike", "2031-03-08"),
    ("That came two weeks after Hezbollah fighters shelled Haifa.", "indirect_fire", "2031-02-25"),
    ("The visit came nearly a week after Hezbollah fighters shelled Haifa.", "indirect_fire", "2031-03"),
])  # fmt: skip
def test_what_news_comes_days_after_is_counted_from_the_day_told_before(news: str, kind: str, day: str) -> None:
    (found,) = claims(f"The French minister visited Beirut on Tuesday. {news}", kind)
    assert found.when is not None
    assert found.when.value.code == day


def test_an_attack_that_came_days_after_another_is_not_that_one() -> None:
    text = "A bomb killed six Italian soldiers in Kabul on Tuesday. The attack came a month after a car bomb there killed seven people."
    found = claims(text, "explosion")
    assert sorted(c.when.value.code for c in found if c.when) == ["2031-02", "2031-03-11"]


@pytest.mark.parametrize(("base", "words", "day"), [
    ("in July 2026", "That month", "2026-07"),
    ("in July 2026", "The following month", "2026-08"),
    ("in July 2026", "The month before", "2026-06"),
    ("in July 2026", "Later that year", "2026"),
    ("in 2026", "That same year", "2026"),
    ("in 2026", "A year later", "2027"),
    ("in 2026", "Three years earlier", "2023"),
    ("on July 13, 2026", "Ten months later", "2027-05"),
    ("on July 13, 2026", "The following week", "2026-07-20/2026-07-26"),
])  # fmt: skip
def test_months_and_years_are_counted_from_the_told_one(base: str, words: str, day: str) -> None:
    (found,) = claims(f"Israel bombed Beirut {base}. {words}, Hezbollah fired rockets at Haifa.", "indirect_fire")
    assert found.when is not None
    assert found.when.value.code == day


def test_a_count_that_leads_beyond_publication_is_none() -> None:
    (found,) = claims("Israel bombed Beirut in 2030. Two years later, Hezbollah fired rockets at Haifa.", "indirect_fire")
    assert found.when is None


def test_the_day_before_another_event_is_counted_from_that_event() -> None:
    (found,) = claims("Israeli jets bombed Sidon the day before the talks began on Feb. 3.", "air_strike")
    assert found.when is not None
    assert found.when.value.code == "2031-02-02"
