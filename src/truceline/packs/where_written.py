"""Where each pattern stands in the pack's file, so that who mends a pack finds the line."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One entry of a YAML list: its line (from 1) and its words as they stand there."""

    line: int
    words: str


@lru_cache(maxsize=4)
def patterns_written(folder: Path) -> tuple[Written, ...]:
    """The patterns of ``folder/triggers.yaml`` in their order. The file was checked when the lexicon was loaded."""
    text = (folder / "triggers.yaml").read_text(encoding="utf-8")
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return ()
    entries = next(value.value for key, value in root.value if key.value == "patterns")
    return tuple(
        Written(line=node.start_mark.line + 1, words=" ".join(text[node.start_mark.index : node.end_mark.index].split()))
        for node in entries
    )
