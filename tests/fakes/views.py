"""A small ledger view of hand-made documents: two accounts of one crossing, a fire with a hostile title, an undated act."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from truceline.model.document import Document, Refusal
from truceline.model.finding import Answer, Finding, Reason, Verdict
from truceline.model.ids import CaptureId, ClaimId, IncidentId, ReportId
from truceline.model.incident import Audit, CountCheck, Incident, Judgement, PartyStance, Same, Term, Variant
from truceline.model.ledger_view import Fetch, LedgerView
from truceline.model.party import Actor, Role, Speaker
from truceline.model.place import Where
from truceline.model.report import (
    Attribution,
    Claim,
    CountClaim,
    FollowUp,
    LawQuote,
    Prominence,
    Quantity,
    Report,
    Slot,
    Stance,
    Status,
)
from truceline.model.text import Span
from truceline.model.time import Precision, When

HOSTILE = '<script src="http://evil.example/x.js">alert(1)</script><img src=x onerror=alert(1)>'
NOON = datetime(2024, 7, 1, 12, tzinfo=UTC)
TEXTS = {
    "wire": "About 20 soldiers crossed the line on 9 June 2024, the staff in Seoul said. It was the second crossing since 1 June.",
    "north": "Up to 10 soldiers lost their way at Panmunjom on 9 June 2024, a statement from Pyongyang said. "
    "It denied that a line was crossed.",
    "hostile": f'Shots {HOSTILE} were fired, =HYPERLINK("http://evil.example") said.\nNobody was hurt.',
    "undated": "Loudspeakers were heard near the border. Article 6 says that neither side shall execute any hostile act.",
}


def document(
    name: str, published: date | None, *, title: str | None = None, url: str | None = None, publisher: str | None = None
) -> Document:
    """A document whose id is ``d-NAME`` with the text of that name."""
    return Document(
        id=f"d-{name}",
        name=name,
        text=TEXTS[name],
        capture_id=CaptureId("c" * 64),
        title=title,
        published=published,
        url=url,
        publisher=publisher,
        language="en",
    )  # type: ignore[arg-type]  # short ids read better here


DOCUMENTS = {
    each.id: each
    for each in (
        document("wire", date(2024, 6, 10), title="Soldiers cross line", url="https://wire.example/1", publisher="Wire"),
        document("north", date(2024, 6, 11), title="Statement", url="https://north.example/2", publisher="North"),
        document("hostile", date(2024, 6, 12), title=HOSTILE, url="javascript:alert(1)", publisher=HOSTILE),
        document("undated", None),
    )
}


def span(name: str, words: str) -> Span:
    """Where words stand in a document's text."""
    start = TEXTS[name].index(words)
    return Span(document_id=f"d-{name}", start=start, end=start + len(words))  # type: ignore[arg-type]  # as above


def slot(value: object, name: str, words: str) -> Slot:  # type: ignore[type-arg]  # any value
    """A value with its words."""
    return Slot(value=value, evidence=(span(name, words),), read_by="test")


def report(
    name: str, kind: str, quote: str, claim: Mapping[str, object], by: Iterable[Attribution], status: Status = Status.ASSERTED
) -> Report:
    """The report ``r-NAME``."""
    told = Claim(kind=slot(kind, name, quote), **claim)  # type: ignore[arg-type]  # fields of a claim
    follow = (
        (FollowUp(act="denial", by="PRK:gov", to=None, evidence=(span(name, "It denied that a line was crossed."),)),)
        if name == "north"
        else ()
    )
    return Report(
        id=ReportId(f"r-{name}"),
        document_id=f"d-{name}",
        claim=told,
        attributions=tuple(by),
        follow_ups=follow,  # type: ignore[arg-type]
        prominence=Prominence.MAIN,
        status=status,
        quote=span(name, quote),
        confidence=0.8,
        extractor="test",
    )


def reports() -> dict[ReportId, Report]:
    """Four reports, one a document."""
    nine = When(start=date(2024, 6, 9), end=date(2024, 6, 9), precision=Precision.DAY, basis="test", words="9 June 2024")
    north, south = Actor(party="PRK", role=Role.MIL), Actor(party="KOR", role=Role.MIL)
    wire, other, shots, loud = (TEXTS[each].split(". ")[0].split("\n")[0] for each in TEXTS)
    found = (
        report(
            "wire",
            "ground_crossing",
            wire,
            {
                "actors": (slot(north, "wire", "soldiers"),),
                "when": slot(nine, "wire", "9 June 2024"),
                "line": slot("MDL", "wire", "the line"),
                "counts": (slot(Quantity(what="persons", low=20, high=20, approx=True), "wire", "About 20"),),
            },
            [Attribution(speaker=slot(Speaker(code="KOR:JCS", party="KOR"), "wire", "the staff in Seoul"))],
        ),
        report(
            "north",
            "ground_crossing",
            other,
            {
                "actors": (slot(north, "north", "soldiers"),),
                "when": slot(nine, "north", "9 June 2024"),
                "where": slot(Where(name="Panmunjom", latitude=37.956, longitude=126.677, radius_m=800), "north", "Panmunjom"),
                "counts": (slot(Quantity(what="persons", low=None, high=10), "north", "Up to 10"),),
            },
            [
                Attribution(
                    speaker=slot(Speaker(code="PRK:gov", party="PRK"), "north", "a statement from Pyongyang"),
                    stance=Stance.DENIES,
                    via=(slot(Speaker(code="KCNA"), "north", "a statement"),),
                )
            ],
            Status.DENIED,
        ),
        report(
            "hostile",
            "direct_fire",
            shots,
            {
                "actors": (slot(south, "hostile", "Shots"),),
                "where": slot(Where(name=HOSTILE), "hostile", HOSTILE),
            },
            [Attribution(speaker=slot(Speaker(code='=HYPERLINK("http://evil.example")'), "hostile", "=HYPERLINK"))],
            Status.ALLEGED,
        ),
        report(
            "undated",
            "loudspeaker",
            loud,
            {"where": slot(Where(name="Korea", latitude=37.0, longitude=127.5, radius_m=300_000), "undated", "border")},
            [Attribution(speaker=slot(Speaker(code="document"), "undated", "Loudspeakers"))],
        ),
    )
    return {each.id: each for each in found}


def incident(key: str, kind: str, members: Iterable[Report], variants: Mapping[str, Iterable[tuple[str, tuple[str, ...]]]]) -> Incident:
    """The incident ``i-KEY`` with the variants given as field -> (value, names of reports)."""
    members = tuple(members)
    told = {
        field: tuple(
            Variant(
                value=value,
                reports=tuple(ReportId(f"r-{name}") for name in names),
                origins=tuple(f"d-{name}" for name in names),
                claimants=tuple(each.attributions[0].speaker.value.code for each in members if each.id[2:] in names),
            )
            for value, names in values
        )
        for field, values in variants.items()
    }
    ids = tuple(each.id for each in members)
    documents = tuple(each.document_id for each in members)
    stances = tuple(
        PartyStance(party="PRK", stance="denied", report_id=each.id, as_of="2024-06-11") for each in members if each.status is Status.DENIED
    )
    return Incident(
        id=IncidentId(f"i-{key}"),
        kind=kind,
        reports=ids,
        variants=told,
        origins=documents,
        documents=documents,
        aliases=(IncidentId(f"i-{key}"), IncidentId(f"i-{key}-old")),
        stances=stances,
        confidence=0.8,
    )


def a_view(*, as_of: date | None = None) -> LedgerView:
    """The whole small view."""
    held = reports()
    both = ("wire", "north")
    crossing = incident(
        "crossing",
        "ground_crossing",
        (held[ReportId("r-wire")], held[ReportId("r-north")]),
        {
            "date": [("2024-06-09", both)],
            "actor": [("PRK:mil", both)],
            "line": [("MDL", ("wire",))],
            "place": [("Panmunjom", ("north",))],
            "persons": [("[20,20]", ("wire",)), ("[null,10]", ("north",))],
            "status": [("asserted", ("wire",)), ("denied", ("north",))],
        },
    )
    fire = incident(
        "fire",
        "direct_fire",
        (held[ReportId("r-hostile")],),
        {"place": [(HOSTILE, ("hostile",))], "actor": [("KOR:mil", ("hostile",))], "status": [("alleged", ("hostile",))]},
    )
    loud = incident("loud", "loudspeaker", (held[ReportId("r-undated")],), {"place": [("Korea", ("undated",))]})
    counted = CountClaim(
        id=ClaimId("c-1"),
        document_id=DOCUMENTS["d-wire"].id,
        kind="ground_crossing",
        ordinal=2,
        count=None,
        by=("PRK:mil",),  # type: ignore[index]
        since="2024-06-01",
        until="2024-06-09",
        window="since 1 June",
        quote=span("wire", "It was the second crossing since 1 June."),
        evidence=(span("wire", "second"),),
        report_id=ReportId("r-wire"),
    )
    return LedgerView(
        documents=DOCUMENTS,
        reports=held,
        incidents={each.id: each for each in (crossing, fire, loud)},
        findings={crossing.id: (a_finding(),)},
        count_claims={counted.id: counted},
        law_quotes=(
            LawQuote(
                document_id=DOCUMENTS["d-undated"].id,
                span=span("undated", "neither side"),  # type: ignore[index]
                instrument="korean-armistice-1953",
                clause="6",
                score=0.9,
            ),
        ),
        checks={
            counted.id: CountCheck(
                claim_id=counted.id,
                verdict=Audit.LEDGER_SHORT,
                claimed=2,
                found=1,
                gap=1,
                incidents=(crossing.id,),
                why="claimed 2, 1 in the ledger: ledger short by 1",
            )
        },
        fetches={
            each: (Fetch(capture_id=CaptureId("c" * 64), address="a", media_type="text/plain", captured_at=NOON),) for each in DOCUMENTS
        },
        refusals=(Refusal(where="<b>photo.jpg</b>", why="a picture holds no text", cure="give its text"),),
        judgements=(a_judgement(),),
        rulebooks=("korean-armistice-1953 v1",),
        pack_version="p1",
        as_of=as_of,
        digest="0" * 64,
    )


def a_finding() -> Finding:
    """An apparent breach of paragraph 7 with a missing fact."""
    words = (span("wire", "crossed the line"),)
    under = Reason(test="leave", answer=Answer.UNKNOWN, text="Nothing is said of leave by the Commission.")
    return Finding(
        incident_id=IncidentId("i-crossing"),
        instrument="korean-armistice-1953",
        clause="7",
        side="PRK",
        answers_through="KPA",
        act="ground_crossing",
        verdict=Verdict.APPARENT_BREACH,
        missing=("Was the crossing authorised?",),
        rulebook_version="v1",
        on_account_of=("KOR:JCS",),
        checked=False,
        reasons=(
            Reason(
                test="crossed",
                answer=Answer.YES,
                text="Soldiers crossed the line.",
                evidence=words,
                reference="paragraph 7",
                reasons=(under,),
            ),
        ),
    )


def a_judgement() -> Judgement:
    """The decision that joined the two accounts of the crossing."""
    terms = (
        Term(feature="date.same_day", left="2024-06-09", right="2024-06-09", weight=3.0),
        Term(feature="prior", left="", right="", weight=-2.0),
    )
    return Judgement(left=ReportId("r-north"), right=ReportId("r-wire"), same=Same.YES, by="truceline.incidents 1", score=1.0, terms=terms)
