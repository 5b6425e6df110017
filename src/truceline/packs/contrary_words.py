"""Words by which an accused side tells the contrary of what is told of it, as ``contrary.yaml`` holds them."""

from truceline.packs.reading_words import WordSet
from truceline.packs.shape import Shape


class ContraryWords(Shape, frozen=True):
    """What each set is for stands in the file."""

    saying: WordSet
    ourselves: WordSet
    habit: WordSet
    never: WordSet
    none: WordSet
    none_of: WordSet
    any: WordSet
    open: WordSet
    could: WordSet
    moving: WordSet
    acting: WordSet
    happening: WordSet
    having: WordSet
    forces: WordSet
    gear: WordSet
    there: WordSet
    wanting: WordSet
    nothing: WordSet
    knowing: WordSet
    knowledge: WordSet
    answering: WordSet
    doing: WordSet
    thing: WordSet
    reports: WordSet
    craft: WordSet
    lost: WordSet
    safe: WordSet
    back: WordSet
    silent: WordSet
    tales: WordSet
    tale_traits: WordSet
    tale_of: WordSet
    tale_only_so: WordSet
    said: WordSet
    turning_down: WordSet
    turning_with: dict[str, WordSet]
    truth: WordSet
    openers: WordSet

    def marks(self) -> frozenset[str]:
        """Words of which one stands in every contrary account: of none, of silence or safety, of tales and of turning down."""
        none = (self.never, self.none, self.none_of, self.nothing, self.silent, self.safe, self.openers, ("without", "all"))
        return frozenset().union(*none, self.tales, self.tale_traits, self.turning_down, self.turning_with)
