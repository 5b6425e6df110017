"""How the accounts of an incident stand to each other: who asserts, who denies, what is only hedged or announced."""

from collections.abc import Mapping
from dataclasses import dataclass

from truceline.findings.facts import Facts
from truceline.findings.trace import reason
from truceline.model.finding import Answer, Reason
from truceline.model.ids import ReportId
from truceline.model.incident import Incident, PartyStance
from truceline.model.report import Report, Stance, Status
from truceline.model.text import Span

# Stances as merging writes them, and as a report has them.
DENIALS = ("denied", Stance.DENIES.value)
ADMISSIONS = ("confirmed", "apologised", Stance.CONFIRMS.value, Stance.ASSERTS.value)
# What lifts a hedge: someone competent found or confirmed the act, or a second origin tells it.
LIFTING = ("finding", "confirmation")
OPEN_HEDGED = "Is the act confirmed by its own side, by a competent body, or by a second independent origin?"
OPEN_PLANNED = "Was what was announced carried out, and when?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """``asserted_by`` and ``denied_by`` as the codebook writes sources; the reasons say what makes it so."""

    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    disputed: bool
    hedged: bool
    planned: bool
    evidence: tuple[Span, ...]


def read_accounts(incident: Incident, facts: Facts, reports: Mapping[ReportId, Report]) -> Accounts:
    """Statuses, stances and follow-ups of all reports, taken together."""
    statuses = set(facts.words("status")) or {Status.ASSERTED.value}
    denying = _denying(incident.stances)
    withdrawn = bool(incident.stances) and not denying and any(each.stance in DENIALS for each in incident.stances)
    disputed = bool(denying) or (not withdrawn and bool(statuses & {Status.DISPUTED.value, Status.DENIED.value}))
    lifted = any(act in LIFTING for act in facts.words("follow_up")) or len(incident.origins) > 1
    return Accounts(
        asserted_by=_asserting(facts, denying), denied_by=tuple(sorted(denying)), disputed=disputed,
        hedged=statuses <= {Status.ALLEGED.value, Status.PLANNED.value} and not lifted,
        planned=statuses == {Status.PLANNED.value}, evidence=_denials(incident, reports),
    )  # fmt: skip


def other_version(facts: Facts, party: str) -> tuple[str, ...]:
    """Who names other parties, and not this one, as those who acted; empty where no account does."""
    accounts = [each for each in facts.actor_accounts if each[0]]
    if not any(party in parties for parties, _ in accounts):
        return ()
    return tuple(sorted({claimant or "another account" for parties, who in accounts if party not in parties for claimant in who or ("",)}))


def told_by(facts: Facts, party: str) -> tuple[str, ...]:
    """Who names this party as the one that acted."""
    return tuple(sorted({claimant for parties, who in facts.actor_accounts if party in parties for claimant in who}))


def contest(accounts: Accounts, facts: Facts, party: str) -> Reason | None:
    """The reason why accounts differ about this party's act, or None where they do not."""
    others = other_version(facts, party)
    if others:
        return reason("accounts", Answer.YES, f"accounts differ on who acted: {', '.join(others)} name(s) others than {party}")
    if accounts.disputed:
        who = ", ".join(accounts.denied_by) or "another account"
        return reason("accounts", Answer.YES, f"the act is told and denied ({who} denies it)", evidence=accounts.evidence)
    return None


def _asserting(facts: Facts, denying: frozenset[str]) -> tuple[str, ...]:
    """The sources told; without any, the claimants of the values."""
    sources = set(facts.words("sources")) or {
        who for field in ("status", "actor") for each in facts.values(field) for who in each.claimants
    }
    return tuple(sorted(sources - denying))


def _denying(stances: tuple[PartyStance, ...]) -> frozenset[str]:
    """Parties whose latest stance is a denial: a denial that a later day's admission follows no longer contests."""
    latest: dict[str, PartyStance] = {}
    for each in sorted(stances, key=lambda stance: (stance.as_of or "", stance.stance in DENIALS, stance.report_id)):
        if each.stance in DENIALS or each.stance in ADMISSIONS:
            latest[each.party] = each
    return frozenset(party for party, each in latest.items() if each.stance in DENIALS)


def _denials(incident: Incident, reports: Mapping[ReportId, Report]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for ident in incident.reports:
        report = reports.get(ident)
        for each in report.attributions if report else ():
            if each.stance is Stance.DENIES:
                spans += each.speaker.evidence
        for follow_up in report.follow_ups if report else ():
            if follow_up.act == "denial":
                spans += follow_up.evidence
    return tuple(dict.fromkeys(spans))
