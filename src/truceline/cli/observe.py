"""``truceline observe``: tracks against lines and zones, at a stretch or fix by fix as they come; told, or added to a ledger.

Local: nothing leaves the machine. What is told or kept is coarse and waits, unless it is asked for exactly.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import numpy as np

from truceline.cli.locate import boundaries
from truceline.cli.note import stored
from truceline.cli.speak import DONE, PARTIAL, say, warn, write
from truceline.cli.tracked import COARSE_DEGREES, COARSE_M, iso, passages, values
from truceline.errors import ConfigError, InputRefused
from truceline.findings.tracks import Ground, Observed, Track, ground, observed
from truceline.model.handling import Handling
from truceline.pipeline import update_ledger
from truceline.readers.tracks import Block, Fix, read_blocks, read_lines
from truceline.workspace import Settings, Workspace, open_workspace

T = TypeVar("T")
DELAY = timedelta(hours=24)
"""What happened since is not told, as it may be handed on; only ``--follow`` answers at once, on the spot."""
KEPT = 100_000
"""Fixes of one object that are looked back on while following; older ones are let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Into which ledger observations are added, by whom, under which mark; ``domain`` is that of fixes that tell none."""

    ledger: str
    by: str
    handling: Handling
    domain: str


def run(
    source: str, *, follow: bool, lines: tuple[Path, ...], packs: tuple[Path, ...], output: Path | None, exact: bool, now: datetime,
    adding: Adding | None = None,
) -> int:  # fmt: skip
    """Reads tracks and tells what they show, one JSON object a line; with ``adding`` puts it into a ledger too."""
    if follow and source != "-":
        raise ConfigError("--follow reads standard input: truceline observe --follow -")
    drawn = boundaries(packs, lines)
    grounds = [one for each in drawn if (one := ground(each, drawn))]
    refused = Refusals()
    if follow:
        live(refused.sifted(read_lines(sys.stdin, source)), grounds, exact, _adder(adding, packs))
        return refused.code
    tracks = by_object(refused.sifted(read_blocks(Path(source))))
    found_all = [(track, list(observed(track, grounds))) for track in tracks]
    if adding is not None:
        _add([(track, some) for track, some in found_all if some], adding, packs)
    until = (now - DELAY).timestamp()
    every = [each for _, some in found_all for each in some]
    told = [each for each in every if exact or each.ended_at <= until]
    if len(told) < len(every):
        hours = DELAY.total_seconds() / 3600
        warn(f"{len(every) - len(told)} observations of the last {hours:.0f} hours are held back (--exact tells them)")
    write((row(each, exact=exact) + "\n" for each in told), output)
    return refused.code


Add = Callable[[Track, list[Observed]], None]


def _adder(adding: Adding | None, packs: tuple[Path, ...]) -> Add:
    """What to do with passages that are over, while following: add them, or nothing."""
    return (lambda track, some: None) if adding is None else (lambda track, some: _add([(track, some)], adding, packs))


def _add(found: list[tuple[Track, list[Observed]]], adding: Adding, packs: tuple[Path, ...]) -> None:
    """Passages into the ledger, each a document; what is there already is known. Raises ConfigError before anything is added."""
    with open_workspace(Settings(ledger=adding.ledger, packs=packs), create=True) as workspace:
        fields = [
            values(each, track, by=adding.by, mark=adding.handling, domain=adding.domain, ontology=workspace.pack.ontology)
            for track, some in found
            for each in passages(some)
        ]
        _store(fields, workspace)


def _store(fields: list[dict[str, str]], workspace: Workspace) -> None:
    captures = [stored(each, None, "observed") for each in fields]
    summary = update_ledger(captures, pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine)
    for each in summary.refusals:
        warn(f"refused: {each.where}: {each.why}")
    warn(f"added: {summary.n_new} observations, {summary.n_known} known before; they go out 24 hours after their end, up to their mark")


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

    def sifted(self, found: Iterable[T | InputRefused]) -> Iterator[T]:
        """The fixes, or blocks of fixes, that could be read."""
        for each in found:
            if isinstance(each, InputRefused):
                self._named(each)
            else:
                yield each

    def _named(self, refused: InputRefused) -> None:
        self.count += 1
        if self.count <= self.shown:
            warn(f"refused: {refused}")


def by_object(blocks: Iterable[Block]) -> list[Track]:
    """Tracks by object and sensor, each by time; the order of the file decides nothing."""
    number: dict[tuple[str, str], int] = {}
    domains: dict[tuple[str, str], str] = {}
    owners, numbers = [], []
    for block in blocks:
        numbers.append(block.numbers)
        owners.append(np.array([number.setdefault(each[:2], len(number)) for each in block.names]))
        domains |= {each[:2]: each[2] for each in block.names if each[2]}
    if not numbers:
        return []
    whole, owner = np.concatenate(numbers), np.concatenate(owners)
    whole = whole[order := np.lexsort((*whole.T[::-1], owner))]
    edges = np.searchsorted(owner[order], np.arange(len(number) + 1))
    found = {key: track(*key, whole[edges[at] : edges[at + 1]], domains.get(key, "")) for key, at in number.items()}
    return [found[key] for key in sorted(found)]


def track(name: str, sensor: str, rows: np.ndarray[tuple[int, int], np.dtype[np.float64]], domain: str = "") -> Track:
    """One object's fixes as arrays; they come by time."""
    columns = rows.T
    return Track(
        object=name, sensor=sensor, times=columns[0], longitudes=columns[1], latitudes=columns[2], errors_m=columns[3], domain=domain
    )  # fmt: skip


@dataclass(slots=True)
class Following:
    """One object as its fixes come: what was recorded of it, and which passages are open since when."""

    rows: list[tuple[float, float, float, float]] = field(default_factory=list)
    open_since: dict[tuple[str, str], float] = field(default_factory=dict)
    domain: str = ""

    def track(self, each: Fix, last: int | None = None) -> Track:
        """The fixes so far, or the first and the last so many, by time."""
        chosen = self.rows if last is None or len(self.rows) <= last else [self.rows[0], *self.rows[-last:]]
        return track(each.object, each.sensor, np.array(sorted(chosen), dtype=np.float64), self.domain)


def live(fixes: Iterable[Fix], grounds: list[Ground], exact: bool, add: Add) -> None:
    """Tells each observation when it begins and when it ends, fix by fix; a passage that is over, or cut off, is handed to ``add``."""
    objects: dict[tuple[str, str], Following] = defaultdict(Following)
    last: dict[tuple[str, str], Fix] = {}
    for each in fixes:
        own = objects[each.object, each.sensor]
        own.domain = own.domain or each.domain
        own.rows.append((each.time, each.longitude, each.latitude, each.error_m))
        del own.rows[1:-KEPT]  # the first fix tells which side is its own
        last[each.object, each.sensor] = each
        closed = False
        for seen in observed(own.track(each, last=2), grounds):
            key = (seen.boundary, seen.kind)
            if seen.returned_at is None and key not in own.open_since:
                own.open_since[key] = seen.began_at
                say(row(seen, exact=exact))
            elif seen.returned_at is not None and key in own.open_since:
                say(row(seen, exact=exact, began=own.open_since.pop(key)))
                closed = True
        sys.stdout.flush()
        if closed and not own.open_since:
            _hand_over(own, each, grounds, add)
    for name, own in objects.items():
        if own.open_since:
            _hand_over(own, last[name], grounds, add)


def _hand_over(own: Following, each: Fix, grounds: list[Ground], add: Add) -> None:
    """Everything since the last passage, which is whole now; the newest fixes stay, as they tell which side is its own."""
    whole = own.track(each)
    found = list(observed(whole, grounds))
    if found:
        add(whole, found)
    del own.rows[1:-2]


def row(each: Observed, *, exact: bool, began: float | None = None) -> str:
    """One observation as JSON; its place and depth to about a kilometre unless asked for."""
    step = 1e-6 if exact else COARSE_DEGREES
    start = each.began_at if began is None else began
    depth = round(each.depth_m) if exact else round(each.depth_m / COARSE_M) * COARSE_M
    return json.dumps({
        "kind": each.kind, "line": each.line, "boundary": each.boundary, "object": each.object, "sensor": each.sensor,
        "began_at": iso(start), "ended_at": iso(each.ended_at), "stay_s": round(each.ended_at - start),
        "returned_at": iso(each.returned_at) if each.returned_at is not None else None, "side_entered": each.side,
        "probability": round(each.probability, 3), "depth_m": depth, "error_m": round(each.error_m),
        "longitude": round(round(each.longitude / step) * step, 6), "latitude": round(round(each.latitude / step) * step, 6),
        "place_to_m": None if exact else COARSE_M, "n_fixes": each.n_fixes, "review": "unreviewed, observed by machine",
    }, ensure_ascii=False)  # fmt: skip
