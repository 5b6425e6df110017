"""A value read again from its words alone; words that do not carry it give nothing."""

import pytest
from tests.fakes.small_readings import reading
from tests.fakes.small_texts import pack

from truceline.reread import reread

DOCUMENT = reading("Nothing happened.").document


def values(field: str, words: str, theatre: str | None = "KOR") -> set[str]:
    return reread(field, words, DOCUMENT, theatre, pack())


@pytest.mark.parametrize(("field", "words", "value"), [
    ("date", "on Monday", "2031-03-10"),
    ("date", "June 9, 2024", "2024-06-09"),
    ("time", "at 8:30 a.m.", "08:30"),
    ("place", "a hill near Cheorwon", "a hill near Cheorwon"),
    ("line", "Military Demarcation Line", "MDL"),
    ("line", "the border", "MDL"),
    ("sector", "eastern front", "east"),
    ("sector", "Yellow Sea", "west"),
    ("actor", "North Korean soldiers", "PRK:mil"),
    ("target", "Gunmen", "UNK:mil"),
    ("sources", "Joint Chiefs of Staff", "KOR:JCS"),
    ("via", "Yonhap", "Yonhap"),
    ("persons", "about 20 soldiers", "[20,20]"),
    ("persons", "20 to 30 soldiers", "[20,30]"),
    ("killed", "two soldiers and three villagers", "[5,5]"),
    ("killed", "a soldier", "[1,1]"),
    ("wounded", "No one was hurt", "[0,0]"),
    ("response", "fired warning shots", "warning_shots"),
    ("type", "launched a missile", "missile_launch"),
    ("type", "fired at monitors", "monitor_attack"),
])  # fmt: skip
def test_the_words_carry_the_value(field: str, words: str, value: str) -> None:
    assert value in values(field, words)


@pytest.mark.parametrize(("field", "words"), [
    ("date", "the soldiers"), ("time", "on Monday"), ("place", "   "), ("line", "a village"), ("sector", "the village"),
    ("response", "crossed the border"), ("outcome", "on Monday"), ("intent", "the soldiers"), ("type", "the orchestra"),
    ("persons", "on the run"),
    ("quote", "any words"),
])  # fmt: skip
def test_other_words_carry_nothing(field: str, words: str) -> None:
    assert values(field, words) == set()


def test_a_party_is_not_read_from_another_partys_name() -> None:
    assert not {value for value in values("actor", "Israeli soldiers", "LBN") if value.startswith(("PRK", "KOR"))}


def test_plain_words_mean_the_line_of_their_theatre() -> None:
    assert values("line", "the border", None) == set()
    assert values("line", "the border", "LBN") == {"BLUE_LINE"}


def test_many_numbers_are_read_in_bounded_time() -> None:
    assert values("persons", " and ".join(f"{n} soldiers" for n in range(2, 200)))
