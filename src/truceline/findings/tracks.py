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

from truceline.findings.geometry import BESIDE, on_plane, to_plane
from truceline.model.boundary import Boundary, BoundaryKind

Floats = npt.NDArray[np.float64]
NEAR_M = 2_000.0
"""An object that comes so near to a line without being likelier beyond it than not has approached it."""
LIKELY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Fixes of one object, by time: epoch seconds (UTC), degrees, error in metres (one standard deviation)."""

    object: str
    sensor: str
    times: Floats
    longitudes: Floats
    latitudes: Floats
    errors_m: Floats


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
    """A boundary laid on a plane, ready to be asked for many points."""

    boundary: Boundary
    plane: Transformer
    shape: BaseGeometry

    def signed(self, longitudes: Floats, latitudes: Floats) -> Floats:
        """Metres to the line, above nought on its left and below on its right; for a zone, above nought outside and below inside."""
        x, y = self.plane.transform(longitudes, latitudes)
        points = shapely.points(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))
        if self.boundary.kind is BoundaryKind.LINE:
            return _sided(self.shape, points)
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
    return Ground(boundary, plane, shape)


def observed(track: Track, grounds: Sequence[Ground]) -> Iterator[Observed]:
    """What one track shows of each boundary, by boundary and time."""
    for each in grounds:
        signed = each.signed(track.longitudes, track.latitudes)
        spread = np.hypot(track.errors_m, each.boundary.error_m)
        if each.boundary.kind is BoundaryKind.ZONE:
            yield from _runs(track, each, -signed, spread, "zone_entry", None)
        else:
            yield from _of_line(track, each, signed, spread)


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


def _sided(lines: BaseGeometry, points: npt.NDArray[np.object_]) -> Floats:
    """Signed distance to the nearest part of a line; not a number beyond its ends, where it has no sides (as in ``geometry``)."""
    best = np.full(len(points), np.inf)
    signed = np.full(len(points), np.nan)
    for part in lines.geoms:
        distance = shapely.distance(part, points)
        nearer = distance < best
        if nearer.any():
            best[nearer] = distance[nearer]
            signed[nearer] = _beside(part, points[nearer], distance[nearer])
    return signed


def _beside(part: BaseGeometry, points: npt.NDArray[np.object_], distance: Floats) -> Floats:
    """Signed distance to one unbroken line, the sign by the stretch about the nearest place on it."""
    at = shapely.line_locate_point(part, points)
    step = min(1.0, part.length / 4)
    before = shapely.line_interpolate_point(part, np.maximum(0.0, at - step))
    after = shapely.line_interpolate_point(part, np.minimum(part.length, at + step))
    bx, by = shapely.get_x(before), shapely.get_y(before)
    along, across = shapely.get_x(after) - bx, shapely.get_y(after) - by
    cross = along * (shapely.get_y(points) - by) - across * (shapely.get_x(points) - bx)
    beside = np.abs(cross) / np.maximum(np.hypot(along, across), 1e-9) / np.maximum(distance, 1e-9)
    past_an_end = ((at <= step) | (at >= part.length - step)) & (beside < BESIDE) & (distance > step)
    return np.asarray(np.where(past_an_end, np.nan, np.where(cross >= 0, distance, -distance)), dtype=np.float64)


def _erf(x: Floats) -> Floats:
    """The error function, to 1.5e-7 (Abramowitz and Stegun 7.1.26): numpy has none."""
    t = 1.0 / (1.0 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.asarray(np.sign(x) * (1.0 - poly * np.exp(-x * x)), dtype=np.float64)
