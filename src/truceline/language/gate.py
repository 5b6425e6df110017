"""The gate: which sentences are worth a parse, told by trigger words alone."""

import re

from truceline.packs.lexicon import Lexicon

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def passes(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence holds any form of a trigger word."""
    forms = lexicon.trigger_forms
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in forms:
            return True
        if "-" in word and any(part in forms for part in word.split("-")):
            return True
    return False
