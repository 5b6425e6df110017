"""Files of objects, one a line."""

import gzip
import json
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file, plain or .gz; ids as text."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [each | {"id": str(each["id"])} for each in map(json.loads, filter(str.strip, lines))]
