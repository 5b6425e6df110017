"""Runs the worked cases in ``merging_texts.yaml``: texts read by the real reader, merged in any order, with the sides exchanged."""

import re
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from truceline.incidents.merge import merge
from truceline.language.annotate import annotate
from truceline.model.document import Document
from truceline.model.ids import CaptureId, document_id
from truceline.model.report import Extraction, Report
from truceline.packs.pack import load_pack
from truceline.reports.extract import extract

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "merging_texts.yaml").read_text("utf-8"), Loader=yaml.SafeLoader)
PACK = load_pack()
OTHER = {"North": "South", "South": "North", "the Joint Chiefs of Staff": "the Korean People's Army", "the Korean People's Army":
         "the Joint Chiefs of Staff", "The Joint Chiefs of Staff": "The Korean People's Army"}  # fmt: skip
KOREAN = [each for each in CASES if each["kind"] == "ground_crossing"]
"""Both sides of the line can do and tell of these in the same words."""


def read(told: dict[str, Any], text: str) -> tuple[Document, Extraction]:
    published = told["published"] if isinstance(told["published"], date) else date.fromisoformat(told["published"])
    key = document_id(text, None, published.isoformat(), None)
    document = Document(id=key, name=told["name"], text=text, capture_id=CaptureId(key), published=published, language="en")
    return document, extract(annotate(document, PACK), PACK)


def groups(case: dict[str, Any], read_all: list[tuple[Document, Extraction]]) -> set[frozenset[str]]:
    """Which acts came to be one incident, by the names that the case has for them."""
    documents = {document.id: document for document, _ in read_all}
    found = merge([extraction for _, extraction in read_all], documents, PACK.ontology)
    reports = {report.id: report for _, extraction in read_all for report in extraction.reports}
    names = {name for some in case["incidents"] for name in some}
    return {
        frozenset(called(reports[key], documents[reports[key].document_id].name, names) for key in incident.reports)
        for incident in found.incidents
        if incident.kind == case["kind"]
    }


def called(report: Report, document: str, names: set[str]) -> str:
    day = report.claim.when.value.code if report.claim.when else ""
    return document if document in names else f"{document}@{day}"


@pytest.mark.parametrize("case", CASES, ids=lambda each: each["name"])
def test_case(case: dict[str, Any]) -> None:
    every = [read(told, told["text"]) for told in case["told"]]
    for order in permutations(every):
        assert groups(case, list(order)) == {frozenset(each) for each in case["incidents"]}


@pytest.mark.parametrize("case", KOREAN, ids=lambda each: each["name"])
def test_case_with_the_sides_exchanged(case: dict[str, Any]) -> None:
    words = re.compile("|".join(sorted(OTHER, key=len, reverse=True)))
    every = [read(told, words.sub(lambda match: OTHER[match.group()], told["text"])) for told in case["told"]]
    assert groups(case, every) == {frozenset(each) for each in case["incidents"]}
