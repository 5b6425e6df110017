"""A clock that stands still until a test sets it."""

from datetime import datetime

from tests.fakes.records import NOON


class Clock:
    """Stands at noon until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now
