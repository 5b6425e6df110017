"""What is kept, brought up to date before it is looked at, where the ledger can keep anything and may be written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from truceline.derivation.update import is_current, step
from truceline.derivation.workbench import Rules
from truceline.errors import LedgerError
from truceline.ledger.base import Ledger
from truceline.ledger.keeping import KeepsDerived, Kept
from truceline.ledger.news import Evidence, Told
from truceline.model.ids import DocumentId

T = TypeVar("T")
TRIES = 3
"""A writer may come between bringing up to date and looking: then it is done once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """By which code and rules a ledger is derived; ``read_by`` is the version whose readings count."""

    read_by: str
    version: str
    rules: Rules


def catch_up(ledger: Ledger, by: By) -> bool:
    """Derives what came since the last time, step by step; False where this ledger keeps nothing, or cannot be written."""
    if not isinstance(ledger, KeepsDerived):
        return False
    with ledger.kept(by.read_by, change=False) as (kept, evidence):
        if is_current(kept, evidence, by.version):
            return True
    at_hand: dict[DocumentId, Told] = {}
    more = True
    try:
        while more:
            with ledger.kept(by.read_by, change=True) as (kept, evidence):
                more = step(kept, evidence, by.version, by.rules, at_hand)
    except LedgerError:
        return False  # read-only, full or busy: whoever looks derives for itself
    return True


def look(ledger: Ledger, by: By, at: Callable[[Kept, Evidence], T]) -> T | None:
    """What ``at`` sees of what is kept, when that is up to date; None where it cannot be."""
    for _ in range(TRIES):
        if not catch_up(ledger, by):
            return None
        assert isinstance(ledger, KeepsDerived)
        with ledger.kept(by.read_by, change=False) as (kept, evidence):
            if is_current(kept, evidence, by.version):
                return at(kept, evidence)
    return None


def throw_away(ledger: Ledger, by: By) -> bool:
    """Removes all that is kept, so that the next look derives from nothing; False where this ledger keeps nothing, or cannot be written."""
    if not isinstance(ledger, KeepsDerived):
        return False
    try:
        with ledger.kept(by.read_by, change=True) as (kept, _):
            kept.throw_away()
    except LedgerError:
        return False
    return True
