"""Days of acts whose anniversary is told: what was marked on a Friday "a year after" or as "the first anniversary" was a year earlier.

The day of the marking is no day of the act. Where it is a told day and the years are told, the act's day follows from both.
"""

import re
from collections.abc import Sequence
from datetime import date

from truceline.model.reading import Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import written_in
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

READ_BY = "reports.anniversaries 1"
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def dated_by_anniversary(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Sets, in place, the day of acts told under "the Nth anniversary of"; without years or a day of marking they have none from it."""
    for draft in drafts:
        if not draft.sentence.sentence.tokens:
            continue
        graph = Graph.of(draft.sentence, lexicon.clauses)
        over = _anniversary(graph, draft.trigger, lexicon)
        if over is None or _own_day(graph, draft, over):
            continue
        years, day = _years(graph, over, lexicon), _marked_on(graph, draft, over)
        draft.when, draft.when_said = None, False
        if years is not None and day is not None:
            draft.when = _slot(graph, over, years, day, reading)


def _anniversary(graph: Graph, n: int, lexicon: Lexicon) -> int | None:
    """The anniversary that an act's noun hangs on ("the anniversary of the shelling", "of Israel's shelling of a post")."""
    token = graph.tokens[n]
    if token.dep not in ("pobj", "pcomp") or graph.tokens[token.head].lemma != "of":
        return None
    over = graph.tokens[token.head].head
    if graph.tokens[over].lemma in lexicon.calendar.anniversaries:
        return over
    before = token.head - 1  # "the first anniversary on Friday of the shelling": the day between them, and its preposition
    while before > 0 and _of_a_day(graph, before):
        before -= 1
    return before if graph.tokens[before].lemma in lexicon.calendar.anniversaries else None


def _of_a_day(graph: Graph, n: int) -> bool:
    at = graph.tokens[n].start
    return graph.tokens[n].tag == "IN" or any(t.start <= at < t.end for t in graph.annotated.times)


def _own_day(graph: Graph, draft: Draft, over: int) -> bool:
    """Whether the day of an act stands under its own word ("the anniversary of the battle of June 1, 2002")."""
    below = set(graph.subtree(draft.trigger))
    return draft.when is not None and any(graph.covers(m, e.start, e.end) for e in draft.when.evidence for m in below if m != over)


def _years(graph: Graph, over: int, lexicon: Lexicon) -> int | None:
    """How many years an anniversary tells: "25th", "first", "ten-year"."""
    for k in graph.with_dep(over, "amod", "nummod", "compound", "nmod"):
        low = graph.low[k]
        written = _ORDINAL.match(low)
        if written:
            return int(written[1])
        first = written_in(low).low[0] if low else ""
        found = lexicon.numbers.ordinals.get(low) or lexicon.numbers.words.get(first)
        if found:
            return found
    return None


def _marked_on(graph: Graph, draft: Draft, over: int) -> TimeMention | None:
    """The day of the marking: one that hangs on the anniversary, or on the verb over it."""
    verb = next((a for a in graph.ancestors(over) if graph.is_verb(a)), over)
    near = {over, verb, *(a for a in graph.ancestors(over) if graph.is_verb(a))}
    for mention in draft.sentence.times:
        if mention.when is None or mention.window or mention.when.precision is not Precision.DAY:
            continue
        word = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end), None)
        owner = next((a for a in graph.ancestors(word) if a == over or graph.is_verb(a)), None) if word is not None else None
        if owner in near:
            return mention
    return None


def _slot(graph: Graph, over: int, years: int, day: TimeMention, reading: Reading) -> Slot[When] | None:
    assert day.when is not None
    start = day.when.start
    try:
        then = date(start.year - years, start.month, start.day)
    except ValueError:  # the 29th of February, or before all years
        return None
    part = graph.annotated.sentence.part
    words = [over, *graph.with_dep(over, "amod", "nummod", "compound", "nmod")]
    span = Span(
        document_id=reading.document_id, start=min(graph.tokens[w].start for w in words), end=graph.tokens[over].end, part=part
    )  # fmt: skip
    marked = Span(document_id=reading.document_id, start=day.start, end=day.end, part=part)
    when = When(
        start=then, end=then, precision=Precision.DAY, basis="anniversary", words=reading.document.words(span), anchored=day.when.anchored
    )  # fmt: skip
    return Slot(value=when, evidence=(span, marked), read_by=READ_BY)
