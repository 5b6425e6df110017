"""What the dossier tells in the order of the days: how parties stand, how a slow change went on, what became of people by side and role."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from truceline.incidents.fates import Step, fates, later_releases
from truceline.model.document import Document
from truceline.model.ids import DocumentId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Report

WORDS = {"treated": "under treatment", "body_returned": "body returned"}
CARE = "told of people by side and role, and of nobody by name; steps may be of the same people or of others"


def told(view: LedgerView, incident: Incident, reports: Sequence[Report], documents: Mapping[DocumentId, Document]) -> dict[str, Any]:
    """The steps told of people of one incident, and the releases that may be of the same people."""
    return {
        "steps": [_row(each) for each in fates(reports, documents)],
        "later_releases": [asdict(each) for each in later_releases(incident, view.incidents.values())],
        "care": CARE,
    }


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for people; nothing where nothing is told."""
    if not found["steps"]:
        return []
    rows = ["WHAT BECAME OF PEOPLE (by side and role)"]
    for each in found["steps"]:
        day = each["on"] or f"told {each['published'] or 'on no known day'}"
        came = f", told {each['published']}" if each["on"] and each["published"] and each["published"] != each["on"] else ""
        says = ", ".join(each["by"]) or "nobody named"
        fate = WORDS.get(each["fate"], each["fate"])
        rows.append(f"  {each['of'] or 'side not told':<10} {day:<24} {fate}{number(each['low'], each['high'])}   [{says}{came}]")
    rows += [
        f"  {each['of']:<10} {each['on'] or 'day not told':<24} a release that may be of these people: {each['incident_id']}"
        for each in found["later_releases"]
    ]
    return [*rows, f"  {found['care']}"]


def stances(incident: Incident, reports: Sequence[Report]) -> list[dict[str, object]]:
    """How each party stands, by which report, published when; ``of_own_act`` where the party itself is said to have acted."""
    acted = {each.value.partition(":")[0] for each in incident.variants.get("actor", ())}
    document = {each.id: each.document_id for each in reports}
    return [
        {
            "party": each.party, "stance": each.stance, "as_of": each.as_of, "report": each.report_id,
            "document": document.get(each.report_id), "of_own_act": each.party in acted,
        }
        for each in incident.stances
    ]  # fmt: skip


def stance_lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each party's words about it, one after another: a party that confirms its own act has acknowledged it."""
    by_party: dict[str, list[str]] = {}
    for each in rows:
        stance = "acknowledged" if each["stance"] == "confirmed" and each["of_own_act"] else each["stance"].replace("_", " ")
        words = f"{stance} ({each['as_of'] or 'day not known'})"
        some = by_party.setdefault(each["party"], [])
        if words not in some:
            some.append(words)
    lines = [f"  {party}: {', then '.join(some)}" for party, some in by_party.items()]
    return ["HOW THE PARTIES STAND OVER TIME", *lines] if lines else []


def course_lines(stages: Sequence[Mapping[str, Any]]) -> list[str]:
    """How a slow change went on, stage by stage."""
    rows = [
        f"  {each['on'] or 'day not told':<24} {'going on' if each['goes_on'] else 'told of this day':<18} "
        f"[{', '.join(each['by']) or 'nobody named'}; told {each['published'] or 'on no known day'}]"
        for each in stages
    ]
    return ["HOW IT WENT ON", *rows] if rows else []


def _row(each: Step) -> dict[str, object]:
    row = asdict(each)
    words = [[span.document_id, span.start, span.end, *(() if span.part == "text" else (span.part,))] for span in each.words]
    return {**row, "by": list(each.by), "words": words}


def number(low: int | None, high: int | None) -> str:
    """How many, with a space before it; nothing where it is not told."""
    if low is None and high is None:
        return ""
    if low == high:
        return f" {low}"
    return f" {low} or more" if high is None else f" up to {high}" if low is None else f" {low} to {high}"
