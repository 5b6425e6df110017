"""How a text tells an act: as what happened, or beside something else; and what the other acts that it tells say of that."""

import re
from collections.abc import Iterator
from datetime import timedelta

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.gone_before import told_as_gone_before
from truceline.reports.grammar import Graph
from truceline.reports.implied import READ_BY as IMPLIED

_BESIDE = ("acl", "advcl", "appos", "ccomp", "pcomp", "relcl")
"""Clauses that are told beside the one they hang on."""
_OPENING = 4
"""Words of a sentence that may hold the one by which it goes on to another act ("Meanwhile, in the north")."""
_A_NIGHT = timedelta(days=1)
_NEAR_DAYS, _SAME_MONTH_DAYS = 3, 40
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAST_AUXILIARIES = (("had", ("had",)), ("has", ("has", "have", "'ve")), ("was", ("was", "were")), ("is", ("is", "are", "been", "being")))


def only_around(draft: Draft, drafts: list[Draft], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text tells an act only as what was before its news, or as the whole of which that is the newest part.

    The act before one that is "the first since March"; the raid "two days after" which talks come; the fighting "since Saturday" beside
    that of today, which a running toll sums up; "an earlier raid".
    """
    if draft.when is not None and draft.when.read_by == IMPLIED:
        return True
    return _sums_up(draft, drafts) or _earlier_one(draft, lexicon) or told_as_gone_before(draft, reading, lexicon)


def _sums_up(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an act is told of days up to now, of some of which the text tells such an act of the same sides by itself."""
    if draft.when is None or draft.when.value.end - draft.when.value.start <= _A_NIGHT:
        return False
    whole = draft.when.value
    parts = [d for d in drafts if d is not draft and d.kind == draft.kind and d.when is not None and d.parties() & draft.parties()]
    days = [d.when.value for d in parts if d.when is not None]
    return any(whole.start <= day.start and day.end <= whole.end and day.end - day.start < whole.end - whole.start for day in days)


def _earlier_one(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the noun that tells an act, or in which it was done, is called an earlier one ("in a previous raid")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return False
    within = [k for p in graph.with_dep(draft.trigger, "prep") for k in graph.with_dep(p, "pobj")]
    when = {*lexicon.telling.spans, *lexicon.calendar.parts}
    nouns = [n for n in (draft.trigger, *within) if not graph.is_verb(n) and graph.tokens[n].lemma not in when]
    return any(graph.low[k] in lexicon.telling.earlier for n in nouns for k in graph.with_dep(n, "amod"))


def as_told(draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    """Features of the words that tell an act: tense, clause, what stands beside it, days named, who says it, how sure."""
    yield f"said:{bool(draft.attributions)}"
    yield f"modality:{draft.modality}"
    yield f"kind dated:{draft.kind}:{draft.when is not None}"
    yield f"told of it:{draft.where is not None}:{draft.when is not None}:{bool(draft.counts)}"
    yield f"sides:{len(draft.parties())}"
    words = {token.text.lower() for token in draft.sentence.sentence.tokens}
    yield f"names a day:{not words.isdisjoint((*lexicon.calendar.weekdays, *lexicon.calendar.days_near))}"
    yield f"names a month:{not words.isdisjoint(lexicon.calendar.months)}"
    yield f"names a year:{any(_YEAR.fullmatch(word) for word in words)}"
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return
    path = [draft.trigger, *graph.ancestors(draft.trigger)]
    for dep in sorted({graph.tokens[n].dep for n in path} & set(_BESIDE)):
        yield f"within:{dep}"
    yield f"depth:{min(6, len(path) - 1)}"
    yield f"aside:{any(_aside(graph, n, lexicon) for n in path)}"
    yield f"tense:{_tense(graph, path)}"
    yield f"quoted:{any(start <= graph.tokens[draft.trigger].start < end for start, end in draft.sentence.quotations)}"
    yield f"goes on:{not lexicon.telling.going_on.isdisjoint(graph.low[:_OPENING])}"


def _aside(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word heads a phrase or clause that tells what was before or meanwhile ("after a raid", "since it fell")."""
    token, aside = graph.tokens[n], lexicon.telling.aside
    if token.dep == "advcl":
        return any(graph.tokens[k].lemma in aside for k in graph.with_dep(n, "mark", "prep"))
    return token.dep == "prep" and token.lemma in aside


def _tense(graph: Graph, path: list[int]) -> str:
    """By what the verb of an act, or the one over its noun, puts it in time: an auxiliary, or its own form."""
    verb = next((n for n in path if graph.is_verb(n)), None)
    if verb is None:
        return "none"
    helping = {graph.low[k] for k in graph.with_dep(verb, "aux", "auxpass")}
    return next((name for name, words in _PAST_AUXILIARIES if helping.intersection(words)), graph.tokens[verb].tag)


def in_company(draft: Draft, drafts: list[Draft], reading: Reading) -> Iterator[str]:
    """Features of an act among those of its document: where the first is told, and whether others are of its day or newer."""
    first = min(drafts, key=lambda d: (min(d.indexes), d.trigger))
    lead = next((n for n, a in enumerate(reading.sentences) if not a.sentence.headline), 0)
    at = min(first.indexes) - lead
    yield f"first at:{0 if at <= 0 else 1 if at == 1 else 2 if at <= 3 else 3}"
    yield f"lead tells:{at <= 0}:{draft is first}"
    yield f"newest:{_from_newest(draft, drafts)}"
    if draft.when is None:
        yield "of that day:undated"
        return
    day = draft.when.value.end
    others = [d for d in drafts if d is not draft and d.when is not None]
    yield f"of that day:{any(d.when.value.end == day for d in others if d.when)}"
    yield f"newer of its sides:{any(d.when.value.start > day and d.parties() & draft.parties() for d in others if d.when)}"


def _from_newest(draft: Draft, drafts: list[Draft]) -> str:
    """How far an act's day lies before the last day of any act that the document tells."""
    days = [d.when.value.end for d in drafts if d.when is not None]
    if not days or draft.when is None:
        return "undated" if days else "none"
    back = (max(days) - draft.when.value.end).days
    return "same" if back == 0 else "near" if back <= _NEAR_DAYS else "month" if back <= _SAME_MONTH_DAYS else "old"
