"""What the model is told of a word is what spaCy tells it."""

import numpy as np
from spacy.tokens import Doc

from truceline.language.letters import features_of
from truceline.language.parse import _pipeline

COLUMNS = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
WORDS = (
    "patrols", "Patrols", "PATROLS", "a", "A", "don't", "'s", "n't", "5,000", "mid-1953", "Ñandú", "İzmir", "ﬁred", "ǅep", "x" * 120,
    " ", "\n", "“",
    "--", "U.N.", "colour", "McKay", "aaAA", "Aaaaaaa", "ªb", "中立", "e.g.",
)  # fmt: skip


def test_each_word_is_told_as_by_spacy_with_and_without_a_space_behind_it() -> None:
    nlp = _pipeline().nlp
    written = [(word, spaced) for word in WORDS for spaced in (True, False)]
    listed = Doc(nlp.vocab, words=[word for word, _ in written], spaces=[spaced for _, spaced in written])
    assert np.array_equal(features_of(nlp, COLUMNS)(written), listed.to_array(COLUMNS))
