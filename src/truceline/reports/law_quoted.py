"""Words in a document that quote, cite or retell an instrument, matched to its paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz, process

from truceline.model.instrument import Rulebook
from truceline.model.reading import Annotated, Reading
from truceline.model.report import LawForm, LawQuote
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.packs.phrases import DIGIT
from truceline.packs.verdict_words import VerdictWords
from truceline.reports.law_told import rules, told_in

LEAST_WORDS = 6
"""Shorter quotations ("hostile act") say too little to name a paragraph."""
LEAST_SCORE = 82.0
"""Share of the quotation's words, in order, that the paragraph has (rapidfuzz partial ratio, 0..100)."""
REWORDED = 58.0
"""The same for a quotation in other words (a machine's translation back), in a document that names the instrument ..."""
LEAD = 8.0
"""... and only where the next best paragraph of that instrument is so much farther off."""
LEAST_SHARED = 0.25
"""A paragraph without this share of a quotation's words is not compared: no score that counts is reached by letters alone."""
WORD = re.compile(r"\w+")
NUMBER = r"\d+(?:\([a-z0-9]{1,3}\))*"


def law_quotes(reading: Reading, pack: Pack) -> Iterator[LawQuote]:
    """Every quotation of six words or more that stands in a paragraph of the pack's instruments, the best match only; and every
    paragraph cited by its number ("paragraphs 6 and 8") where the document names one instrument that has it; and every sentence
    that tells in its own words what a paragraph of an instrument rules (``law_told``).

    ``score`` is the share of words in common, 0..1: below 0.82 the quotation is reworded or told; a citation by number has 1.
    """
    told = [each for each in reading.sentences if each.sentence.part == "text" and _may_tell_law(each, reading, pack.verdict_words)]
    named = _named(reading, pack.rulebooks) if told else ()  # most documents have no word of law, and need no rulebook
    for annotated in told:
        quoted: list[LawQuote] = []
        for start, end, words in _long_quotations(annotated, reading):
            near = _near(words, pack.rulebooks)
            found = _best(words, near) or _reworded(words, near, named)
            if found is not None:
                score, instrument, clause = found
                form = LawForm.QUOTED if score >= LEAST_SCORE else LawForm.REWORDED
                quoted.append(_quote(reading, start, end, instrument, clause, score / 100, form))
        yield from quoted
        yield from _cited(reading, annotated.sentence.start, annotated.sentence.text, named, pack.verdict_words.citing)
        if not quoted:
            yield from _told(reading, annotated.sentence.start, annotated.sentence.text, named, pack.verdict_words)


def _may_tell_law(annotated: Annotated, reading: Reading, words: VerdictWords) -> bool:
    """Whether a sentence has a quotation long enough, or a word that cites or rules."""
    text = annotated.sentence.text
    if any(_long_quotations(annotated, reading)) or rules(text, words):
        return True
    return bool(DIGIT.search(text)) and _citing(words.citing).search(text) is not None


def _long_quotations(annotated: Annotated, reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of each quotation that says enough to name a paragraph."""
    for start, end in annotated.quotations:
        words = reading.document.text[start:end].strip("\"\u201c\u201d' .")
        if len(words.split()) >= LEAST_WORDS:
            yield start, end, words


def _told(reading: Reading, start: int, text: str, named: Sequence[Rulebook], words: VerdictWords) -> Iterator[LawQuote]:
    """What a sentence without a quotation tells in its own words."""
    for first, last, instrument, clause, score in told_in(text, named, words):
        yield _quote(reading, start + first, start + last, instrument, clause, score, LawForm.TOLD)


def _quote(reading: Reading, start: int, end: int, instrument: str, clause: str, score: float, form: LawForm) -> LawQuote:
    span = Span(document_id=reading.document_id, start=start, end=end)
    return LawQuote(document_id=reading.document_id, span=span, instrument=instrument, clause=clause, score=round(score, 3), form=form)


def _named(reading: Reading, books: Sequence[Rulebook]) -> tuple[Rulebook, ...]:
    """The instruments that the document names."""
    text = f"{reading.document.title or ''}\n{reading.document.text}".casefold()
    return tuple(each for each in books if any(name.casefold() in text for name in each.instrument.names))


def _best(words: str, near: Sequence["_Paragraph"]) -> tuple[float, str, str] | None:
    best = max(_scored(words, near, LEAST_SCORE), default=None)
    return best if best is not None and best[0] >= LEAST_SCORE else None


def _reworded(words: str, near: Sequence["_Paragraph"], named: Sequence[Rulebook]) -> tuple[float, str, str] | None:
    """A quotation in other words than the paragraph's: only of a named instrument, and only where no other paragraph is near."""
    slugs = {book.instrument.slug for book in named}
    scored = sorted(_scored(words, [each for each in near if each.instrument in slugs], REWORDED - LEAD), reverse=True)
    if not scored or scored[0][0] < REWORDED:
        return None
    return scored[0] if len(scored) == 1 or scored[0][0] - scored[1][0] >= LEAD else None


def _near(words: str, books: Sequence[Rulebook]) -> list["_Paragraph"]:
    """The paragraphs of some books that are long enough, and have enough of a quotation's words, for a score that counts."""
    said, paragraphs = frozenset(WORD.findall(words.lower())), _paragraphs(books)
    shared = Counter(chain.from_iterable([paragraphs.having.get(word, ()) for word in said]))
    enough, long = len(said) * LEAST_SHARED, len(words) * 0.8
    fitting = [paragraphs.all[n] for n in sorted([n for n, count in shared.items() if count >= enough])]
    return [each for each in fitting if each.length >= long]


def _scored(words: str, near: Sequence["_Paragraph"], least: float) -> list[tuple[float, str, str]]:
    """Each of some paragraphs whose score is ``least`` or more; all are compared in one call."""
    found = process.extract(words.lower(), [each.text for each in near], scorer=fuzz.partial_ratio, score_cutoff=least, limit=None)
    return [(score, near[n].instrument, near[n].clause) for _, score, n in found]


def _cited(reading: Reading, start: int, text: str, named: Sequence[Rulebook], citing: tuple[str, ...]) -> Iterator[LawQuote]:
    """Numbers after a word that cites; a number that two named instruments have names neither."""
    for found in _citing(citing).finditer(text):
        for number in re.finditer(NUMBER, found.group("numbers")):
            books = [each for each in named if each.clause(number.group())]
            if len(books) == 1:
                at = start + found.start("numbers") + number.start()
                yield _quote(reading, at, at + len(number.group()), books[0].instrument.slug, number.group(), 1.0, LawForm.CITED)


class _Paragraph(NamedTuple):
    """A paragraph in small letters, with how long it is as written."""

    instrument: str
    clause: str
    text: str
    length: int


class _Paragraphs(NamedTuple):
    """The paragraphs of some instruments, and by number in which of them each word stands."""

    books: Sequence[Rulebook]
    all: tuple[_Paragraph, ...]
    having: Mapping[str, Sequence[int]]


def _paragraphs(books: Sequence[Rulebook]) -> _Paragraphs:
    """The paragraphs of the instruments of a pack; those of the last are kept."""
    held = _KEPT[0] if _KEPT else None
    if held is None or held.books is not books:
        every = tuple(
            _Paragraph(book.instrument.slug, clause.id, clause.text.lower(), len(clause.text)) for book in books for clause in book.clauses
        )
        having: dict[str, list[int]] = {}
        for n, each in enumerate(every):
            for word in set(WORD.findall(each.text)):
                having.setdefault(word, []).append(n)
        held = _Paragraphs(books, every, having)
        _KEPT[:] = [held]
    return held


_KEPT: list[_Paragraphs] = []


@lru_cache(maxsize=8)
def _citing(words: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{alternatives})\s+(?P<numbers>{NUMBER}(?:(?:,\s*|\s+and\s+|,\s*and\s+){NUMBER})*)(?!\w)", re.IGNORECASE)
