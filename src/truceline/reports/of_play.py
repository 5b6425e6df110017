"""Whether a text or a sentence is of sport or of a game, whose players attack, shoot and defend in the words of war."""

from truceline.model.reading import Annotated, Reading
from truceline.packs.lexicon import Lexicon
from truceline.reports.at_home import found

OF_PLAY = "a word of sport or of a game"
DIFFERENT, ALL = 2, 3
"""How many different words of play a text must have, and how many in all."""


def text_of_play(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a text has many words of play, and fewer of war."""
    texts = [(annotated.sentence.text, annotated.sentence.text) for annotated in reading.sentences]
    played = found(texts, lexicon.home.play)
    if len(set(played)) < DIFFERENT or len(played) < ALL:
        return False
    return len(played) > len(found(texts, lexicon.home.war))


def of_play(annotated: Annotated, whole: bool, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of a game: it has two words of play, or stands in a text of play (``whole``), and has no word of war.

    So what a text of sport tells of a war beside it is read ("the match was put off, since troops had shelled the town").
    """
    texts = [(annotated.sentence.text, annotated.sentence.text)]
    return (whole or len(set(found(texts, lexicon.home.play))) >= DIFFERENT) and not found(texts, lexicon.home.war)
