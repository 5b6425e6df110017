"""In which language a text is written, as far as its words tell."""

import unicodedata
from typing import Any

import pycld2

from truceline.errors import InputRefused

SAMPLE = 20_000
PIECE = 500
"""Of a longer text three pieces of so many characters are asked about: from the start, the middle and the end of the sample."""
FEWEST_LETTERS = 40
"""With fewer letters the detector guesses, so nothing is said."""
_UNSURE = "un"


def language_of(text: str, *, given: str | None, known: frozenset[str], where: str) -> str | None:
    """Code of a text's language (ISO 639-1), None where it cannot be told.

    What the words tell goes before what was given, since pages are often labelled wrongly.
    Raises InputRefused for a language that Truceline does not read yet.
    """
    told = detect(text)
    language = told or (given.split("-")[0].split("_")[0].lower() if given else None)
    if language is None or language in known:
        return language
    basis = "by its words" if told else "as given"
    cure = f"give a text in one of: {', '.join(sorted(known))}; a translation is a document of its own"
    raise InputRefused(where, f"language '{language}' ({basis}) is not read yet", cure)


def detect(text: str) -> str | None:
    """The language that most of a text is surely in; None where it is short, mixed or no language."""
    sample = _pieces(text[:SAMPLE])
    if sum(map(str.isalpha, sample[: 10 * FEWEST_LETTERS])) < FEWEST_LETTERS:
        return None
    try:
        reliable, _, found = _ask(sample)
    except pycld2.error:
        return None
    _, code, percent, _ = found[0]
    return code.split("-")[0] if reliable and code != _UNSURE and percent >= 60 else None


def _pieces(text: str) -> str:
    """The start, the middle and the end of a longer text, by which its language is told; a short one whole."""
    if len(text) <= 3 * PIECE:
        return text
    middle = (len(text) - PIECE) // 2
    return "\n".join((text[:PIECE], text[middle : middle + PIECE], text[-PIECE:]))


def _ask(sample: str) -> Any:
    """What the detector says. It refuses control and unassigned characters, so a text with any is asked about again without."""
    try:
        return pycld2.detect(sample, isPlainText=True)
    except (pycld2.error, UnicodeEncodeError):
        clean = "".join(" " if unicodedata.category(character)[0] == "C" else character for character in sample)
        return pycld2.detect(clean, isPlainText=True)
