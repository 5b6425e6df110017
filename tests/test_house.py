"""The house keeps its own rules: short files, honest locks, pinned models, and all data in the wheel."""

import hashlib
import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "truceline"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(written: str) -> set[tuple[str, str]]:
    return {(name.lower().replace("_", "-").replace(".", "-"), version) for name, version in PIN.findall(written)}


def test_no_source_file_passes_400_lines() -> None:
    long = {str(path.relative_to(ROOT)): n for path in SOURCES if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def test_data_holds_no_code() -> None:
    assert not list((PACKAGE / "data").rglob("*.py"))


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_is_requirements_with_hashes_and_names_no_index_option_or_path(lock: str) -> None:
    written = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^--?\w|^#|file:", written, re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", written.strip())
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])])
def test_lock_holds_the_versions_that_the_project_asks_for(lock: str, extras: list[str]) -> None:
    asked = [
        *PROJECT["project"]["dependencies"],
        *(each for extra in extras for each in PROJECT["project"]["optional-dependencies"][extra]),
    ]
    assert pins("\n".join(asked)) <= pins((ROOT / lock).read_text(encoding="utf-8"))
    assert all("==" in each for each in asked)


def test_both_locks_agree() -> None:
    runtime, development = (pins((ROOT / lock).read_text(encoding="utf-8")) for lock in LOCKS)
    assert runtime <= development


def test_installed_models_are_the_pinned_ones_file_by_file() -> None:
    for model in yaml.safe_load((PACKAGE / "data" / "models.yaml").read_text(encoding="utf-8"))["models"]:
        spec = importlib.util.find_spec(model["package"])
        assert spec and spec.origin
        folder = Path(spec.origin).parent
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in model["files"]}
        assert found == model["files"]
        assert any(name.endswith("parser/model") for name in found)


@pytest.mark.slow
def test_wheel_carries_all_data_the_licence_and_the_types_marker(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("truceline-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {f"truceline/{path.relative_to(PACKAGE).as_posix()}" for path in (PACKAGE / "data").rglob("*") if path.is_file()}
    assert data <= names
    assert "truceline/py.typed" in names
    assert {name.rsplit("/", 1)[1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith("tests") or name.endswith((".db", ".pyc"))]
