"""When and where of one act: the nearest date, time of day, line, sector and place in its sentence."""

from truceline.model.document import Document
from truceline.model.place import Where
from truceline.model.reading import PlaceMention, TimeMention
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.model.time import When
from truceline.packs.lexicon import Lexicon
from truceline.reports.grammar import Graph
from truceline.reports.patterns import Act

READ_BY = "reports.slots 1"
_PLACE_PREP = frozenset({"in", "at", "near", "off", "outside", "inside", "around", "on", "north", "south", "east", "west", "over", "into", "along", "from", "toward", "towards", "to", "of", "within", "across", "by", "between", "throughout"})
_NOT_PLACE = frozenset({"kpa", "monday", "statement", "response", "interview", "retaliation", "exchange", "fact", "attack", "incident", "war", "operation", "conflict", "fire", "group", "report", "television", "office", "ministry", "agreement"})


def when(act: Act, document: Document, lexicon: Lexicon) -> tuple[Slot[When] | None, bool]:
    """The day of an act: a date in its own clause first, then the nearest of its sentence.

    The flag says that the date is the day of saying ("..., the army said Sunday"): right for most leads, but
    a date of the act told elsewhere is better.
    """
    found = [t for t in act.graph.annotated.times if t.when is not None and not t.window]
    own = [t for t in found if not _of_saying(act, t, lexicon)]
    best = _nearest(act, own or found)
    if best is None or best.when is None:
        return None, False
    slot = Slot(value=best.when, evidence=(_span(document, act.graph, best.start, best.end),), read_by="language.dates 1 " + best.when.basis)
    return slot, not own


def _of_saying(act: Act, mention: TimeMention, lexicon: Lexicon) -> bool:
    """Whether a date hangs on a verb of saying and not on the act."""
    graph = act.graph
    at = next((n for n, t in enumerate(graph.tokens) if mention.start <= t.start < mention.end and not (mention.start <= graph.tokens[t.head].start < mention.end and t.head != n)), None)
    if at is None:
        return False
    for w in graph.ancestors(at):
        if w == act.trigger:
            return False
        if graph.is_verb(w):
            return graph.tokens[w].lemma in lexicon.speech.strong
    return False


def clock(act: Act, document: Document) -> Slot[str] | None:
    """The time of day in the act's sentence, HH:MM local."""
    best = _nearest(act, [t for t in act.graph.annotated.times if t.clock])
    if best is None or best.clock is None:
        return None
    return Slot(value=best.clock, evidence=(_span(document, act.graph, best.start, best.end),), read_by="language.dates 1 clock")


def line(act: Act, document: Document) -> tuple[Slot[str] | None, Slot[str] | None]:
    """The line and the sector named in the act's sentence."""
    places = act.graph.annotated.places
    lines = [p for p in places if p.line]
    sectors = [p for p in places if p.sector]
    one = _nearest_place(act, lines)
    two = _nearest_place(act, sectors)
    return (
        Slot(value=str(one.line), evidence=(_span(document, act.graph, one.start, one.end),), read_by="language.places 1") if one else None,
        Slot(value=str(two.sector), evidence=(_span(document, act.graph, two.start, two.end),), read_by="language.places 1") if two else None,
    )


def place(act: Act, document: Document) -> Slot[Where] | None:
    """The most specific place of the act: the first place phrase after the trigger in its clause, else any of its sentence."""
    graph = act.graph
    options = []
    for n, token in enumerate(graph.tokens):
        if token.dep != "prep" or token.lemma not in _PLACE_PREP:
            continue
        for head in graph.with_dep(n, "pobj"):
            phrase = _place_phrase(graph, head)
            if phrase is not None:
                start, end, sure = phrase
                rank = (0 if n in act.region or token.head in act.region else 1, 0 if token.lemma in ("in", "at", "near", "off", "outside", "on", "around", "inside") else 1, abs(token.start - graph.tokens[act.trigger].start))
                options.append((not sure, rank, start, end))
    if not options:
        return None
    _, _, start, end = min(options)
    inside = [p for p in graph.annotated.places if p.where and start <= p.start and p.end <= end]
    base = inside[-1].where if inside else None
    words = graph.annotated.sentence.text[start - graph.annotated.sentence.start : end - graph.annotated.sentence.start]
    value = Where(
        name=words, gazetteer_id=base.gazetteer_id if base else None, latitude=base.latitude if base else None, longitude=base.longitude if base else None,
        radius_m=base.radius_m if base else None, country=base.country if base else None, candidates=base.candidates if base else (),
    )
    return Slot(value=value, evidence=(_span(document, graph, start, end),), read_by=READ_BY)


def _place_phrase(graph: Graph, head: int) -> tuple[int, int, bool] | None:
    """The stretch of a place phrase, if its head or a name in it can be a place; the flag says a gazetteer knows it."""
    words = sorted(w for w in graph.subtree(head) if not _clausal(graph, w, head))
    while words and graph.tokens[words[0]].tag in ("DT", ",", "-LRB-", "PRP$"):
        words = words[1:]
    while words and graph.tokens[words[-1]].tag in (",", ".", ":", "''", "``"):
        words = words[:-1]
    if not words or len(words) > 14:
        return None
    start, end = graph.tokens[words[0]].start, graph.tokens[words[-1]].end
    known = any(p.where and start <= p.start and p.end <= end for p in graph.annotated.places)
    timed = any(t.start < end and start < t.end for t in graph.annotated.times)
    if timed and not known:
        return None
    if known:
        return start, end, True
    token = graph.tokens[head]
    country = graph.mention(head) is not None and graph.annotated.mentions[graph.mention(head) or 0].actor.role == "unk"
    proper = token.tag in ("NNP", "NNPS") and graph.mention(head) is None
    if proper and token.lemma not in _NOT_PLACE and not token.text.isupper():
        return start, end, False
    if country and len(words) <= 4:
        return start, end, False
    named = any(graph.tokens[w].tag in ("NNP", "NNPS") or graph.mention(w) is not None for w in words)
    if named and token.lemma in _PLACE_NOUNS:
        return start, end, True
    return None


_PLACE_NOUNS = frozenset({"town", "city", "village", "province", "district", "county", "region", "area", "island", "coast", "sea", "border", "camp", "base", "airport", "strip", "valley", "river", "waters", "territory", "port", "hill", "mountain", "sector", "outskirt", "suburb", "checkpoint", "side", "crossing", "bay", "gulf", "strait", "capital", "peninsula", "desert", "heights", "outpost", "shore", "neighborhood", "neighbourhood", "part", "coastline", "hospital", "compound", "headquarters"})


def _clausal(graph: Graph, w: int, head: int) -> bool:
    at = w
    while at != head:
        if graph.tokens[at].dep in ("relcl", "acl", "advcl", "cc", "conj", "appos", "punct") and graph.tokens[at].head == head:
            return True
        if graph.tokens[at].head == at:
            return True
        at = graph.tokens[at].head
    return False


def _nearest(act: Act, found: list[TimeMention]) -> TimeMention | None:
    at = act.graph.tokens[act.trigger]
    region = [(act.graph.tokens[w].start, act.graph.tokens[w].end) for w in act.region]
    ranked = sorted(found, key=lambda t: (not any(a < t.end and t.start < b for a, b in region), t.start < at.start and abs(t.start - at.start) > 200, abs(t.start - at.start), t.start))
    return ranked[0] if ranked else None


def _nearest_place(act: Act, found: list[PlaceMention]) -> PlaceMention | None:
    at = act.graph.tokens[act.trigger].start
    return min(found, key=lambda p: (abs(p.start - at), p.start)) if found else None


def _span(document: Document, graph: Graph, start: int, end: int) -> Span:
    return Span(document_id=document.id, start=start, end=end, part=graph.annotated.sentence.part)
