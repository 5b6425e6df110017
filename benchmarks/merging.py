#!/usr/bin/env python3
"""Measures merging alone: hand-coded reports go in, and the incidents are held against the event keys of the coders.

    merging.py GOLD.jsonl DOCUMENTS.jsonl [GOLD DOCUMENTS ...] [--errors N] [--kind PREFIX] [--repeat N]

GOLD and DOCUMENTS as the codebook has them (``truceline code`` writes the shape of GOLD). Printed: pairs of reports of
different documents (precision, recall, F1; over- and under-merges), B-cubed over reports, a row for a ledger that never merges,
and the time taken. ``--repeat N`` puts N copies of the reports, shifted in time, through the merger: growth, not quality.
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from truceline.incidents.explain import explain
from truceline.incidents.merge import Merged, compare_reports, merge
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId, ReportId, claim_id, document_id, report_id
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import (
    Attribution,
    Claim,
    CountClaim,
    Extraction,
    Prominence,
    Quantity,
    Report,
    Slot,
    Status,
)
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.ontology import load_ontology

T = TypeVar("T")
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
ONTOLOGY = Path(__file__).parent.parent / "src" / "truceline" / "data" / "ontology"


Pair = tuple[ReportId, ReportId]
Links = tuple[list[Pair], list[Pair], list[Pair]]


def main() -> None:
    """Reads the files, merges, prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", nargs="+", metavar="GOLD DOCUMENTS")
    ask.add_argument("--errors", type=int, default=0, metavar="N", help="explain the first N wrong pairs of either kind")
    ask.add_argument("--kind", default="", metavar="PREFIX", help="only documents whose id begins so")
    ask.add_argument("--repeat", type=int, default=1, metavar="N")
    asked = ask.parse_args()
    extractions, documents, truth = corpus(asked.files, asked.kind)
    if asked.repeat > 1:
        extractions, documents = repeated(extractions, documents, asked.repeat)
    began = time.perf_counter()
    merged = merge(extractions, documents, load_ontology(ONTOLOGY))
    seconds = time.perf_counter() - began
    n_reports = sum(len(each.reports) for each in extractions)
    print(
        f"{n_reports} reports of {len(documents)} documents, {len(merged.incidents)} incidents, {seconds:.2f} s, "
        f"{n_reports / seconds:,.0f} reports/s"
    )
    if asked.repeat == 1:
        show(extractions, documents, truth, merged, asked.errors)


def show(
    extractions: Iterable[Extraction],
    documents: Mapping[DocumentId, Document],
    truth: Mapping[ReportId, str],
    merged: Merged,
    n_errors: int,
) -> None:
    """Prints the table, the verdicts of count claims, and the wrong pairs asked for."""
    reports = {report.id: report for each in extractions for report in each.reports}
    guess: dict[ReportId, str] = {report: incident.id for incident in merged.incidents for report in incident.reports}
    print(f"{'':28s} prec.  recall  F1     gold  guess hit")
    for name, said in (("links across documents", guess), ("  never merging", {key: str(key) for key in reports})):
        hits, over, under = links(reports, truth, said)
        print(f"{name:28s} {figures(len(hits), len(hits) + len(over), len(hits) + len(under))}")
        print(f"{'  B-cubed':28s} {'  '.join(f'{figure:.3f}' for figure in b_cubed(truth, said))}")
    print("count claims:", dict(Counter(str(check.verdict) for check in merged.checks)))
    hits, over, under = links(reports, truth, guess)
    for label, wrong in (("OVER-MERGED", over), ("UNDER-MERGED", under)):
        print(f"{label}: {len(wrong)} pairs")
        for one, two in wrong[:n_errors]:
            left, right = reports[one], reports[two]
            print(f"-- {truth[one]} | {truth[two]}  [{documents[left.document_id].name} | {documents[right.document_id].name}]")
            print("\n".join(f"     {line}" for line in explain(left, right, compare_reports(left, right, documents))[1:]))


def links(reports: Mapping[ReportId, Report], truth: Mapping[ReportId, str], said: Mapping[ReportId, str]) -> Links:
    """Pairs of different documents: joined rightly, joined wrongly, wrongly apart."""
    hits: list[Pair] = []
    over: list[Pair] = []
    under: list[Pair] = []
    ids = sorted(reports)
    for number, one in enumerate(ids):
        for two in ids[number + 1 :]:
            if reports[one].document_id != reports[two].document_id:
                same, joined = truth[one] == truth[two], said[one] == said[two]
                if same or joined:
                    (hits if same and joined else over if joined else under).append((one, two))
    return hits, over, under


def figures(hit: int, guess: int, gold: int) -> str:
    """Precision, recall, F1 and the counts behind them."""
    precision, recall = hit / guess if guess else 0.0, hit / gold if gold else 0.0
    both = 2 * precision * recall / (precision + recall) if hit else 0.0
    return f"{precision:.3f}  {recall:.3f}  {both:.3f}  {gold:4d}  {guess:4d}  {hit:4d}"


def b_cubed(truth: Mapping[ReportId, str], said: Mapping[ReportId, str]) -> tuple[float, float, float]:
    """Precision, recall, F1 by report."""
    gold: dict[str, set[ReportId]] = defaultdict(set)
    guess: dict[str, set[ReportId]] = defaultdict(set)
    for report, incident in said.items():
        gold[truth[report]].add(report)
        guess[incident].add(report)
    shared = [(len(gold[truth[each]] & guess[said[each]]), len(gold[truth[each]]), len(guess[said[each]])) for each in sorted(said)]
    precision, recall = (sum(hit / size[place] for hit, *size in shared) / len(shared) for place in (1, 0))
    return precision, recall, 2 * precision * recall / (precision + recall)


def corpus(files: list[str], kind: str) -> tuple[list[Extraction], dict[DocumentId, Document], dict[ReportId, str]]:
    """Extractions built from gold files, their documents, and each report's event key."""
    extractions: list[Extraction] = []
    documents: dict[DocumentId, Document] = {}
    truth: dict[ReportId, str] = {}
    for gold, texts in zip(files[::2], files[1::2], strict=True):
        found = {row["id"]: row for row in map(json.loads, lines(texts))}
        for row in map(json.loads, lines(gold)):
            if row["id"].startswith(kind):
                document = as_document(found[row["id"]])
                documents[document.id] = document
                extractions.append(as_extraction(row, document, truth))
    return extractions, documents, truth


def lines(path: str) -> list[str]:
    """The lines of a file that are not blank; only a line feed ends one, for texts may hold other breaks."""
    return [line for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]


def as_document(row: Mapping[str, Any]) -> Document:
    """A row of a documents file."""
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    key = document_id(row["text"], row.get("title"), row.get("published"), row.get("url"))
    return Document(
        id=key,
        name=row["id"],
        text=row["text"],
        capture_id=CaptureId(key),
        title=row.get("title") or None,
        published=published,
        url=row.get("url"),
    )


def as_extraction(row: Mapping[str, Any], document: Document, truth: dict[ReportId, str]) -> Extraction:
    """A row of a gold file; notes each report's event key in ``truth``."""
    reports = []
    for number, coded in enumerate(row["reports"]):
        report = as_report(coded, document, number)
        truth[report.id] = coded["event"]
        reports.append(report)
    claims = tuple(
        CountClaim(
            id=claim_id(document.id, number, claim["quote"]),
            document_id=document.id,
            kind=claim["type"],
            ordinal=claim.get("ordinal"),
            count=claim.get("count"),
            by=tuple(claim["by"]),
            since=claim["since"],
            until=claim["until"],
            window=None,
            quote=span_of(claim["quote"], document),
            evidence=(span_of(claim["quote"], document),),
        )
        for number, claim in enumerate(row.get("count_claims") or ())
    )
    return Extraction(document_id=document.id, reports=tuple(reports), count_claims=claims)


def as_report(coded: Mapping[str, Any], document: Document, number: int) -> Report:
    """One coded report; its quote stands for the evidence of every value."""
    quote = span_of(coded["quote"], document)

    def slot(value: T) -> Slot[T]:
        return Slot(value=value, evidence=(quote,), read_by="coder")

    def maybe(value: T | None) -> Slot[T] | None:
        return slot(value) if value else None

    claim = Claim(
        kind=slot(coded["type"]),
        actors=tuple(slot(as_actor(code)) for code in coded["actor"]),
        targets=tuple(slot(as_actor(code)) for code in coded["target"]),
        when=maybe(as_when(coded["date"])),
        time=maybe(coded["time"]),
        where=slot(Where(name=coded["place"])) if coded["place"] else None,
        line=maybe(coded["line"]),
        sector=maybe(coded["sector"]),
        counts=tuple(slot(Quantity(what=what, low=coded[what][0], high=coded[what][1])) for what in COUNTS if coded[what]),
        responses=tuple(slot(each) for each in coded["response"]),
        outcome=maybe(coded["outcome"]),
        intent=maybe(coded["intent"]),
    )
    attributions = tuple(
        Attribution(speaker=slot(as_speaker(code)), via=tuple(slot(as_speaker(each)) for each in coded["via"]))
        for code in coded["sources"] or ["document"]
    )
    return Report(
        id=report_id(document.id, number, coded["type"]),
        document_id=document.id,
        claim=claim,
        attributions=attributions,
        follow_ups=(),
        prominence=Prominence(coded["prominence"]),
        status=Status(coded["status"]),
        quote=quote,
        confidence=1.0,
        extractor="coder",
    )


def as_actor(code: str) -> Actor:
    """PARTY:role."""
    party, _, role = code.partition(":")
    return Actor(party=party, role=Role(role or "unk"))


def as_speaker(code: str) -> Speaker:
    """PARTY:organ, or a plain name."""
    party = code.partition(":")[0]
    return Speaker(code=code, party=party if ":" in code or party.isupper() else None)


def as_when(code: str | None) -> When | None:
    """A date of the codebook: day, month, year or interval."""
    if not code:
        return None
    first, _, last = code.partition("/")
    start, end = edge(first, last=False), edge(last or first, last=True)
    sizes = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
    return When(start=start, end=max(start, end), precision=Precision.INTERVAL if last else sizes[len(first)], basis="coder", words=code)


def edge(code: str, *, last: bool) -> date:
    """First or last day of a day, month or year."""
    year, month, day = (int(part) for part in (code + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    return date(year + 1, 1, 1) - timedelta(days=1) if not month else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def span_of(quote: str, document: Document) -> Span:
    """Where a quote stands, whatever the white space; the whole text where it is not found."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(pattern, document.text) if pattern else None
    if found:
        return Span(document_id=document.id, start=found.start(), end=found.end())
    in_title = re.search(pattern, document.title or "") if pattern else None
    if in_title:
        return Span(document_id=document.id, start=in_title.start(), end=in_title.end(), part="title")
    return Span(document_id=document.id, start=0, end=max(1, len(document.text)))


def repeated(
    extractions: list[Extraction],
    documents: dict[DocumentId, Document],
    times: int,
) -> tuple[list[Extraction], dict[DocumentId, Document]]:
    """The same reports again, each time forty days later, as documents in other letters, so that they are no near-copies.

    Documents without a publication date are left out: nothing would tell their copies apart.
    """
    more: list[Extraction] = []
    texts: dict[DocumentId, Document] = {}
    for turn in range(times):
        shift = timedelta(days=40 * turn)
        for each in extractions:
            document = documents[each.document_id]
            if document.published is None:
                continue
            key = DocumentId(f"{document.id}-{turn}")
            texts[key] = replace(
                document,
                id=key,
                text=document.text.translate(other_letters(turn)),
                published=document.published + shift,
            )
            more.append(Extraction(document_id=key, reports=tuple(moved(report, key, turn, shift) for report in each.reports)))
    return more, texts


def other_letters(turn: int) -> dict[int, int]:
    """Lower-case letters moved on in the alphabet; lengths, and so offsets, stay."""
    return {97 + letter: 97 + (letter + turn) % 26 for letter in range(26)}


def moved(report: Report, key: DocumentId, turn: int, shift: timedelta) -> Report:
    """A report of another document, some days later."""
    when = report.claim.when
    later = when and replace(when, value=replace(when.value, start=when.value.start + shift, end=when.value.end + shift))
    return replace(report, id=report_id(report.id, turn), document_id=key, claim=replace(report.claim, when=later))


if __name__ == "__main__":
    main()
