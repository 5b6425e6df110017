"""People of no name who speak: "medics", "Arab hospital officials", "shipping executives in the Gulf"."""

import re

from truceline.model.party import Speaker
from truceline.model.reading import Annotated
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped

_WHERE = r" (?:in|at|from|near)\b.*"


def unnamed_people(bare: str, lexicon: Lexicon) -> Speaker | None:
    """The people whom the words of a phrase name by what they are, up to where they are; None where they name others."""
    names = lexicon.roles.generic_speakers
    match = shaped(rf"(?:[\w'’-]+ ){{0,2}}?(?P<name>WORDS)(?:{_WHERE})?$", names).match(bare)
    if match is None:
        return None
    head = re.split(r" (?:in|at|from|near) ", bare)[0]
    name = next(n for n in names if n.lower() == match["name"].lower())
    return Speaker(code=name if head.lower() == name.lower() else head)


def unnamed_name(bare: str, lexicon: Lexicon) -> str:
    """The longest name of unnamed people in a phrase; empty where it has none."""
    low = bare.lower()
    return next((n for n in sorted(lexicon.roles.generic_speakers, key=len, reverse=True) if n.lower() in low), "")


def of_an_army(bare: str, lexicon: Lexicon) -> bool:
    """Whether unnamed people are of an army by their whole name ("military sources")."""
    return any(body.role == "mil" and bare.lower().split(" in ")[0] in body.names for body in lexicon.roles.bodies)


def in_small(speaker: Speaker, annotated: Annotated, low: int, lexicon: Lexicon) -> Speaker:
    """A common phrase that a sentence begins with, without its capital ("Shipping executives"); names keep theirs."""
    if low != annotated.sentence.start or speaker.code in lexicon.roles.generic_speakers:
        return speaker
    known = {*(m.start for m in annotated.mentions), *(p.start for p in annotated.places)}
    named = low in known or speaker.code.split()[0] in lexicon.speech.peoples
    return speaker if named else Speaker(code=speaker.code[:1].lower() + speaker.code[1:])


def speaks_for(bare: str, lexicon: Lexicon) -> bool:
    """Whether a phrase has a word of those who speak for whom it names ("spokesman", "officials")."""
    return shaped(r"\bWORDS", lexicon.speech.spokesmen).search(bare) is not None
