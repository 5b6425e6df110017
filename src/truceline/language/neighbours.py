"""What the parser's upper layers make of each word among its neighbours: its vector, and by it its tag.

The same sums as the model's own layers, over all words of some sentences at once and without what only training needs: the vectors differ
in the last bits, and tests hold the tags and trees against those of the model's own pipeline.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from truceline.language.layers import Layer
from truceline.language.letters import Written
from truceline.language.vectors import Vectors


class Neighbours:
    """The upper layers of one loaded pipeline, and its tagger."""

    def __init__(self, nlp: Any) -> None:
        above = nlp.get_pipe("tok2vec").model.layers[1]
        self._words, self._apart = Vectors(nlp), int(above.attrs["pad"])
        found = list(above.walk())
        weighing, spreading = ([each for each in found if each.name == name] for name in ("maxout", "layernorm"))
        self._layers = tuple(map(Layer.of, weighing, spreading))
        tagger = nlp.get_pipe("tagger")
        softmax = tagger.model.get_ref("output_layer")
        self._tags, self._tag_weights, self._tag_bias = list(tagger.labels), softmax.get_param("W").T.copy(), softmax.get_param("b")

    def of(self, sentences: Sequence[Sequence[Written]]) -> Any:
        """The vectors of all words of some sentences, below one another."""
        rows = self._words.of(sentences, self._apart)
        width = rows.shape[1]
        vectors = np.zeros((len(rows) + 2, width), dtype=np.float32)  # nothing stands before the first row and after the last
        vectors[1:-1] = rows
        beside = np.empty((len(rows), 3 * width), dtype=np.float32)
        for layer in self._layers:  # each looks at a word and those beside it, and adds what it makes of them
            beside[:, :width], beside[:, width : 2 * width], beside[:, 2 * width :] = vectors[:-2], vectors[1:-1], vectors[2:]
            vectors[1:-1] += layer.made_of(beside)
        own, at = np.zeros(len(vectors), dtype=bool), 1 + self._apart
        for words in sentences:
            own[at : at + len(words)] = True
            at += len(words) + self._apart
        return vectors[own]

    def tags(self, vectors: Any) -> list[str]:
        """The likeliest tag of each word."""
        scores = vectors @ self._tag_weights
        scores += self._tag_bias
        return [self._tags[n] for n in scores.argmax(axis=1).tolist()]
