"""Handling marks: how far a document, and all that derives from it, may go (Traffic Light Protocol 2.0, FIRST 2022)."""

from enum import StrEnum


class Handling(StrEnum):
    """From what anybody may see to what is for those present alone; in this order."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"

    @property
    def rank(self) -> int:
        """0 for what anybody may see, rising."""
        return tuple(Handling).index(self)

    def covers(self, other: "Handling") -> bool:
        """May what is marked ``other`` be seen by whoever may see up to this mark?"""
        return other.rank <= self.rank


UNMARKED = Handling.AMBER
"""What a person's note or a row of a table without a mark is taken for: what somebody observed is not public until it is said to be."""

_OLD = {"WHITE": Handling.CLEAR}
"""TLP 1.0 called it so."""


def handling_of(text: str) -> Handling:
    """The mark that people write as "TLP:AMBER", "amber" or "amber+strict". Raises ValueError naming the marks."""
    word = text.strip().upper().removeprefix("TLP").lstrip(": -").replace(" ", "")
    found = next((each for each in Handling if each.value == f"TLP:{word}"), _OLD.get(word))
    if found is None:
        raise ValueError(f"{text.strip()[:40]!r} is no handling mark (one of: {', '.join(Handling)})")
    return found
