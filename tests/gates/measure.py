"""The figures of the gates: documents read as ``truceline code`` reads them, scored, by set, kind and half."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.gates import corpus
from tests.gates.corpus import Coded
from tests.gates.scoring import figures, score
from truceline.cli.code import incidents_of, read_documents, record
from truceline.engines.choose import choose_engine
from truceline.packs.pack import load_pack
from truceline.readers.capture import capture

WORKERS = 2
Figures = dict[str, dict[str, Any]]


@cache
def predicted(name: str) -> dict[str, dict[str, Any]]:
    """What is read from ``own`` or ``all``, merged over the whole set; read once a process."""
    coded = corpus.own() if name == "own" else corpus.all_beside()
    return read(coded)


def read(coded: Coded) -> dict[str, dict[str, Any]]:
    """The codebook record of each document."""
    pack, engine = load_pack(), choose_engine("local", WORKERS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in coded.documents.values()), encoding="utf-8")
        try:
            found = read_documents(capture([path]), pack=pack, engine=engine)
        finally:
            engine.close()
    incident_of = incidents_of(found, pack)
    rows = (record(document, extraction, incident_of) for document, extraction in found)
    return {str(row["id"]): row for row in rows}


def measured(coded: Coded, rows: dict[str, dict[str, Any]]) -> Figures:
    """All figures of some documents."""
    return figures(score(coded.gold, coded.documents, rows))


@cache
def sets() -> dict[str, Figures]:
    """Figures by set: ``own``, and where a corpus is beside: dev, train, all, news, even, odd."""
    found = {"own": measured(corpus.own(), predicted("own"))}
    if corpus.is_beside():
        every, rows = corpus.all_beside(), predicted("all")
        parts = {name: list(corpus.beside(name).gold) for name in corpus.SETS_BESIDE} | {
            "all": list(every.gold),
            "news": [i for i in every.gold if corpus.kind(i) == "news"],
            "even": [i for i in every.gold if corpus.half(i) == "even"],
            "odd": [i for i in every.gold if corpus.half(i) == "odd"],
        }
        found |= {name: measured(every.only(name, ids), rows) for name, ids in parts.items()}
    return found


@cache
def halves(name: str) -> dict[str, Figures]:
    """Figures of the half that is developed on ("even") and of the other ("odd"), of the documents of a set ("dev", "train", "all")."""
    every, rows = corpus.all_beside(), predicted("all")
    ids = every.gold if name == "all" else corpus.beside(name).gold
    parts = {half: [i for i in ids if corpus.half(i) == half] for half in ("even", "odd")}
    return {half: measured(every.only(f"{name}, {half}", those), rows) for half, those in parts.items()}


def value(found: Figures, figure: str) -> float | None:
    """The number a figure is judged by: F1, or the rate where it has none; None where nothing was there to score."""
    row = found.get(figure)
    if row is None or (row["f1"] is not None and not row["gold"] and not row["guess"]):
        return None
    return float(row["f1"] if row["f1"] is not None else row["precision"])
