"""Worked cases of a rulebook: facts by account, and the findings that a lawyer expects of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.model.finding import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of a worked case: codebook fields with their values as JSON, and who says so."""

    fields: dict[str, str]
    claimants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A finding that a lawyer expects of a worked case; ``rule`` the rule that should have spoken."""

    clause: str
    side: str
    verdict: Verdict
    act: str | None = None
    on_account_of: tuple[str, ...] | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A worked incident with all findings it should have, and why; read by lawyers, run by tests.

    ``answers`` and ``measured`` are what a person answered to the instrument's questions and numbers.
    """

    name: str
    kind: str
    accounts: tuple[Account, ...]
    expect: tuple[Expected, ...]
    why: str
    answers: dict[str, str]
    measured: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    reference: str | None = None
