"""The only place that picks an engine."""

from truceline.engines.base import Engine
from truceline.engines.local import InProcess, Processes
from truceline.errors import ConfigError

MOST_WORKERS = 64


def choose_engine(name: str = "local", workers: int = 1) -> Engine:
    """The engine of that name. Raises ConfigError where the name or the number of workers is no good."""
    if name != "local":
        raise ConfigError(f"no engine is called {name!r} (known: local)")
    if not 1 <= workers <= MOST_WORKERS:
        raise ConfigError(f"--workers must be 1 to {MOST_WORKERS}, not {workers}")
    return InProcess() if workers == 1 else Processes(workers)
