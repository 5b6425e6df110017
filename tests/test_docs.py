"""The docs say what is: every command has its place, every shown command runs, every link leads somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from truceline.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
TEST = re.compile(r"`((?:tests|src)/[\w/.-]+\.(?:py|yaml))(?:::(\w+))?`")


def names(of: typer.Typer) -> list[str]:
    return [each.name or each.callback.__name__ for each in of.registered_commands if each.callback]


def commands() -> list[str]:
    """Every command as it is typed, those of groups with their group."""
    groups = {str(each.name): names(each.typer_instance) for each in app.registered_groups if each.typer_instance}
    return sorted([*names(app), *(f"{group} {name}" for group, some in groups.items() for name in some)])


@pytest.mark.parametrize("command", commands())
def test_each_command_is_documented_and_has_help(command: str) -> None:
    assert f"truceline {command}" in (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
    assert isinstance(app, typer.Typer)
    done = CliRunner().invoke(app, [*command.split(), "--help"])
    assert done.exit_code == 0, done.output
    assert "Usage" in done.output


def test_each_command_of_the_docs_exists() -> None:
    told = {word for page in PAGES for word in re.findall(r"^truceline (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE)}
    assert told <= {each.split()[0] for each in commands()}


@pytest.mark.slow
def test_commands_of_the_tutorial_run_one_after_another(tmp_path: Path) -> None:
    script = "set -euo pipefail\n" + "\n".join(BLOCK.findall((ROOT / "docs/tutorial.md").read_text(encoding="utf-8")))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert (tmp_path / "demo/brief.html").exists()
    assert (tmp_path / "brief.html").exists()
    assert "ground_crossing" in (tmp_path / "incidents.csv").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", sorted((ROOT / "docs/how-to").glob("*.md")), ids=lambda each: each.stem)
def test_commands_of_a_how_to_run_one_after_another(page: Path, tmp_path: Path) -> None:
    script = "set -euo pipefail\n" + "\n".join(BLOCK.findall(page.read_text(encoding="utf-8")))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.mark.parametrize("page", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    targets = [each.partition("#")[0] for each in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in each]
    lost = [each for each in targets if each and not (page.parent / each).exists()]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_tests_that_the_docs_name_exist(page: Path) -> None:
    for name, function in TEST.findall(page.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name
        if function:
            assert f"def {function}(" in (ROOT / name).read_text(encoding="utf-8"), f"{name}::{function}"


def test_each_row_from_the_articles_names_a_test_or_says_not_yet() -> None:
    text = (ROOT / "docs/from-the-articles.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \|(.*)\|$", text, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 41))
    for number, row in rows:
        assert TEST.search(row) or "*not yet*" in row, f"row {number}"


def test_each_rule_of_responsible_use_names_a_test_or_says_not_yet() -> None:
    text = (ROOT / "docs/responsible-use.md").read_text(encoding="utf-8")
    rules = re.split(r"^## R(\d+)", text, flags=re.MULTILINE)[1:]
    assert [int(each) for each in rules[::2]] == list(range(1, 11))
    for number, body in zip(rules[::2], rules[1::2]):
        assert TEST.search(body) or "*Not yet" in body, f"R{number}"
