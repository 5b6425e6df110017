"""The incidents that have a place on a sketch map, as own SVG: land, lines with whose they are, points and rings of doubt."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from truceline.packs.ontology import Ontology
from truceline.views.places import Spot
from truceline.views.sheet import Drawn, Point, Sheet

# The frame that is always shown, grown where incidents lie outside it: west, south, east, north.
HOME = (124.2, 37.25, 129.3, 38.85)
METRES_A_DEGREE = 111_320


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One incident with a place: its number and anchor on the page, what it was, and where."""

    number: int
    href: str
    label: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Degrees to SVG units, plate carrée true at the middle latitude; good to a few hundred metres over one sheet."""

    west: float
    south: float
    east: float
    north: float
    width: int

    @property
    def units(self) -> float:
        """SVG units for one degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def squeeze(self) -> float:
        """Length of a degree of longitude over a degree of latitude at the middle of the frame."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        """Height in SVG units."""
        return round((self.north - self.south) * self.units / self.squeeze)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies, x to the right and y down."""
        return round((longitude - self.west) * self.units, 1), round((self.north - latitude) * self.units / self.squeeze, 1)

    def metres(self, length: float) -> float:
        """A length on the ground in SVG units."""
        return round(length / METRES_A_DEGREE * self.units / self.squeeze, 1)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Is a point inside?"""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def on_sheet(sheet: Sheet, spot: Spot) -> bool:
    """Does the sheet have land where this spot lies? What lies elsewhere is listed, not drawn."""
    points = [point for each in sheet.of("orientation") for path in each.paths for point in path]
    if not points:
        return False
    longitudes, latitudes = [each[0] for each in points], [each[1] for each in points]
    return min(longitudes) <= spot.longitude <= max(longitudes) and min(latitudes) <= spot.latitude <= max(latitudes)


def map_svg(sheet: Sheet, pins: Sequence[Pin], ontology: Ontology, *, width: int = 760) -> Markup:
    """The sheet with its pins, ``width`` units wide. Pins at one point share a mark that bears all their numbers."""
    frame = frame_of(pins, width)
    parts = [Markup('<rect class="mp-sea" width="{}" height="{}"/>').format(frame.width, frame.height)]
    parts += [_feature(each, frame) for each in sorted(sheet.drawn, key=_order)]
    parts += [_scale_bar(frame)]
    taken: list[tuple[float, float, float, float]] = []
    parts += _pins(pins, frame, taken)
    parts += _labels(sheet, frame, ontology, taken)
    head = Markup('<svg class="map" viewBox="0 0 {} {}" role="group" aria-label="Sketch map of incidents that have a place">')
    return head.format(frame.width, frame.height) + Markup("").join(parts) + Markup("</svg>")


def frame_of(pins: Iterable[Pin], width: int) -> Frame:
    """The home frame, grown to hold every pin."""
    west, south, east, north = HOME
    for pin in pins:
        west, east = min(west, pin.spot.longitude - 0.4), max(east, pin.spot.longitude + 0.4)
        south, north = min(south, pin.spot.latitude - 0.3), max(north, pin.spot.latitude + 0.3)
    return Frame(west=west, south=south, east=east, north=north, width=width)


def _order(each: Drawn) -> tuple[bool, bool]:
    """Filled areas below, land lowest, lines above."""
    return (not each.closed, each.entry.status != "orientation")


def _feature(each: Drawn, frame: Frame) -> Markup:
    kind = {"agreed": "mp-zone" if each.closed else "mp-line", "disputed": "mp-disputed"}.get(
        each.entry.status, "mp-land" if each.closed else "mp-border"
    )
    seen = [path for path in each.paths if _near(path, frame)]
    written = " ".join("M" + " ".join(_pair(frame.at(*point)) for point in path) + ("Z" if each.closed else "") for path in seen)
    return Markup('<path class="{}" fill-rule="evenodd" d="{}"/>').format(kind, written)


def _pair(at: tuple[float, float]) -> str:
    return f"{at[0]:g},{at[1]:g}"


def _near(path: Sequence[Point], frame: Frame) -> bool:
    return (
        max(each[0] for each in path) >= frame.west
        and min(each[0] for each in path) <= frame.east
        and max(each[1] for each in path) >= frame.south
        and min(each[1] for each in path) <= frame.north
    )


Box = tuple[float, float, float, float]


def _pins(pins: Sequence[Pin], frame: Frame, taken: list[Box]) -> list[Markup]:
    groups: dict[tuple[float, float], list[Pin]] = {}
    for pin in pins:
        groups.setdefault((round(pin.spot.longitude, 2), round(pin.spot.latitude, 2)), []).append(pin)
    places = {key: frame.at(*key) for key in groups}
    taken += [(x - 6, y - 6, x + 6, y + 6) for x, y in places.values()]
    return [_pin(groups[key], places[key], frame, taken) for key in groups]


def _pin(pins: list[Pin], at: tuple[float, float], frame: Frame, taken: list[Box]) -> Markup:
    x, y = at
    radius = frame.metres(max(pin.spot.radius_m or 0 for pin in pins))
    ring = Markup('<circle class="mp-ring" cx="{}" cy="{}" r="{}"/>').format(x, y, radius) if radius > 7 else Markup("")
    numbers = ", ".join(str(pin.number) for pin in pins)
    tx, ty, anchor = _room(x, y, 7.2 * len(numbers) + 2, 13, frame, taken)
    told = "; ".join(f"{pin.number}. {pin.label}, {pin.spot.name}" for pin in pins)
    return Markup(
        '<a href="{}"><title>{}</title>{}<circle class="mp-pin" cx="{}" cy="{}" r="5"/>'
        '<text class="mp-no" x="{}" y="{}" text-anchor="{}">{}</text></a>'
    ).format(pins[0].href if len(pins) == 1 else "#map-key", told, ring, x, y, tx, ty, anchor, numbers)


def _room(x: float, y: float, width: float, height: float, frame: Frame, taken: list[Box]) -> tuple[float, float, str]:
    """The first free place for words beside a point; the first of all where none is free."""
    tries = [
        (x + 8, y + 4, "start"),
        (x - 8, y + 4, "end"),
        (x, y - 9, "middle"),
        (x, y + 18, "middle"),
        (x + 8, y - 8, "start"),
        (x + 8, y + 18, "start"),
    ]
    boxes = [_box(tx, ty, anchor, width, height) for tx, ty, anchor in tries]
    fits = [at for at, box in enumerate(boxes) if box[0] >= 0 and box[2] <= frame.width and not any(_meet(box, each) for each in taken)]
    chosen = fits[0] if fits else 0
    taken.append(boxes[chosen])
    return tries[chosen]


def _box(x: float, y: float, anchor: str, width: float, height: float) -> Box:
    left = x if anchor == "start" else x - width if anchor == "end" else x - width / 2
    return (left, y - height + 3, left + width, y + 3)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _labels(sheet: Sheet, frame: Frame, ontology: Ontology, taken: list[Box]) -> list[Markup]:
    """Names of land and sea, then each line's name with whose line it is; left out where they would cover an incident."""
    wanted = []
    for each in sheet.labels:
        if frame.holds(each.longitude, each.latitude) and not (frame.width < 500 and (each.line or "Sea" in each.text)):
            disputed = each.line in ontology.lines and any(one.entry.line == each.line for one in sheet.of("disputed"))
            text = f"{each.text}, {ontology.lines[str(each.line)].whose}" if disputed else each.text
            kind = "mp-label d" if disputed else "mp-label" if each.line else "mp-name"
            wanted.append((kind, text, frame.at(each.longitude, each.latitude)))
    drawn = []
    for kind, text, (x, y) in wanted:
        box = _box(x, y, "middle", 6.2 * len(text), 14)
        if box[0] >= 0 and box[2] <= frame.width and not any(_meet(box, each) for each in taken):
            taken.append(box)
            drawn.append(Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(kind, x, y, text))
    return drawn


def _scale_bar(frame: Frame) -> Markup:
    length = frame.metres(50_000)
    x, y = 12, frame.height - 12
    return Markup('<path class="mp-scale" d="M{0},{1}v5h{2}v-5"/><text class="mp-tick" x="{3}" y="{1}">50 km</text>').format(
        x, y - 5, length, x + 4
    )
