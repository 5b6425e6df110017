"""Which mission "the UN mission" and "the UN force" are, where they speak: the one of that kind that the document names."""

from truceline.model.party import Role, Speaker
from truceline.model.reading import Mention, Reading
from truceline.packs.lexicon import Lexicon


def mission_speaks(reading: Reading, mentions: list[Mention], bare: str, lexicon: Lexicon) -> Speaker | None:
    """A body of a union of states that words name after it ("the UN mission"); None for other words.

    Where the document names one mission of watchers, and no second, it is that one; else the union speaks.
    """
    if len(mentions) != 1 or not set(lexicon.speech.body_nouns).intersection(bare.lower().split()[-1:]):
        return None
    watching = {m.actor.party for a in reading.sentences for m in a.mentions if m.actor.role is Role.MON and not _of_words(m)}
    own = mentions[0].actor.party
    named = watching - {own}
    party = named.pop() if len(named) == 1 and mentions[0].actor.role is not Role.MIL else own
    return Speaker(code=party, party=party)


def _of_words(mention: Mention) -> bool:
    """Whether a mention already names an organ that speaks by itself."""
    return mention.speaker is not None and ":" in mention.speaker.code
