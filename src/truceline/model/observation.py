"""How a document came to be that a person or a sensor made: how it is known, which words fill which field, when it may go out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from truceline.model.text import Span


class Known(StrEnum):
    """How whoever wrote it knows it, as monitoring missions grade it."""

    SAW = "saw"
    HEARD = "heard"
    RECORDED = "recorded"
    WAS_TOLD = "was told"
    ASSESSED = "assessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of one field: the column's name in our spelling, and where in the document's text they stand."""

    column: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What stands beside the text of an observation.

    ``cells`` are in the order of the text; ``free`` is true where the words of ``text`` are to be read as any text is, since no field
    names the kind of act. ``not_before`` is the moment before which an observed track goes out to nobody (None: no delay).
    """

    known: Known
    cells: tuple[Cell, ...] = ()
    free: bool = True
    not_before: datetime | None = None

    def span(self, column: str) -> Span | None:
        """Where a field's words stand; None where it is not filled."""
        return next((each.span for each in self.cells if each.column == column), None)
