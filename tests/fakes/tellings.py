"""Small hand-made tellings: who says in which document that what was done, for tests of merging and of what follows it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from truceline.model.document import Document, Relay
from truceline.model.ids import CaptureId, ClaimId, DocumentId, ReportId
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import (
    Attribution,
    Claim,
    CountClaim,
    Extraction,
    FollowUp,
    Prominence,
    Quantity,
    Report,
    Slot,
    Stance,
    Status,
)  # fmt: skip
from truceline.model.text import Span
from truceline.model.time import Precision, When

T = TypeVar("T")
SIZES = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def document(
    name: str, published: str | None = None, *, text: str = "", publisher: str | None = None, relays: Iterable[str] = ()
) -> Document:
    """A document whose id is ``d-NAME``; without a text it gets one that is like no other."""
    key, said = DocumentId(f"d-{name}"), text or f"{name} " * 3
    named = tuple(Relay(name=each, span=Span(document_id=key, start=0, end=1)) for each in relays)
    return Document(id=key, name=name, text=said, capture_id=CaptureId(key), publisher=publisher, relays=named,
                    published=date.fromisoformat(published) if published else None)  # fmt: skip


def when(code: str) -> When:
    """A date of the codebook: day, month, year or FIRST/LAST."""
    first, _, last = code.partition("/")
    precision = Precision.INTERVAL if last else SIZES[len(first)]
    return When(start=_edge(first, last=False), end=_edge(last or first, last=True), precision=precision, basis="test", words=code)


def telling(
    name: str, kind: str = "ground_crossing", *, of: str | None = None, actor: str = "PRK:mil", target: str = "KOR:mil",
    day: str | None = None, time: str | None = None, place: str | Where | None = None, line: str | None = "MDL",
    sector: str | None = None, outcome: str | None = None, response: str = "",
    by: str = "document", via: str = "", stance: Stance = Stance.ASSERTS, status: Status = Status.ASSERTED,
    main: bool = True, follow_ups: Iterable[tuple[str, str]] = (), **counts: tuple[int | None, int | None],
) -> Report:  # fmt: skip
    """A report ``r-NAME`` of document ``d-OF`` (or ``d-NAME``). Lists are written with spaces; counts as ``persons=(3, 9)``."""
    key = DocumentId(f"d-{of or name}")
    span = Span(document_id=key, start=0, end=1)
    where = Where(name=place) if isinstance(place, str) else place
    claim = Claim(
        kind=_slot(kind, span), actors=tuple(_slot(_actor(each), span) for each in actor.split()),
        targets=tuple(_slot(_actor(each), span) for each in target.split()), when=_slot(when(day), span) if day else None,
        time=_slot(time, span) if time else None, where=_slot(where, span) if where else None,
        line=_slot(line, span) if line else None, sector=_slot(sector, span) if sector else None,
        counts=tuple(_slot(Quantity(what=what, low=low, high=high), span) for what, (low, high) in counts.items()),
        responses=tuple(_slot(each, span) for each in response.split()), outcome=_slot(outcome, span) if outcome else None,
    )  # fmt: skip
    relays = tuple(_slot(_speaker(each), span) for each in via.split())
    said = tuple(Attribution(speaker=_slot(_speaker(each), span), stance=stance, via=relays) for each in by.split())
    done = tuple(FollowUp(act=act, by=who, to=None, evidence=(span,)) for act, who in follow_ups)
    return Report(
        id=ReportId(f"r-{name}"), document_id=key, claim=claim, attributions=said, follow_ups=done, status=status, quote=span,
        prominence=Prominence.MAIN if main else Prominence.BACKGROUND, confidence=0.8, extractor="test",
    )  # fmt: skip


def count_claim(
    name: str, number: int, since: str | None, until: str | None, *, kind: str = "ground_crossing", by: str = "PRK:mil",
    ordinal: bool = True, line: str | None = None, of_report: str | None = None,
) -> CountClaim:  # fmt: skip
    """A claim of document ``d-NAME``; an ordinal unless ``ordinal`` is false."""
    key = DocumentId(f"d-{name}")
    span = Span(document_id=key, start=0, end=1)
    return CountClaim(
        id=ClaimId(f"c-{name}"), document_id=key, kind=kind, ordinal=number if ordinal else None, count=None if ordinal else number,
        by=tuple(by.split()), since=since, until=until, window=None, quote=span, evidence=(span,), line=line,
        report_id=ReportId(f"r-{of_report}") if of_report else None,
    )  # fmt: skip


def extractions(reports: Iterable[Report], claims: Iterable[CountClaim] = ()) -> list[Extraction]:
    """The reports and claims, one extraction a document, in order of documents."""
    reports, claims = list(reports), list(claims)
    keys = sorted({each.document_id for each in (*reports, *claims)})
    return [
        Extraction(
            document_id=key, reports=tuple(each for each in reports if each.document_id == key),
            count_claims=tuple(each for each in claims if each.document_id == key),
        )
        for key in keys
    ]  # fmt: skip


def _slot(value: T, span: Span) -> Slot[T]:
    return Slot(value=value, evidence=(span,), read_by="test")


def _actor(code: str) -> Actor:
    party, _, role = code.partition(":")
    return Actor(party=party, role=Role(role))


def _speaker(code: str) -> Speaker:
    party, colon, _ = code.partition(":")
    return Speaker(code=code, party=party if colon or (party.isupper() and len(party) == 3) else None)


def _edge(code: str, *, last: bool) -> date:
    year, month, day = (int(part) for part in f"{code}-0-0".split("-")[:3])
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    return date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) - timedelta(days=1)
