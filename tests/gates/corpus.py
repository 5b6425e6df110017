"""The coded documents that the gates run on: the project's own, always, and a corpus beside the checkout, where there is one."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from truceline.packs.strict_yaml import parse

OWN = Path(__file__).parents[1] / "corpus"
BESIDE = Path(__file__).parents[3] / "shared" / "corpus"
"""Texts of publishers: for measuring only, and no part of the project."""
SETS_BESIDE = ("dev", "train")
_ONE = ("date", "time", "place", "line", "sector", "persons", "rounds", "vehicles", "killed", "wounded", "captured", "outcome", "intent")
_SOME = ("actor", "target", "approx", "response", "sources", "via", "follow_up")
EMPTY: dict[str, Any] = dict.fromkeys(_ONE) | {name: [] for name in _SOME}
LEFT_OUT = {"prominence": "main", "status": "asserted"}


@dataclass(frozen=True)
class Coded:
    """Documents with their gold, both by id. ``digest`` is of the bytes they were read from."""

    name: str
    documents: dict[str, dict[str, Any]]
    gold: dict[str, dict[str, Any]]
    digest: str

    def only(self, name: str, ids: Iterable[str]) -> "Coded":
        """A part of it."""
        kept = set(ids)
        return Coded(
            name=name, documents={i: d for i, d in self.documents.items() if i in kept},
            gold={i: g for i, g in self.gold.items() if i in kept}, digest=self.digest,
        )  # fmt: skip


@cache
def own() -> Coded:
    """The project's own documents; gold with every field of the codebook."""
    files = sorted(OWN.glob("*.yaml"))
    entries = [entry for file in files for entry in parse(file.read_text(encoding="utf-8"), file.name)]
    documents = {e["id"]: {name: e.get(name) for name in ("id", "published", "title", "text")} for e in entries}
    gold = {
        e["id"]: {"id": e["id"], "reports": [EMPTY | LEFT_OUT | each for each in e["reports"]], "count_claims": e.get("count_claims", [])}
        for e in entries
    }
    return Coded(name="own", documents=documents, gold=gold, digest=_digest(files))


@cache
def beside(name: str) -> Coded:
    """One set of the corpus beside the checkout."""
    files = [BESIDE / f"docs-{name}.jsonl", BESIDE / f"gold-{name}.jsonl"]
    documents, gold = ({row["id"]: row for row in _rows(file)} for file in files)
    return Coded(name=name, documents=documents, gold=gold, digest=_digest(files))


def all_beside() -> Coded:
    """Its sets together."""
    sets = [beside(name) for name in SETS_BESIDE]
    return Coded(
        name="all",
        documents={i: d for each in sets for i, d in each.documents.items()},
        gold={i: g for each in sets for i, g in each.gold.items()},
        digest=hashlib.sha256("".join(each.digest for each in sets).encode()).hexdigest(),
    )


def is_beside() -> bool:
    """Whether there is a corpus beside this checkout."""
    return all((BESIDE / f"gold-{name}.jsonl").exists() for name in SETS_BESIDE)


def kind(ident: str) -> str:
    """Institute entries, agency statements, or whole articles and releases, by the head of the id."""
    head = ident.partition("-")[0]
    return head if head in ("csis", "kcna") else "news"


def half(ident: str) -> str:
    """The half a document belongs to: even is developed on, odd tells whether that was learning or memorising."""
    return "even" if int(hashlib.sha1(ident.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0 else "odd"


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
