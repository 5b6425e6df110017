"""What no map layer draws of the waters between the Koreas: versions of the line at sea, and the ends of the Han estuary.

Longitude and latitude, WGS84. The numbers are facts that several works repeat; none was checked against a print.
"""

from dataclasses import dataclass

from make_lines import NLL_WEST
from pyproj import Geod
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

GEOD = Geod(ellps="WGS84")

# As drawn on a web map of the Northern Limit Line and copied from there; who drew it from what is not told.
NLL_DIGITISED = [
    (126.1620, 37.7351), (126.1168, 37.7298), (126.0526, 37.6965), (125.7756, 37.7546), (125.7004, 37.6984), (125.4953, 37.6984),
    (125.2502, 37.6261), (125.0813, 37.6684), (124.8724, 37.7941), (124.8544, 38.0129), (123.5477, 38.2047),
]  # fmt: skip

# The line that the DPRK declared at sea on 2 September 1999: three points of the literature, from memory of it.
DPRK_1999 = [(125.5167, 37.3083), (124.9167, 37.0200), (124.5417, 36.8458)]

# In the east the Northern Limit Line is told to run due east from the coast, at 38 degrees 37 minutes.
NLL_EAST = [(128.3600, 38.6167), (131.0000, 38.6167)]

# The Han estuary in words: from the mouth of the Imjin to the west of Gyodong. In the south the cut runs through the islands and the
# peninsula of Gimpo, over the mouths of the straits between them; in the north over the mouth of the Ryesong.
ESTUARY_CUT = [
    (126.170, 37.720), (126.245, 37.765), (126.300, 37.790), (126.345, 37.795), (126.385, 37.797), (126.440, 37.805), (126.490, 37.800),
    (126.525, 37.770), (126.545, 37.765), (126.600, 37.750), (126.660, 37.755), (126.690, 37.755), (126.690, 37.810), (126.600, 37.850),
    (126.170, 37.850),
]  # fmt: skip

VERSIONS = {"nll": NLL_WEST, "nll_digitised": NLL_DIGITISED}


@dataclass(frozen=True)
class SeaLine:
    """One version of the line at sea: the name of its file, its points, whose it is, and how far off it may be in metres."""

    stem: str
    points: list[tuple[float, float]]
    name: str
    version: str
    whose: tuple[str, ...]
    note: str
    error: tuple[int, int] = (6500, 6500)


def sea_lines() -> list[SeaLine]:
    """The versions of both sides; how far two drawings of one of them are apart is measured here."""
    least, most = apart()
    between = f"Two drawings of it differ by {least / 1000:.1f} to {most / 1000:.1f} km, published ones by up to 6.5 km."
    unc, name = ("UNC", "KOR"), "Northern Limit Line"
    rejected = "UN Command line, not accepted by the DPRK, not in the Armistice. "
    return [
        SeaLine("nll", NLL_WEST, name, "eleven points of the literature", unc, rejected + between),
        SeaLine(
            "nll_digitised", NLL_DIGITISED, name, "drawn on a web map", unc,
            f"{rejected}{between} Who drew this one, from what, is not told.",
        ),
        SeaLine(
            "nll_east", NLL_EAST, f"{name} in the east", "due east from the coast", unc,
            rejected + "Told in words: from the coast due east at 38 degrees 37 minutes; how far is not told.",
        ),
        SeaLine(
            "dprk_1999", DPRK_1999, "DPRK's line at sea of 1999", "three points of the literature", ("PRK",),
            "Declared by the DPRK on 2 September 1999, not accepted by the UN Command and the ROK, not in the Armistice. Not the Northern "
            "Limit Line: the other side's line for the same waters. How it goes on to the coast is not told.",
            error=(6500, 10_000),
        ),
    ]  # fmt: skip


def han_estuary(land: BaseGeometry) -> BaseGeometry:
    """The water between the banks of the estuary, by the land of a map: the one piece that reaches from end to end."""
    cut = Polygon(ESTUARY_CUT)
    water = cut.difference(land.intersection(box(*cut.bounds)).buffer(0))
    pieces = list(water.geoms) if hasattr(water, "geoms") else [water]
    return max(pieces, key=lambda each: each.area).simplify(0.001)


def apart() -> tuple[float, float]:
    """The least and the greatest distance in metres from a point of one version of the Northern Limit Line to the other version."""
    found = [
        _metres(Point(point), LineString(other))
        for one, line in VERSIONS.items()
        for name, other in VERSIONS.items()
        if name != one
        for point in line
        if 124.6 <= point[0] <= 126.12  # where both are drawn
    ]
    return min(found), max(found)


def _metres(point: Point, line: LineString) -> float:
    nearest = line.interpolate(line.project(point))
    return float(GEOD.inv(point.x, point.y, nearest.x, nearest.y)[2])
