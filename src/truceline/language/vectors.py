"""What the parser's first layers say of each word: the same wherever the word stands, so it is reckoned once and kept.

The model embeds a word by its letters alone (its form, its shape, whether a space follows), and only the layers above look at its
neighbours. These first layers cost a fifth of a parse, and a text has few words that the texts before it had not.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

Written = tuple[str, bool]
"""A word as it is written, and whether a space follows it."""
_MOST_KEPT = 40_000


class Vectors:
    """The word vectors of one loaded pipeline."""

    def __init__(self, nlp: Any) -> None:
        self._vocab, self._tok2vec = nlp.vocab, nlp.get_pipe("tok2vec")
        self._embed, self._encode = self._tok2vec.model.layers
        self._kept: dict[Written, Any] = {}

    def put_on(self, docs: Sequence[Any], words: Sequence[Sequence[Written]]) -> None:
        """Puts on each of spaCy's documents what its pipe ``tok2vec`` would; ``words`` are those of the documents."""
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        new = sorted({word for of in words for word in of if word not in self._kept})
        if new:
            from spacy.tokens import Doc  # heavy, as in parse.py

            listed = Doc(self._vocab, words=[word for word, _ in new], spaces=[spaced for _, spaced in new])
            self._kept.update(zip(new, self._embed.predict([listed])[0], strict=True))
        rows = [np.stack([self._kept[word] for word in of]) for of in words]
        self._tok2vec.set_annotations(docs, self._encode.predict(rows))
