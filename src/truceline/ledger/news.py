"""What came in since a look at the evidence, and what is told of some documents alone: rows only ever come, so their numbers tell."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, func, select

from truceline.ledger import rows, tables
from truceline.ledger.among import rows_among
from truceline.ledger.codec import reread
from truceline.model.document import Document
from truceline.model.ids import CaptureId, DocumentId
from truceline.model.incident import Judgement
from truceline.model.report import CountClaim, Extraction, LawQuote, Report
from truceline.model.review import Review

WATCHED = (tables.printings, tables.extractions, tables.judgements, tables.reviews, tables.redactions)


LAST = select(*(select(func.max(table.c.seq)).scalar_subquery() for table in WATCHED))


class Standing(NamedTuple):
    """The form that stands for a document, the version whose reading of it counts ("" = unread), and how many readings there are."""

    form: str
    read_by: str
    readings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One document as it stands for its text, with what was read from it; ``former`` are reports of its other readings alone."""

    document: Document
    standing: Standing
    extraction: Extraction | None = None
    former: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Documents that came, or came in another form or reading; are there new decisions; and what has been seen with these."""

    documents: tuple[DocumentId, ...]
    decisions: bool
    seen: str


@dataclass(slots=True)
class Evidence:
    """The evidence as one transaction sees it, read by one version of the reader."""

    db: Connection
    read_by: str

    def newest(self) -> str:
        """The word for all that there is."""
        return _word(self._last())

    def since(self, seen: str, most: int) -> News:
        """The next ``most`` rows after what has been seen; with the first of them come all new decisions."""
        before = _numbers(seen)
        forms: list[str] = []
        now: list[int] = []
        for table, last in zip(WATCHED[:2], before):
            found = self.db.execute(select(table.c.seq, table.c.form).where(table.c.seq > last).order_by(table.c.seq).limit(most)).all()
            forms += [row.form for row in found]
            now.append(found[-1].seq if found else last)
        now += self._last()[2:]
        ids = {row.id for row in rows_among(self.db, tables.documents, "form", set(forms), ("id",))}
        return News(documents=tuple(sorted(ids)), decisions=now[2:] != before[2:], seen=_word(now))

    def _last(self) -> list[int]:
        """The number of the last row of each table that is watched, in one question."""
        return [each or 0 for each in self.db.execute(LAST).one()]

    def standing(self, ids: Collection[DocumentId]) -> dict[DocumentId, Standing]:
        """For each document how it stands now."""
        least: dict[DocumentId, str] = {}
        for row in rows_among(self.db, tables.documents, "id", ids, ("id", "form")):
            least[row.id] = min(row.form, least.get(row.id, row.form))
        forms = {form: key for key, form in least.items()}
        chosen: dict[str, str] = {}
        readings: Counter[str] = Counter()
        for row in rows_among(self.db, tables.extractions, "form", forms, also="ORDER BY recorded_at, read_by"):
            readings[row.form] += 1
            if chosen.get(row.form) != self.read_by:
                chosen[row.form] = row.read_by
        return {key: Standing(form, chosen.get(form, ""), readings[form]) for form, key in forms.items()}

    def told(self, which: Mapping[DocumentId, Standing], *, named: bool = False) -> dict[DocumentId, Told]:
        """These documents in these forms and readings; ``named`` with the name and capture they first came in with."""
        held = {each.form: key for key, each in which.items()}
        documents = dict(self._documents(held, named=named))
        chosen = {each.form: each.read_by for each in which.values() if each.read_by}
        reports, former = self._reports(held, chosen)
        claims = self._read(tables.count_claims, CountClaim, chosen)
        quotes = self._read(tables.law_quotes, LawQuote, chosen)
        return {
            key: Told(
                document=documents[form], standing=which[key], former=tuple(former[form].values()),
                extraction=None if form not in chosen else Extraction(
                    document_id=key, reports=tuple(reports[form]), count_claims=tuple(claims[form]), law_quotes=tuple(quotes[form])
                ),
            )
            for form, key in held.items()
        }  # fmt: skip

    def reviews(self) -> tuple[Review, ...]:
        """All that people decided about reports."""
        return rows.bodies(self.db, tables.reviews, Review)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people judged of two reports."""
        return rows.bodies(self.db, tables.judgements, Judgement)

    def has_decisions(self) -> bool:
        """Did people ever decide anything?"""
        return any(self.db.execute(select(table.c.seq).limit(1)).first() for table in (tables.reviews, tables.judgements))

    def has_files(self) -> bool:
        """Were files ever attached? The digest covers these too."""
        return self.db.execute(select(tables.custody.c.seq).limit(1)).first() is not None

    def documents_of(self, reports: Collection[str]) -> set[DocumentId]:
        """The documents of which these are reports, of any reading."""
        forms = {row.form for row in rows_among(self.db, tables.reports, "id", reports, ("form",))}
        return {DocumentId(row.id) for row in rows_among(self.db, tables.documents, "form", forms, ("id",))}

    def _documents(self, forms: Collection[str], *, named: bool) -> Iterator[tuple[str, Document]]:
        first: dict[str, tuple[str, str]] = {}
        for row in rows_among(self.db, tables.printings, "form", forms, also="ORDER BY seq") if named else ():
            first.setdefault(row.form, (row.name, row.capture_id))
        for row in rows_among(self.db, tables.documents, "form", forms):
            name, capture = first.get(row.form, ("", ""))
            yield row.form, replace(reread(row.body, Document), text=row.text, name=name, capture_id=CaptureId(capture))

    def _reports(
        self, forms: Collection[str], chosen: dict[str, str]
    ) -> tuple[defaultdict[str, list[Report]], defaultdict[str, dict[str, Report]]]:
        """Reports of the readings that count, and of the others alone (of several with one id the last by version)."""
        present: defaultdict[str, list[Report]] = defaultdict(list)
        others: list[Row[Any]] = []
        for row in self._rows(tables.reports, forms):
            if chosen.get(row.form) == row.read_by:
                present[row.form].append(reread(row.body, Report))
            else:
                others.append(row)
        ids = {each.id for some in present.values() for each in some}
        former: defaultdict[str, dict[str, Report]] = defaultdict(dict)
        for row in sorted(others, key=lambda each: (each.form, each.id, each.read_by)):
            if row.id not in ids:
                former[row.form][row.id] = reread(row.body, Report)
        return present, former

    def _read(self, table: Table, shape: type[Any], chosen: dict[str, str]) -> defaultdict[str, list[Any]]:
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for row in self._rows(table, chosen):
            if chosen[row.form] == row.read_by:
                found[row.form].append(reread(row.body, shape))
        return found

    def _rows(self, table: Table, forms: Collection[str]) -> list[Row[Any]]:
        return rows_among(self.db, table, "form", forms, also="ORDER BY form, place")


def _word(numbers: Collection[int]) -> str:
    return " ".join(map(str, numbers))


def _numbers(word: str) -> list[int]:
    return [int(each) for each in word.split()] or [0] * len(WATCHED)
