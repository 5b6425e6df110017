"""Regular expressions over lists of words, made once: making one anew at every sentence costs more than the parse."""

import re
from functools import lru_cache


def alternation(words: tuple[str, ...]) -> str:
    """The body of an expression that takes any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=256)
def shaped(shape: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """An expression with WORDS in its shape replaced by any of the words; capitals do not matter. Without words it never fits."""
    body = f"(?:{alternation(words)})" if words else r"(?!)"
    return re.compile(shape.replace("WORDS", body), re.IGNORECASE)


@lru_cache(maxsize=4096)
def whole(word: str) -> re.Pattern[str]:
    """One word or phrase that is no part of a longer or hyphenated word; capitals do not matter."""
    return re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.IGNORECASE)
