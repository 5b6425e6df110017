"""The four real articles, coded by the command and scored by the scorer that lies beside them (skipped where they do not)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.roads.road import GOLD_SEEDS, SEEDS, SHARED, coded, rows

pytestmark = pytest.mark.skipif(not GOLD_SEEDS.exists(), reason="the four articles are not beside this checkout")


ROUNDING = 1e-9  # four fifths are a hair less in binary


@pytest.fixture(scope="module")
def read() -> list[dict[str, Any]]:
    return coded(SEEDS)


@pytest.fixture(scope="module")
def figures(read: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    out = tmp_path_factory.mktemp("score") / "read.jsonl"
    out.write_text("".join(json.dumps(row) + "\n" for row in read), encoding="utf-8")
    return score(out)


def score(out: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(SHARED / "score.py"), str(GOLD_SEEDS), str(SEEDS), str(out), "--json"]
    found: dict[str, dict[str, float]] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def test_all_four_articles_are_seen_as_relevant(figures: dict[str, dict[str, float]]) -> None:
    assert figures["relevant document"]["recall"] == 1.0


def test_reports_are_found(figures: dict[str, dict[str, float]]) -> None:
    assert figures["report"]["f1"] >= 0.75 - ROUNDING


def test_main_reports_are_found(figures: dict[str, dict[str, float]]) -> None:
    assert figures["main report"]["f1"] >= 0.80 - ROUNDING


def test_every_quote_is_verbatim(figures: dict[str, dict[str, float]]) -> None:
    assert figures["quotes found verbatim"]["precision"] == 1.0


def test_numbers_of_all_three_count_claims_are_read(read: list[dict[str, Any]]) -> None:
    def numbers(coded_rows: list[dict[str, Any]]) -> set[tuple[str, str, int | None, int | None]]:
        return {(row["id"], each["type"], each.get("ordinal"), each.get("count")) for row in coded_rows for each in row["count_claims"]}

    assert numbers(rows(GOLD_SEEDS)) <= numbers(read)
