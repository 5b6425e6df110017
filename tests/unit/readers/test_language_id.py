"""Which language a text is in, and what is said where it cannot be told."""

import pytest

from truceline.errors import InputRefused
from truceline.readers.language_id import detect, language_of

ENGLISH = "The soldiers crossed the demarcation line on Thursday and went back after warning shots were fired."
KNOWN = frozenset({"en"})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("Les soldats ont franchi la ligne de démarcation jeudi puis se sont retirés après des tirs de sommation.", "fr"),
        ("Северокорейские солдаты пересекли демаркационную линию в четверг, сообщил штаб.", "ru"),
        ("北朝鮮の兵士が木曜日に軍事境界線を越えたと韓国軍が発表した。警告射撃の後、兵士らは引き返した。", "ja"),
        ("Soldiers crossed.", None),
        ("12:30 — 40, 50; 60 (70)" * 20, None),
        ("", None),
    ],
)
def test_language_is_told_by_words_or_not_at_all(text: str, code: str | None) -> None:
    assert detect(text) == code


def test_a_long_text_is_told_by_its_middle_and_end_too() -> None:
    other = "Les soldats ont franchi la ligne de démarcation jeudi puis se sont retirés après des tirs de sommation. "
    assert detect((ENGLISH + " ") * 60) == "en"
    assert detect((ENGLISH + " ") * 6 + other * 60) == "fr"


def test_control_and_unassigned_characters_do_not_hinder() -> None:
    assert detect("\x00\x01\ufffe\U0010ffff" + ENGLISH + "\ud800") == "en"


def test_words_go_before_the_label_and_the_label_before_nothing() -> None:
    assert language_of(ENGLISH, given="ko", known=KNOWN, where="a") == "en"
    assert language_of("Crossed.", given="en-GB", known=KNOWN, where="a") == "en"
    assert language_of("Crossed.", given=None, known=KNOWN, where="a") is None


def test_refusal_says_how_the_language_is_known() -> None:
    with pytest.raises(InputRefused, match=r"a: language 'fr' \(as given\)"):
        language_of("Crossed.", given="fr_FR", known=KNOWN, where="a")
