"""Reads observed tracks: CSV, GeoJSON or one JSON fix a line. A fix that cannot be read is named; the rest goes on."""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from truceline.errors import InputRefused

NEEDED = ("time", "longitude", "latitude", "error_m", "object", "sensor")
DOMAINS = ("land", "sea", "air")
CURE = f"a fix has {', '.join(NEEDED)}, and may have domain (land, sea, air); time as 2024-06-09T03:20:00Z, degrees, metres"
AT_ONCE = 20_000
"""Rows of a CSV file that are read together: as many as are read faster so than one by one."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fix:
    """One position: epoch seconds (UTC), degrees, one standard deviation in metres."""

    time: float
    longitude: float
    latitude: float
    error_m: float
    object: str
    sensor: str
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Many fixes at once: ``numbers`` has a row a fix (time, longitude, latitude, error), ``names`` its object, sensor and domain."""

    numbers: Floats
    names: Sequence[tuple[str, str, str]]


def read_blocks(file: Path) -> Iterator[Block | InputRefused]:
    """The fixes of a file, many at once, each refused one as its refusal. Raises InputRefused where the file itself cannot be read."""
    if file.suffix.lower() != ".csv":
        yield from _gathered(read_fixes(file))
        return
    try:
        with file.open(encoding="utf-8-sig", newline="") as rows:
            yield from _csv_blocks(rows, str(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputRefused(str(file), f"cannot be read: {error}", CURE) from error


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
    domain = str(told.get("domain") or "").strip().lower()
    if domain and domain not in DOMAINS:
        return InputRefused(where, f"the domain {domain[:20]!r} is none of {', '.join(DOMAINS)}", CURE)
    good = all(map(math.isfinite, (*numbers, at))) and abs(longitude) <= 180 and abs(latitude) <= 90 and 0 <= error_m <= 1e6
    if not good:
        return InputRefused(where, f"out of range: {longitude}, {latitude}, error {error_m} m", CURE)
    return Fix(float(at), longitude, latitude, error_m, str(told["object"])[:200], str(told["sensor"])[:200], domain)


def seconds(text: str) -> float:
    """Epoch seconds of an ISO time; one without a zone is refused, as it could mean two days."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone: write 2024-06-09T03:20:00Z or +09:00")
    return at.astimezone(UTC).timestamp()


def _csv(rows: Iterable[str], name: str) -> Iterator[Fix | InputRefused]:
    for number, row in enumerate(csv.DictReader(rows), start=2):
        yield fix(row, f"{name}:{number}")


def _csv_blocks(rows: Iterable[str], name: str) -> Iterator[Block | InputRefused]:
    """Whole columns at a time; where one value of a batch does not read, the batch is read row by row and the culprits named."""
    reader = csv.reader(rows)
    heads = [each.strip() for each in next(reader, [])]
    lacking = [each for each in NEEDED if each not in heads]
    if lacking:
        raise InputRefused(f"{name}:1", f"without the columns {', '.join(lacking)}", CURE)
    places = tuple(heads.index(each) for each in NEEDED)
    domain = heads.index("domain") if "domain" in heads else None
    line = 2
    while batch := list(islice(reader, AT_ONCE)):
        block = _block(batch, places, domain)
        if block is not None:
            yield block
        else:
            told = (fix(dict(zip(heads, row)), f"{name}:{number}") for number, row in enumerate(batch, start=line))
            yield from _gathered(told)
        line += len(batch)


def _block(batch: list[list[str]], places: tuple[int, ...], domain: int | None) -> Block | None:
    """A batch as arrays; None where any of it does not read."""
    try:
        time, longitude, latitude, error_m, name, sensor = ([row[at] for row in batch] for at in places)
        domains = [row[domain].strip().lower() for row in batch] if domain is not None else [""] * len(batch)
        numbers = np.empty((len(batch), 4))
        numbers[:, 0] = [seconds(each) for each in time]
        for column, words in enumerate((longitude, latitude, error_m), start=1):
            numbers[:, column] = np.array(words, dtype=np.str_).astype(np.float64)
    except (IndexError, ValueError, OverflowError):
        return None
    low, high = (-math.inf, -180.0, -90.0, 0.0), (math.inf, 180.0, 90.0, 1e6)
    good = bool(np.isfinite(numbers).all() and (numbers >= low).all() and (numbers <= high).all()) and all(name) and all(sensor)
    if not good or not {*domains} <= {"", *DOMAINS} or max(map(len, (*name, *sensor))) > 200:
        return None
    return Block(numbers, list(zip(name, sensor, domains)))


def _gathered(fixes: Iterable[Fix | InputRefused]) -> Iterator[Block | InputRefused]:
    """Fixes that come one by one, in blocks."""
    rows: list[tuple[float, float, float, float]] = []
    names: list[tuple[str, str, str]] = []
    for each in fixes:
        if isinstance(each, InputRefused):
            yield each
            continue
        rows.append((each.time, each.longitude, each.latitude, each.error_m))
        names.append((each.object, each.sensor, each.domain))
        if len(rows) == AT_ONCE:
            yield Block(np.array(rows), names)
            rows, names = [], []
    if rows:
        yield Block(np.array(rows), names)


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
