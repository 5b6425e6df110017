"""An incident meets the rulebooks: per clause, party and act one finding, with reasons and what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from truceline.findings.accounts import Accounts, read_accounts
from truceline.findings.conditions import Conduct, Inquiry, test
from truceline.findings.facts import UNKNOWN_PARTY, Facts, read_facts
from truceline.findings.judge import judge
from truceline.findings.position import in_theatre
from truceline.findings.quoted import note_quotes
from truceline.findings.relation import stands
from truceline.findings.scope import before_it_began, in_force
from truceline.findings.trace import reason
from truceline.model.document import Document
from truceline.model.finding import Answer, Finding, Reason, Verdict
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident
from truceline.model.instrument import Charged, Instrument, Rule, Rulebook
from truceline.model.report import LawQuote, Report

WHOLE = "*"
# The same clause, party and act may meet several rules: the gravest answer is shown, the reasons of all are kept.
GRAVITY = (
    Verdict.APPARENT_BREACH, Verdict.CONTESTED, Verdict.NOT_ENOUGH_KNOWN, Verdict.CONSISTENT, Verdict.NOT_IN_FORCE, Verdict.NOT_COVERED,
)  # fmt: skip


def assess(
    incident: Incident,
    reports: Mapping[ReportId, Report],
    rulebooks: Sequence[Rulebook],
    law_quotes: Sequence[LawQuote] = (),
    documents: Mapping[DocumentId, Document] = {},
    *,
    answers: Mapping[str, Answer] = {},
    measured: Mapping[str, tuple[float | None, float | None]] = {},
) -> tuple[Finding, ...]:
    """All findings of an incident, by instrument in the order of slugs, within it in the order of the rules.

    ``reports`` give the words behind the values; an incident's variants alone suffice. ``answers`` are what a person
    answered to an instrument's open questions, by question id, and ``measured`` the numbers they gave; ``documents``
    give publication dates. Pure: no clock, no files.

    1 read      what is told, and how the accounts stand to each other
    2 concern   does the instrument concern anyone in it, and the place
    3 judge     each party's conduct by each rule for this kind of act
    4 gather    one finding a clause, party and act; law quoted beside it
    """  # fmt: skip
    facts = read_facts(incident, reports, documents)
    accounts = read_accounts(incident, facts, reports)
    found: list[Finding] = []
    for rulebook in sorted(rulebooks, key=lambda each: each.instrument.slug):
        findings = _gathered(_by_rulebook(incident, rulebook, facts, accounts, answers, measured))
        found += note_quotes(findings, rulebook, incident, law_quotes, reports)
    return tuple(found)


def _by_rulebook(
    incident: Incident, rulebook: Rulebook, facts: Facts, accounts: Accounts, answers: Mapping[str, Answer],
    measured: Mapping[str, tuple[float | None, float | None]],
) -> list[Finding]:  # fmt: skip
    instrument = rulebook.instrument
    theatre = in_theatre(instrument, facts)
    if not _concerned(instrument, facts, theatre.answer) or (instrument.silent_before and before_it_began(instrument, facts)):
        return []
    if theatre.answer is Answer.NO:
        return _outside(incident, rulebook, facts, theatre, answers)
    found = []
    for rule in rulebook.rules:
        if incident.kind in rule.acts:
            for conduct in _conducts(rule, instrument, facts):
                inquiry = Inquiry(instrument=instrument, facts=facts, conduct=conduct, answers=answers, measured=measured)
                found.append(judge(rule, rulebook, incident, inquiry, accounts))
    return [each for each in found if each] or _outside(incident, rulebook, facts, theatre, answers)


def _concerned(instrument: Instrument, facts: Facts, theatre: Answer) -> bool:
    """Whether a bound party acts or is acted upon; sending states count only inside the theatre."""
    parties = {*facts.parties("actor"), *facts.parties("target")}
    bound = [each for each in (instrument.bound(party) for party in sorted(parties)) if each]
    principal = any(not each.only_in_theatre for each in bound)
    return principal or (theatre is Answer.YES and bool(instrument.theatre) and bool(bound or not parties or instrument.theatre_lines))


def _conducts(rule: Rule, instrument: Instrument, facts: Facts) -> Iterator[Conduct]:
    """Whose conduct a rule looks at. Without a known actor the party is ``UNK``: then nothing can be charged."""
    actors, targets = facts.parties("actor"), facts.parties("target")
    if rule.charges is Charged.ACTOR:
        bound = [party for party in actors if instrument.bound(party)]
        for party in bound or ([] if actors else [UNKNOWN_PARTY]):
            yield Conduct(party=party, by="actor", towards="target")
        return
    if rule.charges is Charged.HOST:
        for party in actors:
            bound_party = instrument.bound(party)
            if bound_party and bound_party.host:
                yield Conduct(party=bound_party.host, by="actor", towards="target", through=party)
        return
    for party in targets:
        if instrument.bound(party) is None:
            continue
        others = {stands(instrument, party, each) for each in actors}
        if rule.charges is Charged.TARGET or "other_side" in others:
            yield Conduct(party=party, by="target", towards="actor")


def _outside(incident: Incident, rulebook: Rulebook, facts: Facts, theatre: Reason, answers: Mapping[str, Answer]) -> list[Finding]:
    """One entry that says why the instrument as a whole does not answer, where it is one that says so."""
    instrument = rulebook.instrument
    if instrument.outside is None:
        return []
    actors = facts.parties("actor") or (UNKNOWN_PARTY,)
    party = next((each for each in actors if instrument.bound(each)), actors[0])
    inquiry = Inquiry(instrument=instrument, facts=facts, conduct=Conduct(party=party, by="actor", towards="target"), answers=answers)
    force = in_force(instrument, facts, party)
    verdict = Verdict.NOT_IN_FORCE if force.answer is Answer.NO else Verdict.NOT_COVERED
    told = [
        reason(f"rule:{rule.id}", Answer.YES, rule.because, reference=rule.reference) for rule in rulebook.rules if _fits(rule, inquiry)
    ]
    why = [*told, reason("scope", Answer.NO, instrument.outside, reference=instrument.reference), theatre, force]
    bound = instrument.bound(party)
    return [
        Finding(
            incident_id=incident.id, instrument=instrument.slug, clause=WHOLE, side=party, act=incident.kind, verdict=verdict,
            reasons=tuple(why), missing=(), rulebook_version=rulebook.version, answers_through=bound.through if bound else None,
        )
    ]  # fmt: skip


def _fits(rule: Rule, inquiry: Inquiry) -> bool:
    """Whether a rule for the whole instrument tells why this act is outside it."""
    if rule.clause != WHOLE or inquiry.facts.kind not in rule.acts:
        return False
    return rule.applies is None or test(rule.applies, inquiry).answer is Answer.YES


def _gathered(findings: Sequence[Finding]) -> list[Finding]:
    """One finding a clause, party and act, in the order first met."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.clause, each.side, each.act), []).append(each)
    return [_joined(group) for group in groups.values()]


def _joined(group: Sequence[Finding]) -> Finding:
    gravest = min(group, key=lambda each: GRAVITY.index(each.verdict))
    reasons = tuple(dict.fromkeys(reason for each in (gravest, *group) for reason in each.reasons))
    missing = tuple(dict.fromkeys(question for each in (gravest, *group) for question in each.missing))
    return replace(gravest, reasons=reasons, missing=missing, checked=all(each.checked for each in group))
