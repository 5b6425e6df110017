"""How an act was answered and what became of it."""

from truceline.model.document import Document
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.answering_verbs import fired_back
from truceline.reports.grammar import Graph
from truceline.reports.step_reality import negated

READ_BY = "reports.aftermath 1"
FIRED_BACK = " fired back"
"""Ends the name of the rule that reads an answer by a verb of answering alone: in a fight of both sides it tells nothing new."""
CROSSINGS = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "defection"})
_CROSSED = ("warning_broadcast", "warning_shots", "interception", "return_fire", "alert", "evacuation")
ANSWERS_TO = {
    **dict.fromkeys(("ground_crossing", "sea_crossing", "air_crossing"), _CROSSED),
    "defection": ("warning_broadcast", "warning_shots"),
    "missile_launch": ("alert", "interception", "evacuation"),
    "balloon_launch": ("alert", "warning_broadcast"),
    "indirect_fire": ("return_fire", "interception", "alert", "none"),
    "direct_fire": ("return_fire", "warning_broadcast", "none"),
    "air_strike": ("return_fire", "none"),
    "clash": ("warning_broadcast", "return_fire"),
}
"""Which answers can be told of which act; other words of the kind tell something else (codebook 2, `response`)."""


def responses(graph: Graph, document: Document, lexicon: Lexicon) -> list[Slot[str]]:
    """Answers named in a sentence, in order, each once; negated ones left out."""
    found: dict[str, Slot[str]] = {}
    sentence = graph.annotated.sentence
    for start, end, names in lexicon.responses.find(sentence.text):
        if negated(sentence.text, start, lexicon.reality):
            continue
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        found.setdefault(names[0], Slot(value=names[0], evidence=(span,), read_by=READ_BY))
    for n in fired_back(graph, lexicon) if "return_fire" not in found else ():
        span = Span(document_id=document.id, start=graph.tokens[n].start, end=graph.tokens[n].end, part=sentence.part)
        found.setdefault("return_fire", Slot(value="return_fire", evidence=(span,), read_by=READ_BY + FIRED_BACK))
    return list(found.values())
