"""The shapes of what surrounds the clauses in instrument.yaml: bodies, line versions, timers, procedures, who signed."""

import re
from datetime import date
from typing import Annotated

import msgspec

from truceline.model.case_file import State
from truceline.model.duties import Body, CaseTerm, LineVersion, Procedure, SelfDefence, Signing, Step, Task, Timer
from truceline.packs.shape import Name, Shape, Short, Text

LENGTH = re.compile(r"^P([1-9][0-9]{0,4})D$")
TERM = re.compile(r"^(?:P([1-9][0-9]{0,3})D|PT([1-9][0-9]{0,3})H)$")


def _in_order(start: date | None, end: date | None) -> None:
    if start and end and end < start:
        raise ValueError(f"`until` ({end}) lies before `from` ({start})")


class BodyShape(Shape, frozen=True):
    """A body that watches, finds or settles."""

    id: Name
    name: Text
    tasks: Annotated[tuple[Task, ...], msgspec.Meta(min_length=1)]
    codes: tuple[Short, ...] = ()
    of_side: Name | None = None
    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    successor: Name | None = None
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        _in_order(self.start, self.end)

    def record(self) -> Body:
        """The model's record."""
        return Body(**{name: getattr(self, name) for name in self.__struct_fields__})


class LineVersionShape(Shape, frozen=True):
    """One version of a boundary."""

    id: Name
    line: Short
    name: Text
    whose: tuple[Short, ...] = ()
    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    error_m: Annotated[int, msgspec.Meta(ge=0)] | None = None
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        _in_order(self.start, self.end)

    def record(self) -> LineVersion:
        """The model's record."""
        return LineVersion(**{name: getattr(self, name) for name in self.__struct_fields__})


class TimerShape(Shape, frozen=True):
    """A deadline: ``within`` whole days (P60D) from a day."""

    id: Name
    name: Text
    start: date = msgspec.field(name="from")
    within: Short
    extended: date | None = msgspec.field(default=None, name="extended_to")
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        found = LENGTH.match(self.within)
        if not found or self.start.toordinal() + int(found.group(1)) > date.max.toordinal():
            raise ValueError(f"`within` is a number of days written as P60D, not {self.within!r}")
        if self.extended and self.extended < self.start:
            raise ValueError(f"`extended_to` ({self.extended}) lies before `from` ({self.start})")

    def record(self) -> Timer:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__}
        return Timer(**plain | {"within": int(self.within[1:-1])})


class CaseTermShape(Shape, frozen=True):
    """A step due after another in a case: ``within`` P7D or PT24H, left out where the text gives no number."""

    id: Name
    name: Text
    after: State
    then: State
    within: Short | None = None
    acts: tuple[Short, ...] = ()
    body: Name | None = None
    clause: Short | None = None
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        if self.within is not None and not TERM.match(self.within):
            raise ValueError(
                f"`within` is a number of days or hours written as P7D or PT24H, not {self.within!r}; leave it out where none is set"
            )
        if self.after is self.then:
            raise ValueError(f"`after` and `then` are both {self.after.value!r}")

    def record(self) -> CaseTerm:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__ if name != "within"}
        found = TERM.match(self.within) if self.within else None
        hours = (int(found[1]) * 24 if found[1] else int(found[2])) if found else None
        return CaseTerm(**plain | {"after": self.after.value, "then": self.then.value, "within_hours": hours})


class StepShape(Shape, frozen=True):
    """One step of a procedure."""

    response: Short
    times: Annotated[int, msgspec.Meta(ge=1, le=10)] = 1
    name: Text | None = None


class ProcedureShape(Shape, frozen=True):
    """The steps due before force, in order."""

    id: Name
    name: Text
    acts: Annotated[tuple[Short, ...], msgspec.Meta(min_length=1)]
    steps: Annotated[tuple[StepShape, ...], msgspec.Meta(min_length=2, max_length=12)]
    parties: tuple[Short, ...] = ()
    clause: Short | None = None
    start: date | None = msgspec.field(default=None, name="from")
    end: date | None = msgspec.field(default=None, name="until")
    reference: Text | None = None
    checked: bool = True

    def __post_init__(self) -> None:
        _in_order(self.start, self.end)

    def record(self) -> Procedure:
        """The model's record."""
        plain = {name: getattr(self, name) for name in self.__struct_fields__}
        steps = tuple(Step(response=each.response, times=each.times, name=each.name) for each in self.steps)
        return Procedure(**plain | {"steps": steps})


class SigningShape(Shape, frozen=True):
    """Who put a name to the text."""

    signed_by: tuple[Short, ...] = ()
    not_by: tuple[Short, ...] = ()
    years: tuple[int, ...] = ()
    reference: Text | None = None
    checked: bool = True

    def record(self) -> Signing:
        """The model's record."""
        return Signing(**{name: getattr(self, name) for name in self.__struct_fields__})


__all__ = ["BodyShape", "CaseTermShape", "LineVersionShape", "ProcedureShape", "SelfDefence", "SigningShape", "TimerShape"]
