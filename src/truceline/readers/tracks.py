"""Reads observed tracks: CSV, GeoJSON or one JSON fix a line. A fix that cannot be read is named; the rest goes on."""

import csv
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from truceline.errors import InputRefused

NEEDED = ("time", "longitude", "latitude", "error_m", "object", "sensor")
CURE = f"a fix has {', '.join(NEEDED)}; time as 2024-06-09T03:20:00Z, degrees, metres"


@dataclass(frozen=True, slots=True)
class Fix:
    """One position: epoch seconds (UTC), degrees, one standard deviation in metres."""

    time: float
    longitude: float
    latitude: float
    error_m: float
    object: str
    sensor: str


def read_fixes(file: Path) -> Iterator[Fix | InputRefused]:
    """The fixes of a file, each refused one as the refusal in its place. Raises InputRefused where the file itself cannot be read."""
    try:
        if file.suffix.lower() == ".csv":
            with file.open(encoding="utf-8-sig", newline="") as rows:
                yield from _csv(rows, str(file))
        elif file.suffix.lower() in (".geojson", ".json"):
            yield from _geojson(json.loads(file.read_text(encoding="utf-8")), str(file))
        else:
            with file.open(encoding="utf-8") as lines:
                yield from read_lines(lines, str(file))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputRefused(str(file), f"cannot be read: {error}", CURE) from error


def read_lines(lines: Iterable[str], name: str) -> Iterator[Fix | InputRefused]:
    """One JSON fix a line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                told = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield InputRefused(f"{name}:{number}", f"no JSON: {error}", CURE)
                continue
            yield fix(told, f"{name}:{number}")


def fix(told: object, where: str) -> Fix | InputRefused:
    """One fix, or why it is none."""
    if not isinstance(told, dict):
        return InputRefused(where, "no object", CURE)
    missing = [each for each in NEEDED if told.get(each) in (None, "")]
    if missing:
        return InputRefused(where, f"without {', '.join(missing)}", CURE)
    try:
        numbers = [float(told[each]) for each in ("longitude", "latitude", "error_m")]
        at = told["time"] if isinstance(told["time"], int | float) else seconds(str(told["time"]))
    except (TypeError, ValueError) as error:
        return InputRefused(where, str(error), CURE)
    longitude, latitude, error_m = numbers
    good = all(map(math.isfinite, (*numbers, at))) and abs(longitude) <= 180 and abs(latitude) <= 90 and 0 <= error_m <= 1e6
    if not good:
        return InputRefused(where, f"out of range: {longitude}, {latitude}, error {error_m} m", CURE)
    return Fix(float(at), longitude, latitude, error_m, str(told["object"])[:200], str(told["sensor"])[:200])


def seconds(text: str) -> float:
    """Epoch seconds of an ISO time; one without a zone is refused, as it could mean two days."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone: write 2024-06-09T03:20:00Z or +09:00")
    return at.astimezone(UTC).timestamp()


def _csv(rows: Iterable[str], name: str) -> Iterator[Fix | InputRefused]:
    for number, row in enumerate(csv.DictReader(rows), start=2):
        yield fix(row, f"{name}:{number}")


def _geojson(told: object, name: str) -> Iterator[Fix | InputRefused]:
    """Points, each with a fix's properties; the position is the geometry's."""
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise ValueError("a FeatureCollection of points is expected")
    for number, each in enumerate(features):
        where = f"{name}: $.features[{number}]"
        geometry = each.get("geometry") if isinstance(each, dict) else None
        point = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
        if not isinstance(point, list) or len(point) < 2:
            yield InputRefused(where, "no point", CURE)
            continue
        properties = each.get("properties")
        yield fix({**(properties if isinstance(properties, dict) else {}), "longitude": point[0], "latitude": point[1]}, where)
