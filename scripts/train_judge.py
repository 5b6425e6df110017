"""Trains the linear judges of proposals and of prominence (src/truceline/data/weights/*.json) on hand-made gold.

    python scripts/train_judge.py CORPUS [--folds 5] [--write]

--unlabelled FILE adds general news that nobody coded: its proposals count as wrong, with little weight, but for those that
the gold alone makes likely. It teaches court battles and campaign attacks.

CORPUS is a folder with docs-NAME.jsonl and gold-NAME.jsonl pairs. Prints, by cross-validation over documents, the
report F1 without the judge and with it at each threshold, the Brier score, and how often prominence is right; --write
trains on all and writes the weights, rounded, with what they were trained on. Needs scikit-learn (extra ``train``); the product does not.
"""

import argparse
import gzip
import hashlib
import importlib.util
import itertools
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from truceline.cli.coded import coded
from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.report import Extraction
from truceline.packs.pack import Pack, load_pack
from truceline.reports import judge, prominence
from truceline.reports.extract import propose
from truceline.reports.finish import finish
from truceline.reports.weights import FOLDER, load_weights

STRENGTH = 0.1
"""Inverse strength of the L2 penalty; chosen by cross-validation among 0.02, 0.05, 0.1, 0.3."""


@dataclass(frozen=True)
class Row:
    """One proposal: the set and document it is from, its features, and whether it is right (in the gold; main)."""

    corpus: str
    document: str
    features: frozenset[str]
    right: bool
    weight: float = 1.0


UNLABELLED_WEIGHT = 0.25
LIKELY_REAL = 0.5


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--scorer", type=Path, required=True, help="score.py of the corpus: its matching decides what is right")
    ask.add_argument("--unlabelled", type=Path, help="JSONL (or .gz) of general news")
    ask.add_argument("--most", type=int, default=1000, help="how many unlabelled documents are read")
    ask.add_argument("--folds", type=int, default=5)
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    scorer = _load_scorer(args.scorer)
    rows, wanted = collect(args.corpus, scorer, load_pack())
    if args.unlabelled:
        rows += _unlabelled(args.unlabelled, args.most, rows)
    table, matrix, right = _matrix(rows)
    _validate(rows, matrix, right, wanted, args.folds)
    if args.write:
        _write(
            "judge",
            table,
            LogisticRegression(C=STRENGTH, max_iter=4000).fit(matrix, right, sample_weight=_weights(rows)),
            rows,
            args.corpus,
        )
    told, _ = collect(args.corpus, scorer, load_pack(), of_prominence=True)
    table, matrix, right = _matrix(told)
    sure = _crossed(told, matrix, right, args.folds)
    print(f"prominence: {len(told)} matched reports, {((sure >= 0.5) == right).mean():.3f} right")
    if args.write:
        _write("prominence", table, LogisticRegression(C=STRENGTH, max_iter=4000).fit(matrix, right), told, args.corpus)


def _matrix(rows: list[Row]) -> tuple[DictVectorizer, Any, Any]:
    table = DictVectorizer()
    return table, table.fit_transform([dict.fromkeys(row.features, 1) for row in rows]), np.array([row.right for row in rows], dtype=int)


def _weights(rows: list[Row]) -> Any:
    return np.array([row.weight for row in rows])


def _unlabelled(path: Path, most: int, labelled: list[Row]) -> list[Row]:
    """Proposals of uncoded general news as light negatives, without those that look real to a judge of the gold alone."""
    pack = load_pack()
    table, matrix, right = _matrix(labelled)
    model = LogisticRegression(C=STRENGTH, max_iter=4000).fit(matrix, right)
    found: list[Row] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for given in map(json.loads, itertools.islice(filter(str.strip, lines), most)):
            document = _document(given)
            reading = annotate(document, pack)
            drafts = propose(reading, pack)
            found += [
                Row("unlabelled", document.name, frozenset(judge.features(d, drafts, reading, pack.lexicon)), False, UNLABELLED_WEIGHT)
                for d in drafts
            ]
    if not found:
        return []
    sure = model.predict_proba(table.transform([dict.fromkeys(row.features, 1) for row in found]))[:, 1]
    return [row for row, p in zip(found, sure, strict=True) if p < LIKELY_REAL]


def collect(corpus: Path, scorer: Any, pack: Pack, *, of_prominence: bool = False) -> tuple[list[Row], dict[str, int]]:
    """Every proposal of every document of the corpus with its label, and the number of gold reports by set."""
    rows: list[Row] = []
    wanted: dict[str, int] = {}
    for path in sorted(corpus.glob("gold-*.jsonl")):
        documents = corpus / path.name.replace("gold-", "docs-")
        if not documents.exists():
            continue
        gold, name = scorer.load(path), path.stem.removeprefix("gold-")
        wanted[name] = sum(len(each["reports"]) for each in gold.values())
        for given in map(json.loads, filter(None, documents.read_text(encoding="utf-8").split("\n"))):
            rows += (_told if of_prominence else _rows)(name, given, gold[given["id"]]["reports"], scorer, pack)
    return rows, wanted


def _rows(name: str, given: dict[str, Any], gold: list[dict[str, Any]], scorer: Any, pack: Pack) -> list[Row]:
    document = _document(given)
    reading = annotate(document, pack)
    drafts = propose(reading, pack)
    reports = tuple(finish(draft, reading, pack, "training") for draft in drafts)
    records = coded(document, Extraction(document_id=document.id, reports=reports), {})["reports"]
    scored = [n for n, record in enumerate(records) if record["type"] not in scorer.UNSCORED]
    hit = {scored[j] for _, j in scorer.match(gold, [records[n] for n in scored])}
    return [Row(name, document.name, frozenset(judge.features(drafts[n], drafts, reading, pack.lexicon)), n in hit) for n in scored]


def _told(name: str, given: dict[str, Any], gold: list[dict[str, Any]], scorer: Any, pack: Pack) -> list[Row]:
    """Matched reports with the features of their prominence; needs the judge's weights."""
    load_weights.cache_clear()
    document = _document(given)
    reading = annotate(document, pack)
    drafts = judge.judged(propose(reading, pack), reading, pack.lexicon)
    records = coded(document, Extraction(document_id=document.id, reports=tuple(finish(d, reading, pack, "training") for d in drafts)), {})[
        "reports"
    ]
    matched = scorer.match(gold, records)
    return [
        Row(name, document.name, frozenset(prominence.features(drafts[j], drafts, reading)), gold[i]["prominence"] == "main")
        for i, j in matched
    ]


def _document(given: dict[str, Any]) -> Document:
    published = given.get("published") or None
    identity = document_id(given["text"], given.get("title"), published, given.get("url"))
    return Document(
        id=identity,
        name=given["id"],
        text=given["text"],
        capture_id=CaptureId("training"),
        title=given.get("title"),
        published=date.fromisoformat(published[:10]) if published else None,
        url=given.get("url"),
        language="en",
    )


def _validate(rows: list[Row], matrix: Any, right: Any, wanted: dict[str, int], folds: int) -> None:
    sure = _crossed(rows, matrix, right, folds)
    for name, total in wanted.items():
        mine = np.array([row.corpus == name for row in rows])
        print(
            f"{name}: {total} gold reports, {mine.sum()} proposals, {right[mine].sum()} right; "
            f"Brier {((sure[mine] - right[mine]) ** 2).mean():.3f}"
        )
        for threshold in (0.0, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9):
            kept = mine & (sure >= threshold)
            hits, guesses = int(right[kept].sum()), int(kept.sum())
            print(
                f"  kept at {threshold:.1f}: precision {hits / max(guesses, 1):.3f}  "
                f"recall {hits / total:.3f}  F1 {2 * hits / (guesses + total):.3f}"
            )


def _crossed(rows: list[Row], matrix: Any, right: Any, folds: int) -> Any:
    """Each row's probability from a model that saw none of its document."""
    fold = np.array([int(hashlib.sha1(row.document.encode()).hexdigest(), 16) % folds for row in rows])
    sure = np.zeros(len(rows))
    for number in range(folds):
        weights = _weights(rows)[fold != number]
        model = LogisticRegression(C=STRENGTH, max_iter=4000).fit(matrix[fold != number], right[fold != number], sample_weight=weights)
        sure[fold == number] = model.predict_proba(matrix[fold == number])[:, 1]
    return sure


def _write(name: str, table: DictVectorizer, model: LogisticRegression, rows: list[Row], corpus: Path) -> None:
    weights = {name: round(float(w), 3) for name, w in zip(table.get_feature_names_out(), model.coef_[0], strict=True) if abs(w) >= 0.02}
    weights["bias"] = round(float(model.intercept_[0]), 3)
    trained_on = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(corpus.glob("gold-*.jsonl"))
        if (corpus / p.name.replace("gold-", "docs-")).exists()
    }
    card = {
        "what": f"linear weights of {name}",
        "trained_by": "scripts/train_judge.py",
        "penalty": STRENGTH,
        "rows": len(rows),
        "trained_on_sha256": trained_on,
    }
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(
        json.dumps({"card": card, "weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(f"wrote {len(weights)} weights to {name}.json", file=sys.stderr)


def _load_scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
