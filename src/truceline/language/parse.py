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
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from truceline.errors import ConfigError
from truceline.language.arcs import Arcs, Hung
from truceline.language.lemmas import Lemmas
from truceline.language.letters import Written
from truceline.language.neighbours import Neighbours
from truceline.language.words import Mask, Placed, Words
from truceline.model.reading import Sentence, Token
from truceline.packs.strict_yaml import load

_BATCH = 128
_MADE_BETWEEN_SEARCHES = 50_000
"""How many records more are made than let go between two searches for garbage (Python's own 700 cost a sixteenth of the time)."""
_ASKED_OF_WORDS = ("LOWER", "NORM", "PREFIX", "SHAPE", "SUFFIX", "IS_SPACE")
"""What the layers in use ask of a new word; whether it is like an address or a number, and more of the kind, none does."""


_token = tuple.__new__
"""Makes a token of its parts in two thirds of the time that its own way takes."""


class _Model(msgspec.Struct, frozen=True):
    language: str
    package: str
    version: str
    licence: str
    files: dict[str, str]


class _Models(msgspec.Struct, frozen=True):
    models: tuple[_Model, ...]


class _Parser(NamedTuple):
    """What is made once of the loaded model."""

    nlp: Any
    words: Words
    neighbours: Neighbours
    arcs: Arcs
    lemmas: Lemmas


@lru_cache(maxsize=1)
def _pipeline() -> _Parser:
    import spacy  # heavy: half a second, needed only when a passage passes the gate

    nlp = spacy.load(check_model(), exclude=["ner", "senter"])
    _hasten(nlp)
    loaded = _Parser(nlp, Words(nlp), Neighbours(nlp), Arcs(nlp), Lemmas(nlp, _amended_lemmas()))
    gc.set_threshold(_MADE_BETWEEN_SEARCHES, *gc.get_threshold()[1:])  # a text makes thousands of records, and none holds itself
    gc.freeze()  # model and pack stay as long as the process: each search for garbage would go through all of them, at a tenth of the time
    atexit.register(gc.unfreeze)  # else a file of the caller that was not closed would not be written to its end
    return loaded


def _hasten(nlp: Any) -> None:
    """Leaves unasked what no layer in use asks of a new word."""
    asked = {nlp.vocab.strings[name] for name in _ASKED_OF_WORDS}
    nlp.vocab.lex_attr_getters = {name: get for name, get in nlp.vocab.lex_attr_getters.items() if name in asked}


def _data() -> Path:
    return Path(__file__).parent.parent / "data"


def _model() -> _Model:
    return load(_data() / "models.yaml", _Models).models[0]


def _amended_lemmas() -> dict[str, str]:
    return load(_data() / "amended_lemmas.yaml", dict[str, dict[str, str]])[_model().language]


def check_model() -> Path:
    """Checks the parser's weight files against the hashes in data/models.yaml; returns the model's folder.

    Raises ConfigError if a file is missing or differs: a changed model is never loaded.
    """
    model = _model()
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
    _, words_of, neighbours, arcs, lemmas = _pipeline()
    words = [words_of.of(sentence.text, mask) for sentence, mask in zip(sentences, masks, strict=True)]
    tags: list[str] = []
    hung: list[list[Hung]] = []
    for at in range(0, len(words), _BATCH):
        batch = words[at : at + _BATCH]
        vectors = neighbours.of([_written(each) for each in batch])
        tags += neighbours.tags(vectors)
        hung += arcs.of(vectors, [len(each) for each in batch])
    for_lemmas = _as_common(tags, [len(each) for each in words])
    tagged = list(zip([word for each in words for word, _, _ in each], for_lemmas, strict=True))
    known = lemmas.of(set(tagged))
    told = zip([known.get(word) or word[0].lower() for word in tagged], tags, strict=True)
    for sentence, found, heads in zip(sentences, words, hung, strict=True):
        offset, text = sentence.start, sentence.text
        yield tuple(
            [
                _token(Token, (offset + start, offset + end, text[start:end], lemma, tag, dep, head))
                for (_, start, end), (dep, head), (lemma, tag) in zip(found, heads, islice(told, len(found)), strict=True)
            ]
        )


def _as_common(tags: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """The tags by which lemmas are found: what opens a sentence has its capital from there, "Rockets" are rockets."""
    found, at = list(tags), 0
    for length in lengths:
        if length and found[at] == "NNPS":
            found[at] = "NNS"
        at += length
    return found


def _written(words: Sequence[Placed]) -> list[Written]:
    """The words, each with whether a space follows it; after the last none does."""
    return [(word, after > end) for (word, _, end), (_, after, _) in zip(words, [*words[1:], ("", 0, 0)], strict=False)]
