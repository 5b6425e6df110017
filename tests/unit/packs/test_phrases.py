"""Phrases are found whole, longest first, with the capitals that they have."""

import pytest

from truceline.packs.phrases import WORD, PhraseBook, first_words, has_figure, split_words


def book(*phrases: str) -> PhraseBook[str]:
    made: PhraseBook[str] = PhraseBook()
    for phrase in phrases:
        made.add(phrase, phrase)
    return made.finish()


def found(text: str, *phrases: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[start:end], values) for start, end, values in book(*phrases).find(text)]


def test_the_longest_phrase_wins_whatever_the_order_of_adding() -> None:
    phrases = ("Korea", "North Korea", "North Korean army")
    for order in (phrases, phrases[::-1]):
        assert found("The North Korean army left North Korea.", *order) == [
            ("North Korean army", ("North Korean army",)),
            ("North Korea", ("North Korea",)),
        ]


def test_a_phrase_is_not_found_inside_a_word() -> None:
    assert found("Koreana and Chadian", "Korea", "Chad") == []


def test_a_phrase_with_a_capital_needs_one_in_the_text() -> None:
    assert found("a turkey near Turkey", "Turkey") == [("Turkey", ("Turkey",))]
    assert found("The Border and the border", "border") == [("Border", ("border",)), ("border", ("border",))]


def test_a_short_acronym_is_not_the_word_that_it_spells() -> None:
    assert found("They told us that the US knew.", "US") == [("US", ("US",))]


def test_the_last_full_stop_of_an_abbreviation_belongs_to_it() -> None:
    assert found("the U.S. patrol", "U.S.") == [("U.S.", ("U.S.",))]
    assert found("a patrol of the US.", "US") == [("US", ("US",))]


def test_one_phrase_may_mean_several_things() -> None:
    made: PhraseBook[int] = PhraseBook()
    made.add("Kosong", 1)
    made.add("Kosong", 2)
    assert [values for _, _, values in made.finish().find("near Kosong")] == [(1, 2)]


def test_punctuation_between_the_words_of_a_phrase_does_not_hide_it() -> None:
    assert found("cease-fire, cease fire", "cease-fire") == [("cease-fire", ("cease-fire",)), ("cease fire", ("cease-fire",))]


@pytest.mark.parametrize("phrase", ["", "...", "_"])
def test_a_phrase_without_a_word_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="at least one word"):
        book(phrase)


def test_words_are_the_same_whether_or_not_an_underscore_stands_in_a_text() -> None:
    every = " ".join(f"a{chr(n)}b" for n in range(0x3000) if chr(n) != "_")
    assert split_words(every).given == tuple(WORD.findall(every))
    assert split_words(every + " _").low == tuple(word.lower() for word in WORD.findall(every))


def test_the_first_words_of_phrases_are_in_small_letters() -> None:
    assert first_words(("Death toll", "largest-scale", "worst", "n't")) == {"death", "largest", "worst", "n"}


def test_a_figure_is_found_wherever_it_stands() -> None:
    assert has_figure("sent 4th") and has_figure("at 9:30") and not has_figure("four of them")
