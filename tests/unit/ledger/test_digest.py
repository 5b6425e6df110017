"""What the digest covers, and what it leaves out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.fakes.records import NOON, a_capture, a_document, a_judgement, an_extraction

from truceline.ledger.digest import digest_of
from truceline.model.document import Refusal
from truceline.model.finding import Finding, Verdict
from truceline.model.ids import CaptureId, IncidentId, incident_id
from truceline.model.incident import Audit, CountCheck, Incident
from truceline.model.ledger_view import Fetch, LedgerView

Change = Callable[[LedgerView], LedgerView]


@pytest.fixture
def view() -> LedgerView:
    """A view with one of each thing."""
    document = a_document("Soldiers crossed the line.")
    read = an_extraction(document)
    report, claim = read.reports[0], read.count_claims[0]
    incident = Incident(
        id=incident_id(report.id), kind="ground_crossing", reports=(report.id,), variants={}, origins=(document.id,),
        documents=(document.id,), aliases=(incident_id(report.id),),
    )  # fmt: skip
    finding = Finding(
        incident_id=incident.id, instrument="korean-armistice-1953", clause="7", side="PRK", act="ground_crossing",
        verdict=Verdict.APPARENT_BREACH, reasons=(), missing=(), rulebook_version="1",
    )  # fmt: skip
    check = CountCheck(claim_id=claim.id, verdict=Audit.LEDGER_SHORT, claimed=3, found=1, gap=2, incidents=(incident.id,), why="")
    return LedgerView(
        documents={document.id: document}, reports={report.id: report}, count_claims={claim.id: claim}, law_quotes=read.law_quotes,
        incidents={incident.id: incident}, findings={incident.id: (finding,)}, checks={claim.id: check}, judgements=(a_judgement(),),
        rulebooks=("korean-armistice-1953 1",),
        fetches={document.id: (Fetch(capture_id=document.capture_id, address="a.txt", media_type="text/plain", captured_at=NOON),)},
    )  # fmt: skip


def every(mapping: dict, **changes: object) -> dict:  # type: ignore[type-arg]  # any of the view's mappings
    return {key: replace(value, **changes) for key, value in mapping.items()}


TOLD: dict[str, Change] = {
    "a document": lambda view: replace(view, documents=every(view.documents, publisher="Another outlet")),
    "a report": lambda view: replace(view, reports=every(view.reports, confidence=0.6)),
    "a count claim": lambda view: replace(view, count_claims=every(view.count_claims, ordinal=4)),
    "a law quote": lambda view: replace(view, law_quotes=()),
    "an incident": lambda view: replace(view, incidents=every(view.incidents, kind="sea_crossing")),
    "a finding": lambda view: replace(view, findings={IncidentId(key): () for key in view.findings}),
    "a count check": lambda view: replace(view, checks=every(view.checks, gap=3)),
    "a judgement": lambda view: replace(view, judgements=()),
    "when someone judged": lambda view: replace(view, judgements=(replace(a_judgement(), at=NOON + timedelta(days=1)),)),
    "a rulebook": lambda view: replace(view, rulebooks=("korean-armistice-1953 2",)),
}

UNTOLD: dict[str, Change] = {
    "names of documents": lambda view: replace(view, documents=every(view.documents, name="another name")),
    "which capture a document came from": lambda view: replace(view, documents=every(view.documents, capture_id=CaptureId("0"))),
    "times and places of fetching": lambda view: replace(
        view,
        fetches={
            key: (*some, replace(some[0], address="b.txt", captured_at=NOON + timedelta(days=1))) for key, some in view.fetches.items()
        },
    ),
    "refusals": lambda view: replace(view, refusals=(Refusal(where="b.txt", why="is empty"),)),
}


@pytest.mark.parametrize("what", TOLD)
def test_the_digest_covers(view: LedgerView, what: str) -> None:
    assert digest_of(TOLD[what](view)) != digest_of(view)


@pytest.mark.parametrize("what", UNTOLD)
def test_the_digest_leaves_out(view: LedgerView, what: str) -> None:
    changed = UNTOLD[what](view)
    assert changed != view
    assert digest_of(changed) == digest_of(view)


def test_the_digest_does_not_depend_on_order(view: LedgerView) -> None:
    other = a_document("Another text.")
    one = replace(view, documents={**view.documents, other.id: other})
    two = replace(view, documents={other.id: other, **view.documents})
    assert digest_of(one) == digest_of(two) != digest_of(view)


def test_a_capture_is_known_by_its_bytes() -> None:
    assert a_capture("text", address="a.txt").id == a_capture("text", address="b.txt").id
