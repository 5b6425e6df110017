"""The gate: which sentences are worth a parse, told by their words and names alone."""

from collections.abc import Sequence

from truceline.model.party import Role
from truceline.model.reading import Mention, PlaceMention
from truceline.packs.gate_words import GateWords
from truceline.packs.lexicon import Lexicon
from truceline.packs.phrases import written_in


def passes(text: str, lexicon: Lexicon, mentions: Sequence[Mention] = (), places: Sequence[PlaceMention] = (), stand_in: str = "") -> bool:
    """Whether a pattern of the lexicon may fit some word of a sentence, or a word of tolls stands in it ("fatalities").

    A trigger word is not enough: what its patterns ask for (a class of words, a preposition, a party, a line) must be there too, in
    whatever place.
    ``stand_in`` is the word that the parser reads for a line.
    """
    words = frozenset(written_in(text).low)
    if not lexicon.toll_words.isdisjoint(words):
        return True
    gate = lexicon.gate
    triggers = [gate.needs[word] for word in words if word in gate.needs]
    if not triggers:
        return False
    lines = any(place.where is None and place.line is not None for place in places)
    told = words | {stand_in.lower()} if lines else words
    filled = {
        "LINE": any(place.where is None for place in places),
        "PARTY": bool(mentions),
        "FORCE": any(mention.actor.role is Role.MIL for mention in mentions),
        "LAND": bool(mentions),
        "KNOWN": any(place.where is not None for place in places),
    }
    for needs in triggers:
        for pattern in needs:
            if not any(map(words.isdisjoint, pattern.words)) and all(_met(need, told, filled, gate) for need in pattern.classes):
                return True
    return False


def _met(need: frozenset[str], words: frozenset[str], filled: dict[str, bool], gate: GateWords) -> bool:
    """Whether one of some classes is there; what is found of a class is kept in ``filled``, since many patterns ask for the same."""
    for name in need:
        if name not in filled:
            filled[name] = gate.filled(name, words)
        if filled[name]:
            return True
    return False
