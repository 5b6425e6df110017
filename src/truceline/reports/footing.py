"""What a claim rests on: how each speaker knows it, as far as the text tells (seen, recorded, told, judged)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.reading import Annotated, Reading
from truceline.model.report import Attribution, Footing, Slot, Stance
from truceline.model.text import Span
from truceline.packs.footing_words import FootingWords
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import written_in
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.footing 1"
_PHRASE = frozenset({"pobj", "prep", "pcomp", "compound", "amod", "nmod", "poss", "conj", "agent", "dobj", "appos", "nsubj", "nsubjpass"})
"""How words hang together from a means up to what leads to it ("through the agencies of its allies")."""
_BREAK = re.compile(r"[.,;:()\n]")
_NEAR = 6
"""So many words may stand between what leads to a means and the means itself, where no parse tells how they hang together."""
_AGAINST = (Stance.DENIES, Stance.NOT_CONFIRMED)


def find_footings(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Notes on each act what its sentences tell of how it is known, and the sentence after them where that tells no act."""
    acts = {index for draft in drafts for index in draft.indexes}
    for draft in drafts:
        own = set(draft.indexes)
        beside = {n + 1 for n in own if n + 1 < len(reading.sentences)} - acts
        for index in sorted(own | beside):
            draft.footings += _told(reading, reading.sentences[index], lexicon)


def with_footings(attributions: tuple[Attribution, ...], draft: Draft, reading: Reading, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """The attributions of a report, each with what it rests on; what no speaker stands near belongs to the one named last before it.

    Who denies or does not confirm rests on nothing: there is no claim of theirs.
    """
    held: list[list[Slot[Footing]]] = [list(_of_speaker(each, reading, lexicon)) for each in attributions]
    for slot in draft.footings:
        at = _whose(slot.evidence[0], attributions, reading)
        if at is not None and all(slot.value is not other.value for other in held[at]):
            held[at].append(slot)
    return tuple(
        each if each.stance in _AGAINST else replace(each, rests_on=tuple(slots)) for each, slots in zip(attributions, held, strict=True)
    )


def told_in(attribution: Attribution, reading: Reading) -> int:
    """The number of the sentence in which a speaker says it; -1 where it is in none."""
    span = attribution.cue or attribution.speaker.evidence[0]
    found = reading.sentence_of(span)
    return -1 if found is None else found


def _told(reading: Reading, annotated: Annotated, lexicon: Lexicon) -> Iterator[Slot[Footing]]:
    """What one sentence tells in phrases, and by means that are led to or that show something."""
    words, sentence = lexicon.footing, annotated.sentence

    def slot(start: int, end: int, footing: Footing) -> Slot[Footing]:
        span = Span(document_id=reading.document_id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
        return Slot(value=footing, evidence=(span,), read_by=READ_BY)

    for start, end, found in words.phrases.find(sentence.text):
        yield slot(start, end, found[0])
    means = words.means.find(sentence.text)
    if means and not sentence.tokens:
        yield from (slot(start, end, each) for start, end, found in means for each in found if _led_to(sentence.text[:start], each, words))
    elif means:
        graph = Graph.of(annotated, lexicon.clauses)
        for start, end, found in means:
            at = next((n for n, token in enumerate(graph.tokens) if token.end == sentence.start + end), None)
            if at is not None and graph.tokens[at].dep != "compound":
                yield from (slot(start, end, each) for each in found if _known_by(graph, at, each, words))


def _led_to(before: str, footing: Footing, words: FootingWords) -> bool:
    """Whether one of the last words before a means leads to it, in a sentence that was not parsed."""
    clause = _BREAK.split(before)[-1]
    return not words.leads[footing].isdisjoint(written_in(clause).low[-_NEAR:])


def _known_by(graph: Graph, at: int, footing: Footing, words: FootingWords) -> bool:
    """Whether a means is led to ("according to radar data"), or is what shows it ("satellite images show")."""
    while True:
        token = graph.tokens[at]
        over = graph.tokens[token.head]
        if token.dep in ("nsubj", "nsubjpass"):
            return over.lemma in words.showing
        if token.head == at or token.dep not in _PHRASE:
            return False
        at = token.head
        if over.lemma in words.leads[footing] or over.text.lower() in words.leads[footing]:
            return True


def _of_speaker(attribution: Attribution, reading: Reading, lexicon: Lexicon) -> Iterator[Slot[Footing]]:
    """What a speaker is and how they say it tell of how they know: witnesses, unnamed officials, "detected", "said he saw"."""
    words, spans = lexicon.footing, attribution.speaker.evidence
    if attribution.speaker.value.code != "document":
        last = reading.document.words(spans[0]).split()[-1].lower()
        if last in words.speakers:
            yield Slot(value=words.speakers[last], evidence=spans, read_by=READ_BY + " who speaks")
    annotated = _sentence(attribution, reading)
    if attribution.cue is None or annotated is None or not annotated.sentence.tokens:
        return
    graph = Graph.of(annotated, lexicon.clauses)
    cue = next((n for n, token in enumerate(graph.tokens) if token.start == attribution.cue.start), None)
    if cue is None:
        return
    if graph.tokens[cue].lemma in words.saying:
        yield Slot(value=words.saying[graph.tokens[cue].lemma], evidence=(attribution.cue,), read_by=READ_BY + " how it is said")
    for n, token in enumerate(graph.tokens):
        if n == cue or not (token.lemma in words.undergoing or token.lemma in words.doing) or not graph.is_verb(n):
            continue
        table = words.undergoing if graph.with_dep(n, "nsubjpass") else words.doing
        if token.lemma not in table:
            continue
        said = next((w for w in graph.ancestors(n) if graph.tokens[w].lemma in lexicon.speech.strong), None)
        if said == cue and _is_speaker(graph, n, attribution):
            span = Span(document_id=reading.document_id, start=token.start, end=token.end, part=annotated.sentence.part)
            yield Slot(value=table[token.lemma], evidence=(span,), read_by=READ_BY + " what the speaker did")


def _is_speaker(graph: Graph, verb: int, attribution: Attribution) -> bool:
    """Whether a verb that is not negated has the speaker, or a pronoun in their place, as its subject."""
    if graph.with_dep(verb, "neg"):
        return False
    return any(
        graph.tokens[k].tag == "PRP" or any(s.start <= graph.tokens[k].start < s.end for s in attribution.speaker.evidence)
        for k in graph.with_dep(verb, "nsubj", "nsubjpass")
    )


def _whose(span: Span, attributions: Sequence[Attribution], reading: Reading) -> int | None:
    """The speaker nearest to some words in their sentence, counted in words; else the one who spoke last before them."""
    near: list[tuple[int, int, int]] = []
    for number, each in enumerate(attributions):
        at = each.cue or each.speaker.evidence[0]
        if each.stance in _AGAINST or at.part != span.part:
            continue
        annotated = _sentence(each, reading)
        inside = annotated is not None and annotated.sentence.start <= span.start < annotated.sentence.end
        if inside or at.start <= span.start:
            between = (
                0
                if annotated is None
                else sum(min(at.start, span.start) < t.start < max(at.start, span.start) for t in annotated.sentence.tokens)
            )
            near.append((not inside, between if inside else span.start - at.start, number))
    return min(near)[2] if near else None


def _sentence(attribution: Attribution, reading: Reading) -> Annotated | None:
    at = told_in(attribution, reading)
    return reading.sentences[at] if at >= 0 else None
