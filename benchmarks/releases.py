"""Measures the reading of a military press office's releases against gold of their own: day, killed, taken, air strikes.

    releases.py FILE [--errors N]

FILE is JSONL as of the ISAF releases of Strick van Linschoten (CC BY-SA 4.0): ``id``, ``text`` and ``gold`` with ``start_date``,
``killq``, ``captureq``, ``airstrike``, ``min_killed``, ``min_captured``. The day of a release is read from its dateline alone. A day is
right where a report of the document has just it; people killed or taken, and air strikes, are told where a report tells them; their
least number is that of all reports together. That gold counts "several" and "multiple" as three, the codebook the one as three to
nine and the other as unknown, so that the numbers cannot all agree.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from truceline.cli.coded import coded
from truceline.language.annotate import annotate
from truceline.model.document import Capture, Document
from truceline.packs.pack import load_pack
from truceline.readers.capture import capture
from truceline.readers.read import read
from truceline.reports.extract import extract

Row = dict[str, Any]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--errors", type=int, default=0, help="print the first N releases whose day is not read")
    asked = ask.parse_args()
    given = [json.loads(line) for line in asked.file.read_text(encoding="utf-8").split("\n") if line.strip()]
    told = _read(asked.file)
    pairs = [(each["gold"], told[str(each["id"])]) for each in given]
    print(f"{len(pairs)} releases, {sum(bool(reports) for _, reports in pairs)} with a report")
    right = [gold["start_date"] in {r["date"] for r in reports} for gold, reports in pairs]
    dated = sum(any(r["date"] for r in reports) for _, reports in pairs)
    print(f"day: right in {sum(right)} of {len(pairs)}, any told in {dated}")
    _yes_no("killed", [(gold["killq"], _least(reports, "killed") > 0) for gold, reports in pairs])
    _yes_no("taken", [(gold["captureq"], any(r["type"] == "capture" for r in reports)) for gold, reports in pairs])
    _yes_no("air strike", [(gold["airstrike"], any(r["type"] == "air_strike" for r in reports)) for gold, reports in pairs])
    for name, asks, least in (("killed", "killq", "min_killed"), ("captured", "captureq", "min_captured")):
        same = [_least(reports, name) == gold[least] for gold, reports in pairs if gold[asks]]
        print(f"least number {name}: the same in {sum(same)} of {len(same)}")
    missed = [each for each, ok in zip(given, right, strict=True) if not ok]
    for each in missed[: asked.errors]:
        print(each["id"], each["gold"]["start_date"], sorted({str(r["date"]) for r in told[str(each["id"])]}))


def _read(path: Path) -> dict[str, list[Row]]:
    """The reports of each release by id, read as ``truceline code`` reads them."""
    pack, found = load_pack(), {}
    for taken in capture([str(path)]):
        for each in read(taken) if isinstance(taken, Capture) else ():
            if isinstance(each, Document):
                found[each.name] = coded(each, extract(annotate(each, pack), pack), {})["reports"]
    return found


def _least(reports: Iterable[Row], what: str) -> int:
    """The least number of those with a fate, over all reports of a release."""
    return sum((r[what] or [0])[0] or 0 for r in reports)


def _yes_no(name: str, pairs: list[tuple[bool, bool]]) -> None:
    both, gold, told = sum(a and b for a, b in pairs), sum(a for a, _ in pairs), sum(b for _, b in pairs)
    precision, recall = both / max(1, told), both / max(1, gold)
    print(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {2 * both / max(1, gold + told):.3f} of {gold}")


if __name__ == "__main__":
    main()
