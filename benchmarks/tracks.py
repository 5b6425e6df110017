"""How fast tracks are held against the lines: millions of fixes at a stretch, and one fix as it comes.

``python benchmarks/tracks.py --fixes 1000000`` prints seconds for reading, ordering and asking all boundaries, the peak of memory, and for
``--follow`` the longest and the 95th percentile of the answers to single fixes. Fixes are made up: walks about the line in Korea.
"""

import argparse
import contextlib
import io
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from truceline.cli.locate import boundaries
from truceline.cli.observe import Refusals, by_object, live
from truceline.findings.tracks import Ground, ground, observed
from truceline.readers.tracks import Fix, read_blocks

OBJECTS, SECONDS, SEED = 50, 5, 1953


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fixes", type=int, default=1_000_000)
    parser.add_argument("--live", type=int, default=2_000)
    given = parser.parse_args()
    drawn = boundaries((), ())
    grounds = [one for each in drawn if (one := ground(each, drawn))]
    with tempfile.TemporaryDirectory() as folder:
        file = written(Path(folder) / "tracks.csv", given.fixes)
        began = time.perf_counter()
        tracks = by_object(Refusals().sifted(read_blocks(file)))
        read = time.perf_counter()
        found = sum(1 for track in tracks for _ in observed(track, grounds))
        asked = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| fixes | read and ordered, s | against {len(grounds)} boundaries, s | fixes a second | observations | peak MB |")
    print(f"| {given.fixes:,} | {read - began:.1f} | {asked - read:.1f} | {given.fixes / (asked - began):,.0f} | {found:,} | {peak:.0f} |")
    waits = np.array(list(answers(given.live, grounds))) * 1000
    print(f"one fix as it comes, of {given.live:,}: p50 {np.percentile(waits, 50):.1f} ms, p95 {np.percentile(waits, 95):.1f} ms, "
          f"longest {waits.max():.1f} ms")  # fmt: skip


def walks(fixes: int) -> Iterator[tuple[str, float, float, float]]:
    """Object, epoch seconds, longitude, latitude."""
    random = np.random.default_rng(SEED)
    each = fixes // OBJECTS
    for number in range(OBJECTS):
        steps = random.normal(0, 0.0005, (2, each)).cumsum(axis=1)
        for at, (east, north) in enumerate(steps.T):
            yield f"object {number}", 1_717_900_000 + at * SECONDS, 127.2 + east, 38.3 + north


def written(file: Path, fixes: int) -> Path:
    with file.open("w", encoding="utf-8") as rows:
        rows.write("time,longitude,latitude,error_m,object,sensor,domain\n")
        for name, at, east, north in walks(fixes):
            moment = datetime.fromtimestamp(at, UTC).isoformat()
            rows.write(f"{moment},{east:.6f},{north:.6f},50,{name},radar,land\n")
    return file


def answers(fixes: int, grounds: list[Ground]) -> Iterator[float]:
    """Seconds from handing over a fix to being asked for the next: what it shows has been told by then."""
    waits: list[float] = []

    def one_by_one() -> Iterator[Fix]:
        for name, at, east, north in walks(fixes):
            handed = time.perf_counter()
            yield Fix(at, east, north, 50.0, name, "radar", "land")
            waits.append(time.perf_counter() - handed)

    with contextlib.redirect_stdout(io.StringIO()):
        live(one_by_one(), grounds, False, lambda track, some: None)
    return iter(waits)


if __name__ == "__main__":
    main()
