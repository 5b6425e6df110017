"""Which documents a benchmark reads: articles with a report in gold, or a few documents among a stream of general news."""

import gzip
import hashlib
import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from labelled import in_scope


def told_of(docs: list[str], gold: Path, folder: Path) -> Path:
    """A JSONL file of those of some documents that a gold file says have a report."""
    coded = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    told = {each["id"] for each in coded if each["reports"]}
    kept = folder / "told.jsonl"
    kept.write_text("".join(json.dumps(each) + "\n" for each in documents(docs) if each["id"] in told), encoding="utf-8")
    return kept


def mixed(docs: list[str], asked: Namespace, folder: Path) -> tuple[Path, int]:
    """A JSONL file of general news with so many of DOCS, chosen by the hash of their text and spread evenly, that they have the share.

    Also how many documents of the stream were left out, since labels say that they tell of an act in scope.
    """
    stream, told = asked.among, in_scope(asked.among.name)
    if stream.suffix == ".gz":
        stream = folder / stream.stem
        stream.write_bytes(gzip.decompress(asked.among.read_bytes()))
    general: list[dict[str, str | None]] = []
    left_out = 0
    for each in documents([str(stream)]):
        if len(general) == asked.most:
            break
        if told.get(str(each["id"])):
            left_out += 1
        else:
            general.append(each)
    wanted = max(1, round(len(general) * asked.share / (1 - asked.share)))
    chosen = sorted(documents(docs), key=lambda each: hashlib.sha256(each["text"].encode()).hexdigest())[:wanted]
    for n, each in enumerate(chosen):
        general.insert((2 * n + 1) * len(general) // (2 * len(chosen)), each)
    path = folder / "mixed.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in general), encoding="utf-8")
    return path, left_out


def documents(docs: list[str]) -> Iterator[dict[str, str | None]]:
    from truceline.model.document import Capture, Document
    from truceline.readers.capture import capture
    from truceline.readers.read import read

    for taken in capture(docs):
        for each in read(taken) if isinstance(taken, Capture) else ():
            if isinstance(each, Document):
                published = each.published.isoformat() if each.published else None
                yield {"id": each.name, "title": each.title, "published": published, "url": each.url, "text": each.text}
