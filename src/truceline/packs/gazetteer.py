"""Names of parties, bodies, lines, sectors and theatres, ready to be found in text."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from truceline.errors import PackError
from truceline.model.place import Where
from truceline.packs.ontology import Ontology
from truceline.packs.phrases import PhraseBook
from truceline.packs.strict_yaml import load

T = TypeVar("T")
Words = tuple[str, ...]
_TOLD_AFTER = timedelta(days=365)


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class NamedBody(_Strict, frozen=True):
    """A named organ of a party, or ``people`` in its offices; ``theatre`` if its name means the party only there."""

    code: str
    role: str
    names: Words
    theatre: str | None = None
    outlet: bool = False
    people: bool = False


class Otherwise(_Strict, frozen=True):
    """Another party that a name means from one day on and before another one, in certain roles or in any, in certain lands or in any."""

    party: str
    since: date | None = None
    until: date | None = None
    roles: Words = ()
    lands: Words = ()

    def on(self, day: date, role: str | None, land: str | None = None) -> bool:
        """Whether the name means the other party on a day, in a role, of an act in a land."""
        between = (self.since is None or self.since <= day) and (self.until is None or day < self.until)
        return between and (not self.roles or role in self.roles) and (not self.lands or land in self.lands)


class PartyNames(_Strict, frozen=True):
    """All names of one party.

    ``otherwise``: who else they mean on some days, as states and governments follow one another, or in some lands, as a movement
    has branches.
    ``home``: the states in whose wars an armed group fights (no state has one); ``called``: the plain nouns that may mean it
    unnamed, empty: any.
    """

    names: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capitals: Words = ()
    short: Words = ()
    bodies: tuple[NamedBody, ...] = ()
    role: str | None = None
    theatre: str | None = None
    home: Words = ()
    called: Words = ()
    otherwise: tuple[Otherwise, ...] = ()
    reference: str | None = None


class Theatre(_Strict, frozen=True):
    """Two sides and what plain words mean between them.

    ``forces``: under what name of their own an alliance's forces are there, by the alliance.
    ``sides``: who stands together, each side on land of its own; ``allies``: who fights beside one of the two parties, land or no land.
    ``since``, ``until``: the days between which it was a war of these two.
    ``meet_since``: since when the armies of the two states have met at their line alone.
    ``both``: names of its two parties at once.
    """

    parties: tuple[str, str]
    also: Words = ()
    allies: dict[str, Words] = msgspec.field(default_factory=dict)
    land: str | None = None
    sea: str | None = None
    places: Words = ()
    both: Words = ()
    mission: str | None = None
    forces: dict[str, str] = msgspec.field(default_factory=dict)
    sides: tuple[Words, ...] = ()
    front: bool = False
    front_since: str | None = None
    front_until: str | None = None
    meet_since: date | None = None
    since: date | None = None
    until: date | None = None

    def going(self, day: date) -> bool:
        """Whether the war is fought on a day, or was till within a year before it: so long it is told of as one of now."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until + _TOLD_AFTER)

    def foe(self, party: str) -> str | None:
        """Which of the two parties a party fights, itself or beside the other; None for one that stands on neither side."""
        one, two = self.parties
        for own, other in ((one, two), (two, one)):
            together = next((side for side in self.sides if own in side), ())
            if party == own or party in together or party in self.allies.get(own, ()):
                return other
        return None

    def allied(self, one: str, two: str) -> bool:
        """Whether one of two parties fights beside the other, or both beside a third."""
        return any({one, two} <= {own, *allies} for own, allies in self.allies.items())


class _Actors(_Strict, frozen=True):
    parties: dict[str, PartyNames]


class _Theatres(_Strict, frozen=True):
    theatres: dict[str, Theatre]


class ZoneNames(_Strict, frozen=True):
    """Names of one line or zone."""

    names: Words
    line: str
    sector: str | None = None
    theatre: str | None = None
    lined: bool = False
    """Means a line only where the theatre has one ("the line")."""


class _Groups(_Strict, frozen=True):
    parties: dict[str, PartyNames]


class _Officials(_Strict, frozen=True):
    """Named organs and people in office by party, beside those that stand with the party itself."""

    parties: dict[str, tuple[NamedBody, ...]]


class _Zones(_Strict, frozen=True):
    names: tuple[ZoneNames, ...]
    sectors: dict[str, Words]
    coasts: dict[str, Words] = msgspec.field(default_factory=dict)


class Place(_Strict, frozen=True):
    """A place with a point: WGS84 degrees, radius of doubt in metres."""

    id: str
    names: Words
    country: str
    latitude: float
    longitude: float
    radius_m: int
    kind: str = "place"
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class PartyName:
    """One way of naming a party: form is name, adjective, people, capital, short or body."""

    party: str
    form: str
    code: str | None = None
    role: str | None = None
    theatre: str | None = None
    outlet: bool = False
    person: bool = False


@dataclass(slots=True)
class Gazetteer:
    """Phrase books of names, and the tables behind them."""

    parties: dict[str, PartyNames]
    theatres: dict[str, Theatre]
    party_book: PhraseBook[PartyName]
    line_book: PhraseBook[ZoneNames]
    sector_book: PhraseBook[str]
    place_book: PhraseBook[Place]
    coast_book: PhraseBook[str]
    wars: dict[str, tuple[Theatre, ...]] = field(default_factory=dict)
    """The theatres in which a party fights, once asked for."""

    def state(self, party: str | None) -> bool:
        """Whether a party has police, an army and a government: no armed group, mission or union."""
        names = self.parties.get(party) if party is not None else None
        return names is not None and names.role is None

    def at_war(self, one: str, two: str, day: date | None = None) -> bool:
        """Whether two parties stand on opposite sides of a theatre, or one is a group that fights in the wars of the other's state.

        ``day``: two states are at war only while their war is fought; who fought one rebels against it and goes on to.
        """
        homes = [self.parties[p].home if p in self.parties else () for p in (one, two)]
        wars = (t for t in self._wars(one) if day is None or any(homes) or t.going(day))
        return any(t.foe(one) == two or t.foe(two) == one for t in wars) or two in homes[0] or one in homes[1]

    def foes(self, party: str, day: date | None = None) -> set[str]:
        """Whom a party fights in the wars that it is one of the two sides of; on a day: in those fought then."""
        wars = (t for t in self._wars(party) if party in t.parties and (day is None or t.going(day)))
        return {foe for t in wars if (foe := t.foe(party)) is not None}

    def party_on(self, party: str, day: date, role: str, land: str | None = None) -> str:
        """Which party is meant by a name where it acts in a role on a day, in a land."""
        names = self.parties.get(party)
        return next((o.party for o in names.otherwise if o.on(day, role, land)), party) if names is not None else party

    def forerunner(self, party: str, published: date | None) -> str:
        """Which party a name means in all that a text tells, being published before the day from which it means another."""
        names = self.parties.get(party) if published is not None else None
        if names is None or published is None:
            return party
        return next(
            (o.party for o in names.otherwise if not o.roles and not o.lands and o.until is not None and published < o.until), party
        )

    def _wars(self, party: str) -> tuple[Theatre, ...]:
        if party not in self.wars:
            self.wars[party] = tuple(t for t in self.theatres.values() if party in t.parties or t.foe(party) is not None)
        return self.wars[party]


def load_gazetteer(folder: Path, ontology: Ontology) -> Gazetteer:
    """Reads actors.yaml, groups.yaml, missions.yaml, officials.yaml, theatres.yaml, zones.yaml and places.jsonl. Raises PackError."""
    actors, groups = load(folder / "actors.yaml", _Actors), _groups(folder)
    theatres = load(folder / "theatres.yaml", _Theatres).theatres
    parties = actors.parties | groups
    officials = load(folder / "officials.yaml", _Officials).parties if (folder / "officials.yaml").exists() else {}
    zones = load(folder / "zones.yaml", _Zones)
    faults = [
        f"the line {z.line!r} is not in the ontology" for z in zones.names if z.line not in ontology.lines and z.line not in ("land", "sea")
    ]
    faults += [
        f"the theatre {name!r} names the unknown line {line!r}"
        for name, t in theatres.items()
        for line in (t.land, t.sea)
        if line and line not in ontology.lines
    ]
    faults += [
        f"the theatre {name!r} names the unknown party {p!r}"
        for name, t in theatres.items()
        for p in (*t.parties, *t.also, *t.forces, *t.forces.values(), *t.allies, *(ally for allies in t.allies.values() for ally in allies))
        if p not in parties
    ]
    faults += [f"the party {p!r} stands in actors.yaml and among the groups or missions" for p in sorted(set(actors.parties) & set(groups))]
    faults += [
        f"the party {p!r} names the unknown {what} {name!r}"
        for p, names in parties.items()
        for what, known, told in (
            ("home", parties, names.home),
            ("party of other days", parties, tuple(o.party for o in names.otherwise)),
            ("theatre", theatres, (names.theatre,) if names.theatre else ()),
        )
        for name in told
        if name not in known
    ]
    faults += [f"officials.yaml names the unknown party {p!r}" for p in officials if p not in parties]
    if faults:
        raise PackError(str(folder), faults)
    parties |= {p: msgspec.structs.replace(parties[p], bodies=(*parties[p].bodies, *bodies)) for p, bodies in officials.items()}
    return Gazetteer(
        parties=parties,
        theatres=theatres,
        party_book=_party_book(parties),
        line_book=_book([(name, zone) for zone in zones.names for name in zone.names]),
        sector_book=_book([(name, sector) for sector, names in zones.sectors.items() for name in names]),
        coast_book=_book([(name, sector) for sector, names in zones.coasts.items() for name in names]),
        place_book=_book([(name, place) for place in _places(folder / "places.jsonl") for name in place.names]),
    )


def _book(pairs: list[tuple[str, T]]) -> PhraseBook[T]:
    book: PhraseBook[T] = PhraseBook()
    for phrase, value in pairs:
        book.add(phrase, value)
    return book.finish()


def _party_book(parties: dict[str, PartyNames]) -> PhraseBook[PartyName]:
    pairs: list[tuple[str, PartyName]] = []
    for code, names in parties.items():
        for form, phrases in (
            ("name", names.names),
            ("adjective", names.adjectives or (names.names if names.home and names.role else ())),
            ("people", names.people),
            ("capital", names.capitals),
            ("short", names.short),
        ):
            pairs += [(phrase, PartyName(code, form, role=names.role, theatre=names.theatre)) for phrase in phrases]
        for body in names.bodies:
            pairs += [
                (phrase, PartyName(code, "body", body.code, body.role, body.theatre, body.outlet, body.people)) for phrase in body.names
            ]
    return _book(pairs)


def _places(path: Path) -> list[Place]:
    if not path.exists():
        return []
    decoder = msgspec.json.Decoder(Place)
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                found.append(decoder.decode(line))
            except msgspec.ValidationError as error:
                raise PackError(str(path), [f"line {number}: {error}"]) from error
    return found


def load_party_codes(folder: Path) -> frozenset[str]:
    """The codes of all parties: states, groups and missions. Raises PackError."""
    return frozenset(load(folder / "actors.yaml", _Actors).parties) | frozenset(_groups(folder))


def _groups(folder: Path) -> dict[str, PartyNames]:
    """Armed groups, and missions and unions: no state."""
    files = [folder / name for name in ("groups.yaml", "missions.yaml") if (folder / name).exists()]
    return {code: names for file in files for code, names in load(file, _Groups).parties.items()}


def where_of(name: str, places: tuple[Place, ...]) -> Where:
    """A Where for a name and the gazetteer entries it may mean."""
    unique = {place.id: place for place in places}
    if len(unique) != 1:
        return Where(name=name, candidates=tuple(sorted(unique)))
    place = next(iter(unique.values()))
    return Where(
        name=name, gazetteer_id=place.id, latitude=place.latitude, longitude=place.longitude, radius_m=place.radius_m, country=place.country
    )
