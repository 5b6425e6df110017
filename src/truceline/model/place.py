"""Where something happened: the place as named, and what a gazetteer knows of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as the text names it; a point only where one gazetteer entry is meant.

    ``radius_m`` is the radius of doubt in metres around the point (WGS84 degrees).
    ``candidates`` lists gazetteer ids where the name is ambiguous; no point is given then.
    """

    name: str
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_m: int | None = None
    country: str | None = None
    candidates: tuple[str, ...] = ()
