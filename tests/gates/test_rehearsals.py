"""Fifty exercises, their dispatches read as any dispatch is: links between documents and hidden totals keep the bounds of the benchmark."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "rehearsals.py"


def measured(*more: str) -> tuple[int, dict[str, Any]]:
    done = subprocess.run([sys.executable, str(SCRIPT), "--json", *more], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.mark.long
@pytest.mark.gates
def test_fifty_exercises_keep_every_bound() -> None:
    code, found = measured("--seeds", "50")
    assert found["exercises"] == 50
    assert found["estimated"] >= 40
    assert (code, found["broken"]) == (0, [])


@pytest.mark.slow
def test_a_broken_bound_is_named_and_fails() -> None:
    code, found = measured("--seeds", "1", "--days", "20")
    assert found["estimated"] == 0
    assert code == 1
    assert any("interval" in each for each in found["broken"])
