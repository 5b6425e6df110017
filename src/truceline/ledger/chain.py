"""The audit chain: every transaction that adds rows adds one link, which holds the hashes of its rows and of the link before.

Whoever has noted one link's hash can tell later that no row up to it was changed, added or lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from truceline.ledger import tables
from truceline.ledger.codec import written

NOT_HASHED = ("seq", "link")
"""Columns that tell where a row stands, not what it says."""

START = "0" * 64
"""What the first link has for a hash before it."""

Told = dict[str, tuple[int, str]]
"""What a link says: for each table, how many rows were added, and the hash over their sorted hashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of the chain, as it stands in the table ``audit``."""

    seq: int
    at: str
    told: str
    previous: str

    @property
    def sha256(self) -> str:
        """The link's own hash, over its number, time, rows and the link before."""
        return sha256(f"{self.seq}\n{self.at}\n{self.told}\n{self.previous}".encode()).hexdigest()


def row_hash(table: Table, values: Mapping[str, Any] | RowMapping) -> str:
    """SHA-256 over what a row says: its table, then each column by name; bytes count by their own hash."""
    said = {str(name): _plain(value) for name, value in values.items() if name not in NOT_HASHED}
    return sha256(written([str(table.name), said]).encode("utf-8")).hexdigest()


def together(hashes: Iterable[str]) -> tuple[int, str]:
    """How many rows, and one hash over theirs, sorted: the order in which they were added does not count."""
    ordered = sorted(hashes)
    return len(ordered), sha256("".join(ordered).encode("ascii")).hexdigest()


def last(db: Connection) -> Link | None:
    """The newest link, or None where there is none yet."""
    row = db.execute(select(tables.audit).order_by(tables.audit.c.seq.desc()).limit(1)).first()
    return None if row is None else Link(seq=row.seq, at=row.at, told=row.told, previous=row.previous)


def add_link(db: Connection, seq: int, at: str, added: Mapping[str, Iterable[str]]) -> None:
    """Writes the link ``seq`` for the hashes of rows added, by table."""
    before = last(db)
    told: Told = {name: together(hashes) for name, hashes in sorted(added.items())}
    link = Link(seq=seq, at=at, told=written(told), previous=before.sha256 if before else START)
    db.execute(tables.audit.insert().values(seq=seq, at=at, told=link.told, previous=link.previous, sha256=link.sha256))


def _plain(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return sha256(value).hexdigest()
    return value
