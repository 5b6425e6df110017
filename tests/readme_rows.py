"""The right-hand column of the README's first table, made from what the ledger of the samples really holds.

Run ``python -m tests.readme_rows`` to write it into the README.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from truceline.model.finding import Verdict
from truceline.model.ids import DocumentId
from truceline.model.incident import Audit, CountCheck, Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import Prominence
from truceline.packs.ontology import Ontology

README = Path(__file__).parents[1] / "README.md"
ROW = re.compile(r"^(\| <!-- row: (?P<key>[\w-]+) --> [^|]*\| [^|]*\| )(?P<made>[^|]*)( \|)$", re.MULTILINE)
CHOSEN = {
    "jsa-2017": ("jsa-first-account", "jsa-finding"),
    "june-18": ("crossing-18-june-staff", "crossing-18-june-agency"),
    "june-20": ("crossing-20-june", "wire-20-june-lakeside", "wire-20-june-tidewater"),
    "kursk-2024": ("kursk-capture",),
}
TOLD = {Verdict.APPARENT_BREACH: "apparent breach", Verdict.CONTESTED: "contested", Verdict.NOT_COVERED: "not covered"}
STANCES = {"denied": "denies", "not_confirmed": "has not confirmed", "confirmed": "confirms"}
ARMISTICE = "korean-armistice-1953"
COUNTED = ("persons", "rounds", "captured", "killed", "wounded")


def column(view: LedgerView, ontology: Ontology) -> dict[str, str]:
    """What each cell says, by the row's key."""
    return {key: "<br>".join(_cell(view, ontology, names)) for key, names in CHOSEN.items()}


def written(text: str, made: dict[str, str]) -> str:
    """The README with these cells in its table."""
    return ROW.sub(lambda found: f"{found[1]}{made[found['key']]}{found[4]}", text)


def cells(text: str) -> dict[str, str]:
    """The cells as they stand in the README."""
    return {found["key"]: found["made"] for found in ROW.finditer(text)}


def _cell(view: LedgerView, ontology: Ontology, names: tuple[str, ...]) -> Iterator[str]:
    documents = {each.id for each in view.documents.values() if each.name in names}
    for incident in view.incidents.values():
        if _is_news(view, incident, documents):
            yield _incident(view, incident, ontology)
    for claim in view.count_claims.values():
        if claim.document_id in documents and claim.kind in ontology.kinds:
            yield _count(view, view.checks[claim.id])
    quoted = sorted({each.clause for each in view.law_quotes if each.document_id in documents})
    if quoted:
        yield f"Quoted in the text: paragraph {', '.join(quoted)}"


def _is_news(view: LedgerView, incident: Incident, documents: set[DocumentId]) -> bool:
    """Whether these documents tell of it, and do not only look back on what another tells."""
    mine = [each for each in view.reports_of(incident) if each.document_id in documents]
    only_here = len(mine) == len(incident.reports)
    return bool(mine) and (only_here or any(each.prominence is Prominence.MAIN for each in mine))


def _incident(view: LedgerView, incident: Incident, ontology: Ontology) -> str:
    facts = [*_days(incident), *(number for field in COUNTED for number in _numbers(incident, field))]
    facts += [each for each in _words(incident, "outcome") if each not in incident.variants]
    origins = len(incident.origins)
    facts.append(f"{origins} origin{'s' if origins > 1 else ''}")
    facts += sorted({f"{each.party} {STANCES[each.stance]}" for each in incident.stances if each.stance in STANCES})
    return "; ".join([f"**{ontology.kinds[incident.kind].label}**: {', '.join(facts)}", *_findings(view, incident)])


def _findings(view: LedgerView, incident: Incident) -> list[str]:
    """What the Armistice says, its paragraphs together: "Armistice ¶7, ¶14: apparent breach by PRK"."""
    clauses: dict[tuple[Verdict, str], list[str]] = {}
    for each in (one for one in view.findings[incident.id] if one.checked):
        if each.verdict in TOLD and each.instrument == ARMISTICE:
            clauses.setdefault((each.verdict, each.side), []).append(each.clause)
    return [
        f"Armistice{_paragraphs(numbers)}: {TOLD[verdict]}{'' if verdict is Verdict.NOT_COVERED else f' by {side}'}"
        for (verdict, side), numbers in sorted(clauses.items())
    ]


def _paragraphs(numbers: list[str]) -> str:
    told = sorted({each for each in numbers if each != "*"}, key=lambda each: (len(each), each))
    return f" ¶{', ¶'.join(told)}" if told else ""


def _days(incident: Incident) -> list[str]:
    return [" or ".join(_words(incident, "date")) or "day not told"]


def _numbers(incident: Incident, field: str) -> list[str]:
    """Every value told, with those who tell it: "20 to 30 persons (KOR:JCS)"."""
    told = []
    for each in incident.variants.get(field, ()):
        low, high = json.loads(each.value)
        word = field.removesuffix("s") if (low, high) == (1, 1) else field
        told.append(f"{_range(low, high)} {word} ({', '.join(each.claimants) or 'the outlet'})")
    return told


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"{low:,} or more"
    return f"up to {high:,}" if low is None else f"{low:,} to {high:,}"


def _words(incident: Incident, field: str) -> list[str]:
    return [each.value.strip('"').replace("_", " ") for each in incident.variants.get(field, ())]


def _count(view: LedgerView, check: CountCheck) -> str:
    days = sorted(_first_day(view.incidents[each]) for each in check.incidents)
    agrees = {Audit.AGREES: "the ledger agrees", Audit.LEDGER_SHORT: "the ledger is short", Audit.LEDGER_HAS_MORE: "the ledger has more"}
    return f"Count claimed, {check.claimed}: {agrees.get(check.verdict, 'not decidable')} ({_listed(days) or 'nothing counted'})"


def _first_day(incident: Incident) -> str:
    return (incident.first("date") or "undated").strip('"')


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


if __name__ == "__main__":
    from tests.roads.road import view_of
    from truceline.packs.pack import load_pack

    README.write_text(written(README.read_text(encoding="utf-8"), column(view_of(), load_pack().ontology)), encoding="utf-8")
