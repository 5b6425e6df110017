"""The journal of one extraction: which act became what, kept only where somebody asks (``truceline explain``)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.reports.drafted import Draft
from truceline.reports.patterns import Act

Key = tuple[int, int]
"""An act by the number of its sentence and of its trigger word."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """Why an act became no draft. ``done``: the act is told as done, and something else is missing."""

    why: str
    done: bool = False


@dataclass(slots=True)
class Journal:
    """What stages tell of their decisions; drafts are known by what they are, not by what they say, since they change."""

    acts: dict[Key, Act] = field(default_factory=dict)
    refused: dict[Key, LetGo] = field(default_factory=dict)
    made: dict[Key, Draft] = field(default_factory=dict)
    into: dict[int, tuple[Draft, str]] = field(default_factory=dict)
    gone: dict[int, str] = field(default_factory=dict)
    proposals: list[Draft] = field(default_factory=list)
    kept: list[Draft] = field(default_factory=list)

    def act(self, act: Act, made: Draft | LetGo) -> None:
        """A pattern fitted; a draft was made of it, or it was let go."""
        key = (act.index, act.trigger)
        self.acts[key] = act
        if isinstance(made, LetGo):
            self.refused[key] = made
        else:
            self.made[key] = made

    def joined(self, draft: Draft, into: Draft, why: str) -> None:
        """A draft became part of another."""
        self.into[id(draft)] = (into, why)

    def dropped(self, before: Sequence[Draft], after: Sequence[Draft], why: str) -> None:
        """Those of ``before`` that are not in ``after`` were let go for this reason."""
        left = {id(each) for each in after}
        self.gone |= {id(each): why for each in before if id(each) not in left}
