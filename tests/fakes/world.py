"""A small made-up world for tests of deriving: what documents tell of a few days, with copies, counts, second printings and readings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from tests.fakes.records import NOON
from truceline.ledger.base import Entry
from truceline.model.document import Capture, Document, Relay
from truceline.model.ids import CaptureId, ReportId, claim_id, document_id, report_id
from truceline.model.incident import Judgement, Same
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import Attribution, Claim, CountClaim, Extraction, LawQuote, Prominence, Quantity, Report, Slot, Status
from truceline.model.review import Review, Verb
from truceline.model.text import Span
from truceline.model.time import Precision, When

KINDS = ("ground_crossing", "shelling")
FIRST = date(2024, 6, 1)
WORDS = [f"word{number}" for number in range(300)]
OLDER = "an older reader"
ROUND = "Soldiers crossed at the old post. "


def entries(chance: Random, size: int, read_by: str) -> list[Entry]:
    """Entries of about ``size`` documents; some are copies of one before, some print it again, some were read by an older version too."""
    made: list[Entry] = []
    while len(made) < size:
        before = chance.choice([each for each in made if each.read_by == read_by]) if made and chance.random() < 0.3 else None
        entry = _again(chance, before, read_by) if before else _entry(chance, _text(chance, chance.randrange(8)), read_by)
        made.append(entry)
        if chance.random() < 0.15:
            assert entry.extraction is not None
            others = tuple(replace(each, id=ReportId(f"{each.id}-old")) for each in entry.extraction.reports)
            made.append(Entry(document=entry.document, extraction=replace(entry.extraction, reports=others), read_by=OLDER))
    return made


def decisions(chance: Random, made: Sequence[Entry], size: int) -> list[Judgement | Review]:
    """People's words on reports, some taken back; none where there are not two reports to speak of."""
    reports = sorted({each.id for entry in made if entry.extraction for each in entry.extraction.reports})
    found: list[Judgement | Review] = []
    for number in range(size if len(reports) > 1 else 0):
        at = NOON + timedelta(minutes=number)
        named = tuple(chance.sample(reports, k=min(len(reports), chance.choice((1, 1, 2)))))
        what = chance.randrange(6)
        if what == 0 and found:
            taken = chance.choice(found)
            found.append(Review(verb=Verb.UNDO, by="a person", at=at, subject=taken.id, undoes=taken.id))
        elif what == 1:
            field, value = chance.choice((("date", "2024-06-03"), ("line", "MDL"), ("type", "shelling"), ("persons", "[4,9]")))
            found.append(
                Review(
                    verb=Verb.CORRECT, by="a person", at=at, subject=named[0], reports=named, reason="so it says", field=field, value=value
                )
            )
        elif what in (2, 3):
            verb = Verb.REJECT if what == 2 else Verb.ACCEPT
            found.append(Review(verb=verb, by="a person", at=at, subject=named[0], reports=named, reason="seen"))
        else:
            one, two = sorted(chance.sample(reports, 2))
            same = chance.choice((Same.YES, Same.YES, Same.NO, Same.UNSURE))
            found.append(Judgement(left=one, right=two, same=same, by="a person", score=0.0, terms=(), at=at, reason="seen"))
    return found


def _text(chance: Random, number: int) -> str:
    return f"{ROUND}Post {number} told of it. " + " ".join(chance.choices(WORDS, k=chance.choice((12, 90))))


def _again(chance: Random, before: Entry, read_by: str) -> Entry:
    """The text of a document once more: with another lead, or printed by another outlet with other marks around it."""
    if chance.random() < 0.5:
        return _entry(chance, before.document.text + " as told before", read_by)
    document, content = before.document, before.document.text.encode()
    relay = Relay(name="Some Agency", span=Span(document_id=document.id, start=0, end=3))
    other = replace(
        document, publisher=chance.choice(("One Outlet", "Two Outlets")), relays=(relay,),
        furniture=(Span(document_id=document.id, start=0, end=len(ROUND)),),
    )  # fmt: skip
    return Entry(document=other, capture=_capture(content, chance), extraction=before.extraction, read_by=read_by)


def _entry(chance: Random, text: str, read_by: str) -> Entry:
    published = chance.choice((FIRST + timedelta(days=chance.randrange(6) + chance.choice((0, 1, 9))), None))
    key = document_id(text, None, published.isoformat() if published else None, None)
    reader = Random(key)  # one version reads one document alike, however often it comes
    told = max(FIRST, published - timedelta(days=reader.choice((0, 1, 9)))) if published else FIRST + timedelta(days=reader.randrange(6))
    span = Span(document_id=key, start=0, end=len(ROUND))
    reports = tuple(_report(reader, key, span, told, number) for number in range(reader.choice((0, 1, 1, 1, 2))))
    document = Document(id=key, name="a", text=text, capture_id=CaptureId(sha256(text.encode()).hexdigest()), published=published)
    claims = (_claim(reader, key, span, reports),) if reader.random() < 0.4 else ()
    quotes = (LawQuote(document_id=key, span=span, instrument="korean-armistice-1953", clause="7", score=0.9),)
    extraction = Extraction(document_id=key, reports=reports, count_claims=claims, law_quotes=quotes if reader.random() < 0.3 else ())
    return Entry(document=document, capture=_capture(text.encode(), chance), extraction=extraction, read_by=read_by)


def _report(chance: Random, key: str, span: Span, told: date, number: int) -> Report:
    when = chance.choice((When(start=told, end=told, precision=Precision.DAY, basis="made", words="then"), _month(told), None))
    sides = chance.choice((("PRK", "KOR"), ("KOR", "PRK")))
    claim = Claim(
        kind=_slot(chance.choice(KINDS), span), actors=(_slot(Actor(party=sides[0], role=Role.MIL), span),),
        targets=(_slot(Actor(party=sides[1], role=Role.MIL), span),) if chance.random() < 0.5 else (),
        when=_slot(when, span) if when else None, where=_slot(Where(name=f"Post {chance.randrange(4)}"), span),
        line=_slot("MDL", span) if chance.random() < 0.7 else None,
        counts=(_slot(Quantity(what="persons", low=20 + chance.randrange(3), high=None), span),),
    )  # fmt: skip
    said = Attribution(speaker=_slot(Speaker(code=chance.choice(("document", "KOR:JCS")), party=None), span))
    return Report(
        id=report_id(key, number, chance.random()), document_id=key, claim=claim, attributions=(said,), follow_ups=(),  # type: ignore[arg-type]
        prominence=chance.choice(tuple(Prominence)), status=chance.choice((Status.ASSERTED, Status.DENIED)), quote=span,
        confidence=0.6, extractor="made", unsure=chance.random() < 0.2,
    )  # fmt: skip


def _claim(chance: Random, key: str, span: Span, reports: Sequence[Report]) -> CountClaim:
    number = chance.randrange(1, 5)
    return CountClaim(
        id=claim_id(key, number), document_id=key, kind=chance.choice((*KINDS, "no_such_kind")), ordinal=number, count=None, by=("PRK",),  # type: ignore[arg-type]
        since=chance.choice(("2024-06-01", "2024-06-03", None)), until=chance.choice(("2024-06-04", None)), window=None, quote=span,
        evidence=(span,), report_id=reports[0].id if reports else None,
    )  # fmt: skip


def _month(told: date) -> When:
    return When(start=told.replace(day=1), end=told.replace(day=30), precision=Precision.MONTH, basis="made", words="that month")


def _slot(value, span):  # type: ignore[no-untyped-def]  # any value
    return Slot(value=value, evidence=(span,), read_by="made")


def _capture(content: bytes, chance: Random) -> Capture:
    address = f"{chance.randrange(9)}.txt"
    return Capture(id=CaptureId(sha256(content).hexdigest()), address=address, media_type="text/plain", content=content, captured_at=NOON)
