"""A story that opens with one act tells of it again, more closely, in the sentences right after: one act, as its lead calls it.

"Rebels ambushed a police convoy in the mountains, officials said Saturday. The rebels set off dynamite on Friday near Huanta."
"""

from collections.abc import Sequence
from datetime import timedelta

from truceline.model.place import Where
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import Precision
from truceline.packs.lexicon import Lexicon
from truceline.reports.absorb import absorb
from truceline.reports.drafted import Draft
from truceline.reports.fire_back import answers_fire
from truceline.reports.gone_before import gone_before
from truceline.reports.grammar import Graph
from truceline.reports.journal import Journal
from truceline.reports.same_event import WIDE, at_several, dates_meet, places_meet
from truceline.reports.tolls_apart import tolls_apart
from truceline.reports.totals import SUMMED

READ_BY = "reports.lead_details 1 day of the details"
_DETAILS = {
    "clash": ("clash", "direct_fire", "indirect_fire"),
    "direct_fire": ("direct_fire", "explosion", "missile_launch", "clash", "indirect_fire"),
    "indirect_fire": ("indirect_fire", "direct_fire"),
    "explosion": ("explosion",),
    "air_strike": ("air_strike",),
    "monitor_attack": ("monitor_attack", "clash", "direct_fire", "indirect_fire", "explosion"),
}
"""Kinds as which the details of an act of each kind may be read."""
_AFTER = 2
"""How many sentences behind the lead, or behind its last detail, may tell of it."""


def with_details(found: list[Draft], reading: Reading, lexicon: Lexicon, heard: Journal) -> list[Draft]:
    """Drafts without those that only tell the one act of the lead more closely; it takes their day and their nearer place."""
    lead = _lead(found, reading, lexicon)
    if lead is None:
        return found
    out = list(found)
    for draft in sorted(found, key=lambda d: (d.index, d.trigger)):
        if draft is lead or not lead.index < draft.index <= max(lead.index + 1, *lead.indexes, lead.index) + 1:
            continue
        if draft.index - lead.index <= _AFTER and _detail(draft, lead, reading, lexicon):
            out = [k for k in out if k is not draft]
            heard.joined(draft, lead, "told more closely behind the lead")
            _take_in(lead, draft, lexicon)
    _day_told_behind(lead, out, reading, lexicon)
    return out


def _day_told_behind(lead: Draft, found: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Where the lead has only the day on which somebody spoke, a day just before it on which the next sentences go on with its own people.

    "Fighters stormed a post, the ministry said Wednesday. The fighters crossed the river on Tuesday": the post was stormed on Tuesday.
    """
    if not lead.when_said or lead.when is None:
        return
    said = lead.when
    for annotated in reading.sentences[lead.index + 1 : lead.index + 1 + _AFTER]:
        days = [t for t in annotated.times if t.when is not None and not t.window and t.when.precision is Precision.DAY]
        if not days or not annotated.sentence.tokens or annotated.sentence.headline:
            continue
        graph = Graph.of(annotated, lexicon.clauses)
        day, when = days[0], days[0].when
        if (
            len(days) > 1
            or when is None
            or not 0 < (said.value.start - when.start).days <= _AFTER
            or not _of_the_lead(graph, day.start, lead, lexicon)
        ):
            return
        span = Span(document_id=reading.document_id, start=day.start, end=day.end, part=annotated.sentence.part)
        for draft in (d for d in found if d.when is not None and d.when_said and d.when.evidence == said.evidence):
            draft.when, draft.when_said = Slot(value=when, evidence=(span,), read_by=READ_BY), False
        return


def _of_the_lead(graph: Graph, start: int, lead: Draft, lexicon: Lexicon) -> bool:
    """Whether a day stands with a past verb, not of saying, of somebody the lead tells of, or is whose act it was ("Tuesday's attack")."""
    at = next((n for n, t in enumerate(graph.tokens) if t.start >= start), None)
    if at is None or _goes_elsewhere(graph, graph.annotated, lexicon):
        return False
    if graph.tokens[at].dep == "poss":
        return graph.tokens[graph.tokens[at].head].lemma in lexicon.telling.summed_acts
    verb = next((w for w in graph.ancestors(at) if graph.is_verb(w)), None)
    if verb is None or graph.tokens[verb].tag not in ("VBD", "VBN") or graph.tokens[verb].lemma in lexicon.speech.strong:
        return False
    if any(graph.low[k] in ("had", "has", "have") for k in graph.with_dep(verb, "aux")):
        return False
    return _told_of(graph, [*graph.subjects(verb), *graph.agents(verb), *graph.objects(verb)], lead, lexicon)


def _lead(found: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> Draft | None:
    """The act of the first sentence of a text, where it tells one alone and calls it one."""
    first = next((n for n, a in enumerate(reading.sentences) if not a.sentence.headline and a.sentence.part == "text"), None)
    here = [d for d in found if d.index == first and not d.title and d.kind in _DETAILS]
    here = [d for d in here if not d.weak] or here[:1]
    if first is None or len(here) != 1 or here[0].denied or at_several(here[0]):
        return None
    words = {t.lemma.lower() for t in reading.sentences[first].sentence.tokens}
    return here[0] if words.isdisjoint(lexicon.telling.apart | lexicon.telling.going_on | lexicon.telling.series) else None


def _detail(draft: Draft, lead: Draft, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a draft may tell the lead's act, by kind, day, place and sides, and points back to who or what the lead tells of."""
    if draft.kind not in _DETAILS[lead.kind] or draft.another or draft.denied or answers_fire(draft, lexicon):
        return False
    if draft.kind != lead.kind and lead.when is None:
        return False  # "the army fought rebels": of no day, so that what they shelled on Monday is more than that
    if (
        not (dates_meet(lead, draft) or _the_night_before(draft, lead, lexicon))
        or (lead.time and draft.time and lead.time.value != draft.time.value)
        or _elsewhere(draft, lead, lexicon)
    ):
        return False
    if (
        (tolls_apart(lead, draft, lexicon) and not _one_of_many(draft, lead, lexicon))
        or not _sides_agree(draft, lead)
        or not draft.sentence.sentence.tokens
    ):
        return False
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if gone_before(graph, draft.trigger, lexicon):
        return False
    return not _goes_elsewhere(graph, draft.sentence, lexicon) and _points_back(graph, draft, lead, lexicon)


def _elsewhere(draft: Draft, lead: Draft, lexicon: Lexicon) -> bool:
    """Whether both name a place and the detail's cannot lie in the lead's: that is a town of its own, or in another land."""
    if lead.where is None or draft.where is None or places_meet(lead, draft):
        return False
    if (draft.where.value.radius_m or 0) >= WIDE:
        return False
    lands = {w.value.country for w in (lead.where, draft.where)} - {None}
    return len(lands) > 1 or not _at_large(lead.where, lexicon)


def _at_large(where: Slot[Where], lexicon: Lexicon) -> bool:
    """Whether a place is a land or a part of one, or one that no map knows ("the northern mountains", "a border village")."""
    wide = where.read_by.endswith((" country", " common")) or (where.value.radius_m or 0) >= WIDE
    return wide or where.value.latitude is None or _at_large_by_name(where, lexicon)


def _at_large_by_name(where: Slot[Where], lexicon: Lexicon) -> bool:
    return not lexicon.telling.at_large.isdisjoint(where.value.name.lower().split())


def _the_night_before(draft: Draft, lead: Draft, lexicon: Lexicon) -> bool:
    """Whether a detail is told by the hour of the night before the lead's day ("on Friday"; "began after midnight on Thursday")."""
    if draft.when is None or lead.when is None or lead.when.value.start - draft.when.value.end != timedelta(days=1):
        return False
    hours = (*lexicon.calendar.late_hours, *lexicon.calendar.parts)
    return any(t.text.lower() in hours for t in draft.sentence.sentence.tokens)


def _one_of_many(draft: Draft, lead: Draft, lexicon: Lexicon) -> bool:
    """Whether a detail tells what one of the shells or bombs did that the lead tells of by their number ("one rocket hit a school")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    many = {t.lemma for t in lead.sentence.sentence.tokens if t.tag == "NNS"}
    told = [n for n in graph.subjects(draft.trigger) if graph.tokens[n].lemma in many]
    return any(graph.low[k] in lexicon.telling.one_of_two for n in told for k in graph.kids[n])


def _sides_agree(draft: Draft, lead: Draft) -> bool:
    """Whether nobody acts in the detail who does not in the lead."""
    own, theirs = ({s.value.party for s in d.actors} - {"UNK"} for d in (draft, lead))
    return not own or not theirs or own <= theirs or (lead.kind == "clash" and own <= lead.parties())


def _goes_elsewhere(graph: Graph, annotated: Annotated, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on to another act: "also", "meanwhile", or a place that opens it ("In Baghdad, gunmen ...")."""
    if not lexicon.telling.going_on.isdisjoint(graph.low):
        return True
    if not graph.tokens or graph.low[0] not in lexicon.where.at or not graph.with_dep(0, "pobj"):
        return False
    comma = next((t.start for t in graph.tokens if t.text == ","), None)
    named = any(comma is not None and p.start < comma for p in annotated.places)
    return named or any(graph.tokens[n].tag in ("NNP", "NNPS") for n in graph.with_dep(0, "pobj"))


def _points_back(graph: Graph, draft: Draft, lead: Draft, lexicon: Lexicon) -> bool:
    """Whether who acts or suffers is told of before, or is counted and of the lead's own side ("some 800 fighters attacked")."""
    told = [*graph.agents(draft.trigger), *graph.patients(draft.trigger), *graph.subjects(draft.trigger)]
    shared = {s.value.party for s in draft.actors} & {s.value.party for s in lead.actors} - {"UNK"}
    return _told_of(graph, told, lead, lexicon) or (bool(shared) and any(graph.with_dep(n, "nummod") for n in told))


def _told_of(graph: Graph, told: Sequence[int], lead: Draft, lexicon: Lexicon) -> bool:
    """Whether one of some nouns stands with "the", is a pronoun, or counts those of a noun of the lead ("about 80 rebels")."""
    if any(graph.tokens[n].tag == "PRP" for n in told):
        return True
    lemmas = {t.lemma for t in lead.sentence.sentence.tokens if t.tag in ("NN", "NNS")}
    counted = (n for n in told if graph.tokens[n].lemma in lemmas and graph.with_dep(n, "nummod"))
    return any(True for _ in counted) or any(graph.low[k] in lexicon.telling.same for n in told for k in graph.with_dep(n, "det"))


def _take_in(lead: Draft, draft: Draft, lexicon: Lexicon) -> None:
    """The lead keeps its toll; it takes the day that the detail gives of its own, and a place that the lead tells only widely."""
    known = {c.value.what for c in lead.counts}
    draft.counts = [c for c in draft.counts if c.value.what not in known or c.value.what not in SUMMED]
    if (
        draft.where is not None
        and not draft.where.read_by.endswith((" country", " common", " aim"))
        and (
            lead.where is not None
            and _at_large(lead.where, lexicon)
            and (lead.where.value.latitude is None or not _at_large_by_name(draft.where, lexicon))
        )
    ):
        lead.where = draft.where
    if draft.kind == "clash" != lead.kind:
        draft.actors = [s for s in draft.actors if s.value.party in {a.value.party for a in lead.actors}]
    absorb(lead, draft)
