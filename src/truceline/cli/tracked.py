"""What tracks show, as observations for the ledger: one a passage, over all drawings of the line, its place to about a kilometre.

Exact positions stay in the user's own file, named here by the hash of the fixes: what the ledger does not hold cannot leave it
(responsible-use R6).
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from truceline.errors import ConfigError
from truceline.findings.tracks import Observed, Track
from truceline.model.handling import Handling
from truceline.packs.ontology import Ontology

COARSE_DEGREES = 0.01
"""About a kilometre."""
COARSE_M = 1000
KINDS = {"land": "ground_crossing", "sea": "sea_crossing", "air": "air_crossing"}
WORDS = {"crossing": "Crossing", "approach": "Approach to the line", "zone_entry": "Entry into a zone"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What one object did at one line over one stretch of time, by every drawing that shows something of it."""

    shown: tuple[Observed, ...]

    @property
    def is_crossing(self) -> bool:
        """Does any drawing show that the object was likelier beyond the line than not?"""
        return any(each.kind == "crossing" for each in self.shown)

    @property
    def deepest(self) -> Observed:
        """The drawing by which it is most likely."""
        return max(self.shown, key=lambda each: (each.kind == "crossing", each.probability, each.boundary))

    @property
    def began_at(self) -> float:
        """First fix beyond, by the drawing that shows it first."""
        return min(each.began_at for each in self.shown)

    @property
    def ended_at(self) -> float:
        """Last fix beyond, by the drawing that shows it last."""
        return max(each.ended_at for each in self.shown)

    @property
    def returned(self) -> bool:
        """Had it come back by the last fix, by every drawing that shows a crossing?"""
        crossings = [each for each in self.shown if each.kind == "crossing"]
        return bool(crossings) and all(each.returned_at is not None for each in crossings)


def passages(observed: Iterable[Observed]) -> Iterator[Passage]:
    """Observations of one object, sensor and line that overlap in time, together; entries into zones apart from the line."""
    groups: dict[tuple[str, str, str, bool], list[Observed]] = {}
    for each in observed:
        groups.setdefault((each.object, each.sensor, each.line, each.kind == "zone_entry"), []).append(each)
    for _, some in sorted(groups.items()):
        held: list[Observed] = []
        for each in sorted(some, key=lambda one: (one.began_at, one.boundary)):
            if held and each.began_at > max(one.ended_at for one in held):
                yield Passage(shown=tuple(held))
                held = []
            held.append(each)
        yield Passage(shown=tuple(held))


def values(passage: Passage, track: Track, *, by: str, mark: Handling, domain: str, ontology: Ontology) -> dict[str, str]:
    """A passage as the fields of an observation. Raises ConfigError where a crossing's domain is not told, or a clock is not known."""
    best, domain = passage.deepest, track.domain or domain
    if passage.is_crossing and not domain:
        raise ConfigError(f"{best.object} crossed, by land, sea or air? (give its fixes a domain, or --domain land|sea|air for all)")
    clocks = _clocks(ontology.lines[best.line].zones)
    told = {
        "author": by, "written": _local(passage.ended_at, clocks[0]).isoformat(timespec="seconds"), "known": "recorded",
        "handling": mark.value, "object": best.object, "sensor": best.sensor, "line": best.line,
        "period": f"{iso(passage.began_at)}/{iso(passage.ended_at)}", **_when(passage.began_at, passage.ended_at, clocks),
        "latitude": _coarse(best.latitude), "longitude": _coarse(best.longitude), "radius": str(round(math.hypot(COARSE_M, best.error_m))),
        "number": f"{best.n_fixes} fixes", "track": fixes_sha256(track, passage.began_at, passage.ended_at),
        "bounds": "; ".join(map(_bound, passage.shown)), "text": _sentence(passage, ontology),
    }  # fmt: skip
    if passage.is_crossing:
        told |= {"type": KINDS[domain], **_sides(passage), **({"outcome": "returned"} if passage.returned else {})}
    return told


def fixes_sha256(track: Track, began_at: float, ended_at: float) -> str:
    """SHA-256 over the fixes of a stretch, each as a JSON list of epoch seconds, longitude, latitude, error, one a line."""
    inside = (track.times >= began_at) & (track.times <= ended_at)
    columns = (track.times[inside], track.longitudes[inside], track.latitudes[inside], track.errors_m[inside])
    lines = (json.dumps(list(map(float, fix))) + "\n" for fix in zip(*columns))
    return hashlib.sha256("".join(lines).encode("ascii")).hexdigest()


def iso(at: float) -> str:
    """Epoch seconds as ISO, UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _sides(passage: Passage) -> Mapping[str, str]:
    """Whose side was entered, where every drawing says the same; who entered it a sensor does not know."""
    entered = {each.side for each in passage.shown if each.kind == "crossing"}
    side = entered.pop() if len(entered) == 1 else None
    return {"target": side} if side else {}


def _when(began_at: float, ended_at: float, clocks: Sequence[ZoneInfo]) -> dict[str, str]:
    """The local day or days, by the clocks of both sides; the hour of the first fix only where they agree."""
    first = min(_local(began_at, clock).date() for clock in clocks)
    last = max(_local(ended_at, clock).date() for clock in clocks)
    hours = {_local(began_at, clock).strftime("%H:%M") for clock in clocks}
    day = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return {"date": day, **({"time": hours.pop()} if len(hours) == 1 else {})}


def _clocks(zones: Sequence[str]) -> list[ZoneInfo]:
    try:
        return [ZoneInfo(each) for each in zones or ("UTC",)]
    except ZoneInfoNotFoundError as error:
        raise ConfigError(f"this machine does not know the clocks of {', '.join(zones)} (pip install tzdata)") from error


def _local(at: float, clock: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, clock)


def _coarse(degrees: float) -> str:
    return f"{round(degrees / COARSE_DEGREES) * COARSE_DEGREES:.2f}"


def _bound(each: Observed) -> str:
    return f"{each.boundary} {each.kind.replace('_', ' ')} with probability {each.probability:.2f}, within {round(each.error_m)} m"


def _sentence(passage: Passage, ontology: Ontology) -> str:
    """In words, what was recorded; no distance finer than a kilometre, as drawings of lines are off by more."""
    best = passage.deepest
    minutes = max(1, round((passage.ended_at - passage.began_at) / 60))
    deep = f"less than {max(1, math.ceil((max(best.depth_m, 0.0) + best.error_m) / COARSE_M))} km"
    if best.kind != "crossing":
        what = f"{WORDS[best.kind]} ({ontology.lines[best.line].name}) as recorded, for {minutes} min"
        return what if best.kind == "zone_entry" else f"{what}, {deep} off"
    end = "then back" if passage.returned else "still beyond it at the last fix"
    name = ontology.lines[best.line].name
    return f"{WORDS[best.kind]} of the {name} as drawn is plausible: {deep} beyond it for {minutes} min, {end}"
