"""The pages of the rulebooks are made from the rulebooks, and say what they say."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from truceline.model.finding import Verdict
from truceline.model.instrument import Form
from truceline.packs.pack import load_pack
from truceline.packs.rule_shapes import ConditionShape
from truceline.views.rulebook_page import page

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "rulebooks"
LANGUAGE = (FOLDER / "language.md").read_text(encoding="utf-8")
BOOKS = load_pack().rulebooks


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_rulebook_pages", ROOT / "scripts" / "make_rulebook_pages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "text"), script().pages().items(), ids=script().pages())
def test_each_page_is_what_the_script_writes(name: str, text: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == text, "run python scripts/make_rulebook_pages.py"


def test_no_page_stands_for_an_instrument_that_is_gone() -> None:
    assert {each.name for each in FOLDER.glob("*.md")} == {*script().pages(), "language.md", "add-one.md"}


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.instrument.slug)
def test_a_page_names_every_clause_rule_question_used_and_case(book: object) -> None:
    (found,) = (each for each in BOOKS if each is book)
    text = page(found)
    for clause in found.clauses:
        assert f"### {clause.id}\n" in text
        assert clause.checked or "not checked against a source" in text
    assert all(f"**{rule.id}**" in text for rule in found.rules)
    assert all(" ".join(case.name.split()) in text for case in found.cases)


def test_the_page_on_the_language_names_every_test_verdict_and_shape() -> None:
    tests = {name for name in ConditionShape.__struct_fields__ if name != "ask"}
    assert {each for each in tests if f"`{each}`" not in LANGUAGE} == set()
    assert all(f"`{each}`" in LANGUAGE for each in Verdict)
    assert LANGUAGE.split("## Shapes of rules")[1].split("## ")[0].count("\n| ") == 17  # sixteen and the head
    assert len(Form) >= 14
