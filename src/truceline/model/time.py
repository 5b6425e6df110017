"""When something happened: an interval of days, how finely it is known, and from what."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How finely the text fixes the time."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


def month_span(day: date) -> tuple[date, date]:
    """The first and the last day of the month that a day is in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """First and last possible day of an event, local to where it happened (codebook 2, `date`).

    ``basis`` names the rule that read it ("weekday", "month day", "anchor", ...);
    ``words`` keeps what the text said; ``anchored`` is true if the publication date
    was needed to fix it. A publication date alone never makes a When (codebook 3, Date).
    """

    start: date
    end: date
    precision: Precision
    basis: str
    words: str
    anchored: bool = False

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a time cannot end ({self.end}) before it begins ({self.start})")

    @property
    def code(self) -> str:
        """The codebook's writing: 2024-06-20, 2024-06, 2024 or 2024-06-01/2024-06-20; 2024-06/2024-08 where the months are whole."""
        if self.precision is Precision.YEAR:
            return f"{self.start.year:04d}"
        if self.precision is Precision.MONTH:
            return f"{self.start.year:04d}-{self.start.month:02d}"
        if self.start == self.end:
            return self.start.isoformat()
        if self.start == month_span(self.start)[0] and self.end == month_span(self.end)[1]:
            years = (self.start.month, self.end.month) == (1, 12)
            return f"{self.start.year:04d}/{self.end.year:04d}" if years else f"{self.start:%Y-%m}/{self.end:%Y-%m}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"
