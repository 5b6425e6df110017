"""Texts of general news that one reader coded whole by the codebook, kept without a word of theirs; and texts written for this project.

benchmarks/coded/*.jsonl hold a line for each text: the file and id of the document, the SHA-256 of its text (first 16 digits), and its
reports and count claims as the codebook has them, where a quote, a place and a speaker's name that stands in the text are its offsets there
(``[start, end]``). The texts are their publishers'; they are filled in again from the file that is named on the command line. Those of
benchmarks/written are ours, and stand there whole.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.jsonl import read_lines

FOLDER = Path(__file__).parent.parent.parent / "benchmarks" / "coded"
AGAIN = FOLDER.parent / "coded_again"
"""What a second reader, who saw none of the first coding, made of some of the same texts; nothing learns from it."""


def sets_of(texts: Path, folder: Path = FOLDER) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, dict[str, Any]]]]:
    """The coded sets that a file of texts holds documents of: name, documents, and the coding of each by its id.

    A document whose text is not the one that was coded is left out.
    """
    held = {each["id"]: each for each in read_lines(texts)}
    for path, lines in _lines(texts.name, folder):
        same = [line for line in lines if line["id"] in held and line["sha256"] == digest(held[line["id"]]["text"])]
        if same:
            yield path.stem, [held[line["id"]] for line in same], {line["id"]: _coding(line, held[line["id"]]["text"]) for line in same}


def coded_whole(file: str) -> set[str]:
    """The ids of the documents of a file, by its name, that were coded whole."""
    return {line["id"] for _, lines in _lines(file, FOLDER) for line in lines}


def _lines(file: str, folder: Path) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    """The lines that are kept of the documents of a file, by the set they are of."""
    for path in sorted(folder.glob("*.jsonl")):
        yield path, [line for line in read_lines(path) if line["file"] == file]


def _coding(line: dict[str, Any], text: str) -> dict[str, Any]:
    return {"id": line["id"], **{key: [_filled(one, text) for one in line[key]] for key in LISTS}}


def without_words(file: str, document: dict[str, Any], coding: dict[str, Any]) -> dict[str, Any]:
    """The line that is kept of a document's coding. ValueError where a quote or a place of it is not in the text."""
    lists = {key: [_emptied(one, document["text"]) for one in coding[key]] for key in LISTS}
    return {"file": file, "id": document["id"], "sha256": digest(document["text"]), **lists}


def digest(text: str) -> str:
    """By what a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


WRITTEN = {
    "written-plain": 1.0, "written-plain-unread": 1.0, "written-after-news": 0.5, "written-after-news-unread": 0.5,
    "written-varied": 0.3, "written-varied-unread": 0.3, "written-statements": 1.0, "written-statements-unread": 1.0,
}  # fmt: skip
"""The sets of texts written for this project, with what a proposal of theirs weighs in training: the varied ones tell acts in ever other
words, and with full weight mislead a judge of plain news; so do, a little, those after a model, which say again in other words what it
says (docs/judges.md). Judges learn from them; what is found out in the world is what thresholds and calibration are chosen on."""
LISTS = ("reports", "count_claims")
_WORDS, _NAMES = ("quote", "place"), ("sources", "via")


def _emptied(one: dict[str, Any], text: str) -> dict[str, Any]:
    words = {key: _at(one[key], text) for key in _WORDS if one.get(key)}
    names = {key: [_at(name, text) if name in text and ":" not in name else name for name in one[key]] for key in _NAMES if key in one}
    return one | words | names


def _at(words: str, text: str) -> list[int]:
    start = text.find(words)
    if start < 0:
        raise ValueError(f"{words!r} is not in the text")
    return [start, start + len(words)]


def _filled(one: dict[str, Any], text: str) -> dict[str, Any]:
    words = {key: text[slice(*one[key])] for key in _WORDS if one.get(key)}
    names = {key: [name if isinstance(name, str) else text[slice(*name)] for name in one[key]] for key in _NAMES if key in one}
    return one | words | names
