"""Days told through another event: "hours before X arrived", where X's arrival is dated elsewhere in the text."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from truceline.model.reading import Reading
from truceline.model.report import Modality, Slot
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.gone_before import COUNTED, NEWS, gone_before, hours_after, some_days_off
from truceline.reports.grammar import Graph
from truceline.reports.operation_day import operation_day
from truceline.reports.patterns import Act
from truceline.reports.recalled import done_afterwards, earlier_spell
from truceline.reports.small_hours import morning_after
from truceline.reports.story_day import names_a_thing

_FIRE = frozenset({"direct_fire", "indirect_fire"})
_FRESH = 3
_REACH = 2
_WEEK = timedelta(days=7)


def anchored(act: Act, reading: Reading, lexicon: Lexicon) -> Slot[When] | None:
    """The day of an act that stands hours before or after a named event whose day another sentence tells."""
    verb = _anchor_verb(act.graph, frozenset(lexicon.calendar.soon))
    if verb is None:
        return None
    lemma, parties = act.graph.tokens[verb].lemma, _parties(act.graph, verb)
    for annotated in reading.sentences:
        if annotated is act.graph.annotated or not annotated.sentence.tokens:
            continue
        other = Graph.of(annotated, lexicon.clauses)
        days = [t for t in annotated.times if t.when and not t.window and t.when.precision is Precision.DAY]
        told = [n for n, t in enumerate(other.tokens) if t.lemma == lemma and other.is_verb(n)]
        if days and told and parties & {m.actor.party for m in annotated.mentions}:
            span = Span(document_id=reading.document_id, start=days[0].start, end=days[0].end, part=annotated.sentence.part)
            return Slot(value=days[0].when, evidence=(span,), read_by="reports.anchors 1 " + lemma)  # type: ignore[arg-type]  # filtered above
    return None


_BEFORE_OR_AFTER = frozenset({"before", "after"})


def _anchor_verb(graph: Graph, soon: frozenset[str]) -> int | None:
    if not (graph.has_lemma(soon) and graph.has_lemma(_BEFORE_OR_AFTER)):
        return None
    for n, token in enumerate(graph.tokens):
        if not graph.is_verb(n):
            continue
        marks = [k for k in graph.with_dep(n, "mark", "advmod") if graph.tokens[k].lemma in ("before", "after")]
        for k in marks:
            near = {graph.tokens[m].lemma for m in (*graph.kids[k], *graph.kids[n], k - 1) if 0 <= m < len(graph.tokens)}
            if near & soon:
                return n
        if (
            token.dep == "pcomp"
            and graph.tokens[token.head].lemma in ("before", "after")
            and {graph.tokens[k].lemma for k in graph.kids[token.head]} & soon
        ):
            return n
    return None


def _parties(graph: Graph, verb: int) -> set[str]:
    inside = graph.clause(verb)
    return {graph.annotated.mentions[m].actor.party for w in inside if (m := graph.mention(w)) is not None}


def carry(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """The day that a story is on goes on for what its next sentences tell of the same sides in the plain past.

    A day close to publication is carried, or an older one to what goes on from it: acts recalled from long ago do not
    pull what follows with them.
    """
    published = reading.document.published
    if published is None:
        return
    for draft in drafts:
        graph = Graph.of(draft.sentence, lexicon.clauses)
        if (
            draft.modality is Modality.PLANNED
            or earlier_spell(graph, draft.trigger, lexicon)
            or some_days_off(graph, draft.trigger, lexicon)
        ):
            continue
        if any(done_afterwards(graph, w, draft.trigger, lexicon) for w in graph.ancestors(draft.trigger)):
            continue
        if gone_before(graph, draft.trigger, lexicon) in (COUNTED, NEWS) and not hours_after(graph, draft.trigger, lexicon):
            continue
        if draft.when is None and not draft.title and _plain_past(draft, lexicon):
            then = _then_and_there(draft, lexicon)
            day = _day_before(
                draft, drafts, reading, lexicon, any_side=then or _follows_at_once(draft, lexicon), told_on=narrated(draft, lexicon)
            )
            fresh = day is not None and abs(published - day.value.start) <= timedelta(days=_FRESH)
            if day is not None and (fresh or _goes_on(draft, drafts, lexicon) or then):
                day = morning_after(day, draft, reading, lexicon)
                draft.when = Slot(value=day.value, evidence=day.evidence, read_by="reports.anchors 1 same day")
        if draft.when is None and not draft.title and narrated(draft, lexicon):
            day = (
                _story_day(draft, drafts, reading, published, lexicon)
                or _lead_day(draft, drafts, reading, published, lexicon)
                or operation_day(draft, reading, lexicon)
            )
            if day is not None:
                day = morning_after(day, draft, reading, lexicon)
                draft.when = Slot(value=day.value, evidence=day.evidence, read_by="reports.anchors 1 day of the story")
        if draft.when is None and not draft.title and _ensued(draft, lexicon):
            draft.when = operation_day(draft, reading, lexicon)


def unsaid(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """Where a text says that it does not tell the day of an act, the day of saying is no day of it (codebook 3)."""
    if not any(draft.when_said for draft in drafts):
        return
    words = [n for n, a in enumerate(reading.sentences) if any(cue in a.sentence.text.lower() for cue in lexicon.cues.undated)]
    for draft in drafts:
        if draft.when_said and any(0 <= n - min(draft.indexes) <= _UNTOLD for n in words):
            draft.when, draft.when_said = None, False


_UNTOLD = 5


def _goes_on(draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Whether an act follows at once on another: "then fired", or coordinated with a dated act in one sentence."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    words = {graph.tokens[k].lemma for k in graph.with_dep(draft.trigger, "advmod", "prep")}
    joined = {d.trigger for d in drafts if d is not draft and d.when is not None and d.index == draft.index}
    follows = graph.tokens[draft.trigger].dep == "conj" and graph.tokens[draft.trigger].head in joined
    return follows or bool(words & set(lexicon.calendar.sequel))


def answered(drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """Who "fired back" fired at those who had fired at them, in the same sentence or up to two before."""
    for draft in drafts:
        graph = Graph.of(draft.sentence, lexicon.clauses)
        if draft.kind not in _FIRE or draft.targets or draft.title or draft.trigger >= len(graph.tokens):
            continue
        if "back" not in {graph.tokens[w].lemma for w in graph.clause(draft.trigger)}:
            continue
        own = {s.value.party for s in draft.actors} - {"UNK"}
        before = [
            d
            for d in drafts
            if d is not draft
            and d.kind in _FIRE
            and any(0 <= draft.index - i <= _REACH for i in d.indexes)
            and own & {s.value.party for s in d.targets}
            and not own & {s.value.party for s in d.actors}
        ]
        if before:
            draft.targets = [Slot(value=s.value, evidence=s.evidence, read_by="reports.anchors 1 fired back") for s in before[-1].actors]


def _follows_at_once(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act of whichever side is told to follow on the one before it ("Hezbollah then fired", "in response they fired")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if any(graph.low[k] in lexicon.calendar.at_once for k in graph.with_dep(draft.trigger, "advmod")):
        return True
    if _came_as(graph, draft.trigger, lexicon) or _in_answer(graph, draft.trigger, lexicon):
        return True
    return any(prep == "in" and graph.low[p] in lexicon.calendar.in_turn and p < draft.trigger for prep, p in graph.obliques(draft.trigger))


def _in_answer(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is told as that by which a side answered ("retaliated by firing rockets", "responded with an air raid")."""
    prep = graph.tokens[n].head
    answer = graph.tokens[prep].head
    under = graph.tokens[n].dep in ("pcomp", "pobj") and graph.low[prep] in ("by", "with")
    return under and graph.tokens[answer].tag == "VBD" and graph.tokens[answer].lemma in lexicon.calendar.answering_verbs


def _came_as(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether an act is told as what went on while another came ("the bombing came as troops clashed with rebels")."""
    for w in (n, *graph.ancestors(n)):
        if graph.tokens[w].dep == "advcl":
            over, marks = graph.tokens[w].head, {graph.low[k] for k in graph.with_dep(w, "mark")}
            the = any(graph.low[k] in lexicon.telling.same for s in graph.subjects(over) for k in graph.with_dep(s, "det"))
            came = graph.tokens[over].lemma in lexicon.calendar.coming and graph.tokens[over].tag == "VBD"
            return came and the and not marks.isdisjoint(lexicon.calendar.meanwhile)
    return False


def _then_and_there(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act is told by the hours of the day that the text is on, or by its scene ("minutes later", "at the scene")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    verb = next((w for w in (draft.trigger, *graph.ancestors(draft.trigger)) if graph.is_verb(w)), None)
    if verb is None or graph.tokens[verb].tag not in ("VBD", "VBN"):
        return False
    if _of_that_time(graph, verb, lexicon):
        return True
    later = (m for k in graph.with_dep(verb, "advmod") if graph.low[k] in lexicon.calendar.counting.later for m in graph.kids[k])
    spells = (p for prep, p in graph.obliques(verb) if prep == "within" and not graph.with_dep(p, "prep"))  # "within hours of the raid"
    if any(graph.tokens[n].lemma.lower().removesuffix("s") in lexicon.calendar.soon for n in (*later, *spells)):
        return True
    if any(prep in lexicon.where.at and graph.low[p] in lexicon.calendar.scenes for prep, p in graph.obliques(verb)):
        return True
    parts = [p for prep, p in graph.obliques(verb) if prep in lexicon.calendar.by_part and graph.low[p] in lexicon.calendar.parts]
    return any({graph.low[k] for k in graph.kids[p]} <= lexicon.telling.same for p in parts)


def _of_that_time(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether an act was told when it was news ("the ministry said at the time that it had entered its airspace")."""
    said = [w for w in graph.ancestors(verb) if graph.tokens[w].lemma in lexicon.speech.strong]
    times = [p for w in said for prep, p in graph.obliques(w) if prep == "at" and graph.low[p] in lexicon.calendar.that_time]
    return any(not graph.with_dep(p, "prep") for p in times)


def _day_before(
    draft: Draft, drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon, *, any_side: bool = False, told_on: bool = False
) -> Slot[When] | None:
    """The day of the nearest act of the same sides, or of any, in the same sentence or up to two before.

    ``told_on``: an act is narrated; right behind another it is of that day, whose ever it is.
    """
    for back in range(_REACH + 1):
        near = [d for d in drafts if d is not draft and d.when is not None and not d.when_said and draft.index - back in d.indexes]
        near = [d for d in near if not _up_to_now(d, draft.index - back, reading, lexicon)]
        days = [
            d.when
            for d in near
            if d.when is not None
            and (d.when.value.precision is Precision.DAY or (any_side and d.when.value.precision is not Precision.INTERVAL))
            and (any_side or (told_on and back == 1 and _of_one_war(d, draft)) or d.parties() & draft.parties() or not draft.parties())
        ]
        if near:
            return days[-1] if days else None
    return None


def _of_one_war(one: Draft, two: Draft) -> bool:
    """Whether two acts may be of one war: the lands in which they were are one, or those of a side of the other, or not known."""
    lands = [d.where.value.country if d.where is not None else None for d in (one, two)]
    if not lands[0] or not lands[1] or lands[0] == lands[1]:
        return True
    return lands[0] in two.parties() or lands[1] in one.parties()


def _up_to_now(draft: Draft, index: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a sentence has an act's noun under a verb in the perfect ("today the world has joined our fight"): it sets no day."""
    for at, n in draft.triggers:
        graph = Graph.of(reading.sentences[at], lexicon.clauses)
        if at != index or n >= len(graph.tokens) or not graph.is_noun(n):
            continue
        aux = graph.with_dep(graph.tokens[n].head, "aux")
        if any(graph.tokens[k].tag in ("VBZ", "VBP") and graph.low[k] in lexicon.general.up_to_now for k in aux):
            return True
    return False


def _story_day(draft: Draft, drafts: Sequence[Draft], reading: Reading, published: date, lexicon: Lexicon) -> Slot[When] | None:
    """The fresh day that the story was last on, if the same sides act or it is still on it afterwards, with no other time between."""
    told = [d for d in drafts if d is not draft and d.when is not None and not d.when_said and not d.when.value.basis.startswith("since")]
    dated = [(n, d, d.when) for d in told if d.when is not None for n in set(d.indexes)]
    before = max(((n, d, w) for n, d, w in dated if n <= draft.index), key=lambda x: x[0], default=None)
    after = min(((n, d, w) for n, d, w in dated if n > draft.index), key=lambda x: x[0], default=None)
    if before is None:
        return None
    index, held, day = before
    if not (timedelta(days=0) <= published - day.value.end <= timedelta(days=_FRESH)) or day.value.end - day.value.start > _WEEK:
        return None
    still = after is not None and after[2].value == day.value
    if not still and draft.parties() and not draft.parties() & held.parties():
        return None
    between = [
        t.when
        for a in reading.sentences[index + 1 : draft.index + 1]
        for t in a.times
        if t.when is not None and not t.window and t.when.basis != "since" and not names_a_thing(a, t, lexicon)
    ]
    return None if any(w.start < day.value.start - timedelta(days=_FRESH) for w in between) else day


def _lead_day(draft: Draft, drafts: Sequence[Draft], reading: Reading, published: date, lexicon: Lexicon) -> Slot[When] | None:
    """The day of the lead, for what the next sentences tell on with no other time between, where the lead tells of no dated act."""
    if any(d.when is not None and not d.title and d.index <= draft.index for d in drafts):
        return None
    lead = next((n for n, a in enumerate(reading.sentences) if not a.sentence.headline and a.sentence.part == "text"), None)
    if lead is None or not lead < draft.index <= lead + _LEAD or not reading.sentences[lead].sentence.tokens:
        return None
    if any(t.when is not None for a in reading.sentences[lead + 1 : draft.index + 1] for t in a.times):
        return None
    annotated = reading.sentences[lead]
    days = [t for t in annotated.times if t.when is not None and not t.window and t.when.precision is Precision.DAY]
    if len(days) != 1 or days[0].when is None or not timedelta(0) <= published - days[0].when.start <= timedelta(days=1):
        return None
    graph = Graph.of(annotated, lexicon.clauses)
    verb = _verb_of_day(graph, days[0].start)
    if verb is None or graph.tokens[verb].tag not in ("VBD", "VBN") or graph.tokens[verb].lemma in lexicon.speech.strong:
        return None
    span = Span(document_id=reading.document_id, start=days[0].start, end=days[0].end, part=annotated.sentence.part)
    return Slot(value=days[0].when, evidence=(span,), read_by="reports.anchors 1 day of the lead")


_LEAD = 4


def _verb_of_day(graph: Graph, start: int) -> int | None:
    """The verb whose day stands at a place: that of the clause, not of the purpose told in it ("went in to search it today")."""
    at = next((n for n, t in enumerate(graph.tokens) if t.start >= start), None)
    verbs = [w for w in graph.ancestors(at) if graph.is_verb(w)] if at is not None else []
    for verb, over in pairwise(verbs):
        if graph.tokens[verb].tag != "VB" or graph.tokens[verb].dep not in _PURPOSE or graph.tokens[over].tag != "VBD":
            return verb
    return verbs[-1] if verbs else None


_PURPOSE = ("acl", "advcl", "relcl")


def narrated(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a finite verb in the plain past tells an act: "shelled", "were hit", "used tanks to shell", "shelling pounded"."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return False
    at = draft.trigger if graph.is_verb(draft.trigger) else _told_by(graph, draft.trigger, lexicon)
    if at is None:
        return False
    while graph.tokens[at].dep in ("xcomp", "conj") and graph.tokens[at].tag in ("VB", "VBG") and graph.tokens[at].head != at:
        at = graph.tokens[at].head
    helpers = {graph.tokens[k].text.lower() for k in graph.with_dep(at, "aux", "auxpass")}
    if graph.tokens[at].tag in ("VBN", "VBG") and helpers & {"was", "were"}:
        return not helpers & {"had", "has", "have"}
    if helpers == {"had"} and _told_of_then(graph, at, lexicon):
        return True
    return graph.tokens[at].tag == "VBD" and not helpers


def _ensued(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act's noun is told to have come about, however the parse takes its verb ("a firefight ensued")."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens) or graph.tokens[draft.trigger].dep not in ("nsubj", "nsubjpass"):
        return False
    verb = graph.tokens[draft.trigger].head
    return graph.tokens[verb].lemma in lexicon.official.coming_about and graph.tokens[verb].tag in ("VBD", "VBN")


def _told_of_then(graph: Graph, verb: int, lexicon: Lexicon) -> bool:
    """Whether a past perfect is only the past of what was said ("he said that planes had also struck the depot")."""
    over = graph.tokens[verb].head
    return graph.tokens[verb].dep == "ccomp" and graph.tokens[over].tag == "VBD" and graph.tokens[over].lemma in lexicon.speech.strong


def _told_by(graph: Graph, noun: int, lexicon: Lexicon) -> int | None:
    """The verb that tells of the act a noun names: its subject, its object or under "in" ("shelling pounded", "killed in a raid")."""
    head = graph.tokens[noun].head
    if graph.tokens[noun].dep == "pobj" and graph.low[head] in lexicon.telling.told_in:
        head = graph.tokens[head].head
    elif graph.tokens[noun].dep not in ("nsubj", "nsubjpass") and graph.tokens[head].lemma not in graph.words.light:
        return None
    told = graph.is_verb(head) and graph.tokens[head].lemma not in lexicon.speech.strong | lexicon.speech.judging
    return head if told else None


def _plain_past(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an act is told in the plain past or as a noun: no "has fired", no infinitive, no "accused of supplying"."""
    graph = Graph.of(draft.sentence, lexicon.clauses)
    if draft.trigger >= len(graph.tokens):
        return False
    helpers = {graph.tokens[k].lemma for k in graph.with_dep(draft.trigger, "aux", "auxpass")}
    if graph.tokens[draft.trigger].dep == "pcomp" and not _in_answer(graph, draft.trigger, lexicon):
        return False
    by_then = "had" in {graph.low[k] for k in graph.with_dep(draft.trigger, "aux")} and _then_and_there(draft, lexicon)
    return graph.tokens[draft.trigger].tag not in ("VB", "VBP", "VBZ") and ("have" not in helpers or by_then)
