"""The README's first screen shows what the software really gives."""

import re

import pytest

from tests.readme_rows import README, cells, column
from tests.roads.road import view_of
from truceline.packs.pack import load_pack


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return column(view_of(), load_pack().ontology)


def test_table_shows_real_output(made: dict[str, str]) -> None:
    assert cells(README.read_text(encoding="utf-8")) == made, "after a wanted change: python -m tests.readme_rows"


def test_table_has_the_four_events_and_none_is_empty(made: dict[str, str]) -> None:
    assert set(made) == {"jsa-2017", "june-18", "june-20", "kursk-2024"}
    assert all(made.values())


def test_first_screen_is_a_sentence_a_table_and_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    heading, sentence, table, block = re.split(r"\n\n+", text)[:4]
    assert heading == "# Truceline"
    assert sentence.count(".") == 1
    assert table.count("\n") == 5
    assert [line.split("#")[0].strip() for line in block.strip("`sh\n").splitlines()] == ["make demo", "make test"]


def test_make_has_the_commands_shown() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    shown = set(re.findall(r"^make (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert shown
    assert all(re.search(rf"^{each}:", makefile, re.MULTILINE) for each in shown)
