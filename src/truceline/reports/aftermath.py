"""How an act was answered, what became of it, what was done about it, and whether it was meant."""

import re
from collections.abc import Iterator

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.report import FollowUp, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.sides import Sides

READ_BY = "reports.aftermath 1"
CROSSINGS = frozenset({"ground_crossing", "sea_crossing", "air_crossing", "defection"})
_CROSSED = ("warning_broadcast", "warning_shots", "interception", "return_fire", "alert", "evacuation")
ANSWERS_TO = {
    **dict.fromkeys(("ground_crossing", "sea_crossing", "air_crossing"), _CROSSED),
    "defection": ("warning_broadcast", "warning_shots"),
    "missile_launch": ("alert", "interception", "evacuation"),
    "balloon_launch": ("alert", "warning_broadcast"),
    "indirect_fire": ("return_fire", "interception", "alert"),
    "direct_fire": ("return_fire", "warning_broadcast"),
    "air_strike": ("return_fire",),
    "clash": ("warning_broadcast", "return_fire"),
}
"""Which answers can be told of which act; other words of the kind tell something else (codebook 2, `response`)."""


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


def intent(graph: Graph, document: Document, lexicon: Lexicon) -> Slot[str] | None:
    """deliberate or accidental, where the sentence says so."""
    sentence = graph.annotated.sentence
    for name in ("accidental", "deliberate"):
        for word in lexicon.cues.intent[name]:
            match = re.search(rf"\b{re.escape(word)}\b", sentence.text, re.IGNORECASE)
            if match:
                span = Span(
                    document_id=document.id, start=sentence.start + match.start(), end=sentence.start + match.end(), part=sentence.part
                )
                return Slot(value=name, evidence=(span,), read_by=READ_BY)
    return None


def follow_ups(graph: Graph, document: Document, lexicon: Lexicon, sides: Sides) -> Iterator[FollowUp]:
    """Acts of procedure that a sentence tells: who accused, notified, requested a meeting, denied."""
    sentence = graph.annotated.sentence
    for start, end, names in lexicon.follow_ups.find(sentence.text):
        at = next((n for n, t in enumerate(graph.tokens) if t.start <= sentence.start + start < t.end), None)
        if at is None or _negated(sentence.text, start) or _unreal(graph, at):
            continue
        by, to = _by(graph, at, sides), _to(graph, at, sides)
        span = Span(document_id=document.id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        for name in by or [None]:
            yield FollowUp(act=names[0], by=name, to=to, evidence=(span,))


def _by(graph: Graph, at: int, sides: Sides) -> list[str | None]:
    heads = graph.agents(at)
    found: list[str | None] = []
    for head in heads:
        slot = sides.actor(graph, head, Role.GOV)
        if slot is not None and slot.value.party != "UNK":
            found.append("UNC" if slot.value.party == "UNC" else slot.value.code)
    return found


def _to(graph: Graph, at: int, sides: Sides) -> str | None:
    for head in graph.patients(at):
        slot = sides.actor(graph, head, Role.MIL)
        if slot is not None and slot.value.party != "UNK":
            return slot.value.code
    return None


def _unreal(graph: Graph, at: int) -> bool:
    aux = {graph.tokens[k].text.lower() for k in graph.with_dep(at, "aux")}
    return bool(aux & {"will", "would", "may", "could", "might", "should", "to"})


def _negated(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:not|never|no|without|n't|neither)\s+(?:\w+\s+)?$", text[max(0, start - 24) : start]))
