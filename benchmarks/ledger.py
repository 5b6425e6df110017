#!/usr/bin/env python3
"""Measures a ledger as it grows: reports of an exercise go in (made from its truth, not read: see told.py), all is merged, one more comes.

    ledger.py [--sizes 1000,10000] [--ledger URL] [--folder DIR] [--seed N] [--results FILE]

Ten reports make one incident, each of a document of its own. For each size: documents recorded a second (written in bulk), merged a
second (near-copies, incidents, findings, counts), peak memory; then, in the ledger so filled, what one more document takes to be
recorded and merged, a page of fifty incidents, and a dossier: 50th and 95th of a hundred, in milliseconds by the clock, then of the
process's own; bytes a report. ``--ledger`` names an empty PostgreSQL database in place of SQLite files. A row is added to the results,
with the machine's load, since other work tells on all of it.
"""

import argparse
import gc
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text
from told import TOLD, entries

from truceline.derivation.current import By, catch_up, look
from truceline.derivation.pages import Asked, one, page
from truceline.ledger.base import Entry
from truceline.ledger.open import open_ledger
from truceline.ledger.sql import SqlLedger
from truceline.model.handling import Handling
from truceline.packs.pack import Pack, load_pack
from truceline.pipeline import derived_by, read_by
from truceline.views.dossier import of_incident

AT_ONCE = 4000
TIMES = 100
PAGE = 50
KINDS = ("ground_crossing", "direct_fire", None)
Results = dict[str, Any]


def main() -> None:
    """Runs every size; prints a row each and adds it to the results."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", default="1000,10000", metavar="N,N")
    ask.add_argument("--ledger", default="", metavar="URL")
    ask.add_argument("--folder", default="", metavar="DIR")
    ask.add_argument("--seed", type=int, default=1953)
    ask.add_argument("--results", type=Path, default=Path(__file__).parent / "results" / "ledger.jsonl")
    asked = ask.parse_args()
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=asked.folder or None) as folder:
            ledger = open_ledger(asked.ledger or Path(folder) / "ledger.db")
            try:
                found = measured(ledger, size, asked.seed)
            finally:
                ledger.close()
        print(json.dumps(found), flush=True)
        with asked.results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(found) + "\n")


def measured(ledger: SqlLedger, size: int, seed: int) -> Results:
    """Fills a ledger and measures it."""
    pack, chance = load_pack(), Random(seed)
    by, coming = derived_by(pack), entries(seed, read_by(pack))
    load = [os.getloadavg()[0]]
    recording = filled(ledger, coming, size)
    load.append(os.getloadavg()[0])
    merging, cpu = timed(partial(catch_up, ledger, by))
    load.append(os.getloadavg()[0])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gc.collect()
    gc.freeze()  # what filling left in this process is not looked through again and again: who looks has a process of their own
    found: Results = {
        "database": version(ledger), "reports": size, "incidents": size // TOLD, "recorded_per_s": round(size / recording),
        "merged_per_s": round(size / merging), "merge_s": round(merging, 1), "merge_cpu_s": round(cpu, 1),
    }  # fmt: skip
    found |= looked_at(ledger, by, pack, coming, chance)
    load.append(os.getloadavg()[0])
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return found | {
        "bytes_per_report": room(ledger) // size,
        "memory_mb": memory // 1024,
        "load": [round(each, 1) for each in load],
        "machine": machine,
    }


def filled(ledger: SqlLedger, coming: Iterator[Entry], size: int) -> float:
    """Seconds that recording took; to make the entries is not counted."""
    seconds = 0.0
    for at in range(0, size, AT_ONCE):
        some = list(islice(coming, min(AT_ONCE, size - at)))
        begun = time.perf_counter()
        ledger.record_all(some)
        seconds += time.perf_counter() - begun
    return seconds


def looked_at(ledger: SqlLedger, by: By, pack: Pack, coming: Iterator[Entry], chance: Random) -> Results:
    """What one more document, a page and a dossier take."""
    recorded, merged = [], []
    for entry in islice(coming, TIMES):
        recorded.append(timed(partial(ledger.record, entry)))
        merged.append(timed(partial(catch_up, ledger, by)))
    with ledger.kept(by.read_by, change=False) as (kept, _):
        number = kept.next("incidents")
        ids = [row.id for row in kept.find("incidents", "n", {chance.randrange(number) for _ in range(3 * TIMES)}, "id")][:TIMES]
    listed = [timed(partial(_page, ledger, by, at, chance)) for at in ids]
    told = [timed(partial(_dossier, ledger, by, pack, at)) for at in ids]
    return {
        "one_more_record_ms": spread(recorded), "one_more_merge_ms": spread(merged), "page_ms": spread(listed), "dossier_ms": spread(told),
    }  # fmt: skip


def _page(ledger: SqlLedger, by: By, after: str, chance: Random) -> None:
    asked = Asked(kind=chance.choice(KINDS), after=after, most=PAGE)
    found = look(ledger, by, lambda kept, told: page(kept, told, by.rules, asked, Handling.CLEAR, ""))
    assert found is not None


def _dossier(ledger: SqlLedger, by: By, pack: Pack, incident: str) -> None:
    view = look(ledger, by, lambda kept, told: one(kept, told, by.rules, incident, Handling.CLEAR, ""))
    assert view is not None
    of_incident(view, next(iter(view.incidents.values())), ontology=pack.ontology, pack=pack)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds that a piece of work took, by the clock and of this process's own."""
    begun, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - own


def spread(times: list[tuple[float, float]]) -> list[float]:
    """Median and 95th of a hundred, in milliseconds: by the clock, then of this process's own."""
    return [round(1000 * sorted(some)[len(some) * each // 100], 1) for some in zip(*times) for each in (50, 95)]


def version(ledger: SqlLedger) -> str:
    """Which database it is."""
    with ledger.reading() as db:
        asked = "SHOW server_version" if db.dialect.name == "postgresql" else "SELECT sqlite_version()"
        return f"{db.dialect.name} {str(db.scalar(text(asked))).split()[0]}"


def room(ledger: SqlLedger) -> int:
    """Bytes that the whole ledger takes, with what is kept of what was derived."""
    with ledger.reading() as db:
        if db.dialect.name == "postgresql":
            return int(db.scalar(text("SELECT pg_database_size(current_database())")) or 0)
        return int(db.scalar(text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")) or 0)


if __name__ == "__main__":
    main()
