"""On which side of a line, and how far from it, millions of points lie: each against the nearest of its segments, as arrays.

The answers are those of ``geometry`` for one point: the side is told by the line's direction about the nearest place on it, and a
point ahead of an end has none.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from truceline.findings.geometry import BESIDE

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sides:
    """The segments of a line's unbroken parts, end to end along one measure; parts lie ``GAP`` apart on it, so that none meets the next.

    ``at`` is where each vertex lies on that measure, ``x`` and ``y`` its place; ``first`` the vertex each segment begins with;
    ``begin`` and ``end`` the measure of each segment's part.
    """

    tree: shapely.STRtree
    at: Floats
    x: Floats
    y: Floats
    first: Places
    begin: Floats
    end: Floats

    @classmethod
    def of(cls, lines: BaseGeometry) -> "Sides":
        """The sides of a line on its plane."""
        at, xs, ys, first, begin, end, segments = [], [], [], [], [], [], []
        n, measure = 0, 0.0
        for part in lines.geoms:
            corners = np.asarray(part.coords, dtype=np.float64)[:, :2]
            corners = corners[np.concatenate(([True], np.any(np.diff(corners, axis=0) != 0, axis=1)))]
            if len(corners) < 2:
                continue
            along = measure + np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))))
            at.append(along)
            xs.append(corners[:, 0])
            ys.append(corners[:, 1])
            first.append(n + np.arange(len(corners) - 1))
            begin.append(np.full(len(corners) - 1, along[0]))
            end.append(np.full(len(corners) - 1, along[-1]))
            segments.append(shapely.linestrings(np.stack((corners[:-1], corners[1:]), axis=1)))
            n, measure = n + len(corners), float(along[-1]) + GAP
        joined = (np.concatenate(each) for each in (at, xs, ys, first, begin, end))
        return cls(shapely.STRtree(np.concatenate(segments)), *joined)

    def signed(self, x: Floats, y: Floats) -> Floats:
        """Metres to the line, above nought on its left; not a number where a point lies ahead of an end."""
        (_, nearest), distance = self.tree.query_nearest(shapely.points(x, y), return_distance=True, all_matches=False)
        a = self.first[nearest]
        ax, ay, ux, uy = self.x[a], self.y[a], self.x[a + 1] - self.x[a], self.y[a + 1] - self.y[a]
        share = np.clip(((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy), 0.0, 1.0)
        at = self.at[a] + share * (self.at[a + 1] - self.at[a])
        begin, end = self.begin[nearest], self.end[nearest]
        step = np.minimum(1.0, (end - begin) / 4)
        before, after = np.maximum(begin, at - step), np.minimum(end, at + step)
        bx, by = np.interp(before, self.at, self.x), np.interp(before, self.at, self.y)
        along, across = np.interp(after, self.at, self.x) - bx, np.interp(after, self.at, self.y) - by
        cross = along * (y - by) - across * (x - bx)
        beside = np.abs(cross) / np.maximum(np.hypot(along, across), 1e-9) / np.maximum(distance, 1e-9)
        ahead = ((at - begin <= step) | (at >= end - step)) & (beside < BESIDE) & (distance > step)
        return np.asarray(np.where(ahead, np.nan, np.where(cross >= 0, distance, -distance)), dtype=np.float64)


GAP = 1e7
"""Metres between the parts of a line on its measure: more than any step along it."""
