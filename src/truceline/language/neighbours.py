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
        self._apart = int(above.attrs["pad"])
        found = list(above.walk())
        weighing, spreading = ([each for each in found if each.name == name] for name in ("maxout", "layernorm"))
        self._first, *self._further, self._last = map(Layer.of, weighing, spreading)
        self._words = Vectors(nlp, self._first)
        tagger = nlp.get_pipe("tagger")
        softmax = tagger.model.get_ref("output_layer")
        self._tags, self._tag_weights, self._tag_bias = list(tagger.labels), softmax.get_param("W").T.copy(), softmax.get_param("b")

    def of(self, sentences: Sequence[Sequence[Written]]) -> Any:
        """The vectors of all words of some sentences, below one another."""
        rows, weighed = self._words.of(sentences, self._apart)
        width = rows.shape[1]
        vectors = np.zeros((len(rows) + 2, width), dtype=np.float32)  # nothing stands before the first row and after the last
        np.add(rows, self._first.made_of_pieces(weighed), out=vectors[1:-1])
        beside = np.empty((len(rows), 3 * width), dtype=np.float32)
        for layer in self._further:  # each looks at a word and those beside it, and adds what it makes of them
            beside[:, :width], beside[:, width : 2 * width], beside[:, 2 * width :] = vectors[:-2], vectors[1:-1], vectors[2:]
            vectors[1:-1] += layer.made_of(beside)
        own = self._own(sentences)  # of what stands between sentences nobody asks any more
        return vectors[own] + self._last.made_of(vectors[np.add.outer(own, (-1, 0, 1))].reshape(len(own), 3 * width))

    def _own(self, sentences: Sequence[Sequence[Written]]) -> Any:
        """The rows of words among those of the vectors, the first of which is before all."""
        lengths = np.array([len(words) for words in sentences])
        return np.arange(lengths.sum()) + np.repeat(np.arange(1, len(lengths) + 1) * self._apart + 1, lengths)

    def tags(self, vectors: Any) -> list[str]:
        """The likeliest tag of each word."""
        scores = vectors @ self._tag_weights
        scores += self._tag_bias
        return [self._tags[n] for n in scores.argmax(axis=1).tolist()]
