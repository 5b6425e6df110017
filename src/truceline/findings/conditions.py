"""Three-valued tests: what a condition of a rulebook answers about an incident, with its reason and its open questions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from truceline.findings.facts import COUNTS, UNKNOWN_PARTY, Facts, Told
from truceline.findings.ladder import followed
from truceline.findings.position import area, in_theatre, in_zone
from truceline.findings.relation import relation
from truceline.findings.scope import within_days
from truceline.findings.trace import all_of, any_of, opposite, reason, yes_if
from truceline.model.duties import LineVersion
from truceline.model.finding import Answer, Reason
from truceline.model.instrument import Condition, Instrument, Period, Undated
from truceline.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """Whose conduct is looked at: ``party`` in the field ``by`` (``actor`` or ``target``), towards those in ``towards``.

    ``through`` is the party whose act it is where ``party`` answers for it as its host; None = its own act.
    """

    party: str
    by: str
    towards: str
    through: str | None = None

    @property
    def doer(self) -> str:
        """The party that is told to have acted."""
        return self.through or self.party


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """One question to the facts: the conduct, what is told, the instrument, and answers and numbers that a person gave."""

    instrument: Instrument
    facts: Facts
    conduct: Conduct
    answers: Mapping[str, Answer]
    measured: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """The reason tree of a condition and the questions whose answers would decide it."""

    reason: Reason
    questions: tuple[str, ...]

    @property
    def answer(self) -> Answer:
        """The answer at the root."""
        return self.reason.answer


def test(condition: Condition, inquiry: Inquiry) -> Tested:
    """A condition's answer. Kleene's logic: a part that is unknown leaves the whole open unless another part decides it."""
    if condition.of:
        return _joined(condition, inquiry)
    found = _TESTS[condition.test](condition, inquiry)
    if found.answer is not Answer.UNKNOWN:
        return Tested(reason=found, questions=())
    if condition.test == "measure":
        return Tested(reason=found, questions=(inquiry.instrument.measures[condition.what or ""],))
    asked = condition.values[0] if condition.test == "asks" else condition.ask
    question = inquiry.instrument.questions[asked] if asked else _question(condition, inquiry)
    return Tested(reason=found, questions=(question,))


def _joined(condition: Condition, inquiry: Inquiry) -> Tested:
    parts = tuple(test(each, inquiry) for each in condition.of)
    answers = tuple(each.answer for each in parts)
    answer = all_of(answers) if condition.test == "all" else any_of(answers)
    answer = opposite(answer) if condition.test == "none" else answer
    text = {"all": "all of these hold", "any": "at least one of these holds", "none": "none of these holds"}[condition.test]
    open_parts = [each for each in parts if each.answer is Answer.UNKNOWN] if answer is Answer.UNKNOWN else []
    questions = tuple(dict.fromkeys(question for each in open_parts for question in each.questions))
    if questions and condition.ask:
        questions = (inquiry.instrument.questions[condition.ask],)
    return Tested(reason=reason(condition.test, answer, text, reasons=(each.reason for each in parts)), questions=questions)


def _question(condition: Condition, inquiry: Inquiry) -> str:
    """The plain question of a test that names none of its own."""
    zones = {zone.id: zone.name for zone in inquiry.instrument.zones}
    wanted = " or ".join(each.replace("_", " ") for each in condition.values)
    return {
        "zone": f"Did it happen in {zones.get(wanted.replace(' ', '_'), wanted)}?",
        "area": "On which side of the line did it happen?",
        "target": "At whom or towards whom was the act aimed?",
        "line": f"Was it at {wanted}?",
        "sector": f"Was it in {wanted}?",
        "actor_role": f"Were those who acted {wanted} (forces, authorities, civilians)?",
        "target_role": f"Were those acted upon {wanted}?",
        "count": f"How many ({condition.what})?",
        "date": "On what day did it happen?",
        "theatre": "Where did it happen?",
        "overdue": "On what day did it happen?",
        "procedure": "Which steps were taken before, in what order and with how many minutes between?",
    }.get(condition.test, f"What is known of {condition.test.replace('_', ' ')} ({wanted})?")


def _named(condition: Condition, inquiry: Inquiry) -> Reason:
    """``line`` and ``sector``: told and among those asked for; unknown where nothing is told."""
    told = inquiry.facts.values(condition.test)
    wanted = " or ".join(condition.values)
    if not told:
        return reason(condition.test, Answer.UNKNOWN, f"no {condition.test} is told (asked for: {wanted})")
    hits = [each for each in told if each.value in condition.values]
    said = ", ".join(str(each.value) for each in told)
    return reason(condition.test, yes_if(bool(hits)), f"the {condition.test} told is {said}", evidence=_words(hits or told))


def _mentioned(condition: Condition, inquiry: Inquiry) -> Reason:
    """``response``, ``outcome``, ``follow_up``, ``status``: is it told? No means only that no account tells it."""
    hits = [each for each in inquiry.facts.values(condition.test) if each.value in condition.values]
    name = condition.test.replace("_", " ")
    if hits:
        said = ", ".join(str(each.value).replace("_", " ") for each in hits)
        return reason(condition.test, Answer.YES, f"{name} told: {said}", evidence=_words(hits))
    wanted = " or ".join(each.replace("_", " ") for each in condition.values)
    return reason(condition.test, Answer.NO, f"no account tells of {wanted} ({name})")


def _role(condition: Condition, inquiry: Inquiry) -> Reason:
    own = condition.test == "actor_role"
    field = inquiry.conduct.by if own else inquiry.conduct.towards
    told = [each for each in inquiry.facts.values(field) if not own or str(each.value).startswith(inquiry.conduct.doer + ":")]
    roles = {str(each.value).partition(":")[2] for each in told} - {"unk", ""}
    who = inquiry.conduct.doer if own else "those acted upon"
    if not roles:
        return reason(condition.test, Answer.UNKNOWN, f"in what capacity {who} appear is not told", evidence=_words(told))
    answer = yes_if(bool(roles & set(condition.values)))
    return reason(condition.test, answer, f"{who} appear as {', '.join(sorted(roles))}", evidence=_words(told))


def _party(condition: Condition, inquiry: Inquiry) -> Reason:
    parties = {inquiry.conduct.doer} if condition.test == "actor_party" else set(inquiry.facts.parties(inquiry.conduct.towards))
    parties.discard(UNKNOWN_PARTY)
    if not parties:
        return reason(condition.test, Answer.UNKNOWN, "the party is not told")
    return reason(condition.test, yes_if(bool(parties & set(condition.values))), f"the party told is {', '.join(sorted(parties))}")


def _target(condition: Condition, inquiry: Inquiry) -> Reason:
    return relation(inquiry.instrument, inquiry.facts, inquiry.conduct.doer, inquiry.conduct.towards, condition.values[0])


def _zone(condition: Condition, inquiry: Inquiry) -> Reason:
    return in_zone(inquiry.instrument, inquiry.facts, condition.values[0])


def _area(condition: Condition, inquiry: Inquiry) -> Reason:
    return area(inquiry.instrument, inquiry.facts, inquiry.conduct.doer, condition.values[0])


def _theatre(condition: Condition, inquiry: Inquiry) -> Reason:
    return in_theatre(inquiry.instrument, inquiry.facts)


def _asks(condition: Condition, inquiry: Inquiry) -> Reason:
    """A fact that no field of the codebook carries: open until a person answers it."""
    name = condition.values[0]
    answer = inquiry.answers.get(name, Answer.UNKNOWN)
    question = inquiry.instrument.questions[name]
    return reason(f"asks:{name}", answer, f"{question} {'Not told.' if answer is Answer.UNKNOWN else f'Answered: {answer}.'}")


def _count(condition: Condition, inquiry: Inquiry) -> Reason:
    """A number against a cap or a floor; over all accounts, so that differing figures leave it open."""
    what = condition.what or COUNTS[0]
    told = inquiry.facts.values(what)
    asked = f"{_bound(condition.low)} to {_bound(condition.high)}"
    if not told:
        return reason("count", Answer.UNKNOWN, f"no number of {what} is told (asked for: {asked})")
    answers = {_number(each.value, condition.low, condition.high) for each in told}
    answer = answers.pop() if len(answers) == 1 else Answer.UNKNOWN
    said = ", ".join(_interval(each.value) for each in told)
    return reason("count", answer, f"{what} told: {said}; asked for: {asked}", evidence=_words(told))


def _number(value: tuple[float | None, float | None], at_least: float | None, at_most: float | None) -> Answer:
    low, high = value
    floor = Answer.YES if at_least is None or (low is not None and low >= at_least) else Answer.UNKNOWN
    if at_least is not None and high is not None and high < at_least:
        floor = Answer.NO
    cap = Answer.YES if at_most is None or (high is not None and high <= at_most) else Answer.UNKNOWN
    if at_most is not None and low is not None and low > at_most:
        cap = Answer.NO
    return all_of((floor, cap))


def _interval(value: tuple[int | None, int | None]) -> str:
    low, high = value
    return str(low) if low == high else f"{'?' if low is None else low} to {'?' if high is None else high}"


def _date(condition: Condition, inquiry: Inquiry) -> Reason:
    period = condition.period
    answer = within_days(period, inquiry.facts) if period else Answer.UNKNOWN
    if answer is Answer.UNKNOWN and inquiry.facts.first_day is None and inquiry.instrument.undated is Undated.ASSUME:
        answer = Answer.YES  # as for the instrument itself: a day that is not told is no bar
    span = f"{period.start or 'the beginning'} to {period.end or 'today'}" if period else "a day"
    return reason("date", answer, f"the day lies in {span}", evidence=_words(inquiry.facts.values("date")))


def _measure(condition: Condition, inquiry: Inquiry) -> Reason:
    """A number that no field of the codebook carries (a distance, a number of guns): open until a person or a track gives it."""
    name = condition.what or ""
    given = inquiry.measured.get(name)
    asked = f"{_bound(condition.low)} to {_bound(condition.high)}"
    if given is None:
        return reason(f"measure:{name}", Answer.UNKNOWN, f"{inquiry.instrument.measures[name]} Not told (asked for: {asked}).")
    answer = _number(given, condition.low, condition.high)
    return reason(f"measure:{name}", answer, f"{name.replace('_', ' ')}: {_bound(given[0])} to {_bound(given[1])}; asked for: {asked}")


def _bound(value: float | None) -> str:
    return "any" if value is None else f"{value:g}"


def _agreed_line(condition: Condition, inquiry: Inquiry) -> Reason:
    """Whether one version of the line stood that day; where several do, a person says whether the act lies so on every one."""
    versions = [each for each in inquiry.instrument.lines if each.line == condition.values[0] and stood(each, inquiry.facts)]
    said = "; ".join(f"{each.name} ({', '.join(each.whose) or 'all sides'})" for each in versions)
    if len(versions) == 1:
        return reason("agreed_line", Answer.YES, f"one version of the line stands: {said}", reference=versions[0].reference)
    answer = inquiry.answers.get(condition.ask or "", Answer.UNKNOWN)
    text = f"{len(versions)} versions of the line stand side by side: {said}" if versions else "no version of the line stood that day"
    return reason("agreed_line", answer, text, reference=next((each.reference for each in versions if each.reference), None))


def stood(version: LineVersion, facts: Facts) -> bool:
    """Whether a version of a line may have stood on the day told."""
    return within_days(Period(start=version.start, end=version.end), facts) is not Answer.NO


def _overdue(condition: Condition, inquiry: Inquiry) -> Reason:
    """Whether the act lies after a deadline of the text; a day that is not told leaves it open."""
    timer = next(each for each in inquiry.instrument.timers if each.id == condition.values[0])
    facts, last = inquiry.facts, timer.last_day
    answer = Answer.UNKNOWN
    if facts.first_day is not None and facts.first_day > last:
        answer = Answer.YES
    elif facts.last_day is not None and facts.last_day <= last:
        answer = Answer.NO
    moved = f", extended to {timer.extended}" if timer.extended else ""
    text = f"{timer.name}: {timer.within} days from {timer.start}{moved}; the last day was {last}"
    return reason("overdue", answer, text, evidence=_words(facts.values("date")), reference=timer.reference)


def _procedure(condition: Condition, inquiry: Inquiry) -> Reason:
    return followed(next(each for each in inquiry.instrument.procedures if each.id == condition.values[0]), inquiry.facts)


def _words(told: Sequence[Told]) -> tuple[Span, ...]:
    return tuple(span for each in told for span in each.evidence)


_TESTS: Mapping[str, Callable[[Condition, Inquiry], Reason]] = {
    "line": _named, "sector": _named, "response": _mentioned, "outcome": _mentioned, "follow_up": _mentioned, "status": _mentioned,
    "actor_role": _role, "target_role": _role, "actor_party": _party, "target_party": _party, "target": _target, "zone": _zone,
    "area": _area, "theatre": _theatre, "asks": _asks, "count": _count, "date": _date, "measure": _measure,
    "agreed_line": _agreed_line, "overdue": _overdue, "procedure": _procedure,
}  # fmt: skip
