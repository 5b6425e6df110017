"""Findings of others stand beside ours: finder, standing, what was held, and where the two differ."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.findings.law import ARMISTICE, crossing, page, quote, report

from truceline.findings.assess import assess
from truceline.findings.by_others import found_by_others, stands
from truceline.model.document import Document
from truceline.model.finding import Held, OtherFinding, Standing
from truceline.model.report import FollowUp
from truceline.model.text import Span
from truceline.packs.pack import load_pack

WORDS = load_pack().verdict_words
DAY = date(2024, 6, 20)


def found(text: str, *, by: str = "UNC", about: str | None = "PRK:mil", clauses: tuple[str, ...] = ()) -> tuple[OtherFinding, ...]:
    document: Document = page(DAY, "Soldiers from the North crossed the line. " + text)
    whole = Span(document_id=document.id, start=42, end=len(document.text))
    told = replace(
        report(document, actor="Soldiers from the North", line="the line"),
        follow_ups=(FollowUp(act="finding", by=by, to=about, evidence=(whole,)),),
    )
    case, reports, documents = crossing(), {told.id: told}, {document.id: document}
    ours = assess(case, reports, (ARMISTICE,), (), documents)
    quotes = [quote(each) for each in clauses]
    return found_by_others(case, reports, (ARMISTICE,), ours, quotes, documents, WORDS)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Command found that the Armistice was violated.", Held.BREACH),
        ("The Command accused it of breaking the armistice.", Held.BREACH),
        ("The Command accused the army of violating the agreement.", Held.BREACH),
        ("The Command could not determine what had happened.", Held.UNDETERMINED),
        ("The Command could not determine by whose order, but the fire violated the Armistice.", Held.BREACH),
        ("The Command found that it had answered without violating the Armistice.", Held.NO_BREACH),
        ("The Command found no violation of the Armistice.", Held.NO_BREACH),
        ("The Command found that the fire did not violate it.", Held.NO_BREACH),
        ("The Command closed its inquiry.", Held.NOT_TOLD),
    ],
)
def test_what_was_held_is_read_from_the_sentence_of_the_finding(text: str, held: Held) -> None:
    (other,) = found(text)
    assert (other.finder, other.about, other.held, other.day) == ("UNC", "PRK:mil", held, "2024-06-20")


def test_no_breach_found_where_ours_names_clauses_is_a_difference() -> None:
    (other,) = found("The Command found no violation.")
    assert other.differences == ("UNC found no breach; ours names 14, 7",)


def test_a_quoted_paragraph_that_is_not_ours_is_a_difference_and_the_same_one_is_none() -> None:
    assert found("The Command found a violation.", clauses=("8",))[0].differences == ("the document quotes 8; ours names 14, 7",)
    assert found("The Command found a violation.", clauses=("7",))[0].differences == ()


def test_a_breach_found_where_ours_leaves_it_open_is_a_difference() -> None:
    (other,) = found("The Command found a violation.", about="KOR:mil")
    assert other.differences[0] == "UNC found a breach; no clause of ours is apparently breached by KOR"


def test_the_finders_standing_is_told() -> None:
    instrument = ARMISTICE.instrument
    assert stands(instrument, "UNC", DAY) == (Standing.BODY_OF_A_SIDE, True)
    assert stands(instrument, "UNC:mil", DAY) == (Standing.BODY_OF_A_SIDE, True)
    assert stands(instrument, "NNSC", DAY) == (Standing.COMMON_BODY, True)
    assert stands(instrument, "UNC", date(1950, 1, 1)) == (Standing.BODY_OF_A_SIDE, False)
    assert stands(instrument, "KOR:JCS", DAY) == (Standing.PARTY, None)
    assert stands(instrument, "SWE:gov", DAY) == (Standing.OUTSIDER, None)


def test_one_finding_told_twice_is_one() -> None:
    assert len(found("The Command found a violation.")) == 1
