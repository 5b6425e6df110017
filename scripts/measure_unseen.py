"""What the reading gets right by field, with a judge that saw no proposal of the document it judges.

    python scripts/measure_unseen.py CORPUS --scorer CORPUS/score.py [--more NEWS.jsonl.gz] [--kind news] [--sure 0.5]

``make gates`` scores the shipped judge, which has learned from the coded documents. This trains the judge of the features anew for
each fold of documents (no encoder), and what tells main from background too, reads every document with the ones that did not see it, and
prints F1 by field for each set, and for those of CORPUS together (keys of events are shared by these alone);
``src/truceline/data/measured/errors.yaml`` holds the figures it gave. The grammar was still written with these documents in view, and
what lets whole documents go by their topic are the shipped weights, trained on them.
Needs scikit-learn and numpy (the extra ``train``).
"""

import argparse
import itertools
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from training import labels, stack
from training.coded_texts import WRITTEN
from training.rows import FOLDS, Row, coded_rows, coded_sets, document_of, fold_of, load_file, load_pack_once, pairs

from truceline.cli.coded import coded
from truceline.incidents.merge import merge
from truceline.language.annotate import annotate
from truceline.model.report import Extraction
from truceline.reports import judge, prominence
from truceline.reports.confidence import kept_from
from truceline.reports.counts_claimed import count_claims
from truceline.reports.extract import propose
from truceline.reports.finish import finish
from truceline.reports.left_over import hand_over


def main() -> None:
    args = _asked()
    rows, _, _ = coded_rows(args.corpus, args.scorer, args.jobs, args.more)
    labels.attach_to_unscored(rows)
    _, matrix = stack.matrix(rows, None)
    known = np.array([row.right is not None for row in rows])
    right = np.array([bool(row.right) for row in rows])
    odds = stack.crossed(rows, matrix, right, known)
    sure = stack.calibrated(rows, odds, right, np.array([row.scored and row.corpus not in WRITTEN for row in rows]))
    places = _places(rows)
    by_document = {
        name: [float(sure[n]) for n, _ in found]
        for name, found in itertools.groupby(enumerate(rows), key=lambda each: (each[1].corpus, each[1].document))
    }
    scorer = load_file(args.scorer)
    of_corpus = {name for name, _, _ in pairs(args.corpus)}
    whole: list[dict[str, Any]] = [{}, {}, {}]  # codings, documents and records of the sets of the corpus
    for name, given, gold in coded_sets(args.corpus, scorer, args.more):
        tasks = [(each, by_document.get((name, each["id"]), []), places[fold_of(each)], args.sure) for each in given]
        with Pool(args.jobs) as pool:
            read = list(pool.imap(_judged, tasks, chunksize=8))
        asked = {each["id"]: gold[each["id"]] for each in given if args.kind in (None, scorer.kind(each["id"]))}
        documents, records = {each["id"]: each for each in given}, _records(read)
        _print(name, len(asked), scorer.score(asked, documents, records)[0])
        if name in of_corpus:
            whole = [held | found for held, found in zip(whole, (asked, documents, records), strict=True)]
    _print("corpus", len(whole[0]), scorer.score(*whole)[0])


def _print(name: str, documents: int, figures: dict[str, dict[str, Any]]) -> None:
    print(f"{name}: {documents} documents\n{'':36}     P      R     F1   gold  guess")
    for field, row in figures.items():
        numbers = [f"{row[key]:.3f}" if row[key] is not None else "    -" for key in ("precision", "recall", "f1")]
        print(f"{field:36} {'  '.join(numbers)}  {row['gold'] or '-':>5}  {row['guess']:>5}")


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--scorer", type=Path, required=True, help="score.py of the corpus")
    ask.add_argument("--more", type=Path, nargs="*", default=[], help="files of other texts, of which some are coded in benchmarks/coded")
    ask.add_argument("--kind", help="documents of one kind alone, as the scorer names kinds")
    ask.add_argument(
        "--sure", type=float, default=judge.SURE_OF_ONE, help="how sure one proposal of a document must be (default: as shipped)"
    )
    ask.add_argument("--jobs", type=int, default=2)
    return ask.parse_args()


def _places(rows: list[Row]) -> list[dict[str, float]]:
    """For each fold, weights that tell main from background, learnt from the matched proposals of the others."""
    told = [row for row in rows if row.main is not None]
    table, matrix = stack.matrix(told, None, place=True)
    fold, main = np.array([row.fold for row in told]), np.array([bool(row.main) for row in told])
    ones = np.ones(len(told))
    return [
        stack.weights_of(table, stack.fit(matrix[learn], main[learn], ones[learn])) for learn in (fold != number for number in range(FOLDS))
    ]


def _judged(task: tuple[dict[str, Any], list[float], dict[str, float], float]) -> tuple[Any, Extraction]:
    """One document read with the confidences of a judge that did not see it, and the weights of main and background that did not."""
    given, sure, places, sure_of_one = task
    pack = load_pack_once()
    document = document_of(given)
    reading = annotate(document, pack)
    drafts = propose(reading, pack)
    sure = [] if reading.let_go else sure  # what is let go by its topic has no proposals here; the judge learned from them all the same
    for draft, confidence in zip(drafts, sure, strict=True):
        draft.confidence = confidence
    kept = [draft for draft in drafts if draft.confidence >= kept_from(stacked=False)]
    if not judge.tells_an_act([draft.confidence for draft in kept], sure_of_one):
        kept = []
    kept = hand_over(kept, drafts, reading)
    for draft in kept:
        draft.prominence = prominence.by_weights(places, draft, kept, reading, pack.lexicon)
    reports = tuple(finish(draft, reading, pack, "measured") for draft in kept)
    return document, Extraction(document_id=document.id, reports=reports, count_claims=tuple(count_claims(reading, pack, reports)))


def _records(read: list[tuple[Any, Extraction]]) -> dict[str, Any]:
    """What the scorer compares: the coded form of each document, its reports under the incidents that they were merged into."""
    documents = {document.id: document for document, _ in read}
    extractions = {extraction.document_id: extraction for _, extraction in read}
    merged = merge(tuple(extractions[key] for key in sorted(extractions)), documents, load_pack_once().ontology)
    incidents = {report: incident.id for incident in merged.incidents for report in incident.reports}
    return {document.name: coded(document, extraction, incidents) for document, extraction in read}


if __name__ == "__main__":
    main()
