"""Whose text a document is, and whom its "our" and "the enemy" mean: what an agency of a party writes under its own dateline.

A state's agency tells of "our airspace", "the enemy" and "the puppet army" without a name. Under a dateline that names the agency of one
side of a theatre, such words are read as the names of the two sides. In every other text they are nobody's: a paper may quote either side.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.model.document import Document
from truceline.model.party import Actor, Role
from truceline.model.reading import Mention, Sentence
from truceline.packs.agencies import agency_of
from truceline.packs.pack import Pack
from truceline.packs.word_patterns import shaped

_BESIDE = 1
"""How far a name stands from a word that only calls it names ("the puppet ROK"), in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OurSide:
    """The party whose agency wrote a text, and its foe; ``named``: whether the text names that foe more than any other party."""

    party: str
    foe: str
    named: bool


def our_side(document: Document, sentences: Sequence[Sentence], pack: Pack, theatre: str | None) -> OurSide | None:
    """Whose text a document is; None where no dateline names an agency of a side of its theatre."""
    agency = agency_of(document.text, pack.gazetteer, theatre)
    foe = _foe(agency[2].party, theatre, pack) if agency is not None else None
    if agency is None or foe is None:
        return None
    party = agency[2].party
    named: Counter[str] = Counter()
    for sentence in sentences:
        named.update({names[0].party for _, _, names in pack.gazetteer.party_book.find(sentence.text)} - {party})
    return OurSide(party=party, foe=foe, named=bool(named[foe]) and named[foe] == max(named.values()))


def _foe(party: str, theatre: str | None, pack: Pack) -> str | None:
    """Whom a party faces: in the theatre of the text, and where that has none, over the one line that the party stands at."""
    theatres = pack.gazetteer.theatres
    faced = [t for t in theatres.values() if t.land and party in t.parties] if theatre is None else [theatres[theatre]]
    return faced[0].foe(party) if len(faced) == 1 else None


def unnamed_sides(sentence: Sentence, side: OurSide, pack: Pack, named: Sequence[Mention]) -> Iterator[Mention]:
    """The words of a sentence that mean one of the two sides without its name; none right beside a name of that side."""
    words = pack.lexicon.surface
    foes = (*words.foes, *words.enemies) if side.named else words.foes
    for party, meant in ((side.party, words.ours), (side.foe, foes)):
        for found in shaped(r"\bWORDS\b", meant).finditer(sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            if not any(m.start - _BESIDE <= end and start <= m.end + _BESIDE for m in named):
                yield Mention(start=start, end=end, actor=Actor(party=party, role=Role.UNK))
