"""How an act was answered and what became of it."""

import re

from truceline.model.document import Document
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph

READ_BY = "reports.aftermath 1"
CROSSINGS = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "defection"})
OUTCOMES_OF = {
    "ground_crossing": {"retreated", "returned", "repelled", "captured", "killed", "escaped"},
    "sea_crossing": {"retreated", "returned", "repelled", "captured", "sunk", "escaped", "killed", "rescued"},
    "air_crossing": {"shot_down", "returned", "escaped", "retreated", "captured"},
    "defection": {"rescued", "captured", "killed"},
    "direct_fire": {"sunk", "shot_down", "escaped"},
    "clash": {"repelled", "escaped", "killed", "sunk", "retreated", "captured"},
    "capture": {"captured", "escaped", "rescued"},
    "air_strike": {"sunk"},
    "works_in_zone": {"continued"},
    "loudspeaker": {"continued"},
}


def responses(graph: Graph, document: Document, lexicon: Lexicon) -> list[Slot[str]]:
    """Answers named in a sentence, in order, each once; negated ones left out."""
    found: dict[str, Slot[str]] = {}
    sentence = graph.annotated.sentence
    for start, end, names in lexicon.responses.find(sentence.text):
        if _negated(sentence.text, start):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        found.setdefault(names[0], Slot(value=names[0], evidence=(span,), read_by=READ_BY))
    return list(found.values())


def outcome(kind: str, graph: Graph, document: Document, lexicon: Lexicon) -> Slot[str] | None:
    """What became of the act, from the words that fit its kind; the first in the sentence."""
    allowed = OUTCOMES_OF.get(kind, set())
    sentence = graph.annotated.sentence
    for start, end, names in lexicon.outcomes.find(sentence.text):
        if names[0] in allowed and not _negated(sentence.text, start):
            span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
            return Slot(value=names[0], evidence=(span,), read_by=READ_BY)
    return None


def _negated(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:not|never|no|without|n't|neither)\s+(?:\w+\s+)?$", text[max(0, start - 24) : start]))
