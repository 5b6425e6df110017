"""``truceline code``: documents in, one codebook record a document out, in input order; no ledger is needed."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from truceline.cli.coded import coded
from truceline.cli.speak import counted, name_refusals, write
from truceline.engines.base import Engine
from truceline.engines.choose import choose_engine
from truceline.incidents.merge import merge
from truceline.model.document import Capture, Document, Refusal
from truceline.model.ids import IncidentId, ReportId
from truceline.model.report import Extraction
from truceline.packs.pack import Pack, load_pack
from truceline.readers.capture import capture
from truceline.study import read_all, study_all

Read = tuple[Document | Refusal, Extraction | None]


def run(docs: list[str], *, output: Path | None, packs: tuple[Path, ...], workers: int) -> int:
    """Reads all documents, merges across them, then writes. Exit code: done, or partial if any was refused."""
    pack = load_pack(packs)
    engine = choose_engine("local", workers)
    try:
        read = read_documents(counted(capture(docs), "inputs read"), pack=pack, engine=engine)
    finally:
        engine.close()
    incident_of = incidents_of(read, pack)
    records = (record(document, extraction, incident_of) for document, extraction in read)
    write((json.dumps(each, ensure_ascii=False) + "\n" for each in records), output)
    return name_refusals(document for document, _ in read if isinstance(document, Refusal))


def read_documents(captures: Iterable[Capture | Refusal], *, pack: Pack, engine: Engine) -> list[Read]:
    """Each document or refusal, in input order, with what was read from it."""
    came = read_all(captures, pack=pack, engine=engine)
    return [(document, extraction) for _, document, extraction in study_all(came, pack=pack, engine=engine)]


def incidents_of(read: Iterable[Read], pack: Pack) -> dict[ReportId, IncidentId]:
    """The incident each report belongs to, merged over all these documents; a document given twice counts once."""
    documents = {document.id: document for document, _ in read if isinstance(document, Document)}
    extractions = {extraction.document_id: extraction for _, extraction in read if extraction is not None}
    merged = merge(tuple(extractions[key] for key in sorted(extractions)), documents, pack.ontology)
    return {report: incident.id for incident in merged.incidents for report in incident.reports}


def record(document: Document | Refusal, extraction: Extraction | None, incident_of: Mapping[ReportId, IncidentId]) -> dict[str, object]:
    """One line of the output; a refused document keeps its line, empty, with the reason."""
    if isinstance(document, Refusal):
        return {"id": document.where, "reports": [], "count_claims": [], "refused": document.why}
    return coded(document, extraction or Extraction(document_id=document.id), incident_of)
