"""The line and the sector of an act: named in its sentence, in the rest of a short entry, or told by who fights where."""

from collections.abc import Sequence

from truceline.model.document import Document
from truceline.model.party import Role
from truceline.model.reading import Annotated, PlaceMention, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.coasts import coasts
from truceline.packs.gazetteer import Theatre
from truceline.packs.lexicon import Lexicon
from truceline.packs.lexicon_shapes import WhereWords
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped
from truceline.reports.drafted import Draft
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

READ_BY = "reports.lines 1"
_SHORT = 8
_FAR_KM = 5.0
_FROM_AFAR = frozenset({"balloon_launch", "loudspeaker"})
_ON_THE_FRONT = frozenset({"clash", "direct_fire", "indirect_fire", "monitor_attack", "monitor_obstruction"})
_OF_POSITIONS = frozenset({"clash", "indirect_fire"})
_OF_ARMIES = frozenset({"clash", "direct_fire", "indirect_fire", "ground_crossing"})
_MOVED = r"\bWORDS\s+(?:to\s+the\s+)?\w+\s+of\s+(?:\w+\s+){0,4}$"
_DISTANCE = r"(?P<n>\d[\d.,]*)[\s-]*(?P<unit>WORDS)\s+(?:\([^)]{1,30}\)\s+)?(?:to\s+the\s+)?\w+\s+of\s+(?:the\s+)?(?:\w+\s+)?$"


def line(act: Act, document: Document, lexicon: Lexicon) -> tuple[Slot[str] | None, Slot[str] | None]:
    """The line and the sector named in the act's sentence, the nearest ones."""
    annotated = act.graph.annotated
    at = act.graph.tokens[act.trigger].start
    told = [p for p in annotated.places if not _of_another(act, p, lexicon)]
    one = _nearest(at, [p for p in told if p.line and not _far(annotated, p, lexicon.where)])
    two = _nearest(at, [p for p in told if p.sector and not _off(annotated, p, lexicon.where)])
    return _slot(document, annotated, one, one.line if one else None), _slot(document, annotated, two, two.sector if two else None)


def _of_another(act: Act, place: PlaceMention, lexicon: Lexicon) -> bool:
    """Whether a line stands with what only dates the act ("during his visit to the ..."), or names another act ("the ... attack")."""
    graph = act.graph
    at = next((n for n in range(len(graph.tokens)) if graph.covers(n, place.start, place.end)), None)
    if at is None or at == act.trigger:
        return False
    if _alongside(graph, at, lexicon):
        return True
    token, over = graph.tokens[at], graph.tokens[graph.tokens[at].head]
    own = {act.trigger, *graph.ancestors(act.trigger)}
    return (
        token.dep in ("compound", "nmod")
        and token.head not in own
        and graph.is_noun(token.head)
        and bool(lexicon.lemmas(over.text.lower()))
    )


def _alongside(graph: Graph, at: int, lexicon: Lexicon) -> bool:
    """Whether a word hangs, by nouns alone, on a preposition that puts one thing beside another in time."""
    below = at
    for w in graph.ancestors(at):
        token = graph.tokens[w]
        if graph.is_verb(w) or lexicon.lemmas(token.text.lower()):
            return False
        if token.dep == "prep" and token.lemma in lexicon.calendar.alongside:
            return not any(p.line and graph.covers(below, p.start, p.end) for p in graph.annotated.places)
        below = w
    return False


def _only_dates(annotated: Annotated, place: PlaceMention, lexicon: Lexicon) -> bool:
    if not annotated.sentence.tokens:
        return False
    graph = Graph.of(annotated, lexicon.clauses)
    at = next((n for n in range(len(graph.tokens)) if graph.covers(n, place.start, place.end)), None)
    return at is not None and _alongside(graph, at, lexicon)


def _off(annotated: Annotated, place: PlaceMention, words: WhereWords) -> bool:
    """Whether the words before a place move the act off it ("a mile south of ..."): its sector is then not told."""
    return bool(shaped(_MOVED, words.moved_by).search(annotated.sentence.text[: place.start - annotated.sentence.start]))


def settle_lines(drafts: Sequence[Draft], reading: Reading, pack: Pack, lined: frozenset[str]) -> None:
    """After retellings are joined: plain words are weighed against who acts, and what a short entry says once holds for all its acts."""
    theatre = pack.gazetteer.theatres[reading.theatre] if reading.theatre else None
    if theatre is None:
        return
    short = sum(not a.sentence.headline for a in reading.sentences) <= _SHORT
    for draft in drafts:
        _weigh_plain_words(draft, reading, pack, theatre)
        if draft.line is None and draft.kind in lined and draft.kind not in _FROM_AFAR:
            draft.line = (_of_entry(reading, pack) if short else None) or _of_front(draft, reading, theatre)
            draft.line = draft.line or _where_armies_meet(draft, reading, pack, theatre)
        if draft.line is None and draft.kind == "ground_crossing":
            draft.line = _into_other_side(draft, reading, pack, theatre)
        if draft.sector is None and short and draft.line is not None and draft.kind not in _FROM_AFAR:
            _sector_of_entry(draft, drafts, reading)
        if draft.sector is None:
            _coast(draft, reading, pack, theatre)


def _into_other_side(draft: Draft, reading: Reading, pack: Pack, theatre: Theatre) -> Slot[str] | None:
    """Who enters the other side's territory, told by the very words of the crossing, crosses the line between them."""
    words = reading.document.words(draft.kind_slot.evidence[0])
    named = {name.party for _, _, names in pack.gazetteer.party_book.find(words) for name in names}
    own = {s.value.party for s in draft.actors} & set(theatre.parties)
    if theatre.land is None or not own or not (named & set(theatre.parties)) - own:
        return None
    return Slot(value=theatre.land, evidence=draft.kind_slot.evidence, read_by="reports.lines 1 into the other side")


def _weigh_plain_words(draft: Draft, reading: Reading, pack: Pack, theatre: Theatre) -> None:
    """Plain words ("the border") mean the line only between its sides, and not for what is sent over it from afar."""
    line = draft.line
    if line is None or not _plain(line, reading.document, pack):
        return
    if draft.kind == "balloon_launch" or _one_side(draft, theatre) or _own_accident(draft):
        draft.line = None
        if draft.sector is not None and draft.sector.evidence == line.evidence:
            draft.sector = None


def _far(annotated: Annotated, place: PlaceMention, words: WhereWords) -> bool:
    """Whether the words before a line put the act well away from it ("30 miles south of the ...")."""
    match = shaped(_DISTANCE, tuple(words.kilometres)).search(annotated.sentence.text[: place.start - annotated.sentence.start])
    if match is None:
        return False
    number = float(match["n"].replace(",", "").rstrip("."))
    return number * words.kilometres[match["unit"].lower()] >= _FAR_KM


def _plain(slot: Slot[str], document: Document, pack: Pack) -> bool:
    """Whether the words are plain ones ("the border") that mean a line only by the theatre."""
    found = [zone for _, _, zones in pack.gazetteer.line_book.find(document.words(slot.evidence[0])) for zone in zones]
    return bool(found) and all(zone.theatre == "any" for zone in found)


def _own_accident(draft: Draft) -> bool:
    """Whether a blast struck those who laid the charge: it is told near a line, not across it."""
    return draft.kind == "explosion" and {s.value.party for s in draft.actors} == {s.value.party for s in draft.targets} != set()


def _one_side(draft: Draft, theatre: Theatre) -> bool:
    """Whether all who fight stand on one side of the line."""
    parties = draft.parties()
    return len(parties) > 1 and any(parties <= set(side) for side in theatre.sides)


def _of_entry(reading: Reading, pack: Pack) -> Slot[str] | None:
    """The one line that a short entry names by its name."""
    words = pack.lexicon
    lined = [(a, p) for a in reading.sentences for p in a.places if p.line and not _far(a, p, words.where)]
    found = [(a, p) for a, p in lined if not _only_dates(a, p, words)]
    named = [(a, p) for a, p in found if not _plain_words(a, p, pack)]
    if len({p.line for _, p in named}) != 1:
        return None
    annotated, place = min(named, key=lambda ap: (ap[0].sentence.headline, ap[1].start))
    return _slot(reading.document, annotated, place, place.line)


def _sector_of_entry(draft: Draft, drafts: Sequence[Draft], reading: Reading) -> None:
    """The one sector that a short entry names, unless it is told of another act of the kind."""
    found = [(a, p) for a in reading.sentences for p in a.places if p.sector]
    same = [d for d in drafts if d is not draft and d.kind == draft.kind and d.when and draft.when]
    others = [d for d in same if d.when and draft.when and d.when.value.start != draft.when.value.start]
    if found and any(found[0][0] is reading.sentences[n] for d in others for n in d.indexes):
        return
    if len({p.sector for _, p in found}) == 1:
        draft.sector = _slot(reading.document, *found[0], found[0][1].sector)


def _plain_words(annotated: Annotated, place: PlaceMention, pack: Pack) -> bool:
    words = annotated.sentence.text[place.start - annotated.sentence.start : place.end - annotated.sentence.start]
    return all(zone.theatre == "any" for _, _, zones in pack.gazetteer.line_book.find(words) for zone in zones)


def _of_front(draft: Draft, reading: Reading, theatre: Theatre) -> Slot[str] | None:
    """Where the line is the front itself, what the two sides do to each other, or to those who watch it, is on it while the line stands."""
    if not theatre.front or theatre.land is None or draft.kind not in _ON_THE_FRONT:
        return None
    day = draft.when.value.end if draft.when is not None else reading.document.published
    if day is not None and not (theatre.front_since or "") <= day.isoformat() < (theatre.front_until or "9999"):
        return None
    told = draft.actors + draft.targets
    watched = [s for s in told if s.value.party == theatre.mission]
    first = [s for s in told if s.value.party in theatre.parties]
    both = all(draft.parties() & set(side) for side in theatre.sides)
    if not (watched or both or (first and draft.kind in _OF_POSITIONS)):
        return None
    return Slot(value=theatre.land, evidence=(first or watched or told)[0].evidence, read_by=READ_BY + " front")


def _where_armies_meet(draft: Draft, reading: Reading, pack: Pack, theatre: Theatre) -> Slot[str] | None:
    """The line of two states whose armies meet nowhere else: what one does to the other is on it, but for another border by its name."""
    day = draft.when.value.end if draft.when is not None else reading.document.published
    if theatre.meet_since is None or draft.kind not in _OF_ARMIES or (day is not None and day < theatre.meet_since):
        return None
    land = draft.where.value.country if draft.where is not None else None
    fell_on = {land or ""} if draft.kind == "indirect_fire" else set()
    if not set(theatre.parties) <= _by_name(draft, reading.document, pack) | fell_on or (land and land not in theatre.parties):
        return None
    told = [draft.sentence, *(reading.sentences[n] for n in draft.indexes)]
    if any(shaped(r"\bWORDS\b", pack.lexicon.where.other_borders).search(a.sentence.text) for a in told):
        return None
    forces = next((s for s in draft.actors if s.value.role is not Role.CIV), None)
    if forces is None:
        return None
    return Slot(value=str(theatre.land), evidence=forces.evidence, read_by=READ_BY + " where the armies meet")


def _by_name(draft: Draft, document: Document, pack: Pack) -> set[str]:
    """The parties of an act whose own name stands in the words for them."""
    return {
        slot.value.party
        for slot in (*draft.actors, *draft.targets)
        for span in slot.evidence
        for _, _, names in pack.gazetteer.party_book.find(document.words(span))
        if any(name.party == slot.value.party for name in names)
    }


def _coast(draft: Draft, reading: Reading, pack: Pack, theatre: Theatre) -> None:
    """The sector that a sea or coast tells, where the act is on the maritime line or is fire into the water."""
    if draft.kind != "indirect_fire" and (draft.line is None or draft.line.value != theatre.sea):
        return
    for annotated in (draft.sentence, *(reading.sentences[n] for n in draft.indexes if reading.sentences[n] is not draft.sentence)):
        place = _nearest(draft.kind_slot.evidence[0].start, list(coasts(annotated.sentence, pack.gazetteer, reading.theatre)))
        if place is not None:
            draft.sector = _slot(reading.document, annotated, place, place.sector)
            return


def _nearest(at: int, found: list[PlaceMention]) -> PlaceMention | None:
    return min(found, key=lambda p: (abs(p.start - at), p.start)) if found else None


def _slot(document: Document, annotated: Annotated, place: PlaceMention | None, value: str | None) -> Slot[str] | None:
    if place is None or value is None:
        return None
    span = Span(document_id=document.id, start=place.start, end=place.end, part=annotated.sentence.part)
    return Slot(value=value, evidence=(span,), read_by=READ_BY)
