"""A value read again from its evidence alone: what the words of one span can mean, field by field.

``truceline`` shows each value with the words it was read from; this is the check that the words carry it.
"""

import json
import re
from collections.abc import Iterator
from itertools import combinations

from truceline.language.actors import mentions
from truceline.language.dates import read_clock, times
from truceline.language.places import lines, named, sectors
from truceline.language.quantities import quantities
from truceline.model.document import Document
from truceline.model.reading import Sentence
from truceline.packs.coasts import coasts
from truceline.packs.lexicon import Lexicon
from truceline.packs.numerals import none_said
from truceline.packs.pack import Pack
from truceline.reports.counted_days import counted
from truceline.reports.small_hours import mornings
from truceline.reports.years_carried import years_told

FIRE = frozenset({"direct_fire", "indirect_fire", "explosion", "air_strike", "clash"})
COUNTS = frozenset({"persons", "rounds", "vehicles", "killed", "wounded", "captured"})


def reread(field: str, words: str, document: Document, theatre: str | None, pack: Pack) -> set[str]:
    """All values, as the codebook writes them, that the words alone can carry for a field.

    ``document`` gives the publication date, ``theatre`` the two sides that plain words ("the border",
    "the other side") mean. An empty set says that the words carry nothing for the field.
    """
    sentence = Sentence(start=0, end=max(1, len(words)), text=words)
    if field in COUNTS:
        return _counts(words, pack.lexicon)
    if field == "date":
        told = list(times(words, pack.lexicon, document.published))
        known = {t.when.code for t in told if t.when} | years_told(told)
        return known | counted(words, told, pack.lexicon) | mornings(words, told, pack.lexicon)
    if field == "time":
        clock = read_clock(words)
        return {clock} if clock else set()
    if field == "place":
        return {words} if words.strip() else set()
    if (
        field == "line"
        and theatre is not None
        and {m.actor.party for m, _ in mentions(sentence, pack, theatre)} & set(pack.gazetteer.theatres[theatre].parties)
    ):
        land = pack.gazetteer.theatres[theatre].land
        return ({land} if land else set()) | {p.line for p in lines(sentence, pack, theatre) if p.line}
    if field == "line":
        return _lines(sentence, theatre, pack)
    if field == "sector":
        found = {p.sector for p in (*sectors(sentence, pack.gazetteer, theatre), *coasts(sentence, pack.gazetteer, theatre))} | {
            p.sector for p in lines(sentence, pack, theatre)
        }
        return {s for s in found if s}
    if field in ("actor", "target"):
        return _actors(sentence, theatre, pack)
    if field in ("sources", "via"):
        return _speakers(sentence, theatre, pack)
    return _words_of(field, words, pack.lexicon)


def _counts(words: str, lexicon: Lexicon) -> set[str]:
    """Each number of the words, each sum of some of them, and one for a singular noun phrase or a name."""
    found = [(q.quantity.low, q.quantity.high) for q in quantities(words, lexicon)][:_MOST_PARTS]
    if re.match(r"(?:a|an|another)\b", words, re.IGNORECASE) or (not found and _singular(words, lexicon)):
        found.append((1, 1))
    if none_said(words, lexicon):
        found.append((0, 0))
    sums = {
        (None if None in lows else sum(n or 0 for n in lows), None if None in highs else sum(n or 0 for n in highs))
        for lows, highs in _choices(found)
    }
    ones = len(re.findall(r"\b(?:an?|another)\b", words, re.IGNORECASE))
    sums |= {(None if low is None else low + 1, None if high is None else high + 1) for low, high in sums if ones}
    return {json.dumps(list(pair), separators=(",", ":")) for pair in sums}


_MOST_PARTS = 6


def _choices(found: list[tuple[int | None, int | None]]) -> Iterator[tuple[list[int | None], list[int | None]]]:
    for size in range(1, len(found) + 1):
        for some in combinations(found, size):
            yield [low for low, _ in some], [high for _, high in some]


def _singular(words: str, lexicon: Lexicon) -> bool:
    """Whether the words name one: a pronoun, a name with its rank, a countable noun in the singular."""
    last = words.rsplit(None, 1)[-1] if words.strip() else ""
    numbers = lexicon.numbers
    countable = {*numbers.person_nouns, *numbers.vehicle_nouns, *numbers.rounds_nouns, *numbers.launches, *numbers.one_person}
    return last.lower() in countable or (
        len(words.split()) > 1 and any(c.isupper() for c in last) and not any(c.isdigit() or c == "," for c in words)
    )


def _lines(sentence: Sentence, theatre: str | None, pack: Pack) -> set[str]:
    """The lines named; where the line is the front, naming one of its sides is enough (a fight of the two is on it)."""
    found = {p.line for p in lines(sentence, pack, theatre) if p.line}
    of = pack.gazetteer.theatres[theatre] if theatre else None
    if (
        of is not None
        and of.front
        and of.land
        and {m.actor.party for m, _ in mentions(sentence, pack, theatre)} & {p for side in of.sides for p in side}
    ):
        found.add(of.land)
    return found


def _actors(sentence: Sentence, theatre: str | None, pack: Pack) -> set[str]:
    """The parties named, in every role; the other side of the theatre where the words name one side or the line."""
    parties = {mention.actor.party for mention, _ in mentions(sentence, pack, theatre)}
    if theatre is not None:
        sides = set(pack.gazetteer.theatres[theatre].parties)
        if parties & sides or any(p.line for p in lines(sentence, pack, theatre)):
            parties |= sides
    parties |= {o.party for party in parties for o in pack.gazetteer.parties[party].otherwise}
    parties |= {p.where.country for p in named(sentence, pack) if p.where and p.where.country}
    if any(w in sentence.text.lower() for w in pack.lexicon.word_sets["monitors"]) or "UN" in parties:
        parties |= {t.mission for t in pack.gazetteer.theatres.values() if t.mission}
    if not parties or any(w in pack.lexicon.role_of for w in re.findall(r"[a-z-]+", sentence.text.lower())):
        parties.add("UNK")
    return {f"{party}:{role}" for party in parties for role in ("mil", "gov", "civ", "mon", "unk")}


def _speakers(sentence: Sentence, theatre: str | None, pack: Pack) -> set[str]:
    low = sentence.text.lower()
    found = {"document"} | {name for name in (*pack.lexicon.roles.outlets, *pack.lexicon.roles.generic_speakers) if name.lower() in low}
    found.add(re.sub(r"^(?:the|a|an|some)\s+", "", sentence.text, flags=re.IGNORECASE))  # a named person or group keeps its plain name
    found |= {f"{party}:{name}" for party in pack.gazetteer.parties for name in pack.lexicon.roles.generic_speakers if name.lower() in low}
    for mention, _ in mentions(sentence, pack, theatre):
        party = mention.actor.party
        found |= {party, *(f"{party}:{body.code}" for body in pack.lexicon.roles.bodies)}
        if mention.speaker is not None:
            found |= {mention.speaker.code, *({mention.speaker.code.split(":")[-1]} & set(pack.lexicon.speech.agencies))}
    if any(name in low for body in pack.lexicon.roles.bodies for name in body.names):
        found |= {
            f"{party}:{body.code}"
            for party in pack.gazetteer.parties
            for body in pack.lexicon.roles.bodies
            if any(name in low for name in body.names)
        }
    return found


def _outcomes(words: str, lexicon: Lexicon) -> set[str]:
    return {name for _, _, names in lexicon.outcomes.find(words) for name in names}


def _words_of(field: str, words: str, lexicon: Lexicon) -> set[str]:
    if field == "response":
        taken = {"interception"} if "captured" in _outcomes(words, lexicon) else set()
        return taken | {name for _, _, names in lexicon.responses.find(words) for name in names}
    if field == "outcome":
        found = _outcomes(words, lexicon)
        return found | ({"retreated"} if "returned" in found else set())
    if field == "intent":
        return {name for name, cues in lexicon.cues.intent.items() if any(cue in words.lower() for cue in cues)}
    if field == "type":
        lemmas = {
            lemma
            for word in re.findall(r"[a-z]+(?:-[a-z]+)*", words.lower())
            for part in (word, *word.split("-"))
            for lemma in lexicon.lemmas(part)
        }
        return {
            kind
            for p in lexicon.patterns
            if lemmas & {*p.verbs, *p.nouns}
            for kind in (p.kind, p.air, p.sea, "monitor_attack" if p.kind in FIRE else None)
            if kind
        }
    return set()
