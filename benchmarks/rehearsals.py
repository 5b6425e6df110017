#!/usr/bin/env python3
"""Plays exercises, reads their dispatches as any dispatch is read, and holds what the ledger says against what was true.

    rehearsals.py [--seeds 50] [--from SEED] [--days 150] [--line mdl] [--json]

Two things are measured, with the bounds that they are to keep:

* links between reports of different documents: F1 at least 0.95, over- and under-merges counted apart, beside a ledger that never merges;
* hidden totals: in how many exercises the true number of crossings lies in the 90 % interval of ``truceline hidden`` (80 to 98 %).

Exit code 1 where a bound is broken. The ledger learns nothing from one exercise for the next; the truth is read only afterwards.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from truceline.incidents.audit import Window
from truceline.incidents.hidden import Asked, Hidden, hidden
from truceline.model.ledger_view import LedgerView
from truceline.pipeline import derive, update_ledger
from truceline.readers.capture import capture
from truceline.rehearsal.compare import Outcome, compare
from truceline.rehearsal.play import FIRST, Exercise, play, write
from truceline.workspace import Settings, open_workspace

KIND = "ground_crossing"
LEAST_F1, LEAST_INSIDE, MOST_INSIDE = 0.95, 0.80, 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One exercise: how many there were, how many the ledger knows, the interval, and the links."""

    seed: int
    dispatches: int
    true: int
    known: int
    at_least: int
    total: float | None
    low: float | None
    high: float | None
    refused: tuple[str, ...]
    links: int
    over: int
    under: int

    @property
    def inside(self) -> bool | None:
        """Whether the interval holds the truth; None where there is no estimate."""
        return None if self.low is None or self.high is None else self.low <= self.true <= self.high


def main() -> None:
    """Plays them all and prints a row each, then the sums."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seeds", type=int, default=50, metavar="N")
    ask.add_argument("--from", dest="first", type=int, default=1, metavar="SEED")
    ask.add_argument("--days", type=int, default=150, metavar="D")
    ask.add_argument("--line", default="mdl")
    ask.add_argument("--json", action="store_true")
    asked = ask.parse_args()
    rows = []
    if not asked.json:
        print("seed  dispatches  true  known  at least   estimate  90 % interval  links  over  under")
    for row in played(asked.line, range(asked.first, asked.first + asked.seeds), asked.days):
        rows.append(row)
        if not asked.json:
            print(told(row), flush=True)
    sums = summed(rows)
    print(json.dumps({"rows": [asdict(each) for each in rows], **sums}, indent=1) if asked.json else words(sums))
    sys.exit(bool(sums["broken"]))


def played(line: str, seeds: range, days: int) -> Iterator[Row]:
    """Each exercise, read into a ledger of its own."""
    for seed in seeds:
        exercise = play(line, seed=seed, days=days)
        with tempfile.TemporaryDirectory() as folder:
            view = read(exercise, Path(folder))
        window = Window(since=FIRST, until=FIRST + timedelta(days=days - 1))
        found = hidden(
            Asked(kind=KIND, window=window), view.incidents, view.count_claims, view.checks, view.reports, view.documents
        )  # fmt: skip
        yield made(seed, exercise, found, compare(view, exercise.truths, exercise.sent))


def read(exercise: Exercise, folder: Path) -> LedgerView:
    """The view of a ledger that has read the dispatches, and nothing else."""
    sent, _ = write(exercise, folder)
    with open_workspace(Settings(ledger=str(folder / "ledger.db")), create=True) as workspace:
        update_ledger(capture([str(sent)]), pack=workspace.pack, ledger=workspace.ledger, engine=workspace.engine, exercise=True)
        return derive(workspace.ledger, workspace.pack)


def made(seed: int, exercise: Exercise, found: Hidden, outcome: Outcome) -> Row:
    """The row of one exercise."""
    estimate = found.estimate
    return Row(
        seed=seed, dispatches=len(exercise.sent), true=sum(each.kind == KIND for each in exercise.truths), known=len(found.known),
        at_least=found.at_least, total=estimate and estimate.total, low=estimate and estimate.low, high=estimate and estimate.high,
        refused=found.refused, links=outcome.n_links, over=outcome.over, under=outcome.under,
    )  # fmt: skip


def summed(rows: list[Row]) -> dict[str, Any]:
    """All exercises together, and which bounds are broken."""
    links, over, under = (sum(getattr(each, name) for each in rows) for name in ("links", "over", "under"))
    hit = links - under
    f1 = 2 * hit / (2 * hit + over + under) if links else 0.0
    inside = Counter(each.inside for each in rows)
    estimated = inside[True] + inside[False]
    share = inside[True] / estimated if estimated else 0.0
    broken = []
    if f1 < LEAST_F1:
        broken.append(f"links F1 {f1:.3f} is below {LEAST_F1}")
    if not LEAST_INSIDE <= share <= MOST_INSIDE:
        broken.append(f"{share:.0%} of the true totals lie in their 90 % interval: it is to be {LEAST_INSIDE:.0%} to {MOST_INSIDE:.0%}")
    return {
        "exercises": len(rows), "links": links, "over": over, "under": under, "links_f1": f1, "links_f1_never_merging": 0.0,
        "estimated": estimated, "refused": inside[None], "inside": inside[True], "share_inside": share,
        "too_low": sum(each.high is not None and each.true > each.high for each in rows),
        "too_high": sum(each.low is not None and each.true < each.low for each in rows), "broken": broken,
    }  # fmt: skip


def told(row: Row) -> str:
    """One exercise in one line."""
    interval = "no estimate" if row.low is None else f"{row.total:8.0f}  {row.low:5.0f} to {row.high:.0f}{'' if row.inside else ' MISSED'}"
    return (
        f"{row.seed:4d}  {row.dispatches:10d}  {row.true:4d}  {row.known:5d}  {row.at_least:8d}   {interval:24s} "
        f"{row.links:5d}  {row.over:4d}  {row.under:5d}"
    )


def words(sums: dict[str, Any]) -> str:
    """The sums, for people."""
    lines = [
        f"links between documents: {sums['links']} to find, {sums['under']} not joined, {sums['over']} joined wrongly: "
        f"F1 {sums['links_f1']:.3f}",
        f"  never merging: {sums['links']} not joined, none wrongly: F1 0.000",
        f"hidden totals: {sums['inside']} of {sums['estimated']} lie in their 90 % interval ({sums['share_inside']:.0%}); "
        f"{sums['too_low']} intervals lie below the truth, {sums['too_high']} above; {sums['refused']} refused",
    ]
    return "\n".join([*lines, *(f"BROKEN: {each}" for each in sums["broken"])] if sums["broken"] else [*lines, "every bound holds"])


if __name__ == "__main__":
    main()
