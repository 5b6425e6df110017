"""Lines and sectors: named beside the act or once in a short entry; not where the act was far away or between friends."""

from datetime import date

from tests.fakes.small_texts import claim


def test_a_short_entry_names_its_line_for_all_its_acts() -> None:
    text = "North Korean troops were found south of the DMZ. Two South Korean soldiers died in a firefight with the troops."
    line = claim(text, "clash").line
    assert line is not None
    assert line.value == "MDL"


def test_an_act_thirty_miles_off_is_not_on_the_line() -> None:
    assert claim("South Korean soldiers fired at North Korean agents 30 miles south of the DMZ.", "direct_fire").line is None


def test_an_act_some_metres_off_is_on_the_line() -> None:
    line = claim("North Korean troops fired at South Korean soldiers 300 meters south of the DMZ.", "direct_fire").line
    assert line is not None
    assert line.value == "MDL"


def test_a_sides_own_maritime_border_is_not_the_other_sides_line() -> None:
    line = claim("South Korean warships crossed our maritime border, North Korea said.", "sea_crossing").line
    assert line is None


def test_the_sea_tells_the_sector_on_the_maritime_line_only() -> None:
    near = claim("North Korean boats fired at a South Korean patrol near the Northern Limit Line in the Yellow Sea.", "direct_fire")
    far = claim("North Korean boats fired at a South Korean ship in the Yellow Sea.", "direct_fire")
    assert near.sector is not None
    assert near.sector.value == "west"
    assert far.sector is None


def test_swapping_the_sides_keeps_the_line() -> None:
    for one, two in (("North Korean", "South Korean"), ("South Korean", "North Korean")):
        line = claim(f"{one} soldiers fired at {two} troops in the DMZ.", "direct_fire").line
        assert line is not None
        assert line.value == "MDL"


def test_a_line_that_only_dates_the_act_is_not_the_acts() -> None:
    text = "North Korea fired artillery shells into the East Sea during a visit of the US minister to the Military Demarcation Line."
    assert claim(text, "indirect_fire").line is None


def _front(published: date) -> str | None:
    text = "Fighting broke out between pro-Russian rebels and Ukrainian troops near Donetsk."
    line = claim(text, "clash", published=published).line
    return line.value if line else None


def test_a_fight_of_the_two_sides_is_on_the_front_while_the_line_stands() -> None:
    assert _front(date(2016, 3, 1)) == "DONBAS_LOC"


def test_before_the_line_was_agreed_a_fight_is_on_none() -> None:
    assert _front(date(2014, 5, 1)) is None


def test_the_name_of_a_line_elsewhere_makes_no_theatre_where_two_other_sides_fight() -> None:
    text = "Israeli troops clashed with Hezbollah fighters near the Green Line that divides Beirut. Israel and Hezbollah said so."
    line = claim(text, "clash").line
    assert line is None


def _met(text: str, kind: str, published: date) -> str | None:
    line = claim(text, kind, published=published).line
    return line.value if line else None


def test_two_armies_that_meet_at_their_line_alone_meet_on_it() -> None:
    shot = "Pakistani soldiers opened fire on an Indian patrol in the Mendhar sector on Friday."
    assert _met(shot, "direct_fire", date(2016, 11, 5)) == "LOC"
    swapped = "Indian soldiers opened fire on a Pakistani patrol in the Mendhar sector on Friday."
    assert _met(swapped, "direct_fire", date(2016, 11, 5)) == "LOC"
    temple = "Thai and Cambodian troops exchanged fire near a temple on Friday. Nobody was hurt."
    assert _met(temple, "clash", date(2011, 4, 30)) == "THA_KHM"
    valley = "Indian and Chinese soldiers fought with stones in a mountain valley on Monday."
    assert _met(valley, "clash", date(2020, 6, 17)) == "LAC"


def test_before_the_line_was_drawn_or_at_sea_two_armies_meet_on_none() -> None:
    tanks = "Indian and Pakistani troops fought a tank battle near Sialkot on Saturday."
    assert _met(tanks, "clash", date(1965, 9, 12)) is None
    boat = "The Cambodian navy fired on a Thai fishing boat at sea off Koh Kong on Monday."
    assert _met(boat, "direct_fire", date(1999, 11, 2)) is None


def test_militants_in_the_land_of_one_army_are_not_the_other_army() -> None:
    text = "Indian troops killed two militants in a gun battle in Pulwama on Monday. India said the men had come from Pakistan."
    assert _met(text, "clash", date(2019, 3, 12)) is None
