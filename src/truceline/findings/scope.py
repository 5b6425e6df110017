"""Whether an instrument binds a party on the day of the act: in force, suspended, denounced, or not yet."""

from datetime import date

from truceline.findings.facts import Facts
from truceline.findings.trace import any_of, reason, yes_if
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Clause, Instrument, PartyStatus, Period, Undated


def within_days(period: Period, facts: Facts) -> Answer:
    """Whether the day told lies in a period; an interval that reaches over its edge leaves it open.

    A day that is known only from above (published by) is decided only where it lies wholly before the period.
    """
    first, last = facts.first_day, facts.last_day
    if period.start and last and last < period.start:
        return Answer.NO
    if period.end and first and first > period.end:
        return Answer.NO
    began = period.start is None or (first is not None and first >= period.start)
    ended = period.end is not None and (last is None or last > period.end)
    if not began or ended:
        return Answer.UNKNOWN
    return _at_hour(period, facts)


def _at_hour(period: Period, facts: Facts) -> Answer:
    """On the first day the hour decides; told without an hour, that day stays open."""
    if period.at is None or facts.first_day != period.start:
        return Answer.YES
    if facts.clock is None or facts.last_day != period.start:
        return Answer.UNKNOWN
    return yes_if(facts.clock >= period.at)


def in_force(instrument: Instrument, facts: Facts, party: str, clause: Clause | None = None) -> Reason:
    """Whether the instrument, or one clause of it, binds the party on that day; a denunciation counts only where it ended the bond."""
    day = _day(facts)
    periods = clause.in_force if clause and clause.in_force else instrument.in_force
    answer = any_of(within_days(each, facts) for each in periods)
    if answer is Answer.UNKNOWN and facts.first_day is None and instrument.undated is Undated.ASSUME:
        answer = Answer.YES
        day = f"{day}, which is no bar"
    name = f"paragraph {clause.id}" if clause else instrument.title
    texts = {Answer.YES: f"in force ({day})", Answer.NO: f"not in force ({day})", Answer.UNKNOWN: f"whether in force is not known ({day})"}
    words = tuple(span for each in facts.values("date") for span in each.evidence)
    base = reason("in_force", answer, f"{name}: {texts[answer]}", evidence=words, reference=next((p.reference for p in periods), None))
    if answer is Answer.NO:
        return base
    return _with_statuses(base, instrument, facts, party, clause)


def _with_statuses(base: Reason, instrument: Instrument, facts: Facts, party: str, clause: Clause | None) -> Reason:
    answer = base.answer
    told: list[Reason] = []
    for status in instrument.statuses:
        if status.party != party or (status.clauses and (clause is None or clause.id not in status.clauses)):
            continue
        lies = within_days(status.period, facts)
        if lies is Answer.NO or (lies is Answer.UNKNOWN and facts.first_day is None and instrument.undated is Undated.ASSUME):
            continue
        binds = Answer.UNKNOWN if status.binds is None else Answer.YES if status.binds else Answer.NO
        told.append(reason("status", binds, _said(status), reference=status.reference))
        if status.binds is False:
            answer = Answer.NO if lies is Answer.YES else _weaker(answer)
    return reason("in_force", answer, base.text, evidence=base.evidence, reference=base.reference, reasons=told)


def _weaker(answer: Answer) -> Answer:
    return answer if answer is Answer.NO else Answer.UNKNOWN


def _said(status: PartyStatus) -> str:
    since = f" from {status.period.start}" if status.period.start else ""
    until = f" until {status.period.end}" if status.period.end else ""
    effect = "it still binds" if status.binds else "it does not bind then"
    if status.binds is None:
        effect = f"whether it binds is disputed: on the account of {', '.join(status.held_by)} it does"
    return f"{status.party}: {status.status.replace('_', ' ')}{since}{until}; {effect}" + (f" ({status.note})" if status.note else "")


def disputed_by(instrument: Instrument, facts: Facts, party: str, clause: Clause | None = None) -> tuple[str, ...]:
    """Who holds that the instrument binds the party on that day where that is disputed; empty where it is not."""
    return tuple(dict.fromkeys(
        who
        for status in instrument.statuses
        if status.binds is None and status.party == party and (not status.clauses or (clause is not None and clause.id in status.clauses))
        and facts.first_day is not None and within_days(status.period, facts) is not Answer.NO
        for who in status.held_by
    ))  # fmt: skip


def before_it_began(instrument: Instrument, facts: Facts) -> bool:
    """Whether the act lies wholly before the instrument was first in force."""
    starts = [each.start for each in instrument.in_force if each.start]
    return bool(starts) and facts.last_day is not None and facts.last_day < min(starts)


def _day(facts: Facts) -> str:
    first, last = facts.first_day, facts.last_day
    if first is None:
        return f"day not told, published by {last}" if last else "day not told"
    return f"{first}" if first == last else f"{_iso(first)} to {_iso(last)}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "?"
