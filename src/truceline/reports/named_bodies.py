"""Bodies by name that are no organ of the party whose name theirs begins with, and organs named after another's ("Ruritania's CIA")."""

import re

from truceline.model.party import Speaker
from truceline.model.reading import Annotated, Mention
from truceline.packs.lexicon import Lexicon
from truceline.packs.word_patterns import shaped
from truceline.reports.voice import Home


def own_body(annotated: Annotated, mentions: list[Mention], end: int, lexicon: Lexicon) -> str | None:
    """The name of a body of citizens or of mercy in a phrase that ends at an offset ("the Lebanese Red Cross"); None of other phrases.

    It begins with a party's name and speaks for itself.
    """
    if not mentions or mentions[0].speaker is not None:
        return None
    at = annotated.sentence.start
    words = " ".join(annotated.sentence.text[mentions[0].start - at : end - at].split())
    found = shaped(r"(?-i:(?P<name>[A-Z][\w-]+ (?:[A-Z][\w-]+ )*?WORDS))(?![\w-])", lexicon.speech.own_bodies, cased=True).match(words)
    longer = found is not None and found.end() > mentions[0].end - mentions[0].start  # "the Russian Federation" is the party
    return found["name"] if found is not None and longer else None


def anothers_body(annotated: Annotated, mentions: list[Mention], end: int, home: Home) -> Speaker | None:
    """The organ of one state under the name of another's, told by whose it is ("Ruritania's CIA"); it must end the phrase."""
    if len(mentions) != 2 or mentions[1].end != end or not all(home.state(m.actor.party) for m in mentions):
        return None
    owner, body = mentions
    at = annotated.sentence.start
    owned = re.fullmatch(r"['’]s?\s+", annotated.sentence.text[owner.end - at : body.start - at])
    if owned is None or body.speaker is None or owner.actor.party == body.actor.party:
        return None
    name = annotated.sentence.text[body.start - at : body.end - at]
    return Speaker(code=f"{owner.actor.party}:{name}", party=owner.actor.party)
