"""The day that a text has gone on to: what it tells undated after "today, troops fired" is not of the Friday told before that."""

from collections.abc import Sequence
from datetime import timedelta

from truceline.model.reading import Annotated, Reading, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph

_PAST = frozenset({"VBD", "VBN", "VBG"})


def go_on(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Notes, in place, beside each undated act the day on which something was last told to have been done, and where."""
    days = {n: day for n, a in enumerate(reading.sentences) if (day := _day_of(a, reading, lexicon)) is not None}
    for draft in drafts:
        last = max((n for n in days if n < draft.index), default=None)
        if draft.when is None and not draft.title and last is not None:
            draft.story = last, days[last]


def gone_on(undated: Draft, dated: Draft) -> bool:
    """Whether a text, before it tells an undated act, has gone on from the day of another act to a later one."""
    if undated.when is not None or undated.story is None or dated.when is None or dated.when.value.precision is not Precision.DAY:
        return False
    index, day = undated.story
    if index == undated.index - 1 and dated.when.value.start - day.value.end > _LONG and not undated.definite:
        return True
    before = [n for n in dated.indexes if n <= undated.index]
    on = bool(before) and (index > max(before) or dated.index < index == max(before))  # "after that raid they tried again today"
    return on and day.value.start > dated.when.value.end


def goes_back(undated: Draft, dated: Draft) -> bool:
    """Whether an undated act stands in the sentence after one that tells when another was."""
    return undated.story is not None and undated.story[0] == undated.index - 1 and undated.story[0] in dated.indexes


_LONG = timedelta(days=30)
"""From a day to one that is longer ago a text does not go on, but back."""


def _day_of(annotated: Annotated, reading: Reading, lexicon: Lexicon) -> Slot[When] | None:
    """The last day of a sentence on which something was done; the day of saying is none."""
    if annotated.sentence.headline:
        return None
    for mention in reversed(annotated.times):
        known = mention.when is not None and not mention.window and mention.when.precision is not Precision.INTERVAL
        if known and names_a_thing(annotated, mention, lexicon):
            continue  # "released after Sunday's raid": the text has not gone back to Sunday
        if known and mention.when is not None and (_done(annotated, mention, lexicon) or _long_ago(annotated, mention.when, reading)):
            span = Span(document_id=reading.document_id, start=mention.start, end=mention.end, part=annotated.sentence.part)
            return Slot(value=mention.when, evidence=(span,), read_by="reports.story_day 1")
    return None


def _long_ago(annotated: Annotated, when: When, reading: Reading) -> bool:
    """Whether a sentence that was not parsed, as it tells no act, names a time long before publication: no day of saying."""
    published = reading.document.published
    return not annotated.sentence.tokens and published is not None and published - when.end > _LONG


def _done(annotated: Annotated, mention: TimeMention, lexicon: Lexicon) -> bool:
    if not annotated.sentence.tokens:
        return False
    graph = Graph.of(annotated, lexicon.clauses)
    at = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end), None)
    verb = next((w for w in graph.ancestors(at) if graph.is_verb(w)), None) if at is not None else None
    if verb is None or graph.tokens[verb].tag not in _PAST:
        return False
    return graph.tokens[verb].lemma not in lexicon.speech.strong | lexicon.speech.judging


def names_a_thing(annotated: Annotated, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a time only tells which thing is meant ("charges in a 1984 incident"): the text does not go back to it."""
    if not annotated.sentence.tokens:
        return False
    graph = Graph.of(annotated, lexicon.clauses)
    words = {n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end}
    at = next((n for n in sorted(words) if graph.tokens[n].dep != "det" and graph.tokens[n].head not in words - {n}), None)
    return at is not None and graph.tokens[at].dep in _MODIFIES and graph.is_noun(graph.tokens[at].head)


_MODIFIES = ("compound", "nummod", "amod", "nmod", "poss")
