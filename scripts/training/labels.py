"""Labels of single proposals of texts that nobody coded as wholes: where the proposal stands, and whether it is right.

benchmarks/labels/*.jsonl hold no text: the file and id of the document, the SHA-256 of its text (first 16 digits), the place of the
word that tells the act, its type, ``right`` (an act in scope, of this type, told as done), ``main``, and ``sure``: false where whoever
labelled it would not bet on it. wanted.jsonl holds those of the kinds that no coded file has (docs/codebook.md), also of coded documents.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.coded_texts import coded_whole, digest
from training.jsonl import read_lines
from training.rows import Row

FOLDER = Path(__file__).parent.parent.parent / "benchmarks" / "labels"
LABELLED, UNSURE, UNLABELLED = 0.3, 0.15, 0.25
"""What a label of these weighs beside one of a document coded as a whole, one that is not sure, and what a proposal of general news weighs
that nobody looked at and that counts as wrong."""


def load_labels() -> dict[str, list[dict[str, Any]]]:
    """The labels by name of the file that they are of."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        for label in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            found.setdefault(label["file"], []).append(label)
    return found


def documents_for(path: Path, most: int) -> list[dict[str, Any]]:
    """The documents of a file that have labels, and the first ``most`` of the others; ids are made unlike those of other files.

    A document that was coded whole is none of these: its coding says more than labels do.
    """
    labelled = {label["id"] for label in load_labels().get(path.name, [])}
    whole = coded_whole(path.name)
    given = [each for each in read_lines(path) if each["id"] not in whole]
    chosen = [each for each in given if each["id"] in labelled]
    chosen += [each for each in given if each["id"] not in labelled][:most]
    return [
        {"text": each["text"], "title": each.get("title"), "published": each.get("published"), "id": f"{path.name}#{each['id']}"}
        for each in chosen
    ]


def attach_to_unscored(rows: Sequence[Row]) -> int:
    """Gives each row of a coded document its label where the coders leave its kind out; returns how many have."""
    held = {(label["id"], label["part"], label["start"], label["type"]): label for labels in load_labels().values() for label in labels}
    n = 0
    for row in rows:
        label = None if row.scored else held.get((row.document, row.part, row.start, row.kind))
        if label is not None:
            row.right = label["right"]
            row.weight = 1.0 if label.get("sure", True) else UNSURE / LABELLED
            n += 1
    return n


def attach(rows: Sequence[Row], path: Path) -> int:
    """Gives each row of a file its label, where it has one; returns how many have."""
    texts = {f"{path.name}#{each['id']}": digest(each["text"]) for each in read_lines(path)}
    held = {
        (f"{path.name}#{label['id']}", label["part"], label["start"], label["type"]): label for label in load_labels().get(path.name, [])
    }
    n = 0
    for row in rows:
        label = held.get((row.document, row.part, row.start, row.kind))
        if label is not None and label["sha256"] == texts[row.document]:
            row.right, row.main = label["right"], label.get("main")
            row.weight = LABELLED if label.get("sure", True) else UNSURE
            n += 1
    return n
