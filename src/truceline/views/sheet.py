"""The line files of a gazetteer as drawn features, with what is known of their error and standing."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from truceline.errors import PackError

Point = tuple[float, float]
T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True):
    """One line file as its manifest tells it. Errors in metres."""

    file: str
    name: str
    status: str
    error_m: int
    error_max_m: int
    note: str
    source: str
    licence: str
    line: str | None = None
    checked: bool = False


class Label(msgspec.Struct, frozen=True):
    """A name drawn for orientation, WGS84 degrees; ``line`` where it names a line, whose owner is then told too."""

    text: str
    longitude: float
    latitude: float
    line: str | None = None


class Manifest(msgspec.Struct, frozen=True):
    """What a lines folder holds."""

    files: tuple[Entry, ...]
    labels: tuple[Label, ...] = ()


class Shape(msgspec.Struct, frozen=True):
    """A GeoJSON geometry."""

    type: str
    coordinates: list[msgspec.Raw] | None = None


class Feature(msgspec.Struct, frozen=True):
    """A GeoJSON feature; only its geometry is read, the manifest tells the rest."""

    geometry: Shape


class Collection(msgspec.Struct, frozen=True):
    """A GeoJSON feature collection."""

    features: list[Feature]


class Drawn(msgspec.Struct, frozen=True):
    """One line file read: its entry, its open paths or closed rings as (longitude, latitude)."""

    entry: Entry
    closed: bool
    paths: tuple[tuple[Point, ...], ...]


class Sheet(msgspec.Struct, frozen=True):
    """All that a map of a theatre is drawn from."""

    drawn: tuple[Drawn, ...] = ()
    labels: tuple[Label, ...] = ()

    def of(self, status: str) -> Iterator[Drawn]:
        """Features of one standing: agreed, disputed or orientation."""
        return (each for each in self.drawn if each.entry.status == status)


def load_sheet(folder: Path) -> Sheet:
    """Reads ``manifest.json`` of a lines folder with the files it names. Raises PackError naming the file."""
    manifest = read(folder / "manifest.json", Manifest)
    drawn = []
    for entry in manifest.files:
        if "/" in entry.file or "\\" in entry.file:
            raise PackError(str(folder / "manifest.json"), [f"{entry.file}: a file of the same folder is expected"])
        shapes = [feature.geometry for feature in read(folder / entry.file, Collection).features]
        paths = tuple(path for shape in shapes for path in outlines(shape, folder / entry.file))
        drawn.append(Drawn(entry=entry, closed=all(shape.type.endswith("Polygon") for shape in shapes), paths=paths))
    return Sheet(drawn=tuple(drawn), labels=manifest.labels)


def read(file: Path, kind: type[T]) -> T:
    """One JSON file as a typed record. Raises PackError."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except OSError as error:
        raise PackError(str(file), [f"cannot be read: {error.strerror}"]) from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise PackError(str(file), [str(error)]) from error


def outlines(shape: Shape, file: Path) -> Iterator[tuple[Point, ...]]:
    """The paths of a geometry, holes among them (drawn by the even-odd rule)."""
    raw = msgspec.json.encode(shape.coordinates or [])
    try:
        if shape.type == "LineString":
            yield msgspec.json.decode(raw, type=tuple[Point, ...])
        elif shape.type in ("MultiLineString", "Polygon"):
            yield from msgspec.json.decode(raw, type=tuple[tuple[Point, ...], ...])
        elif shape.type == "MultiPolygon":
            for rings in msgspec.json.decode(raw, type=tuple[tuple[tuple[Point, ...], ...], ...]):
                yield from rings
        else:
            raise PackError(str(file), [f"$.geometry.type: a line or polygon is expected, found {shape.type}"])
    except msgspec.ValidationError as error:
        raise PackError(str(file), [f"$.geometry.coordinates: {error}"]) from error
