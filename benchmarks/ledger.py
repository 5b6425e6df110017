#!/usr/bin/env python3
"""Measures a ledger as it grows: made-up reports go in (no reading), the ledger is looked at, and one more document comes.

    ledger.py [--sizes 1000,10000] [--ledger URL] [--seed N]

Ten reports make one incident, each of a document of its own. Printed for each size: reports recorded a second; seconds for the first
look (all merged and assessed) and for the next one (put by); for one more document until all is merged again; for a dossier;
bytes a report (of an SQLite file); peak memory of the process. ``--ledger`` names an empty PostgreSQL database in place of SQLite files.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from truceline.ledger.base import Entry, Ledger
from truceline.ledger.open import open_ledger
from truceline.model.document import Capture, Document
from truceline.model.ids import CaptureId, document_id, report_id
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import Attribution, Claim, Extraction, Prominence, Report, Slot, Status
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.pack import load_pack
from truceline.pipeline import derive, read_by
from truceline.views.dossier import dossier

TOLD = 10  # reports of one incident
A_DAY = 3  # incidents


def main() -> None:
    """Runs every size, prints a row each."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", default="1000,10000", metavar="N,N")
    ask.add_argument("--ledger", default="", metavar="URL")
    ask.add_argument("--seed", type=int, default=1953)
    asked = ask.parse_args()
    print("reports  recorded/s  first look s  next look s  one more s  dossier s  bytes/report  memory MB")
    for size in map(int, asked.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "ledger.db"
            ledger = open_ledger(asked.ledger or path)
            print(row(ledger, size, Random(asked.seed), None if asked.ledger else path), flush=True)
            ledger.close()


def row(ledger: Ledger, size: int, chance: Random, path: Path | None) -> str:
    """Fills a ledger and measures it."""
    pack = load_pack()
    entries = made(size + 1, chance, read_by(pack))
    begun = time.perf_counter()
    for _ in range(size):
        ledger.record(next(entries))
    recorded = size / (time.perf_counter() - begun)
    first, view = timed(lambda: derive(ledger, pack))
    again, _ = timed(lambda: derive(ledger, pack))
    told, _ = timed(lambda: dossier(view, next(iter(view.incidents)), ontology=pack.ontology))

    def one_more() -> None:
        ledger.record(next(entries))
        derive(ledger, pack)

    more, _ = timed(one_more)
    each = f"{path.stat().st_size / size:.0f}" if path else "-"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{size:7}  {recorded:10.0f}  {first:12.2f}  {again:11.2f}  {more:10.2f}  {told:9.3f}  {each:>12}  {memory:9.0f}"


def timed(work):  # type: ignore[no-untyped-def]  # any work, any result
    """Seconds that a piece of work took, and what it gave."""
    begun = time.perf_counter()
    found = work()
    return time.perf_counter() - begun, found


def made(size: int, chance: Random, by: str) -> Iterator[Entry]:
    """Entries of ``size`` documents with one report each."""
    words = [f"word{number}" for number in range(4000)]
    for number in range(size):
        incident = number // TOLD
        day = date(1954, 1, 1) + timedelta(days=incident // A_DAY)
        place = f"Post {incident % 97}"
        text = f"Soldiers crossed at {place} on {day}. " + " ".join(chance.choices(words, k=120))
        published = day + timedelta(days=chance.randint(0, 3))
        key = document_id(text, None, published.isoformat(), None)
        span = Span(document_id=key, start=0, end=30)
        claim = Claim(
            kind=Slot(value="ground_crossing", evidence=(span,), read_by="made"),
            actors=(Slot(value=Actor(party=("PRK", "KOR")[incident % 2], role=Role.MIL), evidence=(span,), read_by="made"),),
            when=Slot(
                value=When(start=day, end=day, precision=Precision.DAY, basis="made", words=str(day)), evidence=(span,), read_by="made"
            ),
            where=Slot(value=Where(name=place), evidence=(span,), read_by="made"),
            line=Slot(value="MDL", evidence=(span,), read_by="made"),
        )
        said = Attribution(speaker=Slot(value=Speaker(code="document"), evidence=(span,), read_by="made"))
        report = Report(
            id=report_id(key), document_id=key, claim=claim, attributions=(said,), follow_ups=(), prominence=Prominence.MAIN,
            status=Status.ASSERTED, quote=span, confidence=0.9, extractor="made",
        )  # fmt: skip
        content = text.encode()
        capture = Capture(
            id=CaptureId(sha256(content).hexdigest()), address=f"{number}.txt", media_type="text/plain", content=content,
            captured_at=datetime(2026, 1, 1, tzinfo=UTC),
        )  # fmt: skip
        document = Document(id=key, name=str(number), text=text, capture_id=capture.id, published=published)
        yield Entry(document=document, capture=capture, extraction=Extraction(document_id=key, reports=(report,)), read_by=by)


if __name__ == "__main__":
    main()
