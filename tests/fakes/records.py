"""Small hand-made records for tests of rooms that need some, whatever is read from real texts."""

from datetime import UTC, date, datetime
from hashlib import sha256

from truceline.model.document import Capture, Document
from truceline.model.ids import CaptureId, claim_id, document_id, report_id
from truceline.model.incident import Judgement, Same, Term
from truceline.model.media import Custody, Hand, MediaFile, MediaId, MediaKind, Stretch
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import (
    Attribution,
    Claim,
    CountClaim,
    Extraction,
    LawQuote,
    Prominence,
    Quantity,
    Report,
    Slot,
    Status,
)  # fmt: skip
from truceline.model.review import Review, Verb
from truceline.model.text import Span
from truceline.model.time import Precision, When

NOON = datetime(2024, 7, 1, 12, tzinfo=UTC)


def a_capture(text: str, *, address: str = "a.txt", captured_at: datetime | None = NOON) -> Capture:
    content = text.encode()
    return Capture(
        id=CaptureId(sha256(content).hexdigest()), address=address, media_type="text/plain", content=content, captured_at=captured_at
    )


def a_document(text: str, *, name: str = "a", published: date | None = date(2024, 6, 20), publisher: str | None = None) -> Document:
    return Document(
        id=document_id(text, None, published.isoformat() if published else None, None),
        name=name, text=text, capture_id=a_capture(text).id, published=published, publisher=publisher,
    )  # fmt: skip


def an_extraction(document: Document) -> Extraction:
    """One report, one count claim and one law quote, their spans all within the first words of the text."""
    span = Span(document_id=document.id, start=0, end=min(5, len(document.text)))
    day = date(2024, 6, 20)
    claim = Claim(
        kind=Slot(value="ground_crossing", evidence=(span,), read_by="test"),
        actors=(Slot(value=Actor(party="PRK", role=Role.MIL), evidence=(span,), read_by="test"),),
        when=Slot(value=When(start=day, end=day, precision=Precision.DAY, basis="test", words="20 June"), evidence=(span,), read_by="test"),
        where=Slot(value=Where(name="Cheorwon", latitude=38.2, longitude=127.2, radius_m=500), evidence=(span,), read_by="test"),
        counts=(Slot(value=Quantity(what="persons", low=20, high=None, approx=True), evidence=(span,), read_by="test"),),
    )
    said = Attribution(speaker=Slot(value=Speaker(code="KOR:JCS", party="KOR"), evidence=(span,), read_by="test"))
    report = Report(
        id=report_id(document.id, "ground_crossing"), document_id=document.id, claim=claim, attributions=(said,), follow_ups=(),
        prominence=Prominence.MAIN, status=Status.ASSERTED, quote=span, confidence=0.5, extractor="test",
    )  # fmt: skip
    counted = CountClaim(
        id=claim_id(document.id, 3), document_id=document.id, kind="ground_crossing", ordinal=3, count=None, by=("PRK:mil",),
        since="2024-06-01", until="2024-06-20", window="since the beginning of June", quote=span, evidence=(span,),
    )  # fmt: skip
    quoted = LawQuote(document_id=document.id, span=span, instrument="korean-armistice-1953", clause="7", score=0.9)
    return Extraction(document_id=document.id, reports=(report,), count_claims=(counted,), law_quotes=(quoted,))


def a_judgement(left: str = "r1", right: str = "r2") -> Judgement:
    return Judgement(
        left=report_id(left), right=report_id(right), same=Same.NO, by="an analyst", score=0.0,
        terms=(Term(feature="said", left="", right="", weight=0.0),), at=NOON,
    )  # fmt: skip


def a_review(*reports: str, verb: Verb = Verb.REJECT, reason: str = "told of an exercise") -> Review:
    named = tuple(report_id(each) for each in reports or ("r1",))
    return Review(verb=verb, by="an analyst", at=NOON, subject=named[0], reports=named, reason=reason)


def a_media_file(content: bytes, *, duration: int | None = 120_000) -> MediaFile:
    return MediaFile(
        id=MediaId(sha256(content).hexdigest()), kind=MediaKind.VIDEO, media_type="video/mp4", size=len(content), duration=duration,
        facts=(("duration", "2:00"),), claims=(("creation time", "2017-11-13T06:00:00Z"), ("location", "+37.95+126.67/")),
    )  # fmt: skip


def a_step(file: MediaFile, *, hand: Hand = Hand.ATTACHED, reason: str = "from a guard's telephone", end: int = 100_000) -> Custody:
    return Custody(
        hand=hand, media=file.id, by="an analyst", at=NOON, subject="i1", reports=(report_id("r1"),), act="ground_crossing",
        stretches=(Stretch(start=92_000, end=end),), name="film of private Kim.mp4", reason=reason,
    )  # fmt: skip
