"""What others found of earlier incidents is offered on like ones later, with what is shared and where ours differs."""

from dataclasses import replace
from datetime import date

from tests.unit.findings.law import ARMISTICE, crossing, page, quote, report

from truceline.findings.assess import assess
from truceline.model.finding import Finding, Held
from truceline.model.ids import DocumentId, IncidentId, ReportId
from truceline.model.incident import Incident
from truceline.model.ledger_view import LedgerView
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.pack import load_pack
from truceline.views.found_before import FoundBefore, found_before

WORDS = load_pack().verdict_words


def view(*told: tuple[str, str, str, dict[str, object]]) -> LedgerView:
    """A ledger of crossings, each of (name, day, what the Command found or "", values)."""
    documents, reports, incidents, findings, quotes = {}, {}, {}, {}, []
    for name, day, sentence, fields in told:
        document = replace(page(date.fromisoformat(day), "Soldiers from the North crossed the line. " + sentence), id=DocumentId(name))
        follow = FollowUp(
            act="finding", by="UNC", to="PRK:mil", evidence=(Span(document_id=document.id, start=42, end=max(43, len(document.text))),)
        )
        one = report(document, actor="Soldiers from the North", line="the line")
        one = replace(one, id=ReportId(f"r{name}"), follow_ups=(follow,) if sentence else ())
        case: Incident = replace(
            crossing(date=day, **fields), id=IncidentId(f"i{name}"), reports=(one.id,), documents=(document.id,)
        )  # fmt: skip
        documents[document.id], reports[one.id], incidents[case.id] = document, one, case
        findings[case.id] = assess(case, {one.id: one}, (ARMISTICE,), (), documents)
        quotes += [replace(quote("7", document.id), span=Span(document_id=document.id, start=43, end=50))] if sentence else []
    return LedgerView(documents=documents, reports=reports, incidents=incidents, findings=findings, law_quotes=tuple(quotes))


def before(held: LedgerView, name: str, ours: tuple[Finding, ...] | None = None) -> tuple[FoundBefore, ...]:
    incident = held.incidents[IncidentId(f"i{name}")]
    return found_before(incident, held, (ARMISTICE,), held.findings[incident.id] if ours is None else ours, WORDS)


EARLIER = ("a", "2031-03-10", "The Command found a violation.", {})
LATER = ("b", "2032-05-01", "", {})


def test_a_finding_is_offered_on_a_later_like_incident_and_not_on_its_own_or_an_earlier_one() -> None:
    held = view(EARLIER, LATER, ("c", "2030-01-01", "", {}))
    (offered,) = before(held, "b")
    assert (offered.like.incident.id, offered.finding.finder, offered.finding.held) == ("ia", "UNC", Held.BREACH)
    assert "line MDL" in offered.like.shares
    assert before(held, "a") == ()
    assert before(held, "c") == ()


def test_paragraphs_that_the_sentence_of_the_finding_names_are_told() -> None:
    (offered,) = before(view(EARLIER, LATER), "b")
    assert offered.finding.named == ("7",)


def test_what_differs_from_ours_here_is_said() -> None:
    cleared = ("a", "2031-03-10", "The Command found no violation.", {})
    (offered,) = before(view(cleared, LATER), "b")
    assert offered.differences == ("no breach was found there; ours here names 14, 7",)
    (agreeing,) = before(view(EARLIER, LATER), "b")
    assert agreeing.differences == ()


def test_the_other_sides_like_act_is_offered_too_with_what_differs() -> None:
    mirrored = ("b", "2032-05-01", "", {"actor": ["KOR:mil"], "target": ["PRK:mil"], "sources": ["PRK:KPA"]})
    (offered,) = before(view(EARLIER, mirrored), "b")
    assert {"actor", "target"} <= set(offered.like.differs)


def test_a_finding_that_does_not_tell_what_it_holds_is_no_precedent() -> None:
    assert before(view(("a", "2031-03-10", "The Command closed its inquiry.", {}), LATER), "b") == ()


def test_nothing_is_offered_under_an_instrument_that_ours_does_not_touch() -> None:
    assert before(view(EARLIER, LATER), "b", ours=()) == ()


def test_a_finding_that_the_rulebook_may_hold_already_is_said_to_be_that() -> None:
    known = ("a", "2017-11-13", "The Command found a violation.", {})
    (offered,) = before(view(known, LATER), "b")
    assert offered.in_rulebook == ("jsa_2017",)
    assert before(view(EARLIER, LATER), "b")[0].in_rulebook == ()
