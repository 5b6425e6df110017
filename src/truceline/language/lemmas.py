"""The lemma of a word with its tag, by the parser model's own rules: reckoned once a word and kept.

Against the rules run on whole sentences 12 in 68,630 words differ ("having" before a participle, contractions).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Tagged = tuple[str, str]
"""A word as it is written, and its tag."""
_BASE_TAGS = frozenset(
    (
        "NN", "NNP", "NNPS", "VB", "JJ", "IN", "DT", "CC", "CD", "TO", "RP", "EX", "PDT", "WDT", "WP", "WP$", "WRB", "PRP$", "POS", "HYPH",
        "SYM", "FW", "LS", "UH", "ADD", "NFP", "$", ",", ".", ":", "-LRB-", "-RRB-",
    )
)  # fmt: skip
"""Tags whose words the model's rules leave as they are, in small letters."""
_MOST_KEPT = 200_000


class _Word(NamedTuple):
    """What the model's rules ask of a word, which stands in no document: to write one down takes longer than the rules."""

    text: str
    orth: str
    """Under which the rules keep what they found; spaCy's own is a number, and no text is one."""
    pos: int
    pos_: str
    morph: Any


class Lemmas:
    """The lemmas of one loaded pipeline; ``amended`` are those of words (small letters) that its rules give wrongly."""

    def __init__(self, nlp: Any, amended: Mapping[str, str]) -> None:
        self._amended = amended
        self._vocab, self._ruler, self._lemmatizer = nlp.vocab, nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
        known = self._lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(known):  # lists of tens of thousands of words, in which each ending's rule looks for a form
            known[part_of_speech] = frozenset(known[part_of_speech])
        self._ruled = frozenset(_words_of_rules(self._ruler.patterns))
        self._classes: dict[str, tuple[int, str, Any]] = {}
        self._kept: dict[Tagged, str] = {}

    def of(self, words: Iterable[Tagged]) -> Mapping[Tagged, str]:
        """All lemmas that are kept, in small letters, those of ``words`` among them but where the tag leaves a word as it is."""
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        new = sorted({word for word in words if word[1] not in _BASE_TAGS and word not in self._kept})
        ruled = [word for word in new if self._is_ruled(word[0])]
        plain = [word for word in new if not self._is_ruled(word[0])]
        self._kept.update(zip(ruled, self._by_rules(ruled), strict=True))
        self._kept.update(zip(plain, self._by_tags(plain), strict=True))
        self._kept.update({word: self._amended[word[0].lower()] for word in new if word[0].lower() in self._amended})
        return self._kept

    def _is_ruled(self, word: str) -> bool:
        """Whether the model may have a rule for this very word, beside those for its tag; contractions have some."""
        return word.lower() in self._ruled or not word.isalpha()

    def _by_rules(self, words: Sequence[Tagged]) -> Iterator[str]:
        """Lemmas by all rules. A stop stands between any two, so that no rule for a pair of words sees neighbours that are none."""
        if not words:
            return
        doc = self._ruler(self._listed([each for word in words for each in (word, (".", "."))]))
        for token in list(self._lemmatizer(doc))[::2]:
            yield token.lemma_.lower()

    def _by_tags(self, words: Sequence[Tagged]) -> Iterator[str]:
        """Lemmas of words whose class (part of speech, morphology) their tag alone gives: the rules cost more than the lemmas."""
        for word, tag in words:
            pos, pos_, morph = self._class_of(tag)
            yield self._lemmatizer.lemmatize(_Word(word, word, pos, pos_, morph))[0].lower()

    def _class_of(self, tag: str) -> tuple[int, str, Any]:
        if tag not in self._classes:
            (token,) = self._ruler(self._listed([("x", tag)]))
            self._classes[tag] = token.pos, token.pos_, token.morph
        return self._classes[tag]

    def _listed(self, words: Sequence[Tagged]) -> Any:
        from spacy.tokens import Doc  # heavy, as in parse.py

        return Doc(self._vocab, words=[word for word, _ in words], tags=[tag for _, tag in words])


def _words_of_rules(patterns: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The words (small letters) that the model's rules name."""
    for pattern in patterns:
        for told in (token.get("LOWER") for alternative in pattern["patterns"] for token in alternative):
            if isinstance(told, str):
                yield told
            elif isinstance(told, dict):
                yield from told.get("IN", ())
