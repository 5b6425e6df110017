"""Lines and sectors: named beside the act or once in a short entry; not where the act was far away or between friends."""

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
