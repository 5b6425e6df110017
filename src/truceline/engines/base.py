"""The port of the engines: how one pure function is spread over many items."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Shared = TypeVar("Shared")


class Engine(Protocol):
    """Spreads work. The function must be pure, defined at module level, and take frozen records."""

    def map(self, function: Callable[[Item, Shared], Result], items: Iterable[Item], *, shared: Shared) -> Iterator[Result]:
        """Results of ``function(item, shared)`` in the order of the items, taken lazily, never more than a few ahead.

        ``shared`` (the pack) reaches each worker once. Raises EngineError where a worker died.
        """
        ...

    def close(self) -> None:
        """Ends all workers. A closed engine is not used again."""
        ...
