"""What the parser's first layers say of each word: the same wherever the word stands, so it is reckoned once and kept.

The model embeds a word by its letters alone (its form, its shape, whether a space follows), and only the layers above look at its
neighbours (``neighbours.py``). A text has few words that the texts before it had not.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np

from truceline.language.layers import Layer
from truceline.language.letters import Written, features_of

_MOST_KEPT = 40_000
_MOST_WEIGHED = 8_192
"""Of so many words it is kept what the first layer above makes of them, which takes nine times as much room as their vectors."""
_NOTHING, NO_WORD = ("", False), 0
"""What stands between sentences, which no word is, and its row."""


class Vectors:
    """The word vectors of one loaded pipeline, as rows of a table that starts anew when it is full.

    The first layer above adds up what it makes of a word, of the one before and of the one after: that is reckoned once, too.
    """

    def __init__(self, nlp: Any, above: Layer) -> None:
        tok2vec = nlp.get_pipe("tok2vec").model
        self._ops, self._width = tok2vec.ops, tok2vec.get_dim("nO")
        parts: dict[str, list[Any]] = {}
        for each in tok2vec.layers[0].walk():
            parts.setdefault(each.name, []).append(each)
        self._features = features_of(nlp, parts["extract_features"][0].attrs["columns"])
        self._tables = [(each.get_param("E"), each.attrs["seed"]) for each in parts["hashembed"]]
        self._layer = Layer.of(parts["maxout"][0], parts["layernorm"][0])
        before, own, after = (each.copy() for each in np.split(above.weights, 3))
        self._places = ((1, before), (0, own), (-1, after))  # whose sum a word goes into: that of the next one, its own, of the last one
        self._weighed = [np.zeros((_MOST_WEIGHED + 1, weights.shape[1]), dtype=np.float32) for _, weights in self._places]
        self._bias = above.bias
        self._weighed[1][[NO_WORD, _MOST_WEIGHED]] = self._bias  # what stands between sentences, and words of which nothing is kept
        self._clear()

    def _clear(self) -> None:
        self._rows: dict[Written, int] = {_NOTHING: NO_WORD}
        self._table = np.zeros((1, self._width), dtype=np.float32)

    def of(self, sentences: Sequence[Sequence[Written]], apart: int) -> tuple[Any, Any]:
        """The vectors of the words of all sentences below one another, with ``apart`` rows of nothing before, between and after them.

        Beside them each word with those around it as the first layer above weighs them.
        """
        if len(self._rows) > _MOST_KEPT:
            self._clear()
        between = [_NOTHING] * apart
        words = [*between, *chain.from_iterable([*each, *between] for each in sentences)]
        new = set(words).difference(self._rows)
        if new:
            self._add(sorted(new))
        rows = np.array(list(map(self._rows.__getitem__, words)), dtype=np.intp)
        return self._table.take(rows, axis=0), self._weighed_around(rows)

    def _weighed_around(self, rows: Any) -> Any:
        """Each word of a text with the one before and the one after, weighed."""
        kept = np.minimum(rows, _MOST_WEIGHED)
        before, own, after = self._weighed
        sums = own.take(kept, axis=0)
        sums[1:] += before.take(kept[:-1], axis=0)
        sums[:-1] += after.take(kept[1:], axis=0)
        rare = np.flatnonzero(rows >= _MOST_WEIGHED)
        if len(rare):
            vectors = self._table.take(rows[rare], axis=0)
            for place, weights in self._places:
                sums[rare + place] += vectors @ weights
        return sums

    def _add(self, new: Sequence[Written]) -> None:
        first = len(self._rows)
        if first + len(new) > len(self._table):  # twice as long as needed, so that it is seldom copied
            longer = np.zeros((2 * (first + len(new)), self._width), dtype=np.float32)
            longer[:first] = self._table[:first]
            self._table = longer
        self._table[first : first + len(new)] = self._layer.made_of(self._looked_up(self._features(new)))
        most = min(first + len(new), _MOST_WEIGHED)
        if first < most:
            for (_, weights), weighed in zip(self._places, self._weighed, strict=True):
                np.matmul(self._table[first:most], weights, out=weighed[first:most])
            self._weighed[1][first:most] += self._bias
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))

    def _looked_up(self, told: Any) -> Any:
        """For each word the rows of the model's tables side by side: of each table four, found by hashing what is told of the word."""
        hashed = (self._ops.hash(told[:, n].copy(), seed) % len(table) for n, (table, seed) in enumerate(self._tables))
        return np.hstack([self._ops.gather_add(table, keys) for (table, _), keys in zip(self._tables, hashed, strict=True)])
