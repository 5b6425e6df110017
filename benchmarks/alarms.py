#!/usr/bin/env python3
"""Relevance alarms on a stream of general news: which documents a reading holds to tell of an incident, and by what words.

    alarms.py STREAM.jsonl[.gz] [--most N] [--sample N] [--at-least 0.25] [--json]

A document raises an alarm where it has a report (of at least that confidence). ``--sample`` shows so many of the alarms, chosen by the
hash of their id, so that the same are shown again. Nobody coded a stream: a person reads the sample and counts; where benchmarks/labels
holds labels of a document, made by reading it whole, it is said how many alarms lie in documents with an act in scope. Texts are printed
to be read, and never kept.
"""

import argparse
import gzip
import hashlib
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from labelled import in_scope

from truceline.cli.code import read_documents
from truceline.engines.choose import choose_engine
from truceline.model.document import Document
from truceline.packs.pack import load_pack
from truceline.readers.capture import capture


def main() -> None:
    asked = _asked()
    begun = time.perf_counter()
    total, alarms = found(asked.stream, asked.most, asked.at_least, asked.workers)
    seconds = time.perf_counter() - begun
    shown = sorted(
        sorted(alarms, key=lambda each: hashlib.sha256(each["id"].encode()).hexdigest())[: asked.sample], key=lambda each: each["id"]
    )
    if asked.json:
        print(
            json.dumps(
                {"documents": total, "alarms": len(alarms), "seconds": round(seconds, 1), "shown": shown}, indent=1, ensure_ascii=False
            )
        )
        return
    for number, each in enumerate(shown, 1):
        print(f"\n{number}. {each['id']}  {each['title']}")
        for report in each["reports"]:
            print(f"   {report['confidence']:.2f} {report['type']} {report['date']} {' '.join(report['actor'])}: {report['quote']}")
    print(f"\n{len(alarms)} alarms in {total} documents ({len(alarms) / max(1, total):.1%}), {seconds:.0f} s")
    of_labels = in_scope(asked.stream.name)
    told = [of_labels[each["id"]] for each in alarms if each["id"] in of_labels]
    print(f"{len(told)} of them in documents with labels, {sum(told)} of these with an act in scope")


def found(stream: Path, most: int | None, at_least: float, workers: int) -> tuple[int, list[dict[str, Any]]]:
    """How many documents were read, and those that raise an alarm with what raised it."""
    content = gzip.decompress(stream.read_bytes()) if stream.suffix == ".gz" else stream.read_bytes()
    rows = [line + "\n" for line in content.decode("utf-8").split("\n") if line.strip()][:most]
    engine = choose_engine("local", workers)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        path.write_text("".join(rows), encoding="utf-8")
        try:
            read = read_documents(capture([path]), pack=load_pack(), engine=engine)
        finally:
            engine.close()
    alarms = []
    for document, extraction in read:
        reports = [each for each in extraction.reports if each.confidence >= at_least] if extraction else []
        if isinstance(document, Document) and reports:
            alarms.append(
                {
                    "id": document.name,
                    "title": document.title,
                    "reports": [
                        {
                            "type": each.claim.kind.value,
                            "date": each.claim.when.value.code if each.claim.when else None,
                            "actor": [slot.value.code for slot in each.claim.actors],
                            "confidence": round(each.confidence, 3),
                            "quote": document.words(each.quote)[:200],
                        }
                        for each in reports
                    ],
                }
            )
    return len(rows), alarms


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("stream", type=Path)
    ask.add_argument("--most", type=int, metavar="N", help="read the first N documents")
    ask.add_argument("--sample", type=int, default=100, metavar="N")
    ask.add_argument("--at-least", type=float, default=0.0, metavar="CONFIDENCE")
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--json", action="store_true")
    return ask.parse_args()


if __name__ == "__main__":
    main()
