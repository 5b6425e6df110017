"""Cues and quotations of one sentence: quoted stretches, and words that deny, doubt, plan or forbid."""

import re
from collections.abc import Iterator

from truceline.model.reading import Cue, CueKind, Sentence
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import has_word
from truceline.packs.word_patterns import alternation

_QUOTE = re.compile(r"[“\"]([^“”\"]{2,600})[”\"]|``(.{2,600}?)''", re.DOTALL)
_OPENING = ('"', "“", "``")
"""With one of which each quoted stretch begins."""


def quotations(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Stretches between quotation marks, in offsets of the document."""
    text = sentence.text
    if not any(map(text.__contains__, _OPENING)):
        return ()
    return tuple((sentence.start + m.start(), sentence.start + m.end()) for m in _QUOTE.finditer(text))


def cues(sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """Every cue word of the sentence, by kind."""
    for match in _pattern(lexicon).finditer(sentence.text) if has_word(sentence.text, lexicon.cue_words) else ():
        kind = CueKind(str(match.lastgroup))
        yield Cue(start=sentence.start + match.start(), end=sentence.start + match.end(), kind=kind)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if "cues" not in lexicon.compiled:
        words = lexicon.cues
        groups = (("norm", words.norm), ("denial", words.denial), ("hedge", words.hedges), ("negation", words.negation))
        body = "|".join(rf"(?P<{name}>{alternation(found)})" for name, found in groups)
        lexicon.compiled["cues"] = re.compile(rf"(?<![\w])(?:{body})(?!\w)", re.IGNORECASE)
    return lexicon.compiled["cues"]
