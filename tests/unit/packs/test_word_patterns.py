"""Words written as a tree of letters are found just where a list of them is."""

import re

import pytest

from truceline.packs.word_patterns import alternation, found_in, shaped, small_letters, standing

WORDS = ("no", "no one", "no longer", "nor", "not", "none", "cease-fire", "ceasefire", "U.N.", "Ansar's", "a.m", "ébauche")
TEXT = (
    "No one fired, no longer at least. NOT one cease-fire, nor a ceasefire; none of the U.N. or Ansar's posts was hit at 9 a.m. "
    "Nothing nobody noted: Ébauche, notno, un."
)


@pytest.mark.parametrize("around", [r"\b{}\b", r"(?<!\w){}(?!\w)", r"{}", r"\b(?P<word>{})\s+\w+", r"^{}\s"])
def test_a_tree_finds_what_the_list_finds_longest_first(around: str) -> None:
    listed = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))
    found = [[m.span() for m in re.finditer(around.format(f"(?:{body})"), TEXT, re.IGNORECASE)] for body in (listed, alternation(WORDS))]
    assert found[0]
    assert found[0] == found[1]


def test_capitals_matter_where_words_are_cased() -> None:
    assert shaped(r"\bWORDS\b", ("No",)).findall("No, no") == ["No", "no"]
    assert shaped(r"\bWORDS\b", ("No",), cased=True).findall("No, no") == ["No"]


def test_a_space_may_be_any_white_space() -> None:
    assert re.fullmatch(alternation(["no one"], space=r"\s+"), "no \n one")
    assert not re.fullmatch(alternation(["no one"]), "no \n one")


def test_without_words_nothing_is_found() -> None:
    assert not re.search(alternation([]), "") and not shaped("WORDS", ()).search("a word")


def test_a_phrase_is_found_by_whole_words_whatever_its_capitals() -> None:
    words = ("at odds", "said")
    assert [bool(found_in(text, words)) for text in ("Both were AT ODDS.", "He said so.", "At  odds", "They are unsaid.", "odds at")] == [
        True, True, False, False, False
    ]  # fmt: skip


def test_a_phrase_stands_where_it_is_no_part_of_a_longer_or_hyphenated_word() -> None:
    text = "Pre-police, police-run and policemen; the POLICE said, and police."
    assert standing("police", small_letters(text)) == (text.index("POLICE"), text.index("POLICE") + 6)
    assert [standing("police", low) for low in ("police", "police_", "policed", "")] == [(0, 6), None, None, None]


def test_small_letters_keep_the_places_of_letters_that_grow() -> None:
    text = "\u0130n \u0130zmir POLICE"
    assert len(text.lower()) > len(text)
    assert standing("police", small_letters(text)) == (9, 15)
