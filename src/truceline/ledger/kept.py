"""The tables of what was derived and is kept, so that one document more need not have the whole derived again.

No evidence: they may be thrown away at any time, are neither chained nor guarded, and belong to no layout. ``n`` numbers rows
in the order of arrival and is never shown. A ledger that an older version writes to in between is caught up with.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, SmallInteger, Table

from truceline.ledger.tables import Text

LAYOUT = 1
"""Number of these tables' shape; of another number they are dropped and made anew."""

metadata = MetaData()


def _row(name: str, *columns: Column[object] | Index) -> Table:
    """A table whose rows are numbered by the deriver."""
    return Table(name, metadata, Column("n", Integer, primary_key=True, autoincrement=False), *columns)


def _packed(name: str, *columns: Column[object] | Index) -> Table:
    """A table that is its own index."""
    return Table(name, metadata, *columns, sqlite_with_rowid=False)


def _key(name: str, kind: type = Integer) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False)


state = _row(
    "kept_state",
    Column("layout", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("seen", Text, nullable=False),
)

documents = _row(
    "kept_documents",
    Column("id", Text, nullable=False, unique=True),
    Column("form", Text, nullable=False),
    Column("read_by", Text, nullable=False),
    Column("readings", Integer, nullable=False),
    Column("published", Text, nullable=False),
    Column("leader", Integer, nullable=False, index=True),
)
"""Each document with the form and the reading that stand for it; ``leader`` is the least of its near-copies."""

bands = _packed("kept_bands", _key("band", BigInteger), _key("document"))
copies = _packed("kept_copies", _key("one"), _key("two"), Index("kept_copies_two", "two"))
common = _packed("kept_common", _key("mark", BigInteger))
"""Bands and blocking keys that so many share that they bring none together."""

reports = _row(
    "kept_reports",
    Column("id", Text, nullable=False, unique=True),
    Column("alias", Text, nullable=False, index=True),
    Column("document", Integer, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("words", BigInteger, nullable=False, index=True),
    Column("effect", Text, nullable=False),
    Column("counts", SmallInteger, nullable=False),
    Column("profile", LargeBinary, nullable=False),
    Column("body", LargeBinary),
    Column("block", Integer, nullable=False, index=True),
    Column("incident", Integer, nullable=False, index=True),
    Index("kept_reports_effect", "effect", sqlite_where=Column("effect") != "", postgresql_where=Column("effect") != ""),
)
"""``effect`` tells what people's decisions make of it ("" = nothing), ``body`` the report as they leave it; ``counts`` 0 = rejected;
``block`` is one number for all reports that something ties together."""

keys = _packed("kept_keys", _key("mark", BigInteger), _key("seeks", SmallInteger), _key("report"))

pairs = _packed(
    "kept_pairs",
    _key("one"),
    _key("two"),
    Column("score", Float(53), nullable=False),
    Column("met", SmallInteger, nullable=False),
    Column("same", Text, nullable=False),
    Index("kept_pairs_two", "two"),
)
"""Our judgements; ``met`` 1 = blocking brought the two together, 0 = others brought them into one incident."""

decided = _packed(
    "kept_decided", _key("one", Text), _key("two", Text), Column("same", Text, nullable=False), Index("kept_decided_two", "two")
)
named = _packed("kept_named", _key("name", Text))
"""Reports that decisions name, and marks of words that they reject: what comes in is held against these first."""

moved = _packed(
    "kept_moved", _key("old", Text), Column("new", Text, nullable=False), Column("document", Integer, nullable=False, index=True)
)

incidents = _row(
    "kept_incidents",
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("unsure", SmallInteger, nullable=False),
    Column("day", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("findings", LargeBinary, nullable=False),
    Index("kept_incidents_day", "unsure", "day", "id"),
    Index("kept_incidents_kind", "kind", "last_day"),
)
"""``day`` sorts a listing; ``since`` to ``until`` bound all days told; ``first_day`` to ``last_day`` is when it can have been."""

marks = _packed(
    "kept_marks", _key("mark", Text), _key("unsure", SmallInteger), _key("day", Text), _key("id", Text),
    Column("incident", Integer, nullable=False, index=True),
)  # fmt: skip
"""Type, line and parties of each incident, so that a listing narrowed to one of them need not look at the others."""

claims = _row(
    "kept_claims",
    Column("id", Text, nullable=False, unique=True),
    Column("document", Integer, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("check", LargeBinary, nullable=False),
    Index("kept_claims_kind", "kind", "until"),
)

weights = _packed(
    "kept_weights",
    _key("claim"),
    _key("incident"),
    Column("certain", SmallInteger, nullable=False),
    Column("unsure", SmallInteger, nullable=False),
    Column("then", SmallInteger, nullable=False),
    Column("announced", SmallInteger, nullable=False),
    Index("kept_weights_incident", "incident"),
)

totals = _packed("kept_totals", _key("name", Text), Column("number", Integer, nullable=False), Column("total", LargeBinary, nullable=False))
"""Sums of the digest's sections, and counts by name for the summary."""
