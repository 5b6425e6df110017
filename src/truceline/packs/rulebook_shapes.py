"""The shapes of instrument.yaml and clauses.yaml; a misspelt key is refused, never ignored."""

from datetime import date
from typing import Any, Literal

import msgspec

from truceline.model.duties import SelfDefence
from truceline.model.instrument import (
    Asymmetry,
    Bound,
    Clause,
    Instrument,
    PartyStatus,
    Period,
    Precedent,
    Side,
    Undated,
    Words,
    Zone,
)
from truceline.packs.duty_shapes import BodyShape, CaseTermShape, LineVersionShape, ProcedureShape, SigningShape, TimerShape
from truceline.packs.shape import Clock, Name, Shape, Short, Slug, Text

AROUND = ("bodies", "lines", "timers", "case_terms", "procedures")
"""What surrounds the clauses, each a list of records of its own (``duty_shapes.py``)."""


class PeriodShape(Shape, frozen=True):
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


class BoundShape(Shape, frozen=True):
    """A bound party and who answers for it."""

    party: Short
    through: Short
    only_in_theatre: bool = False
    host: Short | None = None


class SideShape(Shape, frozen=True):
    """One side of an instrument."""

    id: Name
    name: Text
    bound: tuple[BoundShape, ...]
    home: tuple[Short, ...] = ()


class StatusShape(Shape, frozen=True):
    """What a party did to the instrument for a time; ``binds: disputed`` names in ``held_by`` who holds that it binds."""

    party: Short
    status: Name
    binds: bool | Literal["disputed"]
    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    clauses: tuple[Short, ...] = ()
    held_by: tuple[Short, ...] = ()
    note: Text | None = None
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        if (self.binds == "disputed") != bool(self.held_by):
            raise ValueError("`binds: disputed` and `held_by` (those who hold that it binds) go together")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"`until` ({self.end}) lies before `from` ({self.start})")


class ZoneShape(Shape, frozen=True):
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


class PrecedentShape(Shape, frozen=True):
    """How a competent body decided a like case."""

    id: Name
    date: Short
    text: Text
    finder: Short
    reference: Text | None = None
    checked: bool = True


class AsymmetryShape(Shape, frozen=True):
    """Where the text treats the sides differently."""

    clauses: tuple[Short, ...]
    why: Text
    reference: Text


class InstrumentShape(Shape, frozen=True):
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
    questions: dict[Name, Text] = msgspec.field(default_factory=dict)
    precedents: tuple[PrecedentShape, ...] = ()
    measures: dict[Name, Text] = msgspec.field(default_factory=dict)
    bodies: tuple[BodyShape, ...] = ()
    lines: tuple[LineVersionShape, ...] = ()
    timers: tuple[TimerShape, ...] = ()
    case_terms: tuple[CaseTermShape, ...] = ()
    procedures: tuple[ProcedureShape, ...] = ()
    self_defence: SelfDefence | None = None
    signing: SigningShape | None = None
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
            "signing": self.signing.record() if self.signing else None,
            **{name: tuple(each.record() for each in getattr(self, name)) for name in AROUND},
        })  # fmt: skip


class ClauseShape(Shape, frozen=True):
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


def _many(record: Any, shapes: tuple[Shape, ...]) -> tuple[Any, ...]:
    return tuple(record(**{name: getattr(each, name) for name in each.__struct_fields__}) for each in shapes)


def _status(shape: StatusShape) -> PartyStatus:
    plain = {name: getattr(shape, name) for name in shape.__struct_fields__ if name not in ("start", "end")}
    binds = None if shape.binds == "disputed" else shape.binds
    return PartyStatus(**plain | {"binds": binds, "period": Period(start=shape.start, end=shape.end)})
