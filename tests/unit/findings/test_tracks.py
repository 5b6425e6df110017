"""Tracks against a straight line and a round zone, where every answer can be reckoned by hand."""

import numpy as np
import pytest

from truceline.findings.tracks import Ground, Observed, Track, chance, ground, observed, stretches
from truceline.model.boundary import Boundary, BoundaryKind

DEGREE = 111_319.49  # metres of a degree of longitude at the equator
PLAIN = {"version": "one", "status": "agreed", "source": "test", "licence": "test", "note": ""}
LINE = Boundary(
    id="line", kind=BoundaryKind.LINE, line="MDL", name="the equator", error_m=10, error_max_m=10, left="KOR", right="PRK",
    paths=(((-1.0, 0.0), (1.0, 0.0)),), **PLAIN,
)  # fmt: skip
ZONE = Boundary(
    id="zone",
    kind=BoundaryKind.ZONE,
    line="MDL",
    name="a circle",
    error_m=10,
    error_max_m=10,
    within_m=1000,
    paths=(((0.0, 0.05),),),
    **PLAIN,
)


def grounds(*boundaries: Boundary) -> list[Ground]:
    return [one for each in boundaries if (one := ground(each, boundaries))]


def track(*north_m: float, error_m: float = 5, east_m: float = 0) -> Track:
    """One fix a minute at so many metres north of the line."""
    count = len(north_m)
    return Track(
        object="a craft", sensor="radar", times=np.arange(count) * 60.0, longitudes=np.full(count, east_m / DEGREE),
        latitudes=np.array(north_m) / 110_574.0, errors_m=np.full(count, float(error_m)),
    )  # fmt: skip


def told(found: Track, *boundaries: Boundary) -> list[Observed]:
    return list(observed(found, grounds(*(boundaries or (LINE,)))))


def test_a_crossing_has_its_depth_stay_and_return() -> None:
    (crossing,) = told(track(5000, 3000, -500, -800, -300, 4000, 6000))
    assert (crossing.kind, crossing.side, crossing.n_fixes) == ("crossing", "PRK", 3)
    assert crossing.depth_m == pytest.approx(800, abs=2)
    assert (crossing.began_at, crossing.ended_at, crossing.returned_at, crossing.stay_s) == (120, 240, 300, 120)
    assert crossing.probability > 0.999


def test_the_same_from_the_other_side_enters_the_other_home() -> None:
    (crossing,) = told(track(-5000, 500, -5000))
    assert crossing.side == "KOR"


def test_an_object_still_beyond_at_the_last_fix_has_not_returned() -> None:
    (crossing,) = told(track(5000, -500, -600))
    assert crossing.returned_at is None


def test_an_approach_is_no_crossing() -> None:
    (approach,) = told(track(9000, 1500, 300, 1800, 9000))
    assert (approach.kind, approach.n_fixes) == ("approach", 3)
    assert approach.depth_m == pytest.approx(300, abs=2)
    assert approach.probability < 0.001


def test_far_from_the_line_nothing_is_told() -> None:
    assert told(track(9000, 8000, 9000)) == []


@pytest.mark.parametrize(("error_m", "least", "most"), [(5, 0.99, 1.0), (100, 0.60, 0.70), (1000, 0.50, 0.55)])
def test_the_errors_of_fix_and_line_make_the_probability(error_m: float, least: float, most: float) -> None:
    (crossing,) = told(track(5000, -40, 5000, error_m=error_m))
    assert least <= crossing.probability <= most


def test_chance_is_the_normal_law() -> None:
    found = chance(np.array([0.0, 1.0, -1.0, 1.96]), np.ones(4))
    assert found == pytest.approx([0.5, 0.8413447, 0.1586553, 0.9750021], abs=1e-6)


def test_a_zone_is_entered_and_left() -> None:
    (entry,) = told(track(9000, 5900, 5528, 5900, 9000), ZONE)
    assert (entry.kind, entry.n_fixes, entry.returned_at) == ("zone_entry", 3, 240)
    assert entry.depth_m == pytest.approx(1000, abs=5)


def test_beyond_the_end_of_the_line_no_crossing_is_told() -> None:
    assert [each.kind for each in told(track(5000, -5000, 5000, east_m=3 * DEGREE))] == []


def test_stretches_are_first_and_one_past_the_last() -> None:
    assert stretches(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
    assert stretches(np.array([False])) == []


def test_many_fixes_at_a_stretch_give_what_they_give_one_by_one() -> None:
    rng = np.random.default_rng(7)
    north = np.cumsum(rng.normal(0, 400, 2000)) + 1500
    whole = told(track(*north))
    (line,) = grounds(LINE)
    single = [float(line.signed(np.array([0.0]), np.array([each / 110_574.0]))[0]) for each in north]
    beyond = stretches(np.array([-each for each in single]) > 0)
    assert len([each for each in whole if each.kind == "crossing"]) == len(beyond)
