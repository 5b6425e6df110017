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
_NOTHING, NO_WORD = ("", False), 0
"""What stands between sentences, which no word is, and its row."""


class Vectors:
    """The word vectors of one loaded pipeline, as rows of a table that starts anew when it is full."""

    def __init__(self, nlp: Any) -> None:
        tok2vec = nlp.get_pipe("tok2vec").model
        self._ops, self._width = tok2vec.ops, tok2vec.get_dim("nO")
        parts: dict[str, list[Any]] = {}
        for each in tok2vec.layers[0].walk():
            parts.setdefault(each.name, []).append(each)
        self._features = features_of(nlp, parts["extract_features"][0].attrs["columns"])
        self._tables = [(each.get_param("E"), each.attrs["seed"]) for each in parts["hashembed"]]
        self._layer = Layer.of(parts["maxout"][0], parts["layernorm"][0])
        self._clear()

    def _clear(self) -> None:
        self._rows: dict[Written, int] = {_NOTHING: NO_WORD}
        self._table = np.zeros((1, self._width), dtype=np.float32)

    def of(self, sentences: Sequence[Sequence[Written]], apart: int) -> Any:
        """The vectors of the words of all sentences below one another, with ``apart`` rows of nothing before, between and after them."""
        if len(self._rows) > _MOST_KEPT:
            self._clear()
        between = [_NOTHING] * apart
        words = [*between, *chain.from_iterable([*each, *between] for each in sentences)]
        new = set(words).difference(self._rows)
        if new:
            self._add(sorted(new))
        return self._table.take(list(map(self._rows.__getitem__, words)), axis=0)

    def _add(self, new: Sequence[Written]) -> None:
        first = len(self._rows)
        if first + len(new) > len(self._table):  # twice as long as needed, so that it is seldom copied
            longer = np.zeros((2 * (first + len(new)), self._width), dtype=np.float32)
            longer[:first] = self._table[:first]
            self._table = longer
        self._table[first : first + len(new)] = self._layer.made_of(self._looked_up(self._features(new)))
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))

    def _looked_up(self, told: Any) -> Any:
        """For each word the rows of the model's tables side by side: of each table four, found by hashing what is told of the word."""
        hashed = (self._ops.hash(told[:, n].copy(), seed) % len(table) for n, (table, seed) in enumerate(self._tables))
        return np.hstack([self._ops.gather_add(table, keys) for (table, _), keys in zip(self._tables, hashed, strict=True)])
