"""Lemmas reckoned once a word are those of the model's own pipeline."""

import pytest

from truceline.language.lemmas import Lemmas
from truceline.language.parse import _pipeline

TEXTS = (
    "The patrols were seen by two women who had been fleeing the fields.",
    "Its crews lay low, then fired the heavier guns and fled; nobody would say whose orders they had followed.",
    "They don't know what's worse: the shells that fell nearest or those they didn't hear.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_lemmas_are_those_of_the_whole_pipeline(text: str) -> None:
    nlp, lemmas = _pipeline().nlp, _pipeline().lemmas
    doc = nlp(text)
    known = lemmas.of((token.text, token.tag_) for token in doc)
    assert [known.get((token.text, token.tag_)) or token.text.lower() for token in doc] == [token.lemma_.lower() for token in doc]


def test_a_word_is_reckoned_alike_alone_and_beside_others() -> None:
    nlp = _pipeline().nlp
    words = [("shells", "NNS"), ("fell", "VBD"), ("n't", "RB"), ("gon", "VBG"), ("na", "TO"), ("worse", "JJR")]
    together = Lemmas(nlp, {}).of(words)
    assert {word: Lemmas(nlp, {}).of([word]).get(word) for word in words} == {word: together.get(word) for word in words}
