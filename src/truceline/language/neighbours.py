"""What the parser's upper layers make of each word among its neighbours: its vector, and by it its tag.

The same sums as the model's own layers, over all words of some sentences at once and without what only training needs: the vectors differ
in the last bits, and tests hold the tags and trees against those of the model's own pipeline.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from truceline.language.vectors import Vectors, Written

_LEAST_SPREAD = np.float32(1e-8)
"""Added to each variance by the model's layers, so that none is nought."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer: a word and those beside it, weighed; of each number the greatest of its pieces; all brought to one spread."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any

    def added_to(self, vectors: Any, beside: Any) -> None:
        """Adds to the vectors (a row of nothing first and last) what the layer says of them; ``beside`` is room for its reckoning."""
        width = vectors.shape[1]
        beside[:, :width], beside[:, width : 2 * width], beside[:, 2 * width :] = vectors[:-2], vectors[1:-1], vectors[2:]
        pieces = beside @ self.weights
        pieces += self.bias
        most = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(most, pieces[:, 2 * width :], out=most)
        most -= (most @ np.full(width, 1 / width, dtype=np.float32))[:, None]
        spread = np.einsum("ij,ij->i", most, most) / np.float32(width) + _LEAST_SPREAD
        most *= (spread ** np.float32(-0.5))[:, None]
        most *= self.scale
        most += self.shift
        vectors[1:-1] += most


class Neighbours:
    """The upper layers of one loaded pipeline, and its tagger."""

    def __init__(self, nlp: Any) -> None:
        above = nlp.get_pipe("tok2vec").model.layers[1]
        self._words, self._apart = Vectors(nlp), int(above.attrs["pad"])
        self._layers = tuple(_layers(above))
        tagger = nlp.get_pipe("tagger")
        softmax = tagger.model.get_ref("output_layer")
        self._tags, self._tag_weights, self._tag_bias = list(tagger.labels), softmax.get_param("W").T.copy(), softmax.get_param("b")

    def of(self, sentences: Sequence[Sequence[Written]]) -> Any:
        """The vectors of all words of some sentences, below one another."""
        rows = self._words.of(sentences, self._apart)
        vectors = np.zeros((len(rows) + 2, rows.shape[1]), dtype=np.float32)
        vectors[1:-1] = rows
        beside = np.empty((len(rows), 3 * rows.shape[1]), dtype=np.float32)
        for layer in self._layers:
            layer.added_to(vectors, beside)
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


def _layers(above: Any) -> Iterator[_Layer]:
    """The layers of the model, each with its pieces side by side."""
    found = list(above.walk())
    weighing, spreading = ([each for each in found if each.name == name] for name in ("maxout", "layernorm"))
    for one, other in zip(weighing, spreading, strict=True):
        weights = one.get_param("W")  # words out, pieces, words in
        yield _Layer(
            weights=weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T.copy(),
            bias=one.get_param("b").T.reshape(-1).copy(),
            scale=other.get_param("G"),
            shift=other.get_param("b"),
        )
