"""Observed tracks against lines and zones: approaches, crossings, stays and returns, with the probability that the errors leave.

Millions of fixes are taken at a stretch, as arrays. Needs shapely and pyproj (the extra ``geo``); numpy comes with the parser.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from truceline.findings.geometry import on_plane, to_plane
from truceline.findings.sides import Sides
from truceline.model.boundary import Boundary, BoundaryKind

Floats = npt.NDArray[np.float64]
NEAR_M = 2_000.0
"""An object that comes so near to a line without being likelier beyond it than not has approached it."""
LIKELY = 0.5
REACH_M = 50_000.0
"""Beyond this from all of a boundary nothing is asked of it: an object is not near it, nor in a zone, whatever the errors."""
METRES_OF_A_DEGREE = 111_195.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Fixes of one object, by time: epoch seconds (UTC), degrees, error in metres (one standard deviation)."""

    object: str
    sensor: str
    times: Floats
    longitudes: Floats
    latitudes: Floats
    errors_m: Floats
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What a track shows of one boundary. ``kind`` is ``crossing``, ``approach`` or ``zone_entry``.

    ``probability`` that the object was beyond the line (or inside), at its greatest; ``depth_m`` how far beyond as drawn, at the most
    (for an approach how near), give or take ``error_m``. ``returned_at`` None = still there at the last fix. ``side`` is the home entered.
    """

    kind: str
    boundary: str
    line: str
    object: str
    sensor: str
    began_at: float
    ended_at: float
    returned_at: float | None
    probability: float
    depth_m: float
    error_m: float
    side: str | None
    longitude: float
    latitude: float
    n_fixes: int

    @property
    def stay_s(self) -> float:
        """Seconds from the first fix beyond to the last."""
        return self.ended_at - self.began_at


@dataclass(frozen=True, slots=True)
class Ground:
    """A boundary laid on a plane, ready to be asked for many points. ``box`` is what it can say anything of: west, south, east, north."""

    boundary: Boundary
    plane: Transformer
    shape: BaseGeometry
    sides: Sides | None
    box: tuple[float, float, float, float]

    def near(self, longitudes: Floats, latitudes: Floats) -> npt.NDArray[np.bool_]:
        """Which points lie so near that their distance can matter."""
        west, south, east, north = self.box
        found = (longitudes >= west) & (longitudes <= east) & (latitudes >= south) & (latitudes <= north)
        return np.asarray(found, dtype=np.bool_)

    def signed(self, longitudes: Floats, latitudes: Floats) -> Floats:
        """Metres to the line, above nought on its left and below on its right; for a zone, above nought outside and below inside."""
        x, y = (np.asarray(each, dtype=np.float64) for each in self.plane.transform(longitudes, latitudes))
        if self.sides is not None:
            return self.sides.signed(x, y)
        points = shapely.points(x, y)
        if not self.boundary.rings:
            return np.asarray(shapely.distance(self.shape, points) - self.boundary.within_m, dtype=np.float64)
        edge = shapely.distance(self.shape.boundary, points)
        return np.asarray(np.where(shapely.contains(self.shape, points), -edge, edge), dtype=np.float64)


def ground(boundary: Boundary, boundaries: Sequence[Boundary]) -> Ground | None:
    """A boundary on a plane at its middle; None where it has no geometry of its own or of another."""
    source = next((each for each in boundaries if each.id == boundary.about), boundary) if boundary.about else boundary
    points = [point for path in source.paths for point in path]
    if not points:
        return None
    plane = to_plane(*(sum(part) / len(points) for part in zip(*points)))
    shape = on_plane(source, plane)
    shapely.prepare(shape)
    line = boundary.kind is BoundaryKind.LINE
    return Ground(boundary, plane, shape, Sides.of(shape) if line else None, _box(points, REACH_M + boundary.within_m))


def _box(points: Sequence[tuple[float, float]], reach_m: float) -> tuple[float, float, float, float]:
    """The points' box, wider by so many metres."""
    longitudes, latitudes = zip(*points)
    high = reach_m / METRES_OF_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(max(map(abs, latitudes)))))
    return min(longitudes) - wide, min(latitudes) - high, max(longitudes) + wide, max(latitudes) + high


def observed(track: Track, grounds: Sequence[Ground]) -> Iterator[Observed]:
    """What one track shows of each boundary, by boundary and time. A track that lies far from one shows nothing of it."""
    west, east = float(track.longitudes.min()), float(track.longitudes.max())
    south, north = float(track.latitudes.min()), float(track.latitudes.max())
    for each in grounds:
        if west > each.box[2] or east < each.box[0] or south > each.box[3] or north < each.box[1]:
            continue
        spread = np.hypot(track.errors_m, each.boundary.error_m)
        if each.boundary.kind is BoundaryKind.ZONE:
            signed = np.full(len(track.times), np.inf)
            near = each.near(track.longitudes, track.latitudes)
            if near.any():
                signed[near] = each.signed(track.longitudes[near], track.latitudes[near])
                yield from _runs(track, each, -signed, spread, "zone_entry", None)
        else:
            yield from _of_line(track, each, each.signed(track.longitudes, track.latitudes), spread)


def chance(beyond_m: Floats, spread_m: Floats) -> Floats:
    """The probability of being beyond, from the distance beyond and the spread of both errors (normal, independent)."""
    ratio = beyond_m / np.maximum(spread_m, 1e-6)
    return np.asarray(0.5 * (1.0 + _erf(ratio / math.sqrt(2.0))), dtype=np.float64)


def _of_line(track: Track, each: Ground, signed: Floats, spread: Floats) -> Iterator[Observed]:
    """Beyond is the side on which the track did not begin; its own side is the likelier one at the first fix."""
    known = signed[~np.isnan(signed)]
    if not len(known):
        return
    began_left = bool(known[0] >= 0)
    beyond = -signed if began_left else signed
    side = each.boundary.right if began_left else each.boundary.left
    yield from _runs(track, each, beyond, spread, "crossing", side)
    likely = chance(beyond, spread) > LIKELY
    near = (np.abs(signed) <= NEAR_M) & ~likely
    for start, stop in stretches(near):
        touches = (start > 0 and likely[start - 1]) or (stop < len(near) and likely[stop])
        if not touches:
            at = start + int(np.argmin(np.abs(signed[start:stop])))
            yield _told(track, each, "approach", side, start, stop, at, chance(beyond, spread), np.abs(signed), spread)


def _runs(track: Track, each: Ground, beyond: Floats, spread: Floats, kind: str, side: str | None) -> Iterator[Observed]:
    likely = chance(beyond, spread)
    for start, stop in stretches(likely > LIKELY):
        at = start + int(np.argmax(beyond[start:stop]))
        yield _told(track, each, kind, side, start, stop, at, likely, beyond, spread)


def _told(
    track: Track, each: Ground, kind: str, side: str | None, start: int, stop: int, at: int, likely: Floats, depth: Floats, spread: Floats
) -> Observed:
    back = float(track.times[stop]) if stop < len(track.times) else None
    return Observed(
        kind=kind, boundary=each.boundary.id, line=each.boundary.line, object=track.object, sensor=track.sensor,
        began_at=float(track.times[start]), ended_at=float(track.times[stop - 1]), returned_at=back,
        probability=float(likely[start:stop].max()), depth_m=float(depth[at]), error_m=float(spread[at]), side=side,
        longitude=float(track.longitudes[at]), latitude=float(track.latitudes[at]), n_fixes=stop - start,
    )  # fmt: skip


def stretches(holds: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and one past the last place of each unbroken stretch of yes."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], holds, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist()))


def _erf(x: Floats) -> Floats:
    """The error function, to 1.5e-7 (Abramowitz and Stegun 7.1.26): numpy has none."""
    t = 1.0 / (1.0 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.asarray(np.sign(x) * (1.0 - poly * np.exp(-x * x)), dtype=np.float64)
