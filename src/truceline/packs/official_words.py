"""Sets of words by which releases of armies, ministries and missions tell what they tell: official.yaml."""

from truceline.packs.reading_words import WordSet
from truceline.packs.shape import Shape


class OfficialWords(Shape, frozen=True):
    """What makes a telling in a release no act, and what carries an act there: official.yaml."""

    disposing: WordSet
    made_safe: WordSet
    found_arms: WordSet
    career_traits: WordSet
    career_nouns: WordSet
    running: WordSet
    careers_of: WordSet
    dying_for: WordSet
    died_for: WordSet
    greatest: WordSet
    fallen: WordSet
    becoming: WordSet
    put_an_end_to: WordSet
    martyring: WordSet
    trades: tuple[str, ...]
    outings: WordSet
    being_out: WordSet
    past: WordSet
    past_endings: tuple[str, ...]
    to_come: WordSet
    coming_about: WordSet
    passed: WordSet
    elsewhere: WordSet
    pointed: WordSet
    sacrifices: WordSet
    ruling: WordSet
    now: WordSet
    any_of: WordSet
    going_on: WordSet
    did: WordSet
    in_answer: WordSet
    wrongs: WordSet
    opening: dict[str, str]
    acting_forces: WordSet
