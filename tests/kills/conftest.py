"""A nursery of writers that may be killed, and places for their ledgers, on both databases."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from tests.fakes.servers import new_database

ROOT = Path(__file__).parents[2]
__all__ = ["new_database"]


@dataclass(slots=True)
class Nursery:
    """Bears writers, one after another or several at once."""

    process: "subprocess.Popen[str]"
    folder: Path

    def bear(self, *writers: tuple[str, int, int, int]) -> list[int]:
        """Process ids of writers: ledger, seed, part and of how many parts."""
        lines = []
        for number, (url, *numbers) in enumerate(writers):
            self.flag(number).write_bytes(b"\0")
            lines.append(" ".join([url, str(self.flag(number)), *map(str, numbers)]))
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(";".join(lines) + "\n")
        self.process.stdin.flush()
        return [int(each) for each in self.process.stdout.readline().split()]

    def ended(self) -> list[int]:
        """How the writers ended: 0, or minus the signal that killed them."""
        assert self.process.stdout
        return [int(each) for each in self.process.stdout.readline().split()]

    def flag(self, number: int = 0) -> Path:
        """Tells whether a writer stands, or stood when it was killed, inside an open transaction."""
        return self.folder / f"flag-{number}"


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    folder = tmp_path_factory.mktemp("nursery")
    command = [sys.executable, "-m", "tests.kills.nursery", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield Nursery(process, folder)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) == 0


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Addresses of ledgers that are not there yet."""
    if request.param == "postgres":
        made: Callable[[], str] = request.getfixturevalue("new_database")
        return made
    numbers = count()
    return lambda: str(tmp_path / f"ledger-{next(numbers)}.db")
