"""The gate: which sentences are worth a parse, told by trigger words alone."""

import re

from truceline.packs.lexicon import Lexicon

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def passes(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence holds any form of a trigger word, or a word of tolls ("fatalities")."""
    forms, tolls = lexicon.trigger_forms, lexicon.toll_words
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in forms or word in tolls:
            return True
        if "-" in word and any(part in forms for part in word.split("-")):
            return True
    return False
