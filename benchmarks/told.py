"""Entries of a ledger made directly from the hidden truth of an exercise, ten reports an incident: to read so many texts would take days.

The texts are the exercise's own dispatches with some filling; a report holds what the dispatch says of the truth, as a reading would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from random import Random
from typing import TypeVar

import msgspec

from truceline.ledger.base import Entry
from truceline.model.document import Capture, Document
from truceline.model.ids import CaptureId, DocumentId, claim_id, document_id, report_id
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import Attribution, Claim, CountClaim, Extraction, Prominence, Quantity, Report, Slot, Stance, Status
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.strict_yaml import load
from truceline.rehearsal.dispatches import MONTHS, NUMBERS, ORDINALS, WEEKDAYS, Dispatch, dispatches
from truceline.rehearsal.play import FIRST, SCENES
from truceline.rehearsal.world import Scene, Truth, incidents

Value = TypeVar("Value")

TOLD = 10
"""Reports of one incident."""

FILLING = 70
"""Words that a dispatch has beside what it tells."""

WORDS = [f"word{number}" for number in range(6000)]
FETCHED = datetime(2031, 3, 1, tzinfo=UTC)
FOREVER = 700_000
"""Days: an exercise goes on for as long as entries are asked for."""


def entries(seed: int, read_by: str) -> Iterator[Entry]:
    """Entries without end, in the order of the incidents; the same seed gives the same."""
    chance = Random(seed)
    scene = load(SCENES / "mdl.yaml", Scene)
    scene = msgspec.structs.replace(scene, outlets=[*scene.outlets, *(f"Outlet {number}" for number in range(8))])
    every = (_much_told(each, chance) for each in incidents(scene, chance, FIRST, FOREVER))
    for _, month in groupby(every, key=lambda each: (each.day.year, each.day.month)):
        truths = list(month)
        of = {each.id: each for each in truths}
        filling = ""
        for each in dispatches(scene, truths, chance):
            if not each.id.rpartition("-")[0].endswith("-relay"):  # a relay prints the agency's filling, every second one its own
                filling = " ".join(chance.choices(WORDS, k=FILLING))
            words = filling if chance.random() < 0.5 else " ".join(chance.choices(WORDS, k=FILLING))
            yield _entry(each, of[each.passages[0].truth], scene, words, read_by)


def _much_told(truth: Truth, chance: Random) -> Truth:
    """The truth, told as often as a benchmark asks for: by its side, relays, the commission, an outlet's own people."""
    day = truth.day
    others = 3 + truth.denied + truth.corrected
    return replace(
        truth, seen=True, told=truth.told or day + timedelta(days=chance.randint(0, 3)), relays=TOLD - others,
        observed=truth.observed or day + timedelta(days=chance.randint(1, 6)), own=truth.own or day + timedelta(days=chance.randint(1, 5)),
    )  # fmt: skip


def _entry(sent: Dispatch, truth: Truth, scene: Scene, filling: str, read_by: str) -> Entry:
    text = f"{sent.text}\n{filling}\n"
    key = document_id(text, sent.title, sent.published.isoformat(), None)
    content = text.encode()
    capture = Capture(
        id=CaptureId(sha256(content).hexdigest()), address=f"{sent.id}.txt", media_type="text/plain", content=content, captured_at=FETCHED
    )
    document = Document(id=key, name=sent.id, text=text, title=sent.title, capture_id=capture.id, published=sent.published)
    reports = tuple(
        _report(key, Span(document_id=key, start=each.start, end=each.end), text[each.start : each.end], truth, scene, sent, each.role)
        for each in sent.passages
        if each.role in ("told", "denied")
    )
    claims = tuple(
        _count(key, Span(document_id=key, start=each.start, end=each.end), text[each.start : each.end], truth, reports)
        for each in sent.passages
        if each.role == "count"
    )
    extraction = Extraction(document_id=key, reports=reports, count_claims=claims)
    return Entry(document=document, capture=capture, extraction=extraction, read_by=read_by)


def _report(key: DocumentId, span: Span, words: str, truth: Truth, scene: Scene, sent: Dispatch, role: str) -> Report:
    """What the words say of the truth: nothing that does not stand in them."""
    number = NUMBERS[truth.count] if truth.count < len(NUMBERS) else str(truth.count)
    told = words.lower()
    claim = Claim(
        kind=_slot(truth.kind, span), actors=(_slot(Actor(party=truth.acting, role=Role.MIL), span),),
        targets=(_slot(Actor(party=truth.other, role=Role.MIL), span),) if truth.kind == "direct_fire" else (),
        when=_slot(when, span) if (when := _when(words, truth, sent.published)) else None,
        time=_slot(truth.time, span) if truth.time in words else None,
        where=_slot(Where(name=truth.place), span) if truth.place in words else None,
        line=_slot(scene.line, span) if truth.kind == "ground_crossing" else None,
        counts=(_slot(Quantity(what="persons" if truth.kind == "ground_crossing" else "rounds", low=truth.count, high=truth.count), span),)
        if f"{number} " in told and role == "told" else (),
    )  # fmt: skip
    body = next((f"{party}:mil" for party, organ in scene.organ.items() if organ.lower() in told), None)
    speaker = Speaker(code=body, party=body.partition(":")[0]) if body else Speaker(code="document")
    stance = Stance.DENIES if role == "denied" else Stance.ASSERTS
    return Report(
        id=report_id(key, truth.kind, span.start), document_id=key, claim=claim, follow_ups=(), prominence=Prominence.MAIN, quote=span,
        attributions=(Attribution(speaker=_slot(speaker, span), stance=stance),), confidence=0.9, extractor="made",
        status=Status.DENIED if role == "denied" else Status.ASSERTED,
    )  # fmt: skip


def _when(words: str, truth: Truth, published: date) -> When | None:
    if f"{MONTHS[truth.day.month - 1]} {truth.day.day}" in words or WEEKDAYS[truth.day.weekday()] in words:
        return When(start=truth.day, end=truth.day, precision=Precision.DAY, basis="made", words=str(truth.day))
    if "week" in words:
        monday = truth.day - timedelta(days=truth.day.weekday())
        return When(
            start=monday,
            end=min(monday + timedelta(days=6), max(published, truth.day)),
            precision=Precision.INTERVAL,
            basis="made",
            words="week",
        )
    return None


def _count(key: DocumentId, span: Span, words: str, truth: Truth, reports: Sequence[Report]) -> CountClaim:
    number = next(each for each, ordinal in ORDINALS.items() if f" {ordinal} " in words)
    return CountClaim(
        id=claim_id(key, number), document_id=key, kind=truth.kind, ordinal=number, count=None, by=(f"{truth.acting}:mil",),
        since=truth.day.replace(day=1).isoformat(), until=None, window="since the beginning of the month", quote=span, evidence=(span,),
        report_id=reports[0].id,
    )  # fmt: skip


def _slot(value: Value, span: Span) -> Slot[Value]:
    return Slot(value=value, evidence=(span,), read_by="made")
