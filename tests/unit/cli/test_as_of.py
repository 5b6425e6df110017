"""Every listing, dossier, brief and export tells what was public by a day, and what the ledger held at a moment."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.unit.cli.conftest import Run

from truceline.cli.main import app

CHANGES = {
    "accept", "reject", "correct", "merge", "split", "remark", "assign", "undo", "note", "ingest", "observe", "attach", "detach", "redact",
    "rebuild",
}  # fmt: skip
"""Commands that add to a ledger: what they add is of now."""

WHOLE = {
    "doctor": "tells what is installed",
    "verify": "checks all evidence, of whatever time",
    "redactions": "the tombstones themselves; each has its time",
    "custody": "the chain of hands of one file; each step has its time",
    "edition diff": "editions carry the day and moment that they were cut for",
    "edition list": "editions carry the day that they were cut for; --known-at alone",
}
"""Commands that show something else than incidents as of a time, and why."""


def commands(of: typer.Typer, before: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for each in of.registered_commands:
        assert each.callback
        yield before + (each.name or each.callback.__name__), frozenset(inspect.signature(each.callback).parameters)
    for group in of.registered_groups:
        if group.typer_instance:
            yield from commands(group.typer_instance, f"{before}{group.name} ")


def test_every_command_that_shows_a_ledger_takes_both() -> None:
    showing = {name: takes for name, takes in commands(app) if "ledger" in takes and name not in CHANGES and name not in WHOLE}
    assert len(showing) > 10
    assert {name for name, takes in showing.items() if not {"as_of", "known_at"} <= takes} == set()


def test_the_exceptions_are_commands() -> None:
    assert CHANGES | WHOLE.keys() <= {name for name, _ in commands(app)}


def incident_of_the_list(run: Run, *narrowed: str) -> list[str]:
    return [each["id"] for each in run("incidents", "--json", *narrowed).json]


@pytest.mark.parametrize("command", ["incidents", "counts", "brief", "export"])
def test_what_was_published_later_is_not_in_it(run: Run, tmp_path: Path, command: str) -> None:
    file = tmp_path / "later.txt"
    file.write_text(
        "SEOUL, July 3, 2031\n\nForty North Korean soldiers crossed the Military Demarcation Line near Paju on July 2, "
        "the Joint Chiefs of Staff said. It was the ninth crossing since the beginning of 2031.\n"
    )
    run("ingest", file)
    assert "2031" in run(command).out
    assert "2031" not in run(command, "--as-of", "2024-12-31").out


def test_what_came_in_later_was_not_known_then(run: Run, tmp_path: Path) -> None:
    known = incident_of_the_list(run)
    held: Any = run("edition", "cut", "now", "--json").json
    assert held["incidents"] == len(known)
    assert incident_of_the_list(run, "--known-at", "2020-01-01") == []
    assert run("edition", "list", "--known-at", "2020-01-01", "--json").json == []
    assert len(run("edition", "list", "--json").json) == 1
