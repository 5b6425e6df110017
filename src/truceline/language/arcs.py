"""On which word each word hangs, and how: the parser's moves, all sentences a step at a time.

The model's own loop makes the same moves, but asks for the interpreter's lock at each sum it adds up, which takes longer than the sums.
Here the sums of a step are those of matrices, and only states and moves are the model's.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np

Hung = tuple[str, int]
"""How a word hangs, and on which word of its sentence; the root hangs on itself."""


class Arcs:
    """The parser of one loaded pipeline."""

    def __init__(self, nlp: Any) -> None:
        from spacy.ml.parser_model import ParserStepModel  # heavy, as in parse.py

        self._vocab, self._parser = nlp.vocab, nlp.get_pipe("parser")
        self._names = {nlp.vocab.strings[name]: name for name in ("ROOT", *self._parser.labels)}
        first, lower, upper = self._parser.model.layers
        narrow = first.layers[-1]
        self._narrow, self._narrow_bias = narrow.get_param("W").T.copy(), narrow.get_param("b")
        self._moves, self._moves_bias = upper.get_param("W").T.copy(), upper.get_param("b")
        looked_at, half = lower.get_dim("nF"), lower.get_dim("nO")  # of each number the greater of two, which stand half a row apart
        self._weights = lower.get_param("W").transpose(0, 2, 1, 3).reshape(-1, lower.get_dim("nI")).T.copy()
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self._none = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._half, self._places = half, np.arange(looked_at, 2 * looked_at, dtype=np.int32)
        self._together = np.ones((1, looked_at), dtype=np.float32)  # by which to add up what all places say is faster than to add it up
        nothing = np.zeros((0, lower.get_dim("nI")), dtype=np.float32)
        self._looks = ParserStepModel([], [lambda docs, is_train: (nothing, None), lower, upper], has_upper=True, train=False)
        """Says which words a state looks at; what it would make of them is reckoned here."""

    def of(self, vectors: Any, lengths: Sequence[int]) -> list[list[Hung]]:
        """How each word hangs, of sentences of so many words each whose vectors stand below one another."""
        from spacy.tokens import Doc

        docs = [Doc(self._vocab, words=["."] * length) for length in lengths]  # moves ask for no word
        states = self._parser.moves.init_batch(docs)
        self._step_through(states, self._said(vectors))
        self._parser.set_annotations(docs, states)
        told = np.concatenate([doc.to_array(["DEP", "HEAD"]) for doc in docs])
        places = np.concatenate([np.arange(length) for length in lengths])
        heads = told[:, 1].astype(np.int64) + places  # told as an unsigned number: a head to the left counts down from the greatest
        hung = list(zip(map(self._names.__getitem__, told[:, 0].tolist()), heads.tolist(), strict=True))
        return [hung[end - length : end] for end, length in zip(accumulate(lengths), lengths, strict=True)]

    def _said(self, vectors: Any) -> Any:
        """What each word says in each of the places that a state looks at; before all of them, what it says that none stands there."""
        narrow = vectors @ self._narrow
        narrow += self._narrow_bias
        said = np.empty((len(vectors) + 1, self._weights.shape[1]), dtype=np.float32)
        said[0] = self._none
        np.matmul(narrow, self._weights, out=said[1:])
        return said.reshape(len(said) * len(self._places), -1)

    def _step_through(self, states: Sequence[Any], said: Any) -> None:
        """Makes the likeliest move in each state until all are final."""
        half, n_places = self._half, len(self._places)
        moving = [state for state in states if not state.is_final()]
        while moving:
            rows = self._looks.get_token_ids(moving)  # -1 where no word stands, which is the first that is said
            rows *= n_places
            rows += self._places
            sums = np.matmul(self._together, said.take(rows, axis=0))[:, 0]
            sums += self._bias
            scores = np.maximum(sums[:, :half], sums[:, half:]) @ self._moves
            scores += self._moves_bias
            moving = self._parser.transition_states(moving, scores)
