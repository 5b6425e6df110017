"""Sides of a line for many points at once: the answers of geometry for one point, whatever the line's shape."""

import math

import numpy as np
import pytest
from shapely import MultiLineString, Point

from truceline.findings.geometry import BESIDE
from truceline.findings.sides import Sides

BENT = MultiLineString([[(0, 0), (1000, 0), (1000, 1000), (1000, 1000), (2000, 500)], [(5000, 0), (6000, 200)]])


def one_by_one(x: float, y: float) -> float:
    """The signed distance of one point, by the nearest part and its direction about the nearest place (as geometry has it)."""
    point = Point(x, y)
    part = min(BENT.geoms, key=point.distance)
    at, step = part.project(point), min(1.0, part.length / 4)
    before, after = part.interpolate(max(0.0, at - step)), part.interpolate(min(part.length, at + step))
    along, across = after.x - before.x, after.y - before.y
    cross = along * (y - before.y) - across * (x - before.x)
    distance = part.distance(point)
    beside = abs(cross) / math.hypot(along, across) / max(distance, 1e-9)
    if (at <= step or at >= part.length - step) and beside < BESIDE and distance > step:
        return math.nan
    return distance if cross >= 0 else -distance


def test_many_points_at_once_get_the_answers_that_each_gets_alone() -> None:
    random = np.random.default_rng(1)
    x, y = random.uniform(-2000, 8000, 3000), random.uniform(-3000, 3000, 3000)
    alone = np.array([one_by_one(*each) for each in zip(x, y)])
    together = Sides.of(BENT).signed(x, y)
    # Where two places of the line are as near, either may be the nearest: a hair's breadth, met by none of these points.
    np.testing.assert_allclose(together, alone, atol=1e-6)


@pytest.mark.parametrize(("x", "y", "signed"), [(500, 300, 300), (500, -300, -300), (990, 10, 10), (1010, -10, -math.hypot(10, 10))])
def test_left_is_above_nought_and_a_bend_has_its_side(x: float, y: float, signed: float) -> None:
    assert Sides.of(BENT).signed(np.array([float(x)]), np.array([float(y)]))[0] == pytest.approx(signed)


def test_a_point_ahead_of_an_end_has_no_side() -> None:
    assert np.isnan(Sides.of(BENT).signed(np.array([-500.0]), np.array([10.0]))[0])
