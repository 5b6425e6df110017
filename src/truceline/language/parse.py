"""The dependency parse of sentences that the gate let through.

The parser never sees the name of a party, a line or a direction: each is replaced by a fixed stand-in, so
that the reading of a text and of the same text with the sides swapped rests on one and the same parse
(responsible-use R5).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from truceline.errors import ConfigError
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
_PARSING = ["tok2vec", "tagger", "parser"]
_LEMMAS = ("attribute_ruler", "lemmatizer")
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
def _pipeline() -> Any:
    import spacy  # heavy: half a second, needed only when a passage passes the gate

    return spacy.load(check_model(), exclude=["ner", "senter"])


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
    from spacy.tokens import Doc  # as above

    nlp = _pipeline()
    prepared = [_words(nlp, sentence.text, mask) for sentence, mask in zip(sentences, masks, strict=True)]
    whole = (Doc(nlp.vocab, words=[w for w, _, _ in words], spaces=_spaces(words)) for words in prepared)
    with nlp.select_pipes(enable=_PARSING):
        docs: Iterable[Any] = nlp.pipe(whole, batch_size=_BATCH)
        for sentence, words, doc in zip(sentences, prepared, docs, strict=True):
            yield _tokens(sentence, words, doc)


def _tokens(sentence: Sentence, words: list[tuple[str, int, int]], doc: Any) -> tuple[Token, ...]:
    """One parsed sentence as our own tokens; read as one array, since asking each word of spaCy's costs as much as the parse."""
    names = doc.vocab.strings
    made = []
    for n, ((word, start, end), (tag, dep, head)) in enumerate(zip(words, doc.to_array(["TAG", "DEP", "HEAD"]).tolist(), strict=True)):
        made.append(
            Token(
                start=sentence.start + start,
                end=sentence.start + end,
                text=sentence.text[start:end],
                lemma=_lemma(word, names[tag]),
                tag=names[tag],
                dep=names[dep],
                head=n + (head - _WRAPPED if head >= _WRAPPED // 2 else head),
            )
        )
    return tuple(made)


@lru_cache(maxsize=100_000)
def _lemma(word: str, tag: str) -> str:
    """The lemma of a word with its tag, by the model's own rules; kept, since they cost as much as the parse.

    Against the rules run on whole sentences 12 in 68,630 words differ ("having" before a participle, contractions).
    """
    from spacy.tokens import Doc  # as above

    nlp = _pipeline()
    doc = Doc(nlp.vocab, words=[word], tags=[tag])
    for name in _LEMMAS:
        doc = nlp.get_pipe(name)(doc)
    lemma: str = doc[0].lemma_.lower()
    return lemma


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


def _spaces(words: list[tuple[str, int, int]]) -> list[bool]:
    return [n + 1 < len(words) and words[n + 1][1] > end for n, (_, _, end) in enumerate(words)]
