"""The tables of a ledger, in SQL that SQLite and PostgreSQL both accept.

All but ``schema_version`` and ``derived`` are evidence: rows are added and never changed. Times are UTC as ISO text, so that both
databases sort and show them alike. ``form`` tells apart pages that print one text differently (``codec.form_of``).
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

SCHEMA = 1
"""Number of this layout. A ledger with a larger one is refused; a smaller one is to be migrated."""

metadata = MetaData()

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
)

extractions = Table(
    "extractions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("form", Text, ForeignKey("documents.form"), nullable=False),
    Column("read_by", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("form", "read_by"),
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
)

reviews = Table(
    "reviews",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    Column("made_by", Text, nullable=False),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
)

rulebooks = Table(
    "rulebooks",
    metadata,
    Column("instrument", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
)

refusals = Table(
    "refusals",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("at", Text, nullable=False),
)

derived = Table(
    "derived",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("zlib", LargeBinary, nullable=False),
)

EVIDENCE = tuple(table for table in metadata.sorted_tables if table not in (schema_version, derived))
"""The append-only tables, each after those it points at."""
