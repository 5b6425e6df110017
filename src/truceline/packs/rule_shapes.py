"""The shapes of rules.yaml and cases.yaml: conditions, rules, worked cases; a misspelt key is refused, never ignored."""

from typing import Annotated

import msgspec

from truceline.model.finding import Verdict
from truceline.model.instrument import Charged, Condition, Form, Otherwise, Rule, Unclear
from truceline.packs.rulebook_shapes import PeriodShape
from truceline.packs.shape import Clock, Name, Shape, Short, Text


class CountShape(Shape, frozen=True):
    """A bound on a number: ``what`` is a count field of the codebook; both ends belong to the interval."""

    what: Name
    at_least: int | None = None
    at_most: int | None = None


class MeasureShape(Shape, frozen=True):
    """A bound on a number that the instrument asks for: ``what`` is one of its ``measures``; both ends belong to the interval."""

    what: Name
    at_least: float | None = None
    at_most: float | None = None


# A list of words where the test asks for one of several.
Several = Annotated[tuple[Short, ...], msgspec.Meta(min_length=1, max_length=60)]
LISTS = ("line", "sector", "actor_role", "target_role", "actor_party", "target_party", "response", "outcome", "follow_up", "status")
WORDS = ("zone", "area", "target", "asks", "theatre", "agreed_line", "overdue", "procedure")


class ConditionShape(Shape, frozen=True):
    """One condition: exactly one test, and the question to ask (``ask``) where its answer is unknown."""

    all: tuple["ConditionShape", ...] | None = None
    any: tuple["ConditionShape", ...] | None = None
    none: tuple["ConditionShape", ...] | None = None
    line: Several | None = None
    sector: Several | None = None
    actor_role: Several | None = None
    target_role: Several | None = None
    actor_party: Several | None = None
    target_party: Several | None = None
    response: Several | None = None
    outcome: Several | None = None
    follow_up: Several | None = None
    status: Several | None = None
    zone: Name | None = None
    area: Name | None = None
    target: Name | None = None
    theatre: Name | None = None
    asks: Name | None = None
    agreed_line: Short | None = None
    overdue: Name | None = None
    procedure: Name | None = None
    measure: MeasureShape | None = None
    count: CountShape | None = None
    date: PeriodShape | None = None
    ask: Name | None = None

    def __post_init__(self) -> None:
        given = [name for name in self.__struct_fields__ if name != "ask" and getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a condition is exactly one test, not {given or 'none'}; join several with `all`, `any` or `none`")
        of = self.all or self.any or self.none
        if given[0] in ("all", "any", "none") and not of:
            raise ValueError(f"`{given[0]}` needs at least one condition")
        bounded = self.count or self.measure
        if bounded and bounded.at_least is None and bounded.at_most is None:
            raise ValueError(f"`{given[0]}` needs `at_least` or `at_most`")
        if bounded and bounded.at_least is not None and bounded.at_most is not None and bounded.at_most < bounded.at_least:
            raise ValueError(f"`{given[0]}`: `at_most` lies below `at_least`")

    def record(self) -> Condition:
        """The model's record; ``none`` becomes not(any)."""
        for test, of in (("all", self.all), ("any", self.any), ("none", self.none)):
            if of is not None:
                return Condition(test=test, of=tuple(each.record() for each in of), ask=self.ask)
        bounded = self.count or self.measure
        if bounded:
            test = "count" if self.count else "measure"
            return Condition(test=test, what=bounded.what, low=bounded.at_least, high=bounded.at_most, ask=self.ask)
        if self.date:
            return Condition(test="date", period=self.date.record(), ask=self.ask)
        test = next(name for name in (*LISTS, *WORDS) if getattr(self, name) is not None)
        value = getattr(self, test)
        return Condition(test=test, values=value if isinstance(value, tuple) else (value,), ask=self.ask)


class RuleShape(Shape, frozen=True):
    """One entry of rules.yaml."""

    id: Name
    clause: Short
    acts: Annotated[tuple[Short, ...], msgspec.Meta(min_length=1)]
    because: Text
    charges: Charged = Charged.ACTOR
    act: Short | None = None
    form: Form | None = None
    applies: ConditionShape | None = None
    breach: ConditionShape | None = None
    exceptions: tuple[ConditionShape, ...] = ()
    settled: Verdict | None = None
    otherwise: Otherwise = Otherwise.CONSISTENT
    unclear: Unclear = Unclear.ASK
    ask: tuple[Name, ...] = ()
    reading_of: Short | None = None
    precedents: tuple[Name, ...] = ()
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        if (self.breach is None) == (self.settled is None):
            raise ValueError("a rule has either `breach` (a condition) or `settled` (a verdict)")
        if self.settled in (Verdict.APPARENT_BREACH, Verdict.NOT_IN_FORCE):
            raise ValueError(f"`settled: {self.settled}` is not allowed: a breach needs conditions, dates stand in the instrument")
        if self.settled is Verdict.NOT_ENOUGH_KNOWN and not self.ask:
            raise ValueError("`settled: not_enough_known` needs `ask`: what one would need to know, as questions of the instrument")
        if (self.reading_of is not None) != (self.settled is Verdict.CONTESTED):
            raise ValueError("`settled: contested` and `reading_of` go together")

    def record(self) -> Rule:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__}
        return Rule(**plain | {
            "applies": self.applies.record() if self.applies else None,
            "breach": self.breach.record() if self.breach else None,
            "exceptions": tuple(each.record() for each in self.exceptions),
        })  # fmt: skip


class ExpectedShape(Shape, frozen=True):
    """A finding that a worked case should have."""

    clause: Short
    side: Short
    verdict: Verdict
    act: Short | None = None
    on_account_of: tuple[Short, ...] | None = None
    rule: Name | None = None


class FactsShape(Shape, frozen=True):
    """Codebook fields of one account (codebook 2), and ``country`` where the place lies."""

    date: Short | None = None
    not_after: Short | None = None
    time: Clock | None = None
    place: Short | None = None
    country: Short | None = None
    line: Short | None = None
    sector: Short | None = None
    actor: tuple[Short, ...] | None = None
    target: tuple[Short, ...] | None = None
    persons: tuple[int | None, int | None] | None = None
    rounds: tuple[int | None, int | None] | None = None
    vehicles: tuple[int | None, int | None] | None = None
    killed: tuple[int | None, int | None] | None = None
    wounded: tuple[int | None, int | None] | None = None
    captured: tuple[int | None, int | None] | None = None
    response: tuple[Short, ...] | None = None
    outcome: Short | None = None
    intent: Short | None = None
    status: Short | None = None
    sources: tuple[Short, ...] | None = None
    follow_up: tuple[dict[str, str | None], ...] | None = None


class CaseShape(Shape, frozen=True):
    """One entry of cases.yaml: ``facts`` are the first account, ``also`` what other accounts say differently."""

    name: Text
    type: Short
    facts: FactsShape
    expect: tuple[ExpectedShape, ...]
    why: Text
    also: tuple[FactsShape, ...] = ()
    answers: dict[Name, Annotated[str, msgspec.Meta(pattern="^(yes|no|unknown)$")]] = msgspec.field(default_factory=dict)
    measured: dict[Name, tuple[float | None, float | None]] = msgspec.field(default_factory=dict)
    reference: Text | None = None
