"""With whom an agreement or a line of talk was that somebody leaves: the other party to it, by its name or by the words beside it."""

import re

from truceline.model.party import Actor, Role
from truceline.model.reading import Annotated, Mention, Reading
from truceline.model.report import Slot
from truceline.model.text import Span
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import found_in, shaped
from truceline.reports.drafted import Draft

READ_BY = "reports.agreements 1"
_BEFORE = re.compile(r"(?:['’]s|-\w+)?(?:[\s-](?!(?:the|an?|this|that|its|their)\b)[\w.-]+){0,2}[\s-]", re.IGNORECASE)
"""What may stand between a party and the agreement that is named by it ("the Iran nuclear deal")."""
_AFTER = re.compile(
    r"\s(?:\w+\s){0,2}?(?:with|between|to)\s(?:(?:the|its|their|and|neighbou?ring)\s){0,2}(?:[\w.-]+\sand\s(?:the\s)?)?", re.IGNORECASE
)
"""What may stand between an agreement and a party to it ("a treaty with Israel", "the hotline to the South")."""


def other_party(draft: Draft, reading: Reading, pack: Pack) -> list[Slot[Actor]]:
    """The government of the other party to what is suspended: as the sentence names it, else as the nearest one that names it does."""
    own = {a.value.party for a in draft.actors}
    if not own - {"UNK"}:
        return []
    sets = pack.lexicon.word_sets
    lines = tuple(sorted(sets["spoken_lines"]))
    words = tuple(sorted(sets["agreements_signed"] | sets["spoken_lines"]))
    if (told := _named_with(draft.sentence, own, words, reading, pack)) is not None:
        return [told]
    theatre = pack.gazetteer.theatres[reading.theatre] if reading.theatre else None
    foe = theatre.foe(draft.actors[0].value.party) if theatre is not None else None
    if foe is not None and found_in(draft.sentence.sentence.text, lines):
        return [Slot(value=Actor(party=foe, role=Role.GOV), evidence=draft.actors[0].evidence, read_by=READ_BY + " other end of the line")]
    near = sorted(enumerate(reading.sentences), key=lambda each: (abs(each[0] - draft.index), each[0]))
    found = next(([slot] for _, a in near if (slot := _named_with(a, own, words, reading, pack)) is not None), [])
    if found or foe is None or not _signed(foe, pack) or foe not in {m.actor.party for a in reading.sentences for m in a.mentions}:
        return found
    return [Slot(value=Actor(party=foe, role=Role.GOV), evidence=draft.actors[0].evidence, read_by=READ_BY + " other side")]


def _named_with(annotated: Annotated, own: set[str], words: tuple[str, ...], reading: Reading, pack: Pack) -> Slot[Actor] | None:
    """The party, none of those that act, by which a sentence names an agreement (``words``) or tells with whom it is."""
    mentions = [m for m in annotated.mentions if m.actor.party not in own and _signs(m, pack)]
    if not mentions or not found_in(annotated.sentence.text, words):
        return None
    sentence = annotated.sentence
    for match in shaped(r"\bWORDS\b", words).finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        for m in mentions:
            before = m.end <= start and _BEFORE.fullmatch(sentence.text[m.end - sentence.start : match.start()])
            if before or (end <= m.start and _AFTER.fullmatch(sentence.text[match.end() : m.start - sentence.start])):
                span = Span(document_id=reading.document_id, start=m.start, end=m.end, part=sentence.part)
                return Slot(value=Actor(party=m.actor.party, role=Role.GOV), evidence=(span,), read_by=READ_BY + " party to it")
    return None


def _signs(mention: Mention, pack: Pack) -> bool:
    """Whether a party is a state or a group that may be held to an agreement, and no mission or assembly of states."""
    return _signed(mention.actor.party, pack)


def _signed(party: str, pack: Pack) -> bool:
    """The same of a party by its code."""
    names = pack.gazetteer.parties.get(party)
    return names is not None and names.role in (None, Role.MIL.value)
