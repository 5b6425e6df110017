"""A stream made for measuring has no document of its general part that labels hold to tell of an act in scope."""

import argparse
import gzip
import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"


def test_documents_with_acts_in_scope_are_left_out_of_general_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    chosen_documents, labelled = import_module("chosen_documents"), import_module("labelled")
    told = labelled.in_scope("news-stream-dev.jsonl.gz")
    in_scope, not_in_scope = next(each for each in told if told[each]), next(each for each in told if not told[each])
    rows = [{"id": each, "text": f"The town fair number {n} opens on Sunday."} for n, each in enumerate((in_scope, not_in_scope, "new"))]
    stream, asked_for = tmp_path / "news-stream-dev.jsonl.gz", tmp_path / "one.txt"
    stream.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    asked_for.write_text("Soldiers crossed the line on Thursday.", encoding="utf-8")
    asked = argparse.Namespace(among=stream, share=0.3, most=10)
    mixed, left_out = chosen_documents.mixed([str(asked_for)], asked, tmp_path)
    ids = [json.loads(line)["id"] for line in mixed.read_text(encoding="utf-8").splitlines()]
    assert (sorted(ids), left_out) == (sorted([not_in_scope, "new", "one"]), 1)
    for name in ("chosen_documents", "labelled"):
        sys.modules.pop(name)


def test_those_documents_alone_are_read_that_have_a_report_in_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    chosen_documents = import_module("chosen_documents")
    given, gold = tmp_path / "given.jsonl", tmp_path / "gold.jsonl"
    given.write_text(
        "".join(json.dumps({"id": each, "text": f"Shots were fired at post {each}."}) + "\n" for each in "abc"), encoding="utf-8"
    )
    gold.write_text("".join(json.dumps({"id": each, "reports": [{}] * (each == "b")}) + "\n" for each in "abc"), encoding="utf-8")
    kept = chosen_documents.told_of([str(given)], gold, tmp_path)
    assert [json.loads(line)["id"] for line in kept.read_text(encoding="utf-8").splitlines()] == ["b"]
    sys.modules.pop("chosen_documents")
