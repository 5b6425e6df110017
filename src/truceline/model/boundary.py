"""A line or zone on the ground, as one source draws it: with whose it is, its version, licence and error in metres."""

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]
"""Longitude and latitude, WGS84 degrees."""


class BoundaryKind(StrEnum):
    """A line has two sides; a zone has an inside."""

    LINE = "line"
    ZONE = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A stretch of a line between two longitudes, under the name that communiques use. An estimate."""

    name: str
    west: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """One drawing of a line or zone. Errors in metres: ``error_m`` on the mean, ``error_max_m`` at most.

    ``paths`` are polylines, or the rings of an area (outer ring first, holes after). ``within_m`` makes a zone of all that lies within so
    many metres of its paths, or of the boundary named by ``about``. ``left`` and ``right`` are the homes on either side of a line as drawn.
    ``whose`` lists the parties that hold to this version, empty = all sides. ``own`` marks a drawing that the user brought.
    """

    id: str
    kind: BoundaryKind
    line: str
    name: str
    version: str
    status: str
    error_m: int
    error_max_m: int
    source: str
    licence: str
    note: str
    paths: tuple[tuple[Point, ...], ...] = ()
    rings: bool = False
    whose: tuple[str, ...] = ()
    left: str | None = None
    right: str | None = None
    within_m: int = 0
    about: str | None = None
    sectors: tuple[Sector, ...] = ()
    checked: bool = False
    own: bool = False
