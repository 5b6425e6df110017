"""Words split a stretch at a time are the tokenizer's, and what is masked is one stand-in word."""

import pytest

from truceline.language.parse import _pipeline
from truceline.language.words import Words, in_small_letters

TEXTS = (
    "They don't know what's worse: the shells (that fell nearest) or those they didn't hear...",
    'At 9:30 a.m. on June 9, "about 20" men -- some armed--crossed near post no. 7/8 in the U.S.-run zone.',
    "We cannot and dont know whats here; Im gonna ask Mrs Hall, PhD, naïve café owners, and ALL of them, pls.",
    "Mr. Hall, of NATO, met an M.P., a PhD. and no. 7 of X. They left, vs. us, at a. or b., it's said.",
    "A tab\tand two  spaces, an e-mail@example.org, $5m, 10km-20km; and cannot, gonna, 'Cause :) it's so.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_the_whole_tokenizer(text: str) -> None:
    nlp = _pipeline().nlp
    whole = [(token.text, token.idx, token.idx + len(token.text)) for token in nlp.make_doc(text) if not token.is_space]
    words = Words(nlp)
    assert words.of(text, ()) == whole
    assert words.of(text, ()) == whole  # now from what is kept


def test_a_masked_stretch_is_one_word_with_its_own_offsets() -> None:
    text = "Guards of the northern party fired."
    words = Words(_pipeline().nlp).of(text, [(10, 28, "France")])
    assert words == [("Guards", 0, 6), ("of", 7, 9), ("France", 10, 28), ("fired", 29, 34), (".", 34, 35)]


def test_a_sentence_all_in_capitals_is_parsed_in_small_letters_and_kept_in_its_own() -> None:
    assert in_small_letters("GUERRILLAS BOMBED THE BRIDGE.") == "guerrillas bombed the bridge."
    assert in_small_letters("THE İZMİR POST WAS SHELLED.") == "the İzmİr post was shelled."  # a letter for each
    for other in ("Guerrillas bombed the bridge.", "NORTH KOREA"):
        assert in_small_letters(other) == other


def test_an_underscore_that_stands_alone_is_a_dash() -> None:
    found = Words(_pipeline().nlp).of("The post _ a hut _ fell to my_group.", ())
    assert [word for word, _, _ in found] == ["The", "post", "--", "a", "hut", "--", "fell", "to", "my_group", "."]
    assert found[2] == ("--", 9, 10)
