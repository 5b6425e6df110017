"""What happens in an exercise: incidents on a line, who saw them, what was said of them, when. The one place where truth is known.

It shares nothing with the merger but the words of the model: neither keys, nor weights, nor phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import msgspec

SEEN, ANNOUNCED, DENIED, CORRECTED, COUNTED = 0.9, 0.7, 0.3, 0.15, 0.35
"""How often an incident is seen by the other side; told by it; denied; corrected; counted."""

OBSERVED, OWN = 0.45, 0.35
"""How often the commission between the sides sees an incident, and an outlet's own people: neither waits for a side to tell of it."""

A_DAY, LATEST, MOST_RELAYS = 0.35, 3, 3
"""Incidents a day; days after which one is told at the latest; outlets that carry one story at most."""


class Played(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of act is played: how often beside others, how many take part, the answer, and the words for it."""

    weight: int
    least: int
    most: int
    response: str
    told: list[str]
    answered: str
    reworded: list[str]


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line to play on, as ``data/rehearsal`` holds it."""

    line: str
    name: str
    city: dict[str, str]
    adjective: dict[str, str]
    organ: dict[str, str]
    commission: str
    watched: dict[str, float]
    outlets: list[str]
    places: dict[str, list[str]]
    kinds: dict[str, Played]
    said: list[str]
    relayed: str
    counted: str
    corrected: str
    denied: str
    observed: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One incident as it was. ``told`` is the day on which the side that saw it told of it, None if it never did; ``observed`` and
    ``own`` the days on which the commission, and an outlet by its own people, told of it.
    """

    number: int
    kind: str
    day: date
    time: str
    sector: str
    place: str
    acting: str
    other: str
    count: int
    seen: bool
    told: date | None
    relays: int
    denied: bool
    corrected: bool
    counted: bool
    observed: date | None
    own: date | None

    @property
    def id(self) -> str:
        """Its name in the truth."""
        return f"t{self.number:04d}"


def incidents(scene: Scene, chance: Random, first: date, days: int) -> Iterator[Truth]:
    """The incidents of a truce, day by day. The same seed gives the same truce."""
    number = 0
    for at in range(days):
        for _ in range(2):
            if chance.random() < A_DAY / 2:
                yield _incident(scene, chance, number, first + timedelta(days=at))
                number += 1


def _incident(scene: Scene, chance: Random, number: int, day: date) -> Truth:
    acting, other = chance.sample(sorted(scene.city), 2)
    kind = chance.choices(sorted(scene.kinds), [scene.kinds[each].weight for each in sorted(scene.kinds)])[0]
    sector = chance.choice(sorted(scene.places))
    watched = scene.watched[sector]
    seen = chance.random() < SEEN * watched
    announced = seen and chance.random() < ANNOUNCED
    played = scene.kinds[kind]
    return Truth(
        number=number, kind=kind, day=day, time=f"{chance.randrange(24):02d}:{chance.randrange(0, 60, 5):02d}", sector=sector,
        place=chance.choice(scene.places[sector]), acting=acting, other=other, count=chance.randint(played.least, played.most), seen=seen,
        told=day + timedelta(days=chance.randint(0, LATEST)) if announced else None, relays=chance.randint(0, MOST_RELAYS),
        denied=announced and kind == "ground_crossing" and chance.random() < DENIED, corrected=announced and chance.random() < CORRECTED,
        counted=announced and kind == "ground_crossing" and chance.random() < COUNTED,
        observed=day + timedelta(days=chance.randint(1, 6)) if chance.random() < OBSERVED * watched else None,
        own=day + timedelta(days=chance.randint(1, 5)) if chance.random() < OWN * watched else None,
    )  # fmt: skip
