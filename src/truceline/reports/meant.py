"""Whether an act was meant or happened by mistake, where the text says so."""

import re

from truceline.model.document import Document
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import has_word
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.step_reality import negated

READ_BY = "reports.meant 1"


def intent(graph: Graph, document: Document, lexicon: Lexicon, trigger: int) -> Slot[str] | None:
    """deliberate or accidental, where the words of the act's own clause say so."""
    if not tells_intent(graph, lexicon):
        return None
    sentence = graph.annotated.sentence
    near = _near(graph, trigger)
    low = sentence.text.lower()
    for name in ("accidental", "deliberate"):
        for word in (w for w in lexicon.cues.intent[name] if w.lower() in low):
            for match in re.finditer(rf"\b{re.escape(word)}\b", sentence.text, re.IGNORECASE):
                start = sentence.start + match.start()
                here = any(graph.tokens[n].start <= start < graph.tokens[n].end for n in near)
                if here and not negated(sentence.text, match.start(), lexicon.reality):
                    span = Span(document_id=document.id, start=start, end=sentence.start + match.end(), part=sentence.part)
                    return Slot(value=name, evidence=(span,), read_by=READ_BY)
    return None


def tells_intent(graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a sentence may have a word of intent: it has one, or the longest word of such a phrase."""
    return has_word(graph.annotated.sentence.text, lexicon.intent_words)


def intent_of(draft: Draft, graph: Graph, document: Document, lexicon: Lexicon) -> Slot[str] | None:
    """deliberate or accidental, told of an act in another sentence that names the act again, or what the actor came in."""
    asked = {n for n, _ in enumerate(graph.tokens) if any(graph.tokens[k].lemma in ("whether", "if") for k in graph.with_dep(n, "mark"))}
    for n, low in enumerate(graph.low):
        if asked and any(w in asked for w in (n, *graph.ancestors(n))):
            continue
        lemmas = lexicon.lemmas(low)
        again = bool(lemmas) and any(draft.kind in (p.kind, p.air, p.sea) for p in lexicon.patterns_of(lemmas))
        if (again or _came_in(draft, graph, n, document)) and (found := intent(graph, document, lexicon, n)) is not None:
            return found
    return None


def _came_in(draft: Draft, graph: Graph, n: int, document: Document) -> bool:
    """Whether a noun with "the" is the actor's own craft, named before with "a" ("the drone")."""
    words = {document.words(e).lower().split()[-1] for s in (*draft.actors, *draft.counts) for e in s.evidence}
    return graph.tokens[n].text.lower() in words and any(graph.tokens[k].text.lower() == "the" for k in graph.with_dep(n, "det"))


def _near(graph: Graph, trigger: int) -> set[int]:
    """The clause of a trigger, and for a noun the clause of the verb that governs it."""
    near = set(graph.clause(trigger))
    if graph.is_noun(trigger):
        governor = next((a for a in graph.ancestors(trigger) if graph.is_verb(a)), None)
        near |= graph.clause(governor) if governor is not None else set()
    return near
