"""Words by which the layers before and beside the parse read what stands on the page: surface.yaml."""

from truceline.packs.reading_words import Listed, WordSet
from truceline.packs.shape import Shape


class SurfaceWords(Shape, frozen=True):
    """How a name is used, told before any parse: surface.yaml."""

    after_verb: WordSet
    after_name: WordSet
    verb_endings: Listed
    joining: WordSet
    claimed_by: Listed
    hyphened: dict[str, str]
    taking: WordSet
    taken_as: WordSet
    like_nouns: dict[str, str]
    like_modals: WordSet
    like_gerunds: WordSet
    verbs_like_nouns: dict[str, str]
    forces_like_adjectives: WordSet
    ranks: dict[str, str]
    ours: Listed
    foes: Listed
    enemies: Listed
