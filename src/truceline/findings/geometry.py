"""Where a point lies to the lines and zones of an agreement: side, zone, sector and distance, each with what the errors allow.

Geometry never says that a line was crossed: published lines are off by more than most crossings. It says whether what is told is
plausible where it is told to have been. Needs shapely and pyproj (the extra ``geo``).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyproj import Transformer
from shapely import MultiLineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from truceline.model.boundary import Boundary, BoundaryKind
from truceline.model.finding import Answer

FAR_M = 300_000
"""A boundary farther than this says nothing of a point."""
BESIDE = 0.7
"""Beyond an end of a line a point has a side only where it lies at least 45 degrees off the line's last direction (the sine of it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """One point against one boundary. ``low``..``high`` metres is the distance with the line's greatest error and the point's own.

    For a line, ``side`` is the home it lies in as drawn, None where the errors reach over the line. For a zone, ``inside`` says
    yes, no or unknown.
    """

    boundary: Boundary
    distance_m: float
    low: float
    high: float
    side: str | None = None
    inside: Answer | None = None
    sector: str | None = None


def place(longitude: float, latitude: float, radius_m: float, boundaries: Sequence[Boundary]) -> tuple[Placing, ...]:
    """A point with its radius of doubt against all boundaries near it, nearest first.

    Distances are measured on a plane laid at the point (azimuthal equidistant, WGS84), true to centimetres near it.
    """
    plane = to_plane(longitude, latitude)
    drawn = {each.id: on_plane(each, plane) for each in boundaries if each.paths}
    found = [placed for each in boundaries if (placed := _against(each, drawn, longitude, radius_m))]
    return tuple(sorted(found, key=lambda each: (each.distance_m, each.boundary.id)))


def to_plane(longitude: float, latitude: float) -> Transformer:
    """Degrees to metres on a plane that touches the earth at a point."""
    plane = f"+proj=aeqd +lat_0={latitude:.9f} +lon_0={longitude:.9f} +datum=WGS84 +units=m"
    return Transformer.from_crs("EPSG:4326", plane, always_xy=True)


def on_plane(boundary: Boundary, plane: Transformer) -> BaseGeometry:
    """A boundary in metres: lines, or an area, or the points and lines a zone is counted from."""
    paths = []
    for path in boundary.paths:
        x, y = plane.transform([point[0] for point in path], [point[1] for point in path])
        paths.append(list(zip(x, y)))
    if boundary.rings:
        return MultiPolygon([Polygon(each) for each in paths if len(each) > 3]).buffer(0)
    points = [each[0] for each in paths if len(each) == 1]
    return MultiPoint(points) if points else MultiLineString([each for each in paths if len(each) > 1])


def plausible(placings: Iterable[Placing], line: str) -> tuple[Answer, str]:
    """Whether an act told at a line can have been there: no only where every drawing of it lies beyond all error."""
    own = [each for each in placings if each.boundary.line == line and each.boundary.kind is BoundaryKind.LINE]
    if not own:
        return Answer.UNKNOWN, f"no drawing of {line} near this point"
    nearest = min(own, key=lambda each: each.low)
    told = f"{nearest.boundary.name} lies {between(nearest)} from it ({nearest.boundary.source})"
    return (Answer.YES, f"plausible: {told}") if nearest.low == 0 else (Answer.NO, f"not plausible at the line: {told}")


def between(placing: Placing) -> str:
    """The distance as a stretch: no number finer than the error."""
    if placing.low == 0:
        return f"within {_km(placing.high)}"
    return f"{_km(placing.low)} to {_km(placing.high)}"


def _against(boundary: Boundary, drawn: dict[str, BaseGeometry], longitude: float, radius_m: float) -> Placing | None:
    geometry = drawn.get(boundary.about or boundary.id)
    if geometry is None or geometry.is_empty:
        return None
    origin = Point(0, 0)
    distance, doubt = float(geometry.distance(origin)), boundary.error_max_m + radius_m
    if distance - boundary.within_m > FAR_M:
        return None
    if boundary.kind is BoundaryKind.ZONE:
        return _in_zone(boundary, geometry, origin, doubt)
    sector = next((each.name for each in boundary.sectors if each.west <= longitude < each.east), None)
    side = _side(boundary, geometry, origin) if distance > doubt else None
    return Placing(boundary=boundary, distance_m=distance, low=max(0.0, distance - doubt), high=distance + doubt, side=side, sector=sector)


def _in_zone(boundary: Boundary, geometry: BaseGeometry, origin: Point, doubt: float) -> Placing:
    """Distance to the zone from outside; unknown where the errors reach over its edge."""
    beyond = float(geometry.distance(origin)) - boundary.within_m
    if boundary.rings and geometry.contains(origin):
        beyond = -float(geometry.boundary.distance(origin))
    answer = Answer.UNKNOWN if abs(beyond) <= doubt else Answer.YES if beyond < 0 else Answer.NO
    outside = max(0.0, beyond)
    low = 0.0 if beyond < 0 else max(0.0, beyond - doubt)
    return Placing(boundary=boundary, distance_m=outside, low=low, high=outside + doubt, inside=answer)


def _side(boundary: Boundary, geometry: BaseGeometry, origin: Point) -> str | None:
    """The home on whose side a point lies: left or right of the nearest stretch of the line, as it is drawn.

    None where the point lies beyond the end of the line, more ahead of it than beside it: there the line has no sides.
    """
    part = min(geometry.geoms, key=origin.distance)
    at = part.project(origin)
    step = min(1.0, part.length / 4)
    before, after = part.interpolate(max(0.0, at - step)), part.interpolate(min(part.length, at + step))
    along, across = after.x - before.x, after.y - before.y
    cross = along * (origin.y - before.y) - across * (origin.x - before.x)
    at_an_end = at <= step or at >= part.length - step
    beside = abs(cross) / max(1e-9, math.hypot(along, across)) / max(1e-9, part.distance(origin))
    if math.isclose(cross, 0.0, abs_tol=1e-9) or (at_an_end and beside < BESIDE):
        return None
    return boundary.left if cross > 0 else boundary.right


def _km(metres: float) -> str:
    """Metres as kilometres, to two figures: finer would pretend."""
    if metres < 1000:
        return f"{max(100, round(metres, -2)):.0f} m"
    return f"{float(f'{metres / 1000:.2g}'):g} km"
