"""What a document says of an instrument itself, held against what is known of it: who signed, and when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.document import Document
from truceline.model.instrument import Instrument, Rulebook
from truceline.model.report import LawForm, LawQuote
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
    document: Document, rulebooks: Sequence[Rulebook], names: Mapping[str, Sequence[str]], words: VerdictWords,
    quotes: Sequence[LawQuote] = (),
) -> tuple[Misstated, ...]:  # fmt: skip
    """What a document says wrongly of who signed an instrument and when, of the year in which a party left it, and of which paragraph
    says what. ``names`` are the parties' names by code, ``quotes`` the law that the document quotes, cites and tells.
    """
    found: list[Misstated] = []
    sentences = tuple(_sentences(document.text))
    for book in rulebooks:
        instrument = book.instrument
        for start, text in sentences:
            if any(name.casefold() in text.casefold() for name in instrument.names):
                found += _of_sentence(document, instrument, start, text, names, words)
                found += _of_leaving(document, instrument, start, text, names, words)
        for start, text in sentences:
            found += _of_number(document, book, start, start + len(text), quotes)
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


def _of_leaving(
    document: Document, instrument: Instrument, start: int, text: str, names: Mapping[str, Sequence[str]], words: VerdictWords
) -> Iterator[Misstated]:
    """A year told for a party's leaving that is none of those known; a party of which nothing is known can be told nothing wrong of."""
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, words.leaving)) + r")(?!\w)"
    for cue in re.finditer(pattern, text, re.IGNORECASE):
        told = list(YEAR.finditer(text[cue.end() : cue.end() + REACH]))
        subject = _last_party(text[: cue.start()], instrument, names)
        known = _years_left(instrument, subject) if subject else {}
        if len(told) == 1 and known and int(told[0].group()) not in known:
            at = start + cue.end() + told[0].start()
            years = ", ".join(f"{year} ({what.replace('_', ' ')})" for year, what in sorted(known.items()))
            yield _misstated(document, instrument, at, at + 4, f"{subject} is told to have left it in {told[0].group()}; known: {years}")


def _last_party(text: str, instrument: Instrument, names: Mapping[str, Sequence[str]]) -> str | None:
    """The bound party that is named last before a verb: its subject, in plain sentences."""
    last: tuple[int, str] | None = None
    for party in {each.party for side in instrument.sides for each in side.bound}:
        for found in _all(text, names.get(party, ())):
            if last is None or found.end() > last[0]:
                last = (found.end(), party)
    return last[1] if last else None


def _years_left(instrument: Instrument, party: str) -> dict[int, str]:
    """The years in which a party suspended, left or denounced an instrument, with what it did; years that a note tells count too."""
    known: dict[int, str] = {}
    for each in instrument.statuses:
        if each.party == party and each.binds is not True and each.period.start:
            known[each.period.start.year] = each.status
            known |= {int(year.group()): each.status for year in YEAR.finditer(each.note or "")}
    return known


def _of_number(document: Document, book: Rulebook, start: int, end: int, quotes: Sequence[LawQuote]) -> Iterator[Misstated]:
    """A sentence that cites one paragraph by number and gives the words of another."""
    here = [
        each for each in quotes
        if each.instrument == book.instrument.slug and each.document_id == document.id and start <= each.span.start < end
        and each.span.part == "text"
    ]  # fmt: skip
    cited = [each for each in here if each.form is LawForm.CITED]
    given = {each.clause for each in here if each.form is not LawForm.CITED}
    if len(cited) == 1 and len(given) == 1 and cited[0].clause not in given:
        other = given.pop()
        clause = book.clause(other)
        why = f"paragraph {cited[0].clause} is cited for what paragraph {other} says"
        span = cited[0].span
        yield Misstated(instrument=book.instrument.slug, why=why, span=span, reference=clause.reference if clause else None)


def _misstated(document: Document, instrument: Instrument, start: int, end: int, why: str) -> Misstated:
    span = Span(document_id=document.id, start=start, end=end)
    return Misstated(instrument=instrument.slug, why=why, span=span, reference=instrument.reference)


def _first(text: str, names: Sequence[str]) -> re.Match[str] | None:
    return next(_all(text, names), None)


def _all(text: str, names: Sequence[str]) -> Iterator[re.Match[str]]:
    if names:
        longest_first = sorted(names, key=len, reverse=True)
        yield from re.finditer(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", text)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Stretches up to a full stop or a line's end, with where they begin: near enough, as a document's reading is not at hand here."""
    start = 0
    for end in (*(each.end() for each in re.finditer(r"[.!?]\s|\n", text)), len(text)):
        if text[start:end].strip():
            yield start, text[start:end]
        start = end
