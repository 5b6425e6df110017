"""In whose land an act was: by its place, by what stands in the words of the place, or by the only land that a text tells of."""

from collections import Counter
from collections.abc import Sequence

from truceline.model.place import Where
from truceline.model.reading import Annotated, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs import datelines
from truceline.packs.lexicon_shapes import WhereWords
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft

_OFTEN, _MOST = 3, 0.75
"""How often at least, and in what share of the places that it names, a text tells of the land that it is about."""

_HERE = 8
"""How many letters after a place may tell that it was "here"."""


def land(draft: Draft, reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The state in whose land an act was, with the words that tell it; None where none or several may be meant."""
    where = None if fired_from(draft, pack.lexicon.where) else draft.where
    if where is not None and _between(where.evidence[0], reading):
        return None
    if where is not None and where.value.country:
        return where.value.country, where.evidence
    if where is not None and (written := _of_the_dateline(where, reading, pack)) is not None:
        return written
    if where is not None:
        span = where.evidence[0]
        told = _within(draft.sentence if _holds(draft.sentence, span) else _sentence_of(span, reading), span, pack)
        if told is not None:
            return told, where.evidence
        if (beside := _named_after(span, reading, pack)) is not None:
            return beside
    source = draft.where if where is None else None
    near = _alone([draft.sentence], reading, pack, source) or _stated(draft.sentence, reading, pack)
    near = near or _of_rebels(draft, reading, pack)
    return near or (_alone(reading.sentences, reading, pack) or _mostly(where, reading, pack) if source is None else None)


def _mostly(where: Slot[Where] | None, reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The land of which a text mostly tells, for a place in it that no gazetteer has."""
    if where is None or where.value.country:
        return None
    told = Counter(
        p.where.country
        for a in reading.sentences
        for p in a.places
        if p.where is not None and p.line is None and p.where.country is not None and pack.gazetteer.state(p.where.country)
    )
    ((land, often),) = told.most_common(1) or ((None, 0),)
    if land is None or often < _OFTEN or often < told.total() * _MOST:
        return None
    return land, where.evidence


def _of_the_dateline(where: Slot[Where], reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The land of the city in which a text was written, for what happened "here"."""
    text, last = reading.document.text, where.evidence[-1]
    around = text[last.start : last.end + _HERE] if last.part == "text" else ""
    pointed = where.read_by.endswith(" here") or shaped(r"^\W*WORDS\b", pack.lexicon.where.here).search(around[last.end - last.start :])
    if not pointed and not shaped(r"\bWORDS$", pack.lexicon.where.here).search(where.value.name):
        return None
    city = datelines.city(text)
    if city is None:
        return None
    head = text[: datelines.length(text) or city[1]]
    states = {n.party for _, _, names in pack.gazetteer.party_book.find(head) for n in names if n.form == "name"}
    places = pack.gazetteer.place_book.find(text[city[0] : city[1]].title())
    lands = {party for party in states if pack.gazetteer.state(party)} or {p.country for _, _, found in places for p in found}
    if len(lands) != 1 or not pack.gazetteer.state(next(iter(lands))):
        return None
    return lands.pop(), (Span(document_id=reading.document_id, start=city[0], end=city[1]), *where.evidence)


def _named_after(span: Span, reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The state whose name follows a place, between commas or in a phrase with "in" ("in Shendi, northern Sudan, on Friday")."""
    annotated = _sentence_of(span, reading)
    if annotated is None:
        return None
    text, offset = annotated.sentence.text, annotated.sentence.start
    next_to = shaped(r"^(?:,|,? WORDS)(?: the)?(?: (?-i:[\w-]+ern))? $", pack.lexicon.telling.in_land)
    for m in annotated.mentions:
        between = text[span.end - offset : m.start - offset]
        if m.start >= span.end and next_to.search(between) and pack.gazetteer.state(m.actor.party):
            ended = text[m.end - offset : m.end - offset + 1] in (",", ".", ";", "")  # "in Shendi, Sudan said" names who speaks
            if text[m.start - offset : m.end - offset] not in pack.gazetteer.parties[m.actor.party].names or not (ended or between != ", "):
                continue
            named = Span(document_id=reading.document_id, start=m.start, end=m.end, part=annotated.sentence.part)
            return m.actor.party, (*(() if named == span else (span,)), named)
    return None


def _between(span: Span, reading: Reading) -> bool:
    """Whether a place is a line or a zone between two sides: whosever land it lies in by law, people there are of neither for that."""
    annotated = _sentence_of(span, reading)
    return annotated is not None and any(p.line and p.start < span.end and span.start < p.end for p in annotated.places)


def fired_from(draft: Draft, words: WhereWords) -> bool:
    """Whether the place told is only where the fire came from ("rocket fire from ... killed a woman")."""
    if draft.where is None or draft.kind not in ("indirect_fire", "direct_fire", "air_strike"):
        return False
    sentence, start = draft.sentence.sentence, draft.where.evidence[0].start - draft.sentence.sentence.start
    before = sentence.text[:start].split() if _holds(draft.sentence, draft.where.evidence[0]) else []
    return bool(before) and before[-1].lower() in words.origins


def _within(annotated: Annotated | None, span: Span, pack: Pack) -> str | None:
    """The one state that the words of a place name, or whose places they name ("a hospital in Basra")."""
    if annotated is None:
        return None
    named = [m.actor.party for m in annotated.mentions if span.start <= m.start and m.end <= span.end]
    held = [p.where.country for p in annotated.places if p.where and p.where.country and span.start <= p.start and p.end <= span.end]
    states = {party for party in (*held, *named) if pack.gazetteer.state(party)}
    return states.pop() if len(states) == 1 else None


def _alone(
    sentences: Sequence[Annotated], reading: Reading, pack: Pack, but: Slot[Where] | None = None
) -> tuple[str, tuple[Span, ...]] | None:
    """The one land in which all places of some sentences lie, but for one place and its land."""
    left = but.value.country if but is not None else None
    found = [
        (str(p.where.country), Span(document_id=reading.document_id, start=p.start, end=p.end, part=a.sentence.part))
        for a in sentences
        for p in a.places
        if p.where is not None and p.line is None and p.where.country not in (None, left) and pack.gazetteer.state(p.where.country)
    ]
    if len({country for country, _ in found}) != 1:
        return None
    return found[0][0], (found[0][1],)


def _stated(annotated: Annotated, reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The one state in whose land a sentence says that it was ("near a village in northern Niger", "In Niger, gunmen killed ...")."""
    sentence = annotated.sentence
    within = shaped(r"\b(?-i:WORDS(?: the)?(?: \w+ern)? )$", pack.lexicon.telling.in_land, cased=True)
    opening = shaped(r"^(?-i:WORDS(?: the)?(?: \w+ern)? )$", pack.lexicon.telling.in_land)
    inside = []
    for m in annotated.mentions:
        if not pack.gazetteer.state(m.actor.party):
            continue
        before = sentence.text[: m.start - sentence.start]
        name = sentence.text[m.start - sentence.start : m.end - sentence.start]
        if within.search(before) or (opening.search(before) and name in pack.gazetteer.parties[m.actor.party].names):
            inside.append(m)
    if len({m.actor.party for m in inside}) != 1:
        return None
    span = Span(document_id=reading.document_id, start=inside[0].start, end=inside[0].end, part=sentence.part)
    return inside[0].actor.party, (span,)


def _of_rebels(draft: Draft, reading: Reading, pack: Pack) -> tuple[str, tuple[Span, ...]] | None:
    """The state of which the rebels are that act: they fight in their own land, where no other is told ("Colombian rebels")."""
    sentence = draft.sentence.sentence
    acting = [span for slot in draft.actors if slot.value.party == "UNK" for span in slot.evidence if span.part == sentence.part]
    for m in draft.sentence.mentions if acting else ():
        after = sentence.text[m.end - sentence.start :].lower().split(None, 1)[:1]
        rebels = bool(after) and after[0].strip(".,").removesuffix("s") in pack.lexicon.sides.rebels
        if rebels and pack.gazetteer.state(m.actor.party) and any(span.start <= m.end + 1 and m.end < span.end for span in acting):
            return m.actor.party, (Span(document_id=reading.document_id, start=m.start, end=m.end, part=sentence.part),)
    return None


def _holds(annotated: Annotated, span: Span) -> bool:
    sentence = annotated.sentence
    return sentence.part == span.part and sentence.start <= span.start < sentence.end


def _sentence_of(span: Span, reading: Reading) -> Annotated | None:
    return next((a for a in reading.sentences if _holds(a, span)), None)
