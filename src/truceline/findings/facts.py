"""What is told of one incident, value by value, each with who tells it and the words it was read from."""

import json
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.model.document import Document
from truceline.model.ids import DocumentId, ReportId
from truceline.model.incident import Incident, Variant
from truceline.model.place import Where
from truceline.model.report import AnswerStep, Report
from truceline.model.text import Span

UNKNOWN_PARTY = "UNK"
LISTS = ("actor", "target", "response", "sources", "via")
COUNTS = ("persons", "rounds", "vehicles", "killed", "wounded", "captured")
# A place or a count may be told in hundreds of copies; a reason needs no more words than these.
MAX_EVIDENCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value as told: ``value`` a codebook word or an interval (low, high), the reports that tell it, their words."""

    value: Any
    claimants: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOrder:
    """What one report tells of the order of the answers: its own hour of the act, and its steps. Reports are never mixed."""

    clock: str | None
    steps: tuple[AnswerStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is told of an incident, by codebook field; a field that is not there was not said.

    ``actor_accounts`` keeps each account's acting parties together, to see where accounts differ.
    ``first_day``..``last_day`` bound the day over all accounts; where no text tells the day,
    ``last_day`` is the latest publication date and ``first_day`` None. ``orders`` are the accounts that tell order or minutes.
    """

    kind: str
    told: Mapping[str, tuple[Told, ...]]
    actor_accounts: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    first_day: date | None
    last_day: date | None
    clock: str | None
    orders: tuple[ToldOrder, ...] = ()

    def values(self, field: str) -> tuple[Told, ...]:
        """All values told of a field, most reported first."""
        return self.told.get(field, ())

    def words(self, field: str) -> tuple[str, ...]:
        """The values alone, as text."""
        return tuple(str(each.value) for each in self.values(field))

    def parties(self, field: str) -> tuple[str, ...]:
        """The known parties of ``actor`` or ``target``, sorted."""
        return tuple(sorted({party_of(code) for code in self.words(field)} - {UNKNOWN_PARTY}))

    def roles(self, field: str, party: str) -> tuple[str, ...]:
        """The roles in which a party is told to appear."""
        return tuple(code.partition(":")[2] for code in self.words(field) if party_of(code) == party)


def party_of(code: str) -> str:
    """The party of ``PRK:mil``."""
    return code.partition(":")[0]


def read_facts(incident: Incident, reports: Mapping[ReportId, Report], documents: Mapping[DocumentId, Document]) -> Facts:
    """An incident's variants with the words of its reports; publication dates bound a day that no text tells."""
    told = {field: tuple(_told(field, variants, reports)) for field, variants in sorted(incident.variants.items())}
    told["country"] = (*told.get("country", ()), *_where(incident, reports, "country"))
    told["gazetteer"] = tuple(_where(incident, reports, "gazetteer_id"))
    told["follow_up"] = (*told.get("follow_up", ()), *_follow_ups(incident, reports))
    published = [document.published for each in incident.documents if (document := documents.get(each)) and document.published]
    first, last = _days(told, max(published, default=None))
    return Facts(
        kind=incident.kind, told=told, actor_accounts=tuple(_actor_accounts(incident)), first_day=first, last_day=last,
        clock=next((str(each.value) for each in told.get("time", ())), None), orders=tuple(_orders(incident, reports)),
    )  # fmt: skip


def decoded(value: str) -> Any:
    """A variant's writing read back; a bare word ("KOR:JCS", "2024") stands for itself."""
    if value[:1] not in ('"', "[", "{"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _told(field: str, variants: Iterable[Variant], reports: Mapping[ReportId, Report]) -> Iterator[Told]:
    seen: set[str] = set()
    for variant in variants:
        for value in _single(field, decoded(variant.value)):
            if str(value) not in seen:
                seen.add(str(value))
                yield Told(value=value, claimants=variant.claimants, evidence=_evidence(field, value, variant.reports, reports))


def _single(field: str, value: Any) -> Iterator[Any]:
    """A list field gives its members, a count its interval, ``follow_up`` its acts."""
    if value is None:
        return
    if field in COUNTS:
        if isinstance(value, list) and len(value) == 2:
            yield (value[0], value[1])
    elif field == "follow_up":
        for each in value if isinstance(value, list) else [value]:
            yield each.get("act") if isinstance(each, dict) else each
    elif isinstance(value, list):
        yield from value
    else:
        yield value


def _evidence(field: str, value: Any, ids: Iterable[ReportId], reports: Mapping[ReportId, Report]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for each in ids:
        report = reports.get(each)
        for name, slot in report.slots() if report else ():
            if name == field and (field not in LISTS or getattr(slot.value, "code", slot.value) == value):
                spans += slot.evidence
    return tuple(dict.fromkeys(spans))[:MAX_EVIDENCE]


def _where(incident: Incident, reports: Mapping[ReportId, Report], attribute: str) -> Iterator[Told]:
    seen: set[str] = set()
    for each in incident.reports:
        report = reports.get(each)
        slot = report.claim.where if report else None
        where: Where | None = slot.value if slot else None
        value = getattr(where, attribute) if where else None
        if slot and value and value not in seen:
            seen.add(value)
            yield Told(value=value, evidence=slot.evidence)


def _follow_ups(incident: Incident, reports: Mapping[ReportId, Report]) -> Iterator[Told]:
    for each in incident.reports:
        for follow_up in reports[each].follow_ups if each in reports else ():
            yield Told(value=follow_up.act, claimants=(follow_up.by,) if follow_up.by else (), evidence=follow_up.evidence)


def _orders(incident: Incident, reports: Mapping[ReportId, Report]) -> Iterator[ToldOrder]:
    for each in (reports[key] for key in incident.reports if key in reports):
        if each.answer_steps:
            yield ToldOrder(clock=each.claim.time.value if each.claim.time else None, steps=each.answer_steps)


def _actor_accounts(incident: Incident) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    """Per report, for one report may name several parties, each a variant of its own."""
    parties: dict[ReportId, set[str]] = {}
    claimants: dict[ReportId, set[str]] = {}
    for variant in incident.variants.get("actor", ()):
        codes = decoded(variant.value)
        for report in variant.reports:
            parties.setdefault(report, set()).update(party_of(str(code)) for code in (codes if isinstance(codes, list) else [codes]))
            claimants.setdefault(report, set()).update(variant.claimants)
    for report in sorted(parties):
        yield frozenset(parties[report] - {UNKNOWN_PARTY}), tuple(sorted(claimants[report]))


def _days(told: Mapping[str, tuple[Told, ...]], published: date | None) -> tuple[date | None, date | None]:
    bounds = [each for each in (_bounds(str(told_day.value)) for told_day in told.get("date", ())) if each]
    if bounds:
        return min(first for first, _ in bounds), max(last for _, last in bounds)
    latest = [each for each in (_bounds(str(day.value)) for day in told.get("not_after", ())) if each]
    return None, max((last for _, last in latest), default=published)


def _bounds(code: str) -> tuple[date, date] | None:
    """First and last day of the codebook's writing of a date; None where it is not one."""
    first, _, last = code.partition("/")
    try:
        return _first_day(first), _last_day(last or first)
    except ValueError:
        return None


def _first_day(code: str) -> date:
    return date.fromisoformat(code + "-01-01"[3 * code.count("-") :])


def _last_day(code: str) -> date:
    first = _first_day(code)
    if code.count("-") == 2:
        return first
    month = first.month if code.count("-") == 1 else 12
    return date(first.year, month, monthrange(first.year, month)[1])
