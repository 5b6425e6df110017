"""Worked cases of a rulebook: a case as an incident, and what its findings should be against what they are."""

from collections.abc import Iterable
from dataclasses import replace

from truceline.findings.assess import assess
from truceline.model.finding import Answer, Finding
from truceline.model.ids import ReportId, incident_id
from truceline.model.incident import Incident, Variant
from truceline.model.instrument import Rulebook
from truceline.model.worked_case import Case, Expected


def incident_of(case: Case) -> Incident:
    """The case as merging would hand it over: each account one report, each field with all its competing values."""
    reports = tuple(ReportId(f"r-case-{number}") for number in range(1, len(case.accounts) + 1))
    variants: dict[str, list[Variant]] = {}
    for report, account in zip(reports, case.accounts, strict=True):
        for field, value in account.fields.items():
            _add(variants.setdefault(field, []), value, report, account.claimants)
    return Incident(
        id=incident_id(reports[0]), kind=case.kind, reports=reports, documents=(), origins=("case",), aliases=(),
        variants={field: tuple(values) for field, values in sorted(variants.items())},
    )  # fmt: skip


def _add(values: list[Variant], value: str, report: ReportId, claimants: tuple[str, ...]) -> None:
    for at, each in enumerate(values):
        if each.value == value:
            told = tuple(dict.fromkeys((*each.claimants, *claimants)))
            values[at] = replace(each, reports=(*each.reports, report), claimants=told)
            return
    values.append(Variant(value=value, reports=(report,), claimants=claimants, origins=("case",)))


def findings_of(case: Case, rulebook: Rulebook) -> tuple[Finding, ...]:
    """The findings of a case under its own rulebook alone."""
    given = {name: Answer(told) for name, told in case.answers.items()}
    return assess(incident_of(case), {}, (rulebook,), answers=given, measured=case.measured)


def differences(case: Case, rulebook: Rulebook) -> list[str]:
    """What differs between the findings expected and those made, in words; empty = the case holds."""
    found = {_key(each.clause, each.side, each.act): each for each in findings_of(case, rulebook)}
    wanted = {_key(each.clause, each.side, each.act or case.kind): each for each in case.expect}
    told = [f"expected {_said(wanted[key])}, found nothing" for key in sorted(wanted.keys() - found.keys())]
    told += [f"found {_said(found[key])}, not expected" for key in sorted(found.keys() - wanted.keys())]
    for key in sorted(wanted.keys() & found.keys()):
        told += _compared(wanted[key], found[key])
    return told


def _compared(wanted: Expected, found: Finding) -> Iterable[str]:
    if wanted.verdict is not found.verdict:
        yield f"expected {_said(wanted)}, found {found.verdict}"
    if wanted.on_account_of is not None and set(wanted.on_account_of) != set(found.on_account_of):
        yield f"{_said(wanted)}: expected on the account of {wanted.on_account_of}, found {found.on_account_of}"
    if wanted.rule is not None and f"rule:{wanted.rule}" not in {each.test for each in found.reasons}:
        yield f"{_said(wanted)}: expected by the rule {wanted.rule}, which did not speak"


def _key(clause: str, side: str, act: str) -> tuple[str, str, str]:
    return clause, side, act


def _said(each: Expected | Finding) -> str:
    return f"{each.clause} {each.side} {each.act or ''} {each.verdict}".replace("  ", " ")
