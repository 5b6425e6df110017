"""Where an act was: the best place phrase of its sentence, then its line, then what the rest of a short text tells."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from truceline.model.document import Document
from truceline.model.place import Where
from truceline.model.reading import Annotated, PlaceMention, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs import datelines
from truceline.packs.lexicon import Lexicon
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act
from truceline.reports.phrases import Phrase, Rank, phrase_of, phrases, unparsed
from truceline.reports.place_again import told_again
from truceline.reports.same_event import WIDE, dates_meet
from truceline.reports.standing_place import stood
from truceline.reports.unreal import protested_at

READ_BY = "reports.where 1"
_AIMED = frozenset({"balloon_launch", "loudspeaker", "missile_launch"})
_SENT = frozenset({"arms_transfer", "troop_deployment"})
"""What goes to a place: where it comes from is none of the act."""
_AFAR = _SENT | {"suspension"}
_STRIKES = frozenset({"indirect_fire", "air_strike", "direct_fire", "balloon_launch"})
ENTERED = frozenset({"ground_crossing", "troop_deployment", "air_strike", "indirect_fire"})
_FOUGHT = frozenset({"clash", "arms_transfer", "troop_deployment", "air_strike", "ground_crossing"})
_SHORT = 8
_OF_RANK = {Rank.COUNTRY: " country", Rank.COMMON: " common"}
_REACH = 3


def place(act: Act, document: Document, lexicon: Lexicon) -> Slot[Where] | None:
    """The place told with the act: in its clause before the rest of the sentence, a name before a common noun, a country last."""
    found = [*_objects(act, lexicon), *(p for p in phrases(act.graph, lexicon) if p.rank is not Rank.LINE)]
    found = [p for p in found if not any(_holds(q, p) for q in found)]
    found = [p for p in found if not _aside(act, p, lexicon)]
    ranked = sorted((p for p in found if _fits(act, p, lexicon)), key=lambda p: _order(act, p, lexicon))
    if ranked and ranked[0].rank is not Rank.COUNTRY:
        best = _with_its_land(act, ranked[0], found)
        return _slot(document, act.graph.annotated, best, " aim" if _aim(act, best, lexicon) else "")
    return _here(act, document) or _of_town(act, document, lexicon) or (_slot(document, act.graph.annotated, ranked[0]) if ranked else None)


def _of_town(act: Act, document: Document, lexicon: Lexicon) -> Slot[Where] | None:
    """The town whose police took somebody: they do so there ("Karachi police arrested two men")."""
    graph = act.graph
    if act.kind != "capture":
        return None
    forces = [n for n in graph.agents(act.trigger) if graph.tokens[n].lemma in lexicon.where.town_forces]
    before = [k for n in forces for k in graph.with_dep(n, "compound", "nmod", "poss")]
    for place in graph.annotated.places:
        town = place.where is not None and (place.where.radius_m or WIDE) < WIDE
        if place.where is not None and town and any(graph.covers(k, place.start, place.end) for k in before):
            span = Span(document_id=document.id, start=place.start, end=place.end, part=graph.annotated.sentence.part)
            return Slot(value=place.where, evidence=(span,), read_by=READ_BY + " of the town")
    return None


def _with_its_land(act: Act, phrase: Phrase, found: Sequence[Phrase]) -> Phrase:
    """A common noun with the name of the place right after it, where the parser hung that elsewhere ("bases | in Kuwait")."""
    if phrase.rank is not Rank.COMMON:
        return phrase
    text, offset = act.graph.annotated.sentence.text, act.graph.annotated.sentence.start
    named = (q for q in found if q.rank in (Rank.NAMED, Rank.COUNTRY) and q.start > phrase.end)
    after = next((q for q in named if text[phrase.end - offset : q.start - offset].split() in (["in"], ["of"], ["at"])), None)
    return replace(phrase, end=after.end) if after is not None else phrase


def settle(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> None:
    """After retellings are joined: gives acts without a place (or with a country alone) their line, or a place of the same short text."""
    short = sum(not a.sentence.headline for a in reading.sentences) <= _SHORT
    for draft in drafts:
        if draft.where is None and (again := told_again(draft, reading, lexicon)) is not None:
            draft.where = _slot(reading.document, *again, " pointed to")
        if draft.kind == "suspension":
            continue  # what is left or cut off is nowhere but where its own words put it
        if draft.where is None or draft.where.read_by.endswith((" country", " aim", " common")):
            better = _better(draft, drafts, reading, lexicon, short)
            draft.where = better if better is not None and _in_its_land(draft, better, reading) else draft.where
        if draft.where is None and draft.kind not in _AIMED | _SENT and not draft.title and not _recalled(draft, reading):
            town = stood(draft, reading, lexicon, partial(_of_another_day, draft=draft, drafts=drafts))
            draft.where = _slot(reading.document, *town, " the story stands") if town is not None else None
        if draft.kind == "ground_crossing" and draft.line is not None and draft.where and _whole_land(draft.where, lexicon):
            draft.where = None  # the line tells between which sides; the other side by name is no place on it


def _in_its_land(draft: Draft, other: Slot[Where], reading: Reading) -> bool:
    """Whether a place told elsewhere may be in the land that an act's own words name ("in Yemen" is not in Iraq)."""
    if draft.where is None or not draft.where.read_by.endswith(" country"):
        return True
    land, there = _lands_in(draft.where, reading), {other.value.country or ""} - {""} or _lands_in(other, reading)
    return not land or not there or bool(land & there)


def _lands_in(where: Slot[Where], reading: Reading) -> set[str]:
    """The parties that the words of a place name."""
    told = [(span, n) for span in where.evidence if (n := reading.sentence_of(span)) is not None]
    return {m.actor.party for span, n in told for m in reading.sentences[n].mentions if span.start <= m.start and m.end <= span.end}


def _whole_land(where: Slot[Where], lexicon: Lexicon) -> bool:
    """Whether a place is no more than a country or its territory."""
    return where.read_by.endswith(" country") or where.value.name.lower().split()[-1:] in [[land] for land in lexicon.where.lands]


def _better(draft: Draft, drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon, short: bool) -> Slot[Where] | None:
    """A line of the act's own sentences, or a place of the same short text, or where the story stands."""
    aimed = draft.kind in _AIMED
    near = short and draft.kind != "arms_transfer" and not _recalled(draft, reading)
    other = _elsewhere(draft, drafts, reading, lexicon) if near else None
    if draft.where is not None and draft.where.read_by.endswith(" aim"):
        return other
    if draft.where is not None and draft.where.read_by.endswith(" common"):
        return None if short else _same_story(draft, drafts)
    line = None if draft.kind == "balloon_launch" else _line_of(draft, reading, lexicon)
    best = (other or line) if aimed else (line or other)
    return best or (_same_story(draft, drafts) if not short else None)


def _recalled(draft: Draft, reading: Reading) -> bool:
    """Whether an act is of another time than its entry ("the previous launch, on Aug. 10"); an act carried from the one before is not."""
    published = reading.document.published
    if draft.when is not None and draft.when.read_by.endswith("same day"):
        return False
    return draft.when is not None and published is not None and (published - draft.when.value.end).days > 4


def _objects(act: Act, lexicon: Lexicon) -> list[Phrase]:
    """Places that are themselves what is hit, taken or entered: "shelled Raqqa", "the Sderot attack"."""
    graph = act.graph
    heads = [*graph.patients(act.trigger)] if graph.is_verb(act.trigger) else graph.with_dep(act.trigger, "compound", "nmod")
    heads += [
        p for h in heads if graph.tokens[h].lemma in graph.words.measures for of, p in graph.obliques(h) if of == "of"
    ]  # "most of Gao"
    way = "in" if act.kind == "clash" or act.lemma in lexicon.where.shelled else ""
    if act.kind == "clash" and graph.is_verb(act.trigger) and graph.tokens[act.trigger].lemma in lexicon.where.falling:
        heads = [*graph.subjects(act.trigger)]
    heads += [a for head in heads if graph.is_verb(act.trigger) for a in graph.with_dep(head, "appos") if _of_place(graph, a, lexicon)]
    found = [phrase_of(graph, head, act.trigger, way, lexicon) for head in heads]
    if not graph.is_verb(act.trigger):
        found = [p for p in found if p is not None and p.rank is not Rank.COMMON]  # "street battles" are in no certain street
    if act.kind in _FOUGHT and graph.has_lemma(lexicon.where.held):
        for verb in graph.subtree(act.trigger):
            if verb != act.trigger and graph.is_verb(verb) and graph.tokens[verb].lemma in lexicon.where.held:
                found += [phrase_of(graph, head, verb, "", lexicon) for head in graph.with_dep(verb, "dobj")]
    return [p for p in found if p is not None]


def _of_place(graph: Graph, n: int, lexicon: Lexicon) -> bool:
    """Whether a word is a noun of places or the name of a known one."""
    return graph.tokens[n].lemma in lexicon.where.nouns or any(p.where and graph.covers(n, p.start, p.end) for p in graph.annotated.places)


def _aside(act: Act, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase tells where the speaker is ("the staff in the capital said"), or where another event is that only dates the act."""
    graph, below = act.graph, phrase.at
    if protested_at(graph, graph.tokens[phrase.at].head, act.trigger, lexicon.reality):
        return True
    if _speakers_own(graph, phrase, lexicon, act.trigger) or (phrase.way == "between" and graph.mention(phrase.head) is not None):
        return True  # ties "between" two capitals are ties of governments
    own = {act.trigger, *graph.ancestors(act.trigger)}
    for w in graph.ancestors(phrase.at):
        if below in own:
            return False
        dep = graph.tokens[below].dep
        if dep in ("advcl", "ccomp") and any(graph.tokens[k].lemma in ("before", "after") for k in graph.with_dep(below, "mark", "advmod")):
            return True
        if w in act.region:
            return False
        below = w
    return False


def _speakers_own(graph: Graph, phrase: Phrase, lexicon: Lexicon, trigger: int | None = None) -> bool:
    """Whether a place only tells where the one who speaks or thinks of the act sits ("the staff in the capital said")."""
    chain = [phrase.at, *graph.ancestors(phrase.at)]
    above = set() if trigger is None else set(graph.ancestors(trigger))
    for below, w in pairwise(chain):
        if graph.low[w] in lexicon.speech.by_whom:
            return True  # "according to a clinic in the capital"
        if graph.is_verb(below):
            return False
        if graph.tokens[below].dep == "nsubj" and graph.is_verb(w):
            own = below == trigger or below in above
            return graph.tokens[w].lemma in lexicon.speech.strong or (w in above and not own)
    return False


def _holds(one: Phrase, other: Phrase) -> bool:
    """Whether a phrase is only a part of another ("Jinju" in "a village near Jinju")."""
    return (
        one is not other
        and one.rank <= Rank.COMMON
        and one.start <= other.start
        and other.end <= one.end
        and one.end - one.start > other.end - other.start
    )


def _aim(act: Act, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase tells only where something was fired to: for launches the place is where they rise, if told."""
    return act.kind == "missile_launch" and phrase.way in lexicon.where.reaching


def _fits(act: Act, phrase: Phrase, lexicon: Lexicon) -> bool:
    """A country is a place of what happens inside it, not of what is sent its way; a common noun only in the act's own clause."""
    kind = act.kind
    if phrase.way in lexicon.where.origins and kind in _SENT:
        return False
    if kind == "suspension" and (phrase.rank is not Rank.NAMED or _lined(act.graph, phrase) or not _inside(act, phrase)):
        return False
    if kind == "capture" and phrase.way == "to":
        return False  # where the taken are brought
    if phrase.rank is Rank.COMMON:
        return phrase.way == "off" or _inside(act, phrase) or _meanwhile(act, phrase, lexicon)
    if phrase.rank is not Rank.COUNTRY:
        return True
    if kind in _AIMED or phrase.way in ("toward", "towards", "between", "above"):
        return False
    return kind in ENTERED if phrase.way in ("", "to") else True


def _lined(graph: Graph, phrase: Phrase) -> bool:
    """Whether a phrase names a line or a zone along it."""
    return any(p.line and phrase.start <= p.start and p.end <= phrase.end for p in graph.annotated.places)


def _order(act: Act, phrase: Phrase, lexicon: Lexicon) -> tuple[int, bool, bool, Rank, bool, bool, bool, int]:
    token = act.graph.tokens[act.trigger]
    far = phrase.way in (lexicon.where.reaching if act.kind == "missile_launch" else lexicon.where.aims)
    return (
        _short_of(act, phrase, far, lexicon),
        not _inside(act, phrase),
        far,
        phrase.rank,
        not far and _wide(act.graph, phrase, lexicon),
        phrase.moved and phrase.way != "off",
        phrase.way not in (*lexicon.where.at, *lexicon.where.beside, "on", *(("from",) if act.kind == "capture" else ()), ""),
        abs(phrase.start - token.start),
    )


def _short_of(act: Act, phrase: Phrase, far: bool, lexicon: Lexicon) -> int:
    """How far a phrase is from telling where the act took place: a land, where fire came from, and last what it was only sent towards."""
    if act.kind in _STRIKES and (far or phrase.way in lexicon.where.origins or _of_the_doer(act, phrase)):
        return 3 if far else 2
    return int(phrase.rank is Rank.COUNTRY)


def _of_the_doer(act: Act, phrase: Phrase) -> bool:
    """Whether a phrase tells where those are who strike, not what they struck ("militants in Gaza shelled a town")."""
    graph = act.graph
    if not graph.is_verb(act.trigger) or phrase.way not in ("in", "on", "at"):
        return False
    own = {s for s in graph.with_dep(act.trigger, "nsubj") if not graph.passive(act.trigger)}
    return graph.tokens[phrase.at].head in own


def _inside(act: Act, phrase: Phrase) -> bool:
    """Whether a phrase hangs in the act's own clause."""
    return phrase.at in act.region or act.graph.tokens[phrase.at].head in act.region or _of_same_doer(act, phrase)


def _wide(graph: Graph, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase names a province or a land, and no town, camp or hospital in it."""
    head = graph.tokens[phrase.head]
    known = any(graph.covers(phrase.head, p.start, p.end) for p in graph.annotated.places)
    if not known and head.lemma not in lexicon.where.wide and (head.tag == "NNP" or head.lemma in lexicon.where.nouns):
        return False  # a town that no gazetteer has, "in Hakkari province"
    inside = [p.where for p in graph.annotated.places if p.where and phrase.start <= p.start and p.end <= phrase.end]
    nearest = min((w.radius_m for w in inside if w.radius_m), default=None)
    at_sea = any(t.lemma in lexicon.where.seas for t in graph.tokens if phrase.start <= t.start < phrase.end)  # as near as it gets
    return not at_sea and (nearest >= WIDE if nearest is not None else head.lemma in lexicon.where.wide)


def _meanwhile(act: Act, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase tells where somebody was whom an act befell ("killed as he drove along a highway")."""
    graph = act.graph
    verb = next((w for w in graph.ancestors(phrase.at) if graph.is_verb(w)), None)
    if verb is None or graph.tokens[verb].dep != "advcl" or phrase.at not in graph.clause(verb):
        return False
    joined = any(graph.tokens[k].lemma in lexicon.where.meanwhile for k in graph.with_dep(verb, "mark", "advmod"))
    return joined and graph.tokens[verb].head in (act.trigger, *graph.ancestors(act.trigger))


def _of_same_doer(act: Act, phrase: Phrase) -> bool:
    """Whether a phrase hangs on a verb that goes on with what the same doer did ("laying mines and clearing ground on ...")."""
    graph = act.graph
    chain = [w for w in graph.ancestors(phrase.at) if w == act.trigger or act.trigger in graph.ancestors(w)]
    return act.trigger in chain and all(
        w == act.trigger
        or (graph.tokens[w].tag == "VBG" and graph.tokens[w].dep in ("conj", "advcl") and not graph.with_dep(w, "nsubj", "mark"))
        for w in chain
    )


def _slot(document: Document, annotated: Annotated, phrase: Phrase, rule: str = "") -> Slot[Where]:
    words = annotated.sentence.text[phrase.start - annotated.sentence.start : phrase.end - annotated.sentence.start]
    base = None if phrase.moved else point([p for p in annotated.places if p.where and phrase.start <= p.start and p.end <= phrase.end])
    value = Where(
        name=words,
        gazetteer_id=base.gazetteer_id if base else None,
        latitude=base.latitude if base else None,
        longitude=base.longitude if base else None,
        radius_m=base.radius_m if base else None,
        country=base.country if base else None,
        candidates=base.candidates if base else (),
    )
    span = Span(document_id=document.id, start=phrase.start, end=phrase.end, part=annotated.sentence.part)
    return Slot(value=value, evidence=(span,), read_by=READ_BY + (_OF_RANK.get(phrase.rank, "") + rule))


def point(places: list[PlaceMention]) -> Where | None:
    """The smallest gazetteer place of a phrase ("Uiju in North Pyongan Province" is Uiju)."""
    return min((p.where for p in places if p.where), key=lambda w: w.radius_m or 10**9, default=None)


def _here(act: Act, document: Document) -> Slot[Where] | None:
    """ "here" is the city of the dateline."""
    if not any(act.graph.tokens[w].text.lower() == "here" and act.graph.tokens[w].dep == "advmod" for w in act.region):
        return None
    city = datelines.city(document.text)
    if city is None:
        return None
    span = Span(document_id=document.id, start=city[0], end=city[1])
    return Slot(value=Where(name=document.words(span)), evidence=(span,), read_by=READ_BY + " here")


def _line_of(draft: Draft, reading: Reading, lexicon: Lexicon) -> Slot[Where] | None:
    """The line named in the act's own sentences, as its place."""
    at = draft.kind_slot.evidence[0].start
    for annotated in (draft.sentence, *(reading.sentences[n] for n in draft.indexes if reading.sentences[n] is not draft.sentence)):
        told = phrases(Graph.of(annotated, lexicon.clauses), lexicon) if annotated.sentence.tokens else []
        lines = [p for p in told if p.rank is Rank.LINE]
        if lines:
            return _slot(reading.document, annotated, min(lines, key=lambda p: (abs(p.start - at), p.start)))
    return None


def _same_story(draft: Draft, drafts: Sequence[Draft]) -> Slot[Where] | None:
    """The named place of the nearest act of the same day and of the same sides or kind: a story stays there until it says another."""
    told = [
        (min(abs(n - draft.index) + (n > draft.index) / 2 for n in d.indexes), d.where)
        for d in drafts
        if d is not draft and d.where is not None and d.where.read_by == READ_BY and _one_story(d, draft)
    ]
    near = min((x for x in told if x[0] <= _REACH), key=lambda x: x[0], default=None)
    return Slot(value=near[1].value, evidence=near[1].evidence, read_by=READ_BY + " told before") if near else None


def _one_story(one: Draft, two: Draft) -> bool:
    same_day = one.when.value.code == two.when.value.code if one.when and two.when else one.when is two.when
    return same_day and two.kind not in _AFAR and bool(one.parties() & two.parties() or one.kind == two.kind)


def _elsewhere(draft: Draft, drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> Slot[Where] | None:
    """The place of the nearest other sentence of a short text: an entry about one event names its place once."""
    order = sorted(range(len(reading.sentences)), key=lambda n: (abs(n - draft.index), n))
    if _of_others(draft, drafts):
        return None
    for n in order:
        annotated = reading.sentences[n]
        if n in draft.indexes or annotated.sentence.part == "title" or _of_another_day(n, draft, drafts):
            continue
        told = phrases(Graph.of(annotated, lexicon.clauses), lexicon) if annotated.sentence.tokens else unparsed(annotated, lexicon)
        found = [p for p in told if p.rank is not Rank.COUNTRY and p.way != "to" and _serves(draft, p, lexicon)]
        if annotated.sentence.tokens:
            found = [p for p in found if not _speakers_own(Graph.of(annotated, lexicon.clauses), p, lexicon)]
        if found:
            return _slot(reading.document, annotated, min(found, key=lambda p: (p.rank, p.start)))
    return None


def _of_another_day(n: int, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence tells of acts of other days alone: where they were is not where this one was."""
    there = [d for d in drafts if n in d.indexes]
    return bool(there) and draft.when is not None and all(d.when is not None and not dates_meet(d, draft) for d in there)


def _of_others(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an act of the same kind by other hands has its place: what the text tells elsewhere may be that act's."""
    mine = {s.value.party for s in draft.actors}
    same = (d for d in drafts if d is not draft and d.kind == draft.kind and d.where is not None and d.actors)
    return bool(mine) and any(not mine & {s.value.party for s in d.actors} for d in same)


def _serves(draft: Draft, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Launches and what is sent from afar take only a named place from another sentence, and no aim."""
    return draft.kind not in _AIMED or (phrase.rank is Rank.NAMED and phrase.way not in lexicon.where.reaching)
