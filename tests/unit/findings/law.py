"""Short ways to make incidents and to judge them by the built-in rulebooks."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import truceline
from truceline.findings.assess import assess
from truceline.model.document import Document
from truceline.model.finding import Answer, Finding
from truceline.model.ids import CaptureId, DocumentId, ReportId, incident_id
from truceline.model.incident import Incident, PartyStance, Variant
from truceline.model.instrument import Rulebook
from truceline.model.party import Actor, Role, Speaker
from truceline.model.report import Attribution, Claim, LawQuote, Prominence, Report, Slot, Status
from truceline.model.text import Span
from truceline.packs.ontology import load_ontology
from truceline.packs.rulebook import load_rulebooks

DATA = Path(truceline.__file__).parent / "data"
BOOKS = load_rulebooks(DATA / "instruments", load_ontology(DATA / "ontology"))
ARMISTICE = next(book for book in BOOKS if book.instrument.slug == "korean-armistice-1953")
PAGE = DocumentId("page")


def incident(kind: str, *accounts: dict[str, Any], stances: tuple[PartyStance, ...] = (), origins: tuple[str, ...] = ("page",)) -> Incident:
    """An incident of accounts, each a dictionary of codebook fields; a list stands as one variant a member, as merging writes it."""
    reports = tuple(ReportId(f"r{number}") for number in range(1, len(accounts) + 1))
    told: dict[str, list[Variant]] = {}
    for report, fields in zip(reports, accounts, strict=True):
        for name, value in fields.items():
            for each in value if name in ("actor", "target", "response", "sources") else [value]:
                written = each if isinstance(each, str) else json.dumps(each)
                told.setdefault(name, []).append(
                    Variant(value=written, reports=(report,), claimants=tuple(fields.get("sources", ())), origins=origins)
                )
    variants = {name: tuple(values) for name, values in told.items()}
    return Incident(
        id=incident_id(reports[0]),
        kind=kind,
        reports=reports,
        variants=variants,
        origins=origins,
        documents=(PAGE,),
        aliases=(),
        stances=stances,
    )


def crossing(**fields: Any) -> Incident:
    """Soldiers over the Military Demarcation Line on 9 June 2024."""
    plain = {"date": "2024-06-09", "line": "MDL", "actor": ["PRK:mil"], "target": ["KOR:mil"], "status": "asserted", "sources": ["KOR:JCS"]}
    return incident("ground_crossing", plain | fields)


def found(
    case: Incident, *, books: tuple[Rulebook, ...] = (ARMISTICE,), answers: dict[str, Answer] | None = None, **more: Any
) -> dict[str, Finding]:
    """Findings by clause and side, ``7 PRK``."""
    return {f"{each.clause} {each.side}": each for each in assess(case, more.pop("reports", {}), books, answers=answers or {}, **more)}


def page(published: date | None = None, text: str = "Soldiers from the North crossed the line.") -> Document:
    return Document(id=PAGE, name="page", text=text, capture_id=CaptureId("c"), published=published)


def report(document: Document, **words: str) -> Report:
    """A report of a crossing whose slots are read from the words given (``actor``, ``line``)."""

    def span(part: str) -> Span:
        start = document.text.index(part)
        return Span(document_id=document.id, start=start, end=start + len(part))

    whole = Span(document_id=document.id, start=0, end=len(document.text))
    return Report(
        id=ReportId("r1"), document_id=document.id, attributions=(
            Attribution(speaker=Slot(value=Speaker(code="document"), evidence=(whole,), read_by="test")),
        ), follow_ups=(), prominence=Prominence.MAIN, status=Status.ASSERTED, quote=whole, confidence=1.0, extractor="test",
        claim=Claim(
            kind=Slot(value="ground_crossing", evidence=(whole,), read_by="test"),
            actors=(Slot(value=Actor(party="PRK", role=Role.MIL), evidence=(span(words["actor"]),), read_by="test"),),
            line=Slot(value="MDL", evidence=(span(words["line"]),), read_by="test"),
        ),
    )  # fmt: skip


def quote(clause: str, document: DocumentId = PAGE) -> LawQuote:
    return LawQuote(
        document_id=document, span=Span(document_id=document, start=0, end=8), instrument="korean-armistice-1953", clause=clause, score=1.0
    )
