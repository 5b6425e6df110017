"""Incidents put together anew where their group, or a report or document in it, has changed, with what the clauses say of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from truceline.derivation.groups import Settling
from truceline.derivation.profiles import report_as_left
from truceline.derivation.workbench import Bench, reports_of
from truceline.findings.assess import assess
from truceline.incidents.assemble import NEVER, assemble
from truceline.incidents.audit import possible_days
from truceline.ledger.codec import reread, written
from truceline.model.document import Document
from truceline.model.finding import Finding
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident
from truceline.model.report import LawQuote, Report

LAST = "9999-99-99"
"""Sorts after every day."""

RAW = msgspec.json.Decoder(list[msgspec.Raw])


class _Verdict(msgspec.Struct):
    verdict: str


VERDICTS = msgspec.json.Decoder(list[_Verdict])


@dataclass(slots=True)
class Changed:
    """Incidents that were let go of, as they were kept, and those that came; each of the latter with its number and days."""

    gone: list[Any] = field(default_factory=list)
    came: dict[int, Incident] = field(default_factory=dict)
    days: dict[int, tuple[str, str]] = field(default_factory=dict)
    members: "Members | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Reports as decisions leave them, by id, with their documents, law quoted in these, and the heads of their copies."""

    reports: Mapping[ReportId, Report]
    documents: Mapping[DocumentId, Document]
    quotes: Mapping[DocumentId, tuple[LawQuote, ...]]
    heads: Mapping[DocumentId, DocumentId]
    ids: Mapping[int, ReportId]


def reassemble(bench: Bench, settling: Settling, torn: Collection[int]) -> Changed:
    """Keeps the incidents of these groups; those in ``torn`` had a report that is gone, or whose record or document may have changed."""
    before = {row.n: row for row in bench.kept.find("incidents", "n", settling.incidents)}
    stood: dict[int, set[int]] = {n: set() for n in before}
    for row in bench.kept.find("reports", "incident", before, "n", "incident", "counts"):
        stood[row.incident].add(row.n)
    as_was = {frozenset(some): n for n, some in stood.items() if n not in torn}
    anew = [group for group in settling.groups if frozenset(group) not in as_was]
    staying = {as_was[frozenset(group)] for group in settling.groups if frozenset(group) in as_was}
    found = Changed(gone=[row for n, row in before.items() if n not in staying])
    _let_go(bench, found.gone)
    found.members = members(bench, {n for group in anew for n in group})
    number = bench.kept.next("incidents")
    rows, marks, of = [], [], []
    for n, group in enumerate(anew, number):
        made = assemble([found.members.reports[found.members.ids[each]] for each in group], found.members.documents, found.members.heads)
        findings = _assessed(bench, made, found.members)
        found.came[n] = made
        kept = _row(n, made, findings, [found.members.reports[each] for each in made.reports], found.members.documents)
        found.days[n] = (kept[7], kept[8])
        rows.append(kept)
        marks += [(mark, kept[3], kept[4], made.id, n) for mark in sorted(marks_of(made))]
        of += [(each, n) for each in group]
        _count(bench, made, (each.verdict.value for each in findings), 1)
        bench.sums.add("findings", map(written, findings))
        bench.sums.add("incidents", [kept[9].decode()])
    bench.kept.put("incidents", rows)
    bench.kept.put("marks", marks)
    bench.kept.set("reports", "incident", of)
    return found


def members(bench: Bench, numbers: Collection[int]) -> Members:
    """The reports of these numbers, with all that is needed to put incidents together of them."""
    rows = bench.kept.find("reports", "n", numbers, "n", "id", "document", "place", "effect", "body")
    told = bench.told({row.document for row in rows})
    reports = {}
    for row in rows:
        left = report_as_left(reports_of(told[row.document])[row.place], (row.effect, row.body))
        assert left is not None, "a rejected report stands in no incident"
        reports[left.id] = left
    heads = bench.kept.heads(told)
    return Members(
        reports=reports,
        documents={each.document.id: each.document for each in told.values()},
        quotes={each.document.id: each.extraction.law_quotes for each in told.values() if each.extraction},
        heads={each.document.id: DocumentId(heads[n]) for n, each in told.items()},
        ids={row.n: ReportId(row.id) for row in rows},
    )


def marks_of(incident: Incident) -> set[str]:
    """By what a listing may be narrowed: type, lines, parties that acted or were acted upon; whether a day is told."""
    lines = {f"line {each.value}" for each in incident.variants.get("line", ())}
    sides = {f"party {each.value.partition(':')[0]}" for field in ("actor", "target") for each in incident.variants.get(field, ())}
    return {"all", f"type {incident.kind}", *lines, *sides}


def _assessed(bench: Bench, incident: Incident, of: Members) -> tuple[Finding, ...]:
    quotes = [each for document in incident.documents for each in of.quotes.get(document, ())]
    return assess(incident, of.reports, bench.rules.rulebooks, quotes, of.documents)


def _let_go(bench: Bench, gone: Collection[Any]) -> None:
    numbers = [row.n for row in gone]
    for row in gone:
        findings = [bytes(each).decode() for each in RAW.decode(row.findings)]
        bench.sums.drop("incidents", [bytes(row.body).decode()])
        bench.sums.drop("findings", findings)
        _count(bench, reread(row.body, Incident), (each.verdict for each in VERDICTS.decode(row.findings)), -1)
    bench.kept.drop("incidents", "n", numbers)
    bench.kept.drop("marks", "incident", numbers)


def _row(
    n: int, made: Incident, findings: Iterable[Finding], reports: Sequence[Report], documents: Mapping[DocumentId, Document]
) -> tuple[Any, ...]:
    """An incident as it is kept; what is not known of its days bounds nothing."""
    whens = [each.claim.when.value for each in reports if each.claim.when]
    first, last = possible_days(reports, documents)
    body = b"[" + b",".join(written(each).encode() for each in findings) + b"]"
    return (
        n, made.id, made.kind, int(made.unsure), made.first("date") or NEVER,
        min((each.start.isoformat() for each in whens), default=LAST), max((each.end.isoformat() for each in whens), default=""),
        first.isoformat() if first else "", last.isoformat() if last else LAST, written(made).encode(), body,
    )  # fmt: skip


def _count(bench: Bench, incident: Incident, verdicts: Iterable[str], sign: int) -> None:
    """What a summary tells of it: what is to be reviewed is counted apart, and its findings nowhere."""
    if incident.unsure:
        bench.sums.count("to review", sign)
        return
    bench.sums.count("undated", sign * (incident.first("date") is None))
    for each in verdicts:
        bench.sums.count(f"finding {each}", sign)
