"""Who is named: parties by their names, short names only in their theatre, organs, outlets."""

from datetime import date

import pytest
from tests.fakes.small_texts import pack

from truceline.language.actors import mentions, theatre_of
from truceline.model.reading import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(start=0, end=max(1, len(text)), text=text)


def named(text: str, theatre: str | None = "KOR") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.actor.party) for m, _ in mentions(sentence(text), pack(), theatre)]


def test_the_north_is_a_party_only_in_its_theatre() -> None:
    assert named("Soldiers of the North fired.") == [("the North", "PRK")]
    assert named("Soldiers of the North fired.", None) == []
    assert named("Soldiers of the North fired.", "DONBAS") == []


@pytest.mark.parametrize(
    "text", ["He came from North Hwanghae.", "They met in North Hamgyong Province.", "Boats sailed North of the island."]
)
def test_a_north_that_is_part_of_a_name_or_a_way_is_no_party(text: str) -> None:
    assert named(text) == []


def test_a_possessive_keeps_its_party() -> None:
    assert named("The North's guns and the South’s posts") == [("The North", "PRK"), ("the South", "KOR")]
    assert named("Lebanon's army met Israel’s patrol.", "LBN") == [("Lebanon", "LBN"), ("Israel", "ISR")]


def test_the_two_short_names_together_are_both_parties() -> None:
    assert {party for _, party in named("North and South traded fire.")} >= {"PRK"}
    assert [party for _, party in named("the North and the South traded fire.")] == ["PRK", "KOR"]


def test_a_long_name_is_not_read_as_its_part() -> None:
    assert named("Joint Chiefs of Staff of the Republic of Korea") == [("Joint Chiefs of Staff", "KOR"), ("Republic of Korea", "KOR")]
    assert named("Democratic People's Republic of Korea") == [("Democratic People's Republic of Korea", "PRK")]


def test_an_organ_of_one_theatre_is_none_in_another() -> None:
    assert named("the Joint Chiefs of Staff said", None) == []


def test_an_organ_speaks_for_its_party_and_an_outlet_for_itself() -> None:
    organ, outlet = (
        next(m for m, _ in mentions(sentence(text), pack(), "KOR")).speaker for text in ("KCNA reported it.", "Yonhap reported it.")
    )
    assert organ is not None
    assert outlet is not None
    assert (organ.code, organ.party) == ("PRK:KCNA", "PRK")
    assert (outlet.code, outlet.party) == ("Yonhap", None)


def test_the_theatre_is_that_of_the_two_sides_named_or_of_the_line() -> None:
    def theatre(*texts: str) -> str | None:
        return theatre_of([sentence(text) for text in texts], pack().gazetteer)

    assert theatre("South Korea and North Korea spoke.") == "KOR"
    assert theatre("Shots were heard at the Blue Line.") == "LBN"
    assert theatre("India accused Pakistan.") == "KASHMIR"
    assert theatre("Japan spoke with Canada.") is None
    assert theatre("the North, the South") is None
    assert theatre() is None


def test_both_koreas_give_the_parser_the_same_stand_ins() -> None:
    def stand_ins(text: str) -> list[str]:
        return [word for _, word in mentions(sentence(text), pack(), "KOR")]

    one = "South Korea said North Korean troops left Pyongyang, and the South's guards saw Seoul officials."
    two = "North Korea said South Korean troops left Seoul, and the North's guards saw Pyongyang officials."
    assert len(stand_ins(one)) == 5
    assert stand_ins(one) == stand_ins(two)


@pytest.mark.parametrize(("text", "party"), [
    ("FARC guerrillas attacked", "FARC"), ("Tamil Tigers fired", "LTTE"), ("Boko Haram fighters burnt", "BH"),
    ("Renamo rebels shot", "RENAMO"),
    ("The Rapid Support Forces shelled", "RSF"), ("Chechen fighters held", "CHRI"), ("Khmer Rouge guerrillas crossed", "KR"),
    ("UNITA claimed", "UNITA"), ("Kosovo Liberation Army men", "UCK"), ("Free Aceh Movement rebels", "GAM"),
])  # fmt: skip
def test_armed_groups_of_many_wars_are_known_by_name(text: str, party: str) -> None:
    assert [found for _, found in named(text, None)] == [party]


def test_a_war_without_a_line_does_not_hide_the_line_that_is_told() -> None:
    told = [sentence("Israel and Hezbollah traded fire. Hezbollah fought Amal in Lebanon.")]
    assert theatre_of(told, pack().gazetteer) == "LBN"
    told = [sentence("Amal fought Hezbollah. Hezbollah shelled Amal posts. Amal held on, and Hezbollah too, and Amal won, said Israel.")]
    assert theatre_of(told, pack().gazetteer) == "AMALHZB"


@pytest.mark.parametrize(("told", "theatre"), [
    ("Amal fought Hezbollah. Amal shelled Hezbollah posts near Israel's border, and Israel watched Amal and Hezbollah.", "AMALHZB"),
    ("Israel fought Hezbollah. Israel shelled Hezbollah posts near an Amal camp, and Amal watched Israel and Hezbollah.", "LBN"),
])  # fmt: skip
def test_of_two_wars_of_one_side_a_text_is_about_the_one_whose_other_side_it_names_more(told: str, theatre: str) -> None:
    assert theatre_of([sentence(told)], pack().gazetteer) == theatre


def test_who_stands_by_where_two_others_fight_does_not_make_its_own_line_the_theatre() -> None:
    told = "Syria, Syria and Syria sent troops. Amal fought Hezbollah, and Amal beat Hezbollah. Israel watched Syria."
    assert theatre_of([sentence(told)], pack().gazetteer) == "AMALHZB"


def test_who_stands_with_a_side_of_a_front_counts_with_it_while_the_front_holds() -> None:
    spoke = "Russia and Ukraine spoke. Russia denied it to Ukraine. Ukraine blamed Russia. Russia blamed Ukraine. "
    told = [sentence(spoke + "Russia armed the Donetsk People's Republic.")]
    assert theatre_of(told, pack().gazetteer, date(2015, 2, 1)) == "DONBAS"
    assert theatre_of(told, pack().gazetteer, date(2024, 8, 10)) == "KURSK"
    assert theatre_of([sentence(spoke)], pack().gazetteer, date(2015, 2, 1)) == "KURSK"


@pytest.mark.parametrize(("told", "day", "theatre"), [
    ("Israel and Egypt spoke. Egypt told Israel. Israel and Hamas agreed.", date(2014, 8, 10), "GAZA"),
    ("Israel and Egypt spoke. Egypt told Israel. Israel told Egypt.", date(1973, 10, 10), "SINAI"),
    ("The United States and Iraq spoke. Iraq told the United States.", date(1991, 1, 20), "IRAQUSA"),
    ("The United States and Iraq spoke. Iraq told the United States.", date(2006, 1, 20), None),
    ("Sri Lanka held the Tamil Tigers to blame for the war.", date(2015, 1, 20), "SRILANKA"),
])  # fmt: skip
def test_a_text_is_of_a_war_that_is_fought_then_else_of_an_old_one_of_two_who_are_no_allies_now(
    told: str, day: date, theatre: str | None
) -> None:
    assert theatre_of([sentence(told)], pack().gazetteer, day) == theatre
