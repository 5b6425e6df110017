"""The dependency parse of sentences that the gate let through.

The parser never sees the name of a party, a line or a direction: each is replaced by a fixed stand-in, so
that the reading of a text and of the same text with the sides swapped rests on one and the same parse
(responsible-use R5).
"""

import atexit
import gc
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from truceline.errors import ConfigError
from truceline.language.lemmas import Lemmas
from truceline.language.vectors import Vectors
from truceline.model.reading import Sentence, Token
from truceline.packs.strict_yaml import load

Mask = tuple[int, int, str]
"""Start and end in the sentence, and the stand-in word the parser reads there."""

_DIRECTIONS = {
    "south": "north",
    "southern": "northern",
    "southward": "northward",
    "southwards": "northwards",
    "southerly": "northerly",
    "South": "North",
    "Southern": "Northern",
    "northeast": "northwest",
    "southeast": "northwest",
    "southwest": "northwest",
    "northeastern": "northwestern",
    "southeastern": "northwestern",
    "southwestern": "northwestern",
}
_BATCH = 128
_PARSING = ("tagger", "parser")
_ASKED_OF_WORDS = ("LOWER", "NORM", "PREFIX", "SHAPE", "SUFFIX", "IS_SPACE")
"""What the layers in use ask of a new word; whether it is like an address or a number, and more of the kind, none does."""
_WRAPPED = 2**64
"""spaCy gives the distance to a head as an unsigned number: a head to the left counts down from here."""


class _Model(msgspec.Struct, frozen=True):
    language: str
    package: str
    version: str
    licence: str
    files: dict[str, str]


class _Models(msgspec.Struct, frozen=True):
    models: tuple[_Model, ...]


@lru_cache(maxsize=1)
def _pipeline() -> tuple[Any, Vectors, Lemmas]:
    import spacy  # heavy: half a second, needed only when a passage passes the gate

    nlp = spacy.load(check_model(), exclude=["ner", "senter"])
    _hasten(nlp)
    loaded = nlp, Vectors(nlp), Lemmas(nlp)
    gc.freeze()  # model and pack stay as long as the process: each search for garbage would go through all of them, at a tenth of the time
    atexit.register(gc.unfreeze)  # else a file of the caller that was not closed would not be written to its end
    return loaded


def _hasten(nlp: Any) -> None:
    """Lets the pipeline do the same work in less time."""
    # Every prefix begins with "^", so that only a match at the start can be one; a search tries each of them at each letter.
    nlp.tokenizer.prefix_search = nlp.tokenizer.prefix_search.__self__.match
    asked = {nlp.vocab.strings[name] for name in _ASKED_OF_WORDS}
    nlp.vocab.lex_attr_getters = {name: get for name, get in nlp.vocab.lex_attr_getters.items() if name in asked}
    for name in ("tok2vec", *_PARSING):
        for layer in nlp.get_pipe(name).model.walk():
            if getattr(layer.ops, "use_blis", False):
                layer.ops = type(layer.ops)(use_blis=False)  # numpy multiplies the same matrices in less time (benchmarks/reading.py)


def check_model() -> Path:
    """Checks the parser's weight files against the hashes in data/models.yaml; returns the model's folder.

    Raises ConfigError if a file is missing or differs: a changed model is never loaded.
    """
    model = load(Path(__file__).parent.parent / "data" / "models.yaml", _Models).models[0]
    spec = find_spec(model.package)
    if spec is None or spec.origin is None:
        raise ConfigError(f"the parser model {model.package} is not installed (install truceline with its dependencies)")
    folder = Path(spec.origin).parent
    for file, digest in model.files.items():
        path = folder / file
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != digest:
            raise ConfigError(
                f"the parser model's file {file} is missing or not the one pinned in data/models.yaml: "
                f"reinstall {model.package}=={model.version}"
            )
    return next(folder / file for file in model.files if file.endswith("config.cfg")).parent


def parse(sentences: Sequence[Sentence], masks: Sequence[Sequence[Mask]]) -> Iterator[tuple[Token, ...]]:
    """Tokens of each sentence with lemma, tag, dependency and head; offsets into the document's text."""
    nlp, vectors, lemmas = _pipeline()
    prepared = [_words(nlp, sentence.text, mask) for sentence, mask in zip(sentences, masks, strict=True)]
    arrays = [rows for at in range(0, len(prepared), _BATCH) for rows in _parsed(nlp, vectors, prepared[at : at + _BATCH])]
    numbers = {number for rows in arrays for tag, dep, _ in rows for number in (tag, dep)}
    names = {number: nlp.vocab.strings[number] for number in numbers}
    known = lemmas.of(
        {
            (word, names[tag])
            for words, rows in zip(prepared, arrays, strict=True)
            for (word, _, _), (tag, _, _) in zip(words, rows, strict=True)
        }
    )
    for sentence, words, rows in zip(sentences, prepared, arrays, strict=True):
        yield tuple(
            [
                Token(
                    start=sentence.start + start,
                    end=sentence.start + end,
                    text=sentence.text[start:end],
                    lemma=known.get((word, names[tag])) or word.lower(),
                    tag=names[tag],
                    dep=names[dep],
                    head=n + (head - _WRAPPED if head >= _WRAPPED // 2 else head),
                )
                for n, ((word, start, end), (tag, dep, head)) in enumerate(zip(words, rows, strict=True))
            ]
        )


def _parsed(nlp: Any, vectors: Vectors, prepared: Sequence[Sequence[tuple[str, int, int]]]) -> list[list[list[int]]]:
    """Tag, dependency and head of each word of some sentences, as spaCy numbers them."""
    from spacy.tokens import Doc  # as above

    written = [list(zip((word for word, _, _ in words), _spaces(words), strict=True)) for words in prepared]
    docs = [Doc(nlp.vocab, words=[word for word, _ in of], spaces=[spaced for _, spaced in of]) for of in written]
    vectors.put_on(docs, written)
    for name in _PARSING:
        pipe = nlp.get_pipe(name)
        pipe.set_annotations(docs, pipe.predict(docs))
    return [doc.to_array(["TAG", "DEP", "HEAD"]).tolist() for doc in docs]


def _words(nlp: Any, text: str, masks: Sequence[Mask]) -> list[tuple[str, int, int]]:
    """The tokenizer's words with offsets, every masked stretch as one stand-in word."""
    found: list[tuple[str, int, int]] = []
    at = 0
    for start, end, stand_in in [*sorted(masks), (len(text), len(text), "")]:
        if start < at:
            continue
        found += [
            (_DIRECTIONS.get(t.text, t.text), at + t.idx, at + t.idx + len(t.text)) for t in nlp.make_doc(text[at:start]) if not t.is_space
        ]
        if stand_in:
            found.append((stand_in, start, end))
        at = end
    return found


def _spaces(words: Sequence[tuple[str, int, int]]) -> list[bool]:
    return [n + 1 < len(words) and words[n + 1][1] > end for n, (_, _, end) in enumerate(words)]
