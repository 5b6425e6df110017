"""Words in a document that quote an instrument, matched to its paragraph."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from truceline.model.reading import Reading
from truceline.model.report import LawQuote
from truceline.model.text import Span
from truceline.packs.pack import Pack

LEAST_WORDS = 6
"""Shorter quotations ("hostile act") say too little to name a paragraph."""
LEAST_SCORE = 82.0
"""Share of the quotation's words, in order, that the paragraph has (rapidfuzz partial ratio, 0..100)."""


def law_quotes(reading: Reading, pack: Pack) -> Iterator[LawQuote]:
    """Every quotation of six words or more that stands in a paragraph of the pack's instruments; the best match only."""
    for annotated in reading.sentences:
        for start, end in annotated.quotations:
            words = reading.document.text[start:end].strip("\"\u201c\u201d' .")
            if annotated.sentence.part != "text" or len(words.split()) < LEAST_WORDS:
                continue
            found = _best(words, pack)
            if found is not None:
                score, instrument, clause = found
                span = Span(document_id=reading.document_id, start=start, end=end)
                yield LawQuote(
                    document_id=reading.document_id, span=span, instrument=instrument, clause=clause, score=round(score / 100, 3)
                )


def _best(words: str, pack: Pack) -> tuple[float, str, str] | None:
    scored = [
        (fuzz.partial_ratio(words.lower(), clause.text.lower(), score_cutoff=LEAST_SCORE), rulebook.instrument.slug, clause.id)
        for rulebook in pack.rulebooks
        for clause in rulebook.clauses
        if len(clause.text) >= len(words) * 0.8
    ]
    best = max(scored, default=None)
    return best if best is not None and best[0] >= LEAST_SCORE else None
