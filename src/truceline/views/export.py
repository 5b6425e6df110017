"""The ledger for other tools: one row an incident as CSV, one feature as GeoJSON, one dossier a line as JSONL."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from truceline.model.document import Document
from truceline.model.finding import Verdict
from truceline.model.ids import DocumentId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report, Stance
from truceline.packs.ontology import Ontology
from truceline.views.cards import best_quote
from truceline.views.dossier import of_incident
from truceline.views.narrow import Narrow
from truceline.views.places import spots
from truceline.views.quotes import sentence_span
from truceline.views.report_rows import AGAINST
from truceline.views.review import reviewed, share
from truceline.views.values import days, decoded, kind_label, unique

# Stable: only ever added to, at the end. Blank = not known; never 0 for a toll that nobody tells.
COLUMNS = (
    "incident_id", "permalink", "edition", "status", "title", "summary", "event_date", "event_date_end", "date_precision",
    "event_type", "sub_event_type", "plover_event", "agreement_id", "clause_ids", "clause_findings", "side_a", "side_b",
    "other_actors", "direction_claimed", "country", "adm1", "adm2", "place_name", "place_name_alt", "latitude", "longitude",
    "place_precision", "place_radius_m", "deaths_low", "deaths_best", "deaths_high", "injured_low", "injured_best",
    "injured_high", "claims_n", "denials_n", "origins_n", "origins_side_a", "origins_side_b", "origins_third", "first_reported",
    "last_updated", "source_urls", "archive_urls", "quote_hashes", "review_state", "reviewed_by_role", "ruleset_version", "notes",
    "line", "sector", "not_after", "sources", "as_of", "documents_read", "pack_version",
    "handling", "withheld",
)  # fmt: skip
PRECISIONS = {1: "year", 2: "month", 3: "day"}
Cell = str | int | float | None


def export(view: LedgerView, how: str, *, ontology: Ontology) -> Iterator[str]:
    """The whole ledger in pieces of text, to be written one after another. ``how`` is ``jsonl``, ``csv`` or ``geojson``.

    Raises ValueError for another word. Incidents stand in the view's order.
    """
    if how not in WRITERS:
        raise ValueError(f"no export is called {how!r}; there are {', '.join(WRITERS)}")
    return WRITERS[how](view, ontology)


def as_jsonl(view: LedgerView, ontology: Ontology) -> Iterator[str]:
    """One dossier a line, keys sorted."""
    narrow = Narrow(view)
    for incident in view.incidents.values():
        yield json.dumps(of_incident(narrow(incident), incident, ontology=ontology), ensure_ascii=False, sort_keys=True) + "\n"


def as_csv(view: LedgerView, ontology: Ontology) -> Iterator[str]:
    """One header, one row an incident, UTF-8, ISO dates; cells that a spreadsheet would run are quoted with an apostrophe."""
    yield _line(COLUMNS)
    narrow = Narrow(view)
    for incident in view.incidents.values():
        told = row(narrow(incident), incident, ontology)
        yield _line([_safe(told[name]) for name in COLUMNS])


def as_geojson(view: LedgerView, ontology: Ontology) -> Iterator[str]:
    """RFC 7946 with the columns of the CSV as properties; incidents without a fine enough place have ``"geometry": null``."""
    limits: dict[str, Cell] = {"as_of": view.as_of.isoformat() if view.as_of else None, "documents_read": len(view.documents)}
    limits["handling"], limits["withheld"] = view.handling.value, view.withheld or None
    limits["incidents_reviewed"], limits["incidents"] = share(view)
    yield json.dumps({"type": "FeatureCollection", "truceline": limits}, ensure_ascii=False)[:-1] + ', "features": ['
    narrow = Narrow(view)
    for at, incident in enumerate(view.incidents.values()):
        told = row(narrow(incident), incident, ontology)
        point = None if told["latitude"] is None else {"type": "Point", "coordinates": [told["longitude"], told["latitude"]]}
        feature = {"type": "Feature", "id": incident.id, "geometry": point, "properties": told}
        yield (",\n" if at else "\n") + json.dumps(feature, ensure_ascii=False)
    yield "\n]}\n"


WRITERS = {"jsonl": as_jsonl, "csv": as_csv, "geojson": as_geojson}


def row(view: LedgerView, incident: Incident, ontology: Ontology) -> dict[str, Cell]:
    """One incident in the native columns; None = not known or not held yet."""
    reports = tuple(view.reports_of(incident))
    documents = [view.documents[each] for each in incident.documents if each in view.documents]
    told: dict[str, Cell] = dict.fromkeys(COLUMNS)
    told |= {
        "incident_id": incident.id,
        "permalink": f"#{incident.id}",
        "title": kind_label(incident.kind, ontology),
        "event_type": ontology.kinds[incident.kind].parent if incident.kind in ontology.kinds else None,
        "sub_event_type": incident.kind,
        "status": incident.first("status"),
        "line": incident.first("line"),
        "sector": incident.first("sector"),
        "review_state": reviewed(view, incident).state,
        "origins_n": len(incident.origins),
        "ruleset_version": _joined(view.rulebooks),
        "documents_read": len(view.documents),
        "as_of": view.as_of.isoformat() if view.as_of else None,
        "pack_version": view.pack_version or None,
        "handling": view.mark_of(incident).value,
        "withheld": view.withheld or None,
    }
    return (
        told
        | _when(incident, documents)
        | _where(reports)
        | _who(incident)
        | _tolls(incident)
        | _said(view, reports, documents)
        | _law(view, incident)
    )


def _when(incident: Incident, documents: Iterable[Document]) -> dict[str, Cell]:
    published = sorted(each.published.isoformat() for each in documents if each.published)
    told = incident.first("date")
    span = days(told) if told else None
    seen: dict[str, Cell] = {"first_reported": published[0] if published else None, "last_updated": published[-1] if published else None}
    if told is None or span is None:
        return seen | {"not_after": published[0] if published else None}
    precision = "interval" if "/" in told else PRECISIONS.get(told.count("-") + 1)
    return seen | {"event_date": span[0].isoformat(), "event_date_end": span[1].isoformat(), "date_precision": precision}


def _where(reports: tuple[Report, ...]) -> dict[str, Cell]:
    names = unique(each.claim.where.value.name for each in reports if each.claim.where)
    countries = unique(each.claim.where.value.country for each in reports if each.claim.where and each.claim.where.value.country)
    told: dict[str, Cell] = {"place_name": names[0] if names else None, "place_name_alt": _joined(names[1:]), "country": _joined(countries)}
    found = spots(reports)
    if not found:
        return told | {"place_precision": "named" if names else None}
    first = found[0]
    return told | {
        "place_name": first.name,
        "latitude": first.latitude,
        "longitude": first.longitude,
        "place_radius_m": first.radius_m,
        "place_name_alt": _joined([each for each in names if each != first.name]),
        "place_precision": "point",
    }


def _who(incident: Incident) -> dict[str, Cell]:
    """Actors and targets as told; no direction of blame is made from them."""
    actors = [each.value for each in incident.variants.get("actor", ())]
    targets = [each.value for each in incident.variants.get("target", ())]
    return {
        "side_a": _joined(actors),
        "side_b": _joined(targets),
        "sources": _joined([each.value for each in incident.variants.get("sources", ())]),
    }


def _tolls(incident: Incident) -> dict[str, Cell]:
    """Lowest and highest figure over all accounts; "best" stays blank, as choosing one is for a person."""
    told: dict[str, Cell] = {}
    for field, column in (("killed", "deaths"), ("wounded", "injured")):
        ranges = [
            each for variant in incident.variants.get(field, ()) if isinstance(each := decoded(variant.value), list) and len(each) == 2
        ]
        lows, highs = [each[0] for each in ranges], [each[1] for each in ranges]
        told[f"{column}_low"] = min(lows) if lows and None not in lows else None
        told[f"{column}_high"] = max(highs) if highs and None not in highs else None
    return told


def _said(view: LedgerView, reports: Iterable[Report], documents: Iterable[Document]) -> dict[str, Cell]:
    """Claims, denials, links and quote hashes; one short quote as the summary."""
    reports = tuple(reports)
    stances: list[Stance] = [each.stance for report in reports for each in report.attributions]
    best = best_quote(reports)
    sentences = unique(_sentence(view.documents, report) for report in reports)
    return {
        "claims_n": sum(1 for each in stances if each not in AGAINST),
        "denials_n": stances.count(Stance.DENIES),
        "summary": _quoted(view.documents, next(each for each in reports if each.quote == best)) if best else None,
        "source_urls": _joined(unique(each.url for each in documents if each.url)),
        "quote_hashes": _joined([hashlib.sha256(each.encode("utf-8", "surrogatepass")).hexdigest() for each in sentences if each]),
        "notes": _joined(unique(note for each in reports for note in each.notes)),
    }


def _sentence(documents: Mapping[DocumentId, Document], report: Report) -> str:
    document = documents.get(report.document_id)
    return document.words(sentence_span(document, report.quote)) if document else ""


def _quoted(documents: Mapping[DocumentId, Document], report: Report) -> str | None:
    return _sentence(documents, report) or None


def _law(view: LedgerView, incident: Incident) -> dict[str, Cell]:
    found = view.findings.get(incident.id, ())
    return {
        "agreement_id": _joined(unique(each.instrument for each in found)),
        "clause_ids": _joined(unique(each.clause for each in found if each.verdict is not Verdict.NOT_COVERED)),
        "clause_findings": _joined(
            unique(f"{each.instrument}:{each.clause}:{each.side}:{each.act}={each.verdict.value}" for each in found)
        ),
    }


def _joined(items: Iterable[str]) -> str | None:
    return "; ".join(items) or None


def _safe(cell: Cell) -> str:
    """A cell as text; words that a spreadsheet would run as a formula get an apostrophe before them (numbers keep their sign)."""
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return str(cell)
    clean = "".join(each if each.isprintable() else " " for each in cell)
    return "'" + clean if clean.lstrip()[:1] in ("=", "+", "-", "@") else clean


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()
