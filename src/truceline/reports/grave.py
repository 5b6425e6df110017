"""Grave allegations: words in the sentences of an act that tell of what would be a grave crime, if true."""

from truceline.model.reading import Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft

READ_BY = "reports.grave 1"


def grave(draft: Draft, reading: Reading, lexicon: Lexicon) -> tuple[Slot[str], ...]:
    """What is alleged in the sentences that tell an act, each once, with its words. The same whoever is blamed."""
    found: dict[str, list[Span]] = {}
    for index in sorted(set(draft.indexes)):
        sentence = reading.sentences[index].sentence
        for start, end, names in lexicon.grave.find(sentence.text):
            span = Span(document_id=reading.document_id, start=sentence.start + start, end=sentence.start + end, part=sentence.part)
            found.setdefault(names[0], []).append(span)
    return tuple(Slot(value=name, evidence=tuple(spans), read_by=READ_BY) for name, spans in found.items())
