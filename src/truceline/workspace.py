"""The only place where parts are joined: pack, ledger and engine from one record of settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from truceline.engines.base import Engine
from truceline.engines.choose import choose_engine
from truceline.ledger.base import Ledger
from truceline.ledger.open import open_ledger
from truceline.packs.pack import Pack, load_pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be set. ``packs`` are folders laid over the built-in pack, the last on top."""

    ledger: str = "truceline.db"
    packs: tuple[Path, ...] = ()
    engine: str = "local"
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The parts of one run, ready for use."""

    settings: Settings
    pack: Pack
    ledger: Ledger
    engine: Engine


@contextmanager
def open_workspace(settings: Settings, *, create: bool = False) -> Iterator[Workspace]:
    """Pack, ledger and engine by these settings, closed again at the end.

    ``create`` makes a new ledger where there is none. Raises PackError, LedgerError or ConfigError.
    """
    pack = load_pack(settings.packs)
    engine = choose_engine(settings.engine, settings.workers)
    try:
        ledger = open_ledger(settings.ledger, create=create)
        try:
            yield Workspace(settings=settings, pack=pack, ledger=ledger, engine=engine)
        finally:
            ledger.close()
    finally:
        engine.close()
