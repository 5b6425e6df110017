"""Every proposal of every coded document as a row: what the judges see of it, and whether a coder has it too."""

import hashlib
import importlib.util
import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from training.coded_texts import WRITTEN, sets_of
from training.jsonl import read_lines
from truceline.cli.coded import coded
from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.report import Extraction
from truceline.packs.pack import load_pack
from truceline.readers.dates import iso_date
from truceline.reports import judge, prominence
from truceline.reports.extract import propose
from truceline.reports.finish import finish
from truceline.reports.telling import Telling, telling

FOLDS = 5


@dataclass(slots=True)
class Row:
    """One proposal: where it is from, what the judges see, and what coders say (None: nobody said)."""

    corpus: str
    document: str
    kind: str
    features: frozenset[str]
    place_features: frozenset[str]
    telling: Telling
    part: str
    start: int
    end: int
    scored: bool
    fold: int
    right: bool | None = None
    main: bool | None = None
    weight: float = 1.0


def fold_of(given: dict[str, Any]) -> int:
    """The fold of a document as given follows from its id; one that was written in the manner of another ("model") is in the fold of that,
    so that no judge of either saw the other."""
    named: str = given.get("model") or given["id"]
    return int(hashlib.sha1(named.encode()).hexdigest(), 16) % FOLDS


def pairs(corpus: Path) -> Iterator[tuple[str, Path, Path]]:
    """Name, documents and gold of every pair of files docs-NAME.jsonl and gold-NAME.jsonl."""
    for gold in sorted(corpus.glob("gold-*.jsonl")):
        documents = corpus / gold.name.replace("gold-", "docs-")
        if documents.exists():
            yield gold.stem.removeprefix("gold-"), documents, gold


def coded_sets(
    corpus: Path, scorer: Any, more: Sequence[Path] = ()
) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, dict[str, Any]]]]:
    """Every set of coded documents: name, documents, and the coding of each by its id; those of the corpus, then those in other files."""
    for name, documents, coding in pairs(corpus):
        yield name, read_lines(documents), scorer.load(coding)
    for path in more:
        yield from sets_of(path)


def coded_rows(
    corpus: Path, scorer_path: Path, jobs: int, more: Sequence[Path] = ()
) -> tuple[list[Row], dict[str, list[dict[str, Any]]], dict[str, str]]:
    """Rows of the coded documents; the gold reports of each document, and the set each is of."""
    scorer = load_file(scorer_path)
    rows: list[Row] = []
    gold: dict[str, list[dict[str, Any]]] = {}
    sets: dict[str, str] = {}
    for name, given, held in coded_sets(corpus, scorer, more):
        gold |= {each["id"]: held[each["id"]]["reports"] for each in given}
        sets |= {each["id"]: name for each in given}
        tasks = [(name, each, held[each["id"]]["reports"], str(scorer_path)) for each in given]
        with Pool(jobs) as pool:
            of_set = list(itertools.chain.from_iterable(pool.imap(_of_coded, tasks, chunksize=8)))
        for row in of_set:
            row.weight = WRITTEN.get(name, 1.0)
        rows += of_set
    return rows, gold, sets


def uncoded_rows(corpus: str, documents: list[dict[str, Any]], jobs: int) -> list[Row]:
    """Rows of documents that nobody coded as wholes: no label yet."""
    with Pool(jobs) as pool:
        return list(itertools.chain.from_iterable(pool.imap(_of_uncoded, [(corpus, each) for each in documents], chunksize=8)))


def document_of(given: dict[str, Any]) -> Document:
    """A document of the corpus as the product reads it."""
    published = given.get("published") or None
    identity = document_id(given["text"], given.get("title"), published, given.get("url"))
    return Document(
        id=identity, name=given["id"], text=given["text"], capture_id=CaptureId("training"), title=given.get("title"),
        published=iso_date(published), url=given.get("url"), language="en",
    )  # fmt: skip


def load_file(path: Path) -> Any:
    """A Python file beside the scripts as a module, such as the scorer of the corpus, whose matching decides what is right."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _of_coded(task: tuple[str, dict[str, Any], list[dict[str, Any]], str]) -> list[Row]:
    name, given, gold, scorer_path = task
    scorer = load_file(Path(scorer_path))
    document, rows, finished = _proposals(name, given)
    records = coded(document, Extraction(document_id=document.id, reports=tuple(finished)), {})["reports"]
    scored = [n for n, record in enumerate(records) if record["type"] not in scorer.UNSCORED]
    matched = {scored[j]: i for i, j in scorer.match(gold, [records[n] for n in scored])}
    for n, row in enumerate(rows):
        row.scored = n in set(scored)
        row.right = n in matched if row.scored else None
        row.main = gold[matched[n]]["prominence"] == "main" if n in matched else None
    return rows


def _of_uncoded(task: tuple[str, dict[str, Any]]) -> list[Row]:
    return _proposals(*task)[1]


def _proposals(corpus: str, given: dict[str, Any]) -> tuple[Document, list[Row], list[Any]]:
    pack = load_pack_once()
    document = document_of(given)
    reading = annotate(document, pack, whole=True)
    drafts = propose(reading, pack)
    kept = judge.judged(drafts, reading, pack.lexicon)
    rows = []
    for draft in drafts:
        company = kept if any(each is draft for each in kept) else [*kept, draft]
        tokens = draft.sentence.sentence.tokens
        at = tokens[draft.trigger] if draft.trigger < len(tokens) else draft.sentence.sentence
        rows.append(
            Row(
                corpus=corpus,
                document=document.name,
                kind=draft.kind,
                features=frozenset(judge.features(draft, drafts, reading, pack.lexicon)),
                place_features=frozenset(prominence.features(draft, company, reading, pack.lexicon)),
                telling=telling(draft, reading),
                part=draft.sentence.sentence.part,
                start=at.start,
                end=at.end,
                scored=True,
                fold=fold_of(given),
            )
        )
    return document, rows, [finish(draft, reading, pack, "training") for draft in drafts]


def load_pack_once() -> Any:
    """The pack, loaded once a process."""
    global _PACK
    if _PACK is None:
        _PACK = load_pack()
    return _PACK


_PACK: Any = None
