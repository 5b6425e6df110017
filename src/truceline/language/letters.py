"""What the parser's model is told of a word: numbers for its form, its shape, its ends, and whether a space follows it.

spaCy gathers them when a word first stands in one of its documents, which takes longer; tests hold the numbers against its own.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Written = tuple[str, bool]
"""A word as it is written, and whether a space follows it."""
_LIKE = 4
"""Letters alike in a row are told by so many."""
_LONG = 100
"""Words so long have a shape of their own."""


def features_of(nlp: Any, columns: Sequence[str]) -> Callable[[Sequence[Written]], Any]:
    """What tells of some words, in the columns that a loaded pipeline's model asks for: a row of unsigned 64-bit numbers for each word."""
    from spacy import attrs  # heavy, as in parse.py
    from spacy.strings import get_string_id

    told: dict[str, Callable[[str], Any]] = {name: nlp.vocab.lex_attr_getters[getattr(attrs, name)] for name in columns if name != "SPACY"}
    plain_shape = told.get("SHAPE")
    if plain_shape is not None:
        told["SHAPE"] = lambda word: _shape(word) or plain_shape(word)

    def numbered(words: Sequence[Written]) -> Any:
        made = np.empty((len(words), len(columns)), dtype=np.uint64)
        for n, name in enumerate(columns):
            if name == "SPACY":
                made[:, n] = [spaced for _, spaced in words]
            elif name.startswith("IS_"):
                made[:, n] = [told[name](word) for word, _ in words]
            else:
                made[:, n] = [get_string_id(told[name](word)) for word, _ in words]
        return made

    return numbered


def _shape(word: str) -> str:
    """The shape of a word of small letters, or of one capital before them, as the model knows it ("xxxx"); "" for any other."""
    if len(word) >= _LONG or not word.isalpha():
        return ""
    if word.islower():
        return "x" * min(len(word), _LIKE)
    return "X" + "x" * min(len(word) - 1, _LIKE) if word[0].isupper() and word[1:].islower() else ""
