"""What a document says of an instrument itself, held against what is known of it: who signed, and when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.document import Document
from truceline.model.instrument import Instrument, Rulebook
from truceline.model.text import Span
from truceline.packs.verdict_words import VerdictWords

REACH = 160
"""Characters after a word of signing in which the signatories are looked for; a full stop ends them sooner."""
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Misstated:
    """Words of a document that do not fit the instrument: noted beside the findings, which do not rest on them."""

    instrument: str
    why: str
    span: Span
    reference: str | None


def misstated(
    document: Document, rulebooks: Sequence[Rulebook], names: Mapping[str, Sequence[str]], words: VerdictWords
) -> tuple[Misstated, ...]:
    """What a document says wrongly of who signed an instrument and in which year. ``names`` are the parties' names by code."""
    found: list[Misstated] = []
    for book in rulebooks:
        instrument = book.instrument
        if instrument.signing is not None:
            for start, text in _sentences(document.text):
                if any(name.casefold() in text.casefold() for name in instrument.names):
                    found += _of_sentence(document, instrument, start, text, names, words)
    return tuple(found)


def _of_sentence(
    document: Document, instrument: Instrument, start: int, text: str, names: Mapping[str, Sequence[str]], words: VerdictWords
) -> Iterator[Misstated]:
    signing = instrument.signing
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, words.signing)) + r")(?!\w)"
    for cue in re.finditer(pattern, text, re.IGNORECASE):
        stretch = text[cue.start() : cue.end() + REACH]
        for party in signing.not_by if signing else ():
            named = _first(stretch, names.get(party, ()))
            if named:
                at = start + cue.start() + named.start()
                why = f"{party} is named as a signatory; {signing.reference if signing else ''}"
                yield _misstated(document, instrument, at, at + len(named.group()), why)
        for year in YEAR.finditer(stretch):
            if signing and signing.years and int(year.group()) not in signing.years:
                at = start + cue.start() + year.start()
                known = ", ".join(map(str, signing.years))
                yield _misstated(document, instrument, at, at + 4, f"signed in {year.group()} as told; known: {known}")


def _misstated(document: Document, instrument: Instrument, start: int, end: int, why: str) -> Misstated:
    span = Span(document_id=document.id, start=start, end=end)
    return Misstated(instrument=instrument.slug, why=why, span=span, reference=instrument.reference)


def _first(text: str, names: Sequence[str]) -> re.Match[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    return re.search(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", text)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Stretches up to a full stop or a line's end, with where they begin: near enough, as a document's reading is not at hand here."""
    start = 0
    for end in (*(each.end() for each in re.finditer(r"[.!?]\s|\n", text)), len(text)):
        if text[start:end].strip():
            yield start, text[start:end]
        start = end
