"""Reads boundaries from GeoJSON: those of the gazetteer, and a better one that the user brings."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec

from truceline.errors import PackError
from truceline.model.boundary import Boundary, BoundaryKind, Point, Sector
from truceline.packs.ontology import Ontology

MAX_BYTES = 60_000_000
Metres = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]


class Properties(msgspec.Struct, frozen=True):
    """What must stand beside a geometry: whose it is and how sure. A file of the user's own may carry other keys too."""

    line: Word
    name: Word
    source: Word
    licence: Word
    error_m: Metres
    id: Word | None = None
    kind: BoundaryKind | None = None
    version: Word = "one"
    status: Word = "agreed"
    error_max_m: Metres | None = None
    note: str = ""
    whose: tuple[str, ...] = ()
    left: str | None = None
    right: str | None = None
    within_m: Metres = 0
    about: str | None = None
    sectors: tuple[tuple[str, float, float], ...] = ()
    checked: bool = False


class Geometry(msgspec.Struct, frozen=True):
    """A GeoJSON geometry."""

    type: str
    coordinates: Any


class Feature(msgspec.Struct, frozen=True):
    """A GeoJSON feature; a zone about a line has no geometry of its own."""

    properties: Properties
    geometry: Geometry | None = None


class Collection(msgspec.Struct, frozen=True):
    """A GeoJSON feature collection."""

    features: tuple[Feature, ...]


def load_boundaries(folder: Path, ontology: Ontology, own: Sequence[Path] = ()) -> tuple[Boundary, ...]:
    """The boundaries of a gazetteer folder; a line that the user brings takes the place of those drawn for the same line.

    Raises PackError naming the file, the place in it and the cure.
    """
    built_in = [each for file in sorted(folder.glob("*.geojson")) for each in read_boundaries(file, ontology)]
    brought = [each for file in own for each in read_boundaries(file, ontology, own=True)]
    replaced = {(each.line, each.kind) for each in brought if each.kind is BoundaryKind.LINE}
    kept = [each for each in built_in if (each.line, each.kind) not in replaced]
    return (*kept, *brought)


def read_boundaries(file: Path, ontology: Ontology, *, own: bool = False) -> tuple[Boundary, ...]:
    """All features of one file. Raises PackError."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise PackError(str(file), [f"larger than {MAX_BYTES} bytes: cut the line out of the file"])
        found = msgspec.json.decode(file.read_bytes(), type=Collection)
    except OSError as error:
        raise PackError(str(file), [f"cannot be read: {error.strerror}"]) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        cure = "a FeatureCollection whose properties name line, name, source, licence and error_m"
        raise PackError(str(file), [f"{error} (expected {cure})"]) from error
    return tuple(_boundary(each, number, file, ontology, own) for number, each in enumerate(found.features))


def _boundary(feature: Feature, number: int, file: Path, ontology: Ontology, own: bool) -> Boundary:
    told, where = feature.properties, f"$.features[{number}]"
    if told.line not in ontology.lines:
        raise PackError(str(file), [f"{where}.properties.line: {told.line!r} is no line; expected one of: {', '.join(ontology.lines)}"])
    paths, rings = _paths(feature.geometry, f"{where}.geometry", file)
    if not paths and told.about is None:
        raise PackError(str(file), [f"{where}.geometry: missing; only a zone `about` another boundary goes without"])
    kind = told.kind or (BoundaryKind.ZONE if rings else BoundaryKind.LINE)
    plain = {name: getattr(told, name) for name in Properties.__struct_fields__}
    return Boundary(**plain | {
        "id": told.id or f"{file.stem}-{number}", "kind": kind, "paths": paths, "rings": rings, "own": own,
        "error_max_m": told.error_m if told.error_max_m is None else told.error_max_m,
        "sectors": tuple(Sector(name=name, west=west, east=east) for name, west, east in told.sectors),
    })  # fmt: skip


def _paths(geometry: Geometry | None, where: str, file: Path) -> tuple[tuple[tuple[Point, ...], ...], bool]:
    if geometry is None:
        return (), False
    depth = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}.get(geometry.type)
    if depth is None:
        raise PackError(str(file), [f"{where}.type: a line or an area is expected, found {geometry.type!r}"])
    paths = tuple(tuple(_point(each, where, file) for each in path) for path in _flat(geometry.coordinates, depth, where, file))
    return paths, geometry.type.endswith("Polygon")


def _flat(value: Any, depth: int, where: str, file: Path) -> Iterator[list[Any]]:
    if not isinstance(value, list):
        raise PackError(str(file), [f"{where}.coordinates: lists of numbers are expected"])
    if depth == 0:
        yield [value]
    elif depth == 1:
        yield value
    else:
        for each in value:
            yield from _flat(each, depth - 1, where, file)


def _point(value: Any, where: str, file: Path) -> Point:
    numbers = value[:2] if isinstance(value, list) else []
    good = len(numbers) == 2 and all(
        isinstance(each, int | float) and not isinstance(each, bool) and math.isfinite(each) for each in numbers
    )
    if not good or abs(numbers[0]) > 180 or abs(numbers[1]) > 90:
        raise PackError(str(file), [f"{where}.coordinates: {value!r} is no longitude and latitude in degrees"])
    return float(numbers[0]), float(numbers[1])
