"""An explanation as plain values: what ``truceline explain --json`` writes and the terminal shows."""

from typing import Any

from truceline.model.document import Document
from truceline.model.explanation import Explained, Explanation, Trace
from truceline.model.reading import Annotated
from truceline.model.report import CountClaim
from truceline.views.explained_report import interval, report_row, words_of


def explained(explanation: Explanation) -> dict[str, Any]:
    """One document: its sentences with layers and traces, its reports with the rule of each value, count claims, quoted law."""
    document, extraction = explanation.document, explanation.extraction
    return {
        "id": document.name,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
        "theatre": explanation.theatre,
        "whole": explanation.whole or None,
        "let_go_below": explanation.threshold,
        "left_out": [document.words(span) for span in (*document.furniture, *(relay.span for relay in document.relays))],
        "notes": list(document.notes),
        "sentences": [_sentence(n, each) for n, each in enumerate(explanation.sentences, 1)],
        "reports": [report_row(n, each, document) for n, each in enumerate(extraction.reports, 1)],
        "count_claims": [_count_claim(each, document) for each in extraction.count_claims],
        "law_quotes": [
            {
                "instrument": each.instrument,
                "clause": each.clause,
                "form": each.form.value,
                "score": each.score,
                "words": document.words(each.span),
            }
            for each in extraction.law_quotes
        ],
    }


def _sentence(number: int, explained: Explained) -> dict[str, Any]:
    annotated = explained.annotated
    sentence = annotated.sentence
    return {
        "number": number,
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "part": sentence.part,
        "headline": sentence.headline,
        "parsed": explained.parsed,
        "waiting": list(explained.waiting),
        "layers": {name: found for name, found in _layers(annotated).items() if found},
        "acts": [_trace(each) for each in explained.traces],
    }


def _layers(annotated: Annotated) -> dict[str, list[dict[str, Any]]]:
    """What the layers found in a sentence: words and what they mean."""

    def words(thing: Any) -> str:
        start = annotated.sentence.start
        return annotated.sentence.text[thing.start - start : thing.end - start]

    lines = [each for each in annotated.places if each.where is None]
    return {
        "parties": [
            {"words": words(each), "value": each.actor.code} | ({"organ": each.speaker.code} if each.speaker else {})
            for each in annotated.mentions
        ],
        "lines": [{"words": words(each), "value": each.line or each.sector or "line"} for each in lines],
        "places": [{"words": words(each), "value": each.where.gazetteer_id or each.where.name} for each in annotated.places if each.where],
        "days": [
            {"words": words(each), "value": each.when.code, "rule": each.when.basis + (", a window" if each.window else "")}
            for each in annotated.times
            if each.when
        ],
        "hours": [{"words": words(each), "value": each.clock} for each in annotated.times if each.clock],
        "numbers": [
            {"words": words(each), "value": interval(each.quantity.low, each.quantity.high, each.quantity.approx), "of": each.noun}
            for each in annotated.quantities
        ],
        "cues": [{"words": words(each), "value": each.kind.value} for each in annotated.cues],
    }


def _trace(trace: Trace) -> dict[str, Any]:
    return {
        "trigger": trace.trigger,
        "start": trace.start,
        "end": trace.end,
        "fate": trace.fate.value,
        "type": trace.kind,
        "words": list(trace.words),
        "rule": {"file": trace.rule.file, "line": trace.rule.line, "pattern": trace.rule.written} if trace.rule else None,
        "why": trace.why or None,
        "nearly": list(trace.nearly),
        "report": None if trace.report is None else trace.report + 1,
        "confidence": None if trace.confidence is None else round(trace.confidence, 3),
        "weights": {each.feature: round(each.weight, 2) for each in trace.weights},
    }


def _count_claim(claim: CountClaim, document: Document) -> dict[str, Any]:
    return {
        "type": claim.kind,
        "ordinal": claim.ordinal,
        "count": claim.count,
        "most": claim.most,
        "by": list(claim.by),
        "since": claim.since,
        "until": claim.until,
        "words": words_of(claim.evidence, document),
        "quote": document.words(claim.quote),
    }
