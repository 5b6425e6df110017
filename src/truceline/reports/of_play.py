"""Whether a text or a sentence is of sport or of a game, whose players attack, shoot and defend in the words of war."""

from truceline.model.reading import Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.at_home import found

OF_PLAY = "a word of sport or of a game"
DIFFERENT, ALL = 2, 3
"""How many different words of play a text must have, and how many in all."""


def sentences_of_play(reading: Reading, lexicon: Lexicon) -> frozenset[int]:
    """Which sentences of a reading tell of a game: they have two words of play, or stand in a text of play, and have no word of war.

    A text of play has many words of it, and fewer of war. So what a text of sport tells of a war beside it is read ("the match was put
    off, since troops had shelled the town").
    """
    texts = [(annotated.sentence.text, annotated.sentence.text) for annotated in reading.sentences]
    played = found(texts, lexicon.home.play)
    if not played:
        return frozenset()
    many = len(set(played)) >= DIFFERENT and len(played) >= ALL
    whole = many and len(played) > len(found(texts, lexicon.home.war))
    able = (n for n, text in enumerate(texts) if whole or len(set(found([text], lexicon.home.play))) >= DIFFERENT)
    return frozenset(n for n in able if not found([texts[n]], lexicon.home.war))
