"""Words by which somebody is charged with an act without a verb of accusing, and over which acts: charges.yaml."""

from truceline.packs.reading_words import WordSet
from truceline.packs.shape import Shape


class ChargeWords(Shape, frozen=True):
    """Verbs, nouns and places that name a culprit (reports/charges_said.py, reports/charged_over.py)."""

    ascribing: WordSet
    ascribed_to: WordSet
    pinning: WordSet
    pinned_on: WordSet
    putting: WordSet
    put_down: WordSet
    blame: WordSet
    hands: WordSet
    seeing: WordSet
    works: WordSet
    holding_so: WordSet
    doubting: WordSet
    coming: WordSet
    coming_from: WordSet
    sent: WordSet
    places_of: WordSet
    trading: WordSet
    taken_all_the_same: WordSet
    over_each: WordSet

    def telling(self) -> frozenset[str]:
        """Words at which a sentence may charge somebody."""
        return self.ascribing | self.putting | {"pin"} | self.hands | self.works | self.coming
