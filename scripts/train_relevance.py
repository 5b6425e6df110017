"""Trains what lets whole documents go before they are read (src/truceline/data/weights/relevance.json).

    python scripts/train_relevance.py CORPUS --more FILE [--unseen N] [--lose 0.005] [--write]

CORPUS is a folder with docs-NAME.jsonl and gold-NAME.jsonl pairs; --more a file of texts that nobody coded (JSONL or .gz), of which
the first N are left out, so that what the weights do to a stream can be measured on them (benchmarks/reading.py). A document counts
as wanted where its gold has a report; of the texts nobody coded where their labels say so (benchmarks/labels), and of those without
labels where they are read in full and give a report. By cross-validation over documents: what share of the texts would be read, and
what would be lost, for each share of the coded documents with reports that may be lost; --write trains on all, with the threshold of
--lose. Needs scikit-learn (extra ``train``).
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from training.jsonl import read_lines
from training.labels import FOLDER
from training.rows import FOLDS, document_of, fold_of, load_file, pairs

from truceline.language.annotate import annotate
from truceline.language.relevance import FILE, topics
from truceline.packs.pack import Pack, load_pack
from truceline.reports.extract import extract

PENALTY = 0.2
LOSSES = (0.0, 0.0025, 0.005, 0.01, 0.015, 0.02)


@dataclass(frozen=True, slots=True)
class Row:
    """A document that is long enough to be judged: its topics, how many reports its gold has (None: not coded) and its reading gives.

    ``label`` says of one that nobody coded whether it tells of an act in scope (None: nobody read it).
    """

    name: str
    topics: dict[str, float]
    gold: int | None
    given: int
    label: bool | None = None

    @property
    def wanted(self) -> bool:
        """Whether it is worth reading: as coders say, else as whoever labelled it, else where its reading gives anything."""
        if self.gold is not None:
            return self.gold > 0
        return bool(self.given) if self.label is None else self.label


def main() -> None:
    asked = _asked()
    rows = list(_rows(asked))
    vectorizer = DictVectorizer()
    told, wanted = vectorizer.fit_transform([row.topics for row in rows]), np.array([row.wanted for row in rows])
    folds = np.array([fold_of(row.name) for row in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        scores[folds == fold] = _fitted(told[folds != fold], wanted[folds != fold]).decision_function(told[folds == fold])
    for loss in LOSSES:
        print(_lost(rows, scores, loss)[1])
    least, says = _lost(rows, scores, asked.lose)
    if asked.write:
        model = _fitted(told, wanted)
        weights = {name: round(float(weight), 4) for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}
        card = {
            "what": "linear weights of topics: is a whole document worth reading", "trained_by": "scripts/train_relevance.py",
            "penalty": PENALTY, "documents": len(rows), "unseen": asked.unseen, "folds": says,
            "trained_on_sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(asked)},
        }  # fmt: skip
        held = {"card": card, "bias": round(float(model.intercept_[0]), 4), "least": least, "weights": weights}
        FILE.write_text(json.dumps(held, indent=0) + "\n", encoding="utf-8")
        print(f"wrote {FILE.name}: {len(weights)} weights")


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--more", type=Path, required=True, help="texts that nobody coded (JSONL or .gz)")
    ask.add_argument("--unseen", type=int, default=400, metavar="N", help="of the texts that nobody coded (default: 400)")
    ask.add_argument("--lose", type=float, default=0.005, help="share of the coded documents with reports that may be lost")
    ask.add_argument("--write", action="store_true")
    return ask.parse_args()


def _files(asked: argparse.Namespace) -> list[Path]:
    return [*(path for _, documents, gold in pairs(asked.corpus) for path in (documents, gold)), asked.more]


def _rows(asked: argparse.Namespace) -> Iterator[Row]:
    pack = load_pack()
    for _, documents, gold in pairs(asked.corpus):
        coded = {each["id"]: len(each["reports"]) for each in read_lines(gold)}
        yield from (row for each in read_lines(documents) if (row := _row(each, pack, gold=coded[each["id"]])))
    labels = load_file(FOLDER.parent / "labelled.py").in_scope(asked.more.name)
    yield from (row for each in read_lines(asked.more)[asked.unseen :] if (row := _row(each, pack, label=labels.get(each["id"]))))


def _row(given: dict[str, Any], pack: Pack, gold: int | None = None, label: bool | None = None) -> Row | None:
    document = document_of(given)
    told = topics(document, pack)
    if not told:
        return None
    return Row(given["id"], told, gold, len(extract(annotate(document, pack, whole=True), pack).reports), label)


def _fitted(told: Any, wanted: Any) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=3000).fit(told, wanted)


def _lost(rows: list[Row], scores: Any, share: float) -> tuple[float, str]:
    """The threshold below which this share of the coded documents lies of which something is read, and what it does."""
    found = np.array([bool(row.gold and row.given) for row in rows])
    relevant = np.array([bool(row.gold) for row in rows])
    uncoded = np.array([row.gold is None for row in rows])
    labelled = uncoded & np.array([row.label is True for row in rows])
    least = round(float(np.sort(scores[found])[int(share * found.sum())]) - 0.005, 2)
    below = scores < least
    return least, (
        f"below {least}: of {found.sum()} documents with reports in gold and reading {(below & found).sum()} are let go, "
        f"of {relevant.sum()} with reports in gold {(below & relevant).sum()}; of {labelled.sum()} uncoded with labels of acts in scope "
        f"{(below & labelled).sum()}; of {(uncoded & ~labelled).sum()} other uncoded {(uncoded & ~labelled & ~below).sum()} are read"
    )


if __name__ == "__main__":
    main()
