"""Word vectors that are kept give the parse that the whole pipeline gives."""

import numpy as np
import pytest
from spacy.tokens import Doc

from truceline.language.parse import _pipeline, parse
from truceline.language.vectors import Vectors
from truceline.model.reading import Sentence

TEXTS = (
    "Two patrols met at the bridge, and shots were fired.",
    "Shots were fired at the bridge after two patrols met.",
    "No one was hurt; the bridge stays closed.",
)


def dependencies(text: str) -> list[tuple[str, str, int]]:
    (tokens,) = parse([Sentence(start=0, end=len(text), text=text)], [[]])
    return [(token.tag, token.dep, token.head) for token in tokens]


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_from_kept_vectors_is_that_of_the_whole_pipeline(text: str) -> None:
    nlp = _pipeline().nlp
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        whole = [(token.tag_, token.dep_, token.head.i) for token in nlp(text)]
    assert dependencies(text) == whole
    assert dependencies(text) == whole  # now from what is kept


def test_sentences_are_parsed_alike_alone_and_in_a_crowd() -> None:
    crowd = [Sentence(start=0, end=len(text), text=text) for text in TEXTS * 60]
    together = [[(token.tag, token.dep, token.head) for token in tokens] for tokens in parse(crowd, [[]] * len(crowd))]
    assert together == [dependencies(text) for text in TEXTS] * 60


def test_what_is_kept_may_run_full_and_nothing_is_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [dependencies(text) for text in TEXTS]
    monkeypatch.setattr("truceline.language.vectors._MOST_KEPT", 2)
    monkeypatch.setattr("truceline.language.words._MOST_KEPT", 2)
    assert [dependencies(text) for text in TEXTS] == before


def test_the_first_layers_say_of_each_word_what_the_model_says() -> None:
    nlp = _pipeline().nlp
    written = [("Two", True), ("patrols", True), ("met", False), (".", True), ("Quennet's", False)]
    whole = (
        nlp.get_pipe("tok2vec")
        .model.layers[0]
        .predict([Doc(nlp.vocab, words=[word for word, _ in written], spaces=[spaced for _, spaced in written])])[0]
    )
    found, _ = Vectors(nlp, _pipeline().neighbours._first).of([written], apart=1)
    assert not found[0].any() and not found[-1].any()
    assert np.allclose(found[1:-1], whole, atol=1e-5)


def test_words_of_which_nothing_is_kept_are_weighed_as_those_that_are(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp, first = _pipeline().nlp, _pipeline().neighbours._first
    written = [[(word, True) for word in text.split()] for text in TEXTS]
    rows, weighed = Vectors(nlp, first).of(written, apart=1)
    beside = np.zeros((len(rows) + 2, rows.shape[1]), dtype=np.float32)
    beside[1:-1] = rows
    whole = np.hstack([beside[:-2], beside[1:-1], beside[2:]]) @ first.weights + first.bias
    assert np.allclose(weighed, whole, atol=1e-4)
    monkeypatch.setattr("truceline.language.vectors._MOST_WEIGHED", 3)
    _, rarely = Vectors(nlp, first).of(written, apart=1)
    assert np.allclose(rarely, weighed, atol=1e-4)
