"""Holds a ledger against the one written by hand: what joined what, which findings, which counts agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.roads.compare import Comparison
from tests.roads.road import told_in
from truceline.model.finding import Verdict
from truceline.model.ids import IncidentId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView

Wanted = Mapping[str, Any]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing of the ledger that is not as written by hand."""

    key: str
    aspect: str
    says: str

    def __str__(self) -> str:
        return f"{self.key}  {self.aspect}\n    {self.says}"


def faults(wanted: Wanted, comparison: Comparison, view: LedgerView) -> list[Fault]:
    """All faults, sorted. ``comparison`` tells which incident each expected report was joined to."""
    by_key = {each["key"]: _found(each, comparison) for each in wanted["incidents"]}
    found = [fault for each in wanted["incidents"] for fault in _incident(each, by_key[each["key"]], view)]
    found += _mixed(by_key)
    found += _empty(wanted, view)
    found += _checks(wanted, by_key, view)
    found += _law_quotes(wanted, view)
    return sorted(found)


def _found(want: Wanted, comparison: Comparison) -> set[str]:
    """The incidents that the expected reports of one key were joined to: one, if all is well."""
    key = want["key"]
    return {incident for (document, event), incident in comparison.joined.items() if event == key and document in want["documents"]}


def _incident(want: Wanted, found: set[str], view: LedgerView) -> Iterator[Fault]:
    key = want["key"]
    if len(found) != 1:
        yield Fault(key, "one incident", f"its reports are in {len(found)} incidents")
        return
    incident = view.incidents[IncidentId(next(iter(found)))]
    if told_in(view, incident) != set(want["documents"]):
        yield Fault(key, "documents", f"expected {sorted(want['documents'])}, found {sorted(told_in(view, incident))}")
    if len(incident.origins) != want["origins"]:
        yield Fault(key, "origins", f"expected {want['origins']}, found {len(incident.origins)}")
    for field, values in want.get("variants", {}).items():
        have = {variant.value.replace(" ", "") for variant in incident.variants.get(field, ())}
        if not set(values) <= have:
            yield Fault(key, f"variants of {field}", f"expected {values}, found {sorted(have)}")
    for party, stances in want.get("stances", {}).items():
        have = {each.stance for each in incident.stances if each.party == party}
        if not set(_listed(stances)) <= have:
            yield Fault(key, f"stance of {party}", f"expected {_listed(stances)}, found {sorted(have)}")
    yield from _findings(want, incident, view)


def _findings(want: Wanted, incident: Incident, view: LedgerView) -> Iterator[Fault]:
    have = view.findings.get(incident.id, ())
    sound: set[tuple[str, str, str]] = set()
    for each in want["findings"]:
        clauses, verdicts = _listed(each["clause"]), _listed(each["verdict"])
        fitting = [one for one in have if (one.instrument, one.side, one.act) == (each["instrument"], each["side"], each["act"])]
        met = [one for one in fitting if one.clause in clauses and one.verdict.value in verdicts]
        sound |= {(one.clause, one.side, one.act) for one in met}
        if not met:
            said = sorted(f"{one.clause} {one.verdict.value}" for one in fitting)
            yield Fault(want["key"], f"finding {'/'.join(clauses)} for {each['side']}", f"expected {' or '.join(verdicts)}, found {said}")
    for one in have:
        charged = one.verdict is Verdict.APPARENT_BREACH and (one.clause, one.side, one.act) not in sound
        if charged and one.clause not in want.get("may_also_breach", ()):
            yield Fault(want["key"], f"finding {one.clause} for {one.side}", f"an apparent breach ({one.act}) that nobody expected")


def _mixed(by_key: Mapping[str, set[str]]) -> Iterator[Fault]:
    for key, found in by_key.items():
        for other, theirs in by_key.items():
            if key < other and found & theirs:
                yield Fault(key, f"apart from {other}", "both were joined to one incident")


def _empty(wanted: Wanted, view: LedgerView) -> Iterator[Fault]:
    for name in wanted["documents_without_reports"]:
        told = [each for each in view.reports.values() if view.documents[each.document_id].name == name]
        if told:
            yield Fault(name, "nothing to code", f"{len(told)} reports: {sorted(each.claim.kind.value for each in told)}")


def _checks(wanted: Wanted, by_key: Mapping[str, set[str]], view: LedgerView) -> Iterator[Fault]:
    for each in wanted["count_checks"]:
        key = f"{each['document']} claims {each['claimed']}"
        checks = [
            view.checks[claim.id] for claim in view.count_claims.values()
            if view.documents[claim.document_id].name == each["document"] and each["claimed"] in (claim.ordinal, claim.count)
        ]  # fmt: skip
        if not checks:
            yield Fault(key, "count check", "no such claim was read")
        elif checks[0].verdict.value != each["verdict"]:
            yield Fault(key, "count check", f"expected {each['verdict']}, found {checks[0].verdict.value}: {checks[0].why}")
        elif set(checks[0].incidents) != set().union(*(by_key[one] for one in each["incidents"])):
            yield Fault(key, "incidents counted", f"expected {each['incidents']}, found {sorted(checks[0].incidents)}")


def _law_quotes(wanted: Wanted, view: LedgerView) -> Iterator[Fault]:
    have = {(view.documents[each.document_id].name, each.instrument, each.clause) for each in view.law_quotes}
    want = {(each["document"], each["instrument"], each["clause"]) for each in wanted["law_quotes"]}
    for each in sorted(want - have):
        yield Fault(each[0], f"quotes {each[2]}", "not recognised")
    for each in sorted(have - want):
        yield Fault(each[0], f"quotes {each[2]}", "nobody expected this quotation")


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
