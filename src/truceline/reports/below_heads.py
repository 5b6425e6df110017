"""What is narrated below the full date that heads a paragraph of a chronicle is of that day ("5 April 1965. Two jets attacked")."""

from collections.abc import Sequence

from truceline.model.dated_heads import dated_heads
from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Modality, Slot
from truceline.model.text import Span
from truceline.packs.lexicon import Lexicon
from truceline.reports.anchors import narrated
from truceline.reports.drafted import Draft
from truceline.reports.gone_before import COUNTED, NEWS, gone_before, some_days_off
from truceline.reports.grammar import Graph
from truceline.reports.recalled import earlier_spell

READ_BY = "reports.below_heads 1"


def below_heads(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Gives, in place, undated acts narrated in such a paragraph the day at its head, where no other time is told between."""
    undated = [d for d in drafts if d.when is None and not d.title and d.modality is not Modality.PLANNED]
    heads = dated_heads(reading.sentences, reading.document.text) if undated else {}
    for draft in undated:
        if draft.index not in heads or not narrated(draft, lexicon):
            continue
        index, head = heads[draft.index]
        graph = Graph.of(draft.sentence, lexicon.clauses)
        off = some_days_off(graph, draft.trigger, lexicon) or earlier_spell(graph, draft.trigger, lexicon)
        off = off or gone_before(graph, draft.trigger, lexicon) in (COUNTED, NEWS)
        if head.when is not None and not off and not _other_time(reading.sentences[index : draft.index + 1], head):
            span = Span(document_id=reading.document_id, start=head.start, end=head.end, part=draft.sentence.sentence.part)
            draft.when = Slot(value=head.when, evidence=(span,), read_by=READ_BY)


def _other_time(between: Sequence[Annotated], head: TimeMention) -> bool:
    """Whether another day or month is told between a head and an act."""
    return any(t.when is not None and t.when != head.when for annotated in between for t in annotated.times)
