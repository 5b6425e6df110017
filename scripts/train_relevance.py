"""Trains what lets whole documents go before they are read (src/truceline/data/weights/relevance.json).

    python scripts/train_relevance.py CORPUS --more FILE [--most N] [--lose 0.005] [--write]

CORPUS is a folder with docs-NAME.jsonl and gold-NAME.jsonl pairs; --more a file of texts that nobody coded (JSONL or .gz), of which
the first N are read. A document counts as wanted where its gold has a report, or where it is read in full and gives one. By
cross-validation over documents: what share of the texts would be read, and what would be lost, for each share of the coded
documents with reports that may be lost; --write trains on all, with the threshold of --lose. Needs scikit-learn (extra ``train``).
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
from training.rows import FOLDS, document_of, fold_of, pairs, read_lines

from truceline.language.annotate import annotate
from truceline.language.relevance import FILE, topics
from truceline.packs.pack import Pack, load_pack
from truceline.reports.extract import extract

PENALTY = 0.1
LOSSES = (0.0, 0.0025, 0.005, 0.01, 0.015, 0.02)


@dataclass(frozen=True, slots=True)
class Row:
    """A document that is long enough to be judged: its topics, how many reports its gold has (None: not coded) and its reading gives."""

    name: str
    topics: dict[str, float]
    gold: int | None
    given: int

    @property
    def wanted(self) -> bool:
        return bool(self.gold or self.given)


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
            "penalty": PENALTY, "documents": len(rows), "folds": says,
            "trained_on_sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(asked)},
        }  # fmt: skip
        held = {"card": card, "bias": round(float(model.intercept_[0]), 4), "least": least, "weights": weights}
        FILE.write_text(json.dumps(held, indent=0) + "\n", encoding="utf-8")
        print(f"wrote {FILE.name}: {len(weights)} weights")


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--more", type=Path, required=True, help="texts that nobody coded (JSONL or .gz)")
    ask.add_argument("--most", type=int, default=1500)
    ask.add_argument("--lose", type=float, default=0.005, help="share of the coded documents with reports that may be lost")
    ask.add_argument("--write", action="store_true")
    return ask.parse_args()


def _files(asked: argparse.Namespace) -> list[Path]:
    return [*(path for _, documents, gold in pairs(asked.corpus) for path in (documents, gold)), asked.more]


def _rows(asked: argparse.Namespace) -> Iterator[Row]:
    pack = load_pack()
    for _, documents, gold in pairs(asked.corpus):
        coded = {each["id"]: len(each["reports"]) for each in read_lines(gold)}
        yield from (row for each in read_lines(documents) if (row := _row(each, coded[each["id"]], pack)))
    yield from (row for each in read_lines(asked.more)[: asked.most] if (row := _row(each, None, pack)))


def _row(given: dict[str, Any], gold: int | None, pack: Pack) -> Row | None:
    document = document_of(given)
    told = topics(document, pack)
    if not told:
        return None
    return Row(given["id"], told, gold, len(extract(annotate(document, pack, whole=True), pack).reports))


def _fitted(told: Any, wanted: Any) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=3000).fit(told, wanted)


def _lost(rows: list[Row], scores: Any, share: float) -> tuple[float, str]:
    """The threshold below which this share of the coded documents lies of which something is read, and what it does."""
    found = np.array([bool(row.gold and row.given) for row in rows])
    relevant = np.array([bool(row.gold) for row in rows])
    uncoded = np.array([row.gold is None for row in rows])
    alarms = uncoded & np.array([bool(row.given) for row in rows])
    least = round(float(np.sort(scores[found])[int(share * found.sum())]) - 0.005, 2)
    below = scores < least
    return least, (
        f"below {least}: of {found.sum()} documents with reports in gold and reading {(below & found).sum()} are let go, "
        f"of {relevant.sum()} with reports in gold {(below & relevant).sum()}; "
        f"of {uncoded.sum()} uncoded {(~below & uncoded).sum()} are read, of the {alarms.sum()} that give reports {(~below & alarms).sum()}"
    )


if __name__ == "__main__":
    main()
