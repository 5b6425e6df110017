"""One rule against one party's conduct: the verdict that the answers allow, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.findings.accounts import OPEN_HEDGED, OPEN_PLANNED, Accounts, contest, told_by
from truceline.findings.conditions import Inquiry, Tested, test
from truceline.findings.facts import UNKNOWN_PARTY
from truceline.findings.scope import disputed_by, in_force
from truceline.findings.trace import reason
from truceline.model.finding import Answer, Finding, Reason, Verdict
from truceline.model.incident import Incident
from truceline.model.instrument import Charged, Clause, Otherwise, Rule, Rulebook, Unclear

WHO = "Who acted?"
ON_WHAT_DAY = "On what day did it happen?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a rule makes of a conduct before it is written down as a finding."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()
    on_account_of: tuple[str, ...] = ()


def judge(rule: Rule, rulebook: Rulebook, incident: Incident, inquiry: Inquiry, accounts: Accounts) -> Finding | None:
    """The finding of one rule, or None where the rule has nothing to say of this conduct.

    1 applies    does the clause touch this act at all
    2 in force   does it bind this party on that day
    3 breach     conditions and exceptions, or the verdict that is settled
    4 accounts   who says so, who denies it, what is only hedged or announced
    """
    applies = test(rule.applies, inquiry) if rule.applies else None
    if applies and (applies.answer is Answer.NO or (applies.answer is Answer.UNKNOWN and rule.unclear is Unclear.SILENT)):
        return None
    breach = test(rule.breach, inquiry) if rule.breach else None
    if breach and breach.answer is Answer.NO and rule.otherwise is Otherwise.SILENT:
        return None
    opinion = _opinion(rule, rulebook, inquiry, applies, breach, accounts)
    return _finding(rule, rulebook, incident, inquiry, accounts, opinion)


def _opinion(
    rule: Rule, rulebook: Rulebook, inquiry: Inquiry, applies: Tested | None, breach: Tested | None, accounts: Accounts
) -> Opinion:
    clause = rulebook.clause(rule.clause)
    force = in_force(inquiry.instrument, inquiry.facts, inquiry.conduct.party, clause)
    if force.answer is Answer.NO:
        return Opinion(verdict=Verdict.NOT_IN_FORCE, reasons=(force,))
    tested = tuple(each for each in (applies, breach) if each)
    reasons = (reason(f"rule:{rule.id}", Answer.YES, rule.because, reference=rule.reference), force, *(each.reason for each in tested))
    opened = [question for each in tested for question in each.questions if each.answer is Answer.UNKNOWN]
    opened += [inquiry.instrument.questions[name] for name in rule.ask]
    if force.answer is Answer.UNKNOWN and rule.settled is not Verdict.NOT_COVERED:
        opened.append(ON_WHAT_DAY)
        return Opinion(verdict=Verdict.NOT_ENOUGH_KNOWN, reasons=reasons, missing=tuple(opened))
    if rule.settled:
        return _settled(rule, inquiry, applies, reasons, opened, accounts)
    return _tested(rule, clause, inquiry, tested, reasons, opened, accounts)


def _settled(
    rule: Rule, inquiry: Inquiry, applies: Tested | None, reasons: tuple[Reason, ...], opened: Sequence[str], accounts: Accounts
) -> Opinion:
    """A verdict that the text or practice fixes; while it is open whether the rule applies, not enough is known."""
    verdict = rule.settled or Verdict.NOT_COVERED
    if applies and applies.answer is Answer.UNKNOWN and verdict is not Verdict.NOT_COVERED:
        verdict = Verdict.NOT_ENOUGH_KNOWN
    reading = _reading_of(rule, inquiry) if verdict is Verdict.CONTESTED else _on_account(inquiry, accounts)
    return Opinion(verdict=verdict, reasons=reasons, missing=tuple(opened), on_account_of=reading)


def _tested(
    rule: Rule, clause: Clause | None, inquiry: Inquiry, tested: tuple[Tested, ...], reasons: tuple[Reason, ...],
    opened: Sequence[str], accounts: Accounts,
) -> Opinion:  # fmt: skip
    exceptions = tuple(test(each, inquiry) for each in rule.exceptions)
    reasons += tuple(reason("exception", each.answer, "an exception holds", reasons=(each.reason,)) for each in exceptions)
    missing = (*opened, *(question for each in exceptions for question in each.questions))
    who = _on_account(inquiry, accounts)
    answers = {each.answer for each in tested}
    if Answer.NO in answers or any(each.answer is Answer.YES for each in exceptions):
        return Opinion(verdict=Verdict.CONSISTENT, reasons=reasons, missing=tuple(opened), on_account_of=who)
    if accounts.planned:
        told = reason("accounts", Answer.UNKNOWN, "announced, not told as done")
        return Opinion(verdict=Verdict.NOT_ENOUGH_KNOWN, reasons=(*reasons, told), missing=(OPEN_PLANNED, *missing), on_account_of=who)
    contested = contest(accounts, inquiry.facts, inquiry.conduct.doer)
    reasons += (contested,) if contested else ()
    if Answer.UNKNOWN in answers or inquiry.conduct.party == UNKNOWN_PARTY:
        asked = (WHO, *missing) if inquiry.conduct.party == UNKNOWN_PARTY else missing
        return Opinion(verdict=Verdict.NOT_ENOUGH_KNOWN, reasons=reasons, missing=asked, on_account_of=who)
    if contested:
        return Opinion(verdict=Verdict.CONTESTED, reasons=reasons, missing=missing, on_account_of=who)
    holding = disputed_by(inquiry.instrument, inquiry.facts, inquiry.conduct.party, clause)
    if holding:
        return Opinion(verdict=Verdict.CONTESTED, reasons=reasons, missing=missing, on_account_of=holding)
    if accounts.hedged:
        told = reason("accounts", Answer.UNKNOWN, "told with a hedge only (alleged)")
        return Opinion(verdict=Verdict.NOT_ENOUGH_KNOWN, reasons=(*reasons, told), missing=(OPEN_HEDGED, *missing), on_account_of=who)
    return Opinion(verdict=Verdict.APPARENT_BREACH, reasons=reasons, missing=missing, on_account_of=who)


def _on_account(inquiry: Inquiry, accounts: Accounts) -> tuple[str, ...]:
    """Those who name this party; without them all who assert the act."""
    return told_by(inquiry.facts, inquiry.conduct.doer) or accounts.asserted_by


def _reading_of(rule: Rule, inquiry: Inquiry) -> tuple[str, ...]:
    """Whose reading makes it a breach: ``other_side`` is whoever answers for the side across the line."""
    if rule.reading_of != "other_side":
        return (rule.reading_of,) if rule.reading_of else ()
    own = inquiry.instrument.side_of(inquiry.conduct.party)
    others = [side for side in inquiry.instrument.sides if own is not None and side.id != own.id]
    return tuple(dict.fromkeys(side.bound[0].through for side in others if side.bound))


def _finding(rule: Rule, rulebook: Rulebook, incident: Incident, inquiry: Inquiry, accounts: Accounts, opinion: Opinion) -> Finding:
    clause, bound = rulebook.clause(rule.clause), inquiry.instrument.bound(inquiry.conduct.party)
    cited = tuple(
        reason("precedent", Answer.YES, f"{each.date}, {each.finder}: {each.text}", reference=each.reference)
        for each in inquiry.instrument.precedents if each.id in rule.precedents
    )  # fmt: skip
    intent = inquiry.facts.values("intent") if rule.charges is Charged.ACTOR else ()
    told = tuple(
        reason("intent", Answer.YES, f"a source calls it {each.value}; no test asks for intent", evidence=each.evidence) for each in intent
    )
    return Finding(
        incident_id=incident.id, instrument=inquiry.instrument.slug, clause=rule.clause, side=inquiry.conduct.party,
        act=rule.act or inquiry.facts.kind, verdict=opinion.verdict, reasons=(*opinion.reasons, *told, *cited),
        missing=tuple(dict.fromkeys(opinion.missing)), rulebook_version=rulebook.version, answers_through=bound.through if bound else None,
        on_account_of=opinion.on_account_of, checked=rule.checked and (clause is None or clause.checked),
    )  # fmt: skip
