"""Where an incident may be drawn: the points its reports allow, or the reason why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.place import Where
from truceline.model.report import Report

# A ring wider than this says "somewhere in the country": such incidents stand in a list, never on a pin.
WIDEST_M = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point in WGS84 degrees with its radius of doubt in metres (None: not known)."""

    name: str
    latitude: float
    longitude: float
    radius_m: int | None


def spots(reports: Iterable[Report]) -> tuple[Spot, ...]:
    """The different points that reports give, finest first; empty where none is fine enough to draw."""
    found = {
        (each.latitude, each.longitude): Spot(name=each.name, latitude=each.latitude, longitude=each.longitude, radius_m=each.radius_m)
        for each in _named(reports)
        if each.latitude is not None and each.longitude is not None and (each.radius_m or 0) <= WIDEST_M
    }
    return tuple(sorted(found.values(), key=lambda each: (each.radius_m is None, each.radius_m or 0, each.name)))


def place_of(reports: Iterable[Report]) -> dict[str, object] | None:
    """The finest place as a dossier shows it; None where no report names one."""
    reports = tuple(reports)
    drawn = spots(reports)
    if drawn:
        first = drawn[0]
        return {"name": first.name, "latitude": first.latitude, "longitude": first.longitude, "radius_m": first.radius_m}
    names = _named(reports)
    return {"name": names[0].name, "latitude": None, "longitude": None, "radius_m": None} if names else None


def why_not_drawn(reports: Iterable[Report]) -> str:
    """Why an incident has no point, in a few words."""
    names = _named(reports)
    if not names:
        return "no place is named"
    if any(each.candidates for each in names):
        return f'"{names[0].name}" may mean several places'
    if any((each.radius_m or 0) > WIDEST_M for each in names):
        return f'"{names[0].name}" is too wide for a point'
    return f'no point is known for "{names[0].name}"'


def _named(reports: Iterable[Report]) -> tuple[Where, ...]:
    return tuple(each.claim.where.value for each in reports if each.claim.where is not None)
