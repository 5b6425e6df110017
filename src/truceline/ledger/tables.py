"""The tables of a ledger, in SQL that SQLite and PostgreSQL both accept.

All but ``schema_version`` and ``derived`` are evidence: rows are added and never changed, and ``audit`` chains them by their
hashes, so that a changed or missing row shows (``chain``, ``verify``). The one way out is a redaction, which leaves its
tombstone. Times are UTC as ISO text, so that both databases sort and show them alike. ``form`` tells apart pages that print one
text differently (``codec.form_of``).
"""

from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, UniqueConstraint
from sqlalchemy import Text as SqlText
from sqlalchemy.types import TypeDecorator, TypeEngine

SCHEMA = 3
"""Number of this layout. A ledger with a larger one is refused; one with a smaller one is brought forward (``migrations``)."""


class Text(TypeDecorator[str]):
    """Any text, sorted by code points. PostgreSQL keeps no NUL: there it is written as ESC 0, and ESC itself as ESC e."""

    impl = SqlText
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Plain text; on PostgreSQL with the collation that sorts as SQLite and Python do."""
        return dialect.type_descriptor(SqlText(collation="C") if dialect.name == "postgresql" else SqlText())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """As the database can keep it."""
        if value is None or dialect.name != "postgresql" or ("\0" not in value and "\x1b" not in value):
            return value
        return value.replace("\x1b", "\x1be").replace("\0", "\x1b0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """As it was given."""
        if value is None or dialect.name != "postgresql" or "\x1b" not in value:
            return value
        return value.replace("\x1b0", "\0").replace("\x1be", "\x1b")


metadata = MetaData()


def _link() -> Column[int]:
    """The link of the audit chain that a row was added under; 0 for what was there before there was a chain."""
    return Column("link", Integer, nullable=False, server_default="0")


schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("zlib", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

fetches = Table(
    "fetches",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("capture_id", Text, ForeignKey("captures.id"), nullable=False),
    Column("address", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("captured_at", Text, nullable=False),
    UniqueConstraint("capture_id", "address", "part", "captured_at"),
    _link(),
)

documents = Table(
    "documents",
    metadata,
    Column("form", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("published", Text, index=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

printings = Table(
    "printings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("form", Text, ForeignKey("documents.form"), nullable=False),
    Column("capture_id", Text, ForeignKey("captures.id"), nullable=False),
    Column("part", Integer, nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("form", "capture_id", "part", "name"),
    _link(),
)

extractions = Table(
    "extractions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("form", Text, ForeignKey("documents.form"), nullable=False),
    Column("read_by", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("form", "read_by"),
    _link(),
)


def _read(name: str, *columns: Column[str]) -> Table:
    """A table of what was read from a document: one row a record, in the order of the document."""
    return Table(
        name,
        metadata,
        Column("form", Text, ForeignKey("documents.form"), primary_key=True),
        Column("read_by", Text, primary_key=True),
        Column("place", Integer, primary_key=True),
        *columns,
        Column("body", Text, nullable=False),
        _link(),
    )


reports = _read("reports", Column("id", Text, nullable=False), Column("kind", Text, nullable=False))
count_claims = _read("count_claims", Column("id", Text, nullable=False), Column("kind", Text, nullable=False))
law_quotes = _read("law_quotes", Column("instrument", Text, nullable=False), Column("clause", Text, nullable=False))
Index("reports_id", reports.c.id)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("left_report", Text, nullable=False),
    Column("right_report", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

reviews = Table(
    "reviews",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

rulebooks = Table(
    "rulebooks",
    metadata,
    Column("instrument", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

refusals = Table(
    "refusals",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("at", Text, nullable=False),
    _link(),
)

runs_once = Index("runs_once", runs.c.state, runs.c.read_by, runs.c.at, runs.c.numbers, unique=True)
"""A step of a run that comes in with another ledger's copy is the same step."""

redactions = Table(
    "redactions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("table_name", Text, nullable=False),
    Column("row_key", Text, nullable=False),
    Column("before_sha256", Text, nullable=False),
    Column("after_sha256", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
    UniqueConstraint("before_sha256", "after_sha256"),
)

editions = Table(
    "editions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("as_of", Text),
    Column("made_by", Text, nullable=False),
    Column("zlib", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

media = Table(
    "media",
    metadata,
    Column("id", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

media_pieces = Table(
    "media_pieces",
    metadata,
    Column("media_id", Text, ForeignKey("media.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
    _link(),
)
"""The bytes of a film come in pieces, so that no one ever holds it whole."""

custody = Table(
    "custody",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("media_id", Text, ForeignKey("media.id"), nullable=False, index=True),
    Column("hand", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    _link(),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("sha256", Text, nullable=False),
)

derived = Table(
    "derived",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("zlib", LargeBinary, nullable=False),
)

CHAINED = tuple(table for table in metadata.sorted_tables if table not in (schema_version, derived, audit))
"""The tables whose rows the audit chains, each after those it points at."""

EVIDENCE = (*CHAINED, audit)
"""The append-only tables."""
