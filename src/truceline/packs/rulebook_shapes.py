"""The shapes of an instrument's four YAML files; a misspelt key is refused, never ignored."""

from datetime import date
from typing import Annotated, Any

import msgspec

from truceline.model.finding import Verdict
from truceline.model.instrument import (
    Asymmetry,
    Bound,
    Charged,
    Clause,
    Condition,
    Instrument,
    Otherwise,
    PartyStatus,
    Period,
    Precedent,
    Rule,
    Side,
    Unclear,
    Undated,
    Words,
    Zone,
)

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Clock = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all shapes: unknown keys are errors."""


class PeriodShape(_Shape, frozen=True):
    """A stretch of days: ``from``, ``until`` (last day), ``at`` the hour on the first day."""

    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    at: Clock | None = None
    reference: Text | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"`until` ({self.end}) lies before `from` ({self.start})")

    def record(self) -> Period:
        """The model's record."""
        return Period(start=self.start, end=self.end, at=self.at, reference=self.reference)


class BoundShape(_Shape, frozen=True):
    """A bound party and who answers for it."""

    party: Short
    through: Short
    only_in_theatre: bool = False


class SideShape(_Shape, frozen=True):
    """One side of an instrument."""

    id: Name
    name: Text
    bound: tuple[BoundShape, ...]
    home: tuple[Short, ...] = ()


class StatusShape(_Shape, frozen=True):
    """What a party did to the instrument for a time."""

    party: Short
    status: Name
    binds: bool
    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    clauses: tuple[Short, ...] = ()
    note: Text | None = None
    reference: Text | None = None
    checked: bool = True


class ZoneShape(_Shape, frozen=True):
    """A zone, known by lines, sectors, gazetteer entries or place names."""

    id: Name
    name: Text
    names: tuple[Short, ...] = ()
    unless: tuple[Short, ...] = ()
    lines: tuple[Short, ...] = ()
    sectors: tuple[Short, ...] = ()
    gazetteer: tuple[Short, ...] = ()
    within: Name | None = None
    apart: tuple[Name, ...] = ()
    reference: Text | None = None


class PrecedentShape(_Shape, frozen=True):
    """How a competent body decided a like case."""

    id: Name
    date: Short
    text: Text
    finder: Short
    reference: Text | None = None
    checked: bool = True


class AsymmetryShape(_Shape, frozen=True):
    """Where the text treats the sides differently."""

    clauses: tuple[Short, ...]
    why: Text
    reference: Text


class InstrumentShape(_Shape, frozen=True):
    """instrument.yaml."""

    slug: Slug
    title: Text
    names: tuple[Text, ...]
    signed: date
    in_force: tuple[PeriodShape, ...]
    sides: tuple[SideShape, ...]
    theatre: tuple[Short, ...] = ()
    theatre_lines: tuple[Short, ...] = ()
    each_party_a_side: bool = False
    silent_before: bool = False
    undated: Undated = Undated.ASSUME
    outside: Text | None = None
    own_area: tuple[Short, ...] = ()
    statuses: tuple[StatusShape, ...] = ()
    zones: tuple[ZoneShape, ...] = ()
    questions: dict[Name, Text] = {}
    precedents: tuple[PrecedentShape, ...] = ()
    finders: tuple[Short, ...] = ()
    asymmetries: tuple[AsymmetryShape, ...] = ()
    reference: Text | None = None

    def record(self) -> Instrument:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__}
        return Instrument(**plain | {
            "in_force": tuple(each.record() for each in self.in_force),
            "sides": tuple(Side(id=each.id, name=each.name, home=each.home, bound=_many(Bound, each.bound)) for each in self.sides),
            "statuses": tuple(_status(each) for each in self.statuses),
            "zones": _many(Zone, self.zones),
            "precedents": _many(Precedent, self.precedents),
            "asymmetries": _many(Asymmetry, self.asymmetries),
        })  # fmt: skip


class ClauseShape(_Shape, frozen=True):
    """One entry of clauses.yaml."""

    id: Short
    text: Text
    words: Words
    reference: Text
    addressee: Text
    place: Text | None = None
    exceptions: tuple[Text, ...] = ()
    remedies: tuple[Text, ...] = ()
    quoted_for: tuple[Short, ...] = ()
    in_force: tuple[PeriodShape, ...] = ()
    checked: bool = False

    def record(self) -> Clause:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__}
        return Clause(**plain | {"in_force": tuple(each.record() for each in self.in_force)})


class CountShape(_Shape, frozen=True):
    """A bound on a number: ``what`` is a count field of the codebook; both ends belong to the interval."""

    what: Name
    at_least: int | None = None
    at_most: int | None = None


# A list of words where the test asks for one of several.
Several = Annotated[tuple[Short, ...], msgspec.Meta(min_length=1, max_length=60)]
LISTS = ("line", "sector", "actor_role", "target_role", "actor_party", "target_party", "response", "outcome", "follow_up", "status")
WORDS = ("zone", "area", "target", "asks", "theatre")


class ConditionShape(_Shape, frozen=True):
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
        if self.count and self.count.at_least is None and self.count.at_most is None:
            raise ValueError("`count` needs `at_least` or `at_most`")

    def record(self) -> Condition:
        """The model's record; ``none`` becomes not(any)."""
        for test, of in (("all", self.all), ("any", self.any), ("none", self.none)):
            if of is not None:
                return Condition(test=test, of=tuple(each.record() for each in of), ask=self.ask)
        if self.count:
            return Condition(test="count", what=self.count.what, low=self.count.at_least, high=self.count.at_most, ask=self.ask)
        if self.date:
            return Condition(test="date", period=self.date.record(), ask=self.ask)
        test = next(name for name in (*LISTS, *WORDS) if getattr(self, name) is not None)
        value = getattr(self, test)
        return Condition(test=test, values=value if isinstance(value, tuple) else (value,), ask=self.ask)


class RuleShape(_Shape, frozen=True):
    """One entry of rules.yaml."""

    id: Name
    clause: Short
    acts: Annotated[tuple[Short, ...], msgspec.Meta(min_length=1)]
    because: Text
    charges: Charged = Charged.ACTOR
    act: Short | None = None
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


class ExpectedShape(_Shape, frozen=True):
    """A finding that a worked case should have."""

    clause: Short
    side: Short
    verdict: Verdict
    act: Short | None = None
    on_account_of: tuple[Short, ...] | None = None


class FactsShape(_Shape, frozen=True):
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


class CaseShape(_Shape, frozen=True):
    """One entry of cases.yaml: ``facts`` are the first account, ``also`` what other accounts say differently."""

    name: Text
    type: Short
    facts: FactsShape
    expect: tuple[ExpectedShape, ...]
    why: Text
    also: tuple[FactsShape, ...] = ()
    answers: dict[Name, Annotated[str, msgspec.Meta(pattern="^(yes|no|unknown)$")]] = {}
    reference: Text | None = None


def _many(record: Any, shapes: tuple[_Shape, ...]) -> tuple[Any, ...]:
    return tuple(record(**{name: getattr(each, name) for name in each.__struct_fields__}) for each in shapes)


def _status(shape: StatusShape) -> PartyStatus:
    return PartyStatus(
        party=shape.party, status=shape.status, binds=shape.binds, period=Period(start=shape.start, end=shape.end),
        clauses=shape.clauses, note=shape.note, reference=shape.reference, checked=shape.checked,
    )  # fmt: skip
