"""A document's text as sentences: line ends split, hard-wrapped lines are joined, abbreviations do not split."""

import re
from collections.abc import Iterator

from truceline.model.document import Document
from truceline.model.reading import Sentence
from truceline.packs import datelines
from truceline.packs.lexicon_shapes import Calendar

MAX_SENTENCE = 2000
"""Longer stretches without an end are cut into pieces: no parser is fed more than this many characters."""
PIECE = 500
"""How long the pieces are, cut at a space: a text without stops costs by its length and no more."""

_BREAK = re.compile(r"[^\n]+")
_END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s+["'“‘(\[]?[A-Z0-9“"'À-ÞЀ-Я_]|\s*$)|[.!?][”"](?=[A-Z])""")
_ENDS_SENTENCE = re.compile(r"""[.!?:…]["'”’)\]]*\s*(?:-0-|-30-|###)?\s*$""")
"""A stop at the end of a line, also before the mark by which agencies end a text."""

_LITTER = 80
"""What is as long as this, in characters, and has neither letter nor figure is no sentence."""


def sentences(document: Document, calendar: Calendar) -> tuple[Sentence, ...]:
    """All sentences in order; the title first (part "title") unless it stands in the text.

    Site furniture and relay lines (marked by the reader) are left out, and so is litter.
    """
    skip = [(s.start, s.end) for s in document.furniture if s.part == "text"] + [(r.span.start, r.span.end) for r in document.relays]
    found = list(_title(document))
    title = (document.title or "").strip()
    for start, end in _paragraphs(document.text):
        if any(a <= start and end <= b for a, b in skip):
            continue
        headline = document.text[start:end].strip() == title or _is_heading(document.text[start:end])
        start += datelines.length(document.text[start:end])
        found += [
            Sentence(start=a, end=b, text=document.text[a:b], headline=headline)
            for a, b in _split(document.text, start, end, calendar)
            if b - a < _LITTER or any(map(str.isalnum, document.text[a:b]))
        ]
    return tuple(found)


def _title(document: Document) -> Iterator[Sentence]:
    title = (document.title or "").strip()
    if not title or title in document.text or any(s.part == "title" for s in document.furniture):
        return
    start = (document.title or "").index(title)
    yield Sentence(start=start, end=start + len(title), text=title, part="title", headline=True)


def _is_heading(line: str) -> bool:
    return len(line) < 140 and not _ENDS_SENTENCE.search(line)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, joined where the text is hard-wrapped: no stop at the end and a small letter next."""
    lines = [(m.start(), m.end()) for m in _BREAK.finditer(text) if m.group().strip()]
    wrapped = _hard_wrapped(text, lines)
    at = 0
    while at < len(lines):
        start, end = lines[at]
        while at + 1 < len(lines) and _continues(text, lines[at], lines[at + 1], wrapped):
            at += 1
            end = lines[at][1]
        yield start, end
        at += 1


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    lengths = [end - start for start, end in lines]
    return len(lines) >= 6 and max(lengths) <= 90 and sum(n >= 45 for n in lengths) >= len(lines) * 0.5


def _continues(text: str, line: tuple[int, int], following: tuple[int, int], wrapped: bool) -> bool:
    this, after = text[line[0] : line[1]], text[following[0] : following[1]]
    gap = text[line[1] : following[0]]
    if wrapped:
        return gap.count("\n") == 1 and not after[:1].isspace()
    if this.rstrip().endswith(("U.S.", "U.N.")) and after.lstrip()[:1].islower():
        return True
    return not _ENDS_SENTENCE.search(this) and after.lstrip()[:1].islower() and gap.count("\n") == 1


def _split(text: str, start: int, end: int, calendar: Calendar) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _abbreviation(text, begin, match.start(), calendar):
            continue
        yield from _trim(text, begin, match.end())
        begin = match.end()
    yield from _trim(text, begin, end)


def _abbreviation(text: str, begin: int, stop: int, calendar: Calendar) -> bool:
    if text[stop] != "." or _TWO_STOPS.match(text, stop):  # "told the Daily S.K..": the second stop ends it
        return False
    word = re.search(r"[\w.]+$", text[max(begin, stop - 12) : stop])
    if word is None:
        return False
    token = word.group().rstrip(".")
    if token in ("a.m", "p.m") or (_INITIALS.fullmatch(token) and (token in calendar.initials or token not in calendar.abbreviations)):
        following = re.match(r"\.\s+([A-Z]\w*)", text[stop : stop + 40])
        return following is None or following.group(1) not in calendar.openers
    return token in calendar.abbreviations or (len(token) == 1 and token.isupper())


_TWO_STOPS = re.compile(r"\.\.(?!\.)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    too_long = end - start > MAX_SENTENCE
    while too_long and end - start > PIECE:
        cut = text.rfind(" ", start + PIECE // 2, start + PIECE)
        cut = cut if cut > start else start + PIECE
        yield start, cut
        start = cut + 1 if text[cut : cut + 1].isspace() else cut
    if end > start:
        yield start, end
