"""``truceline observe``: tracks against lines and zones, at a stretch or fix by fix as they come. Local: nothing leaves the machine."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from truceline.cli.locate import boundaries
from truceline.cli.speak import DONE, PARTIAL, say, warn, write
from truceline.errors import ConfigError, InputRefused
from truceline.findings.tracks import Ground, Observed, Track, ground, observed
from truceline.readers.tracks import Fix, read_fixes, read_lines

COARSE_DEGREES = 0.01
"""About a kilometre: no place of a sensor's track leaves finer than this unless it is asked for."""
DELAY = timedelta(hours=24)
"""What happened since is not told, as it may be handed on; only ``--follow`` answers at once, on the spot."""
KEPT = 100_000
"""Fixes of one object that are looked back on while following; older ones are let go."""


def run(
    source: str, *, follow: bool, lines: tuple[Path, ...], packs: tuple[Path, ...], output: Path | None, exact: bool, now: datetime
) -> int:
    """Reads tracks and tells what they show, one JSON object a line."""
    drawn = boundaries(packs, lines)
    grounds = [one for each in drawn if (one := ground(each, drawn))]
    refused = Refusals()
    if follow:
        if source != "-":
            raise ConfigError("--follow reads standard input: truceline observe --follow -")
        live(refused.sifted(read_lines(sys.stdin, source)), grounds, exact)
        return refused.code
    tracks = by_object(refused.sifted(read_fixes(Path(source))))
    found_all = [each for track in tracks for each in observed(track, grounds)]
    until = (now - DELAY).timestamp()
    told = [each for each in found_all if exact or each.ended_at <= until]
    if len(told) < len(found_all):
        hours = DELAY.total_seconds() / 3600
        warn(f"{len(found_all) - len(told)} observations of the last {hours:.0f} hours are held back (--exact tells them)")
    write((row(each, exact=exact) + "\n" for each in told), output)
    return refused.code


class Refusals:
    """Names refused fixes on standard error, the first few whole and the rest as a number."""

    shown = 20

    def __init__(self) -> None:
        self.count = 0

    @property
    def code(self) -> int:
        """Exit code: partial if anything was refused."""
        if self.count > self.shown:
            warn(f"refused: {self.count - self.shown} more fixes")
        return PARTIAL if self.count else DONE

    def sifted(self, fixes: Iterable[Fix | InputRefused]) -> Iterator[Fix]:
        """The fixes that could be read."""
        for each in fixes:
            if isinstance(each, Fix):
                yield each
                continue
            self.count += 1
            if self.count <= self.shown:
                warn(f"refused: {each}")


def by_object(fixes: Iterable[Fix]) -> list[Track]:
    """Tracks by object and sensor, each by time; the order of the file decides nothing."""
    groups: dict[tuple[str, str], list[tuple[float, float, float, float]]] = defaultdict(list)
    for each in fixes:
        groups[each.object, each.sensor].append((each.time, each.longitude, each.latitude, each.error_m))
    return [track(name, sensor, groups[name, sensor]) for name, sensor in sorted(groups)]


def track(name: str, sensor: str, rows: list[tuple[float, float, float, float]]) -> Track:
    """One object's fixes as arrays, by time."""
    columns = np.array(sorted(rows), dtype=np.float64).T
    return Track(object=name, sensor=sensor, times=columns[0], longitudes=columns[1], latitudes=columns[2], errors_m=columns[3])


def live(fixes: Iterable[Fix], grounds: list[Ground], exact: bool) -> None:
    """Tells each observation when it begins and when it ends, fix by fix."""
    rows: dict[tuple[str, str], list[tuple[float, float, float, float]]] = defaultdict(list)
    open_since: dict[tuple[str, str, str, str], float] = {}
    for each in fixes:
        own = rows[each.object, each.sensor]
        own.append((each.time, each.longitude, each.latitude, each.error_m))
        del own[1:-KEPT]  # the first fix tells which side is its own
        recent = [own[0], *own[-2:]] if len(own) > 2 else own
        for seen in observed(track(each.object, each.sensor, recent), grounds):
            key = (each.object, each.sensor, seen.boundary, seen.kind)
            if seen.returned_at is None and key not in open_since:
                open_since[key] = seen.began_at
                say(row(seen, exact=exact))
            elif seen.returned_at is not None and key in open_since:
                say(row(seen, exact=exact, began=open_since.pop(key)))
        sys.stdout.flush()


def row(each: Observed, *, exact: bool, began: float | None = None) -> str:
    """One observation as JSON; its place to about a kilometre unless asked for."""
    step = 1e-6 if exact else COARSE_DEGREES
    start = each.began_at if began is None else began
    return json.dumps({
        "kind": each.kind, "line": each.line, "boundary": each.boundary, "object": each.object, "sensor": each.sensor,
        "began_at": iso(start), "ended_at": iso(each.ended_at), "stay_s": round(each.ended_at - start),
        "returned_at": iso(each.returned_at) if each.returned_at is not None else None, "side_entered": each.side,
        "probability": round(each.probability, 3), "depth_m": round(each.depth_m), "error_m": round(each.error_m),
        "longitude": round(round(each.longitude / step) * step, 6), "latitude": round(round(each.latitude / step) * step, 6),
        "place_to_m": None if exact else 1000, "n_fixes": each.n_fixes, "review": "unreviewed, observed by machine",
    }, ensure_ascii=False)  # fmt: skip


def iso(at: float) -> str:
    """Epoch seconds as ISO, UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
