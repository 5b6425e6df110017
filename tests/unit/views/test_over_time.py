"""What the dossier tells in the order of the days: how parties stand, how works went on, what became of people; as data and as lines."""

from dataclasses import replace

from tests.fakes.tellings import document, telling, when

from truceline.incidents.assemble import assemble
from truceline.incidents.course import course
from truceline.model.ledger_view import LedgerView
from truceline.model.report import PersonFate, Report, Slot, Stance
from truceline.model.text import Span
from truceline.views.over_time import course_lines, lines, stance_lines, stances, told

DOCUMENTS = {each.id: each for each in (document("a", "2024-12-27"), document("b", "2025-01-10"), document("c", "2025-04-28"))}


def stood(*reports: Report) -> list[str]:
    return stance_lines(stances(assemble(reports, DOCUMENTS, {}), reports))


def test_a_party_that_denied_then_did_not_confirm_then_admitted_is_told_word_by_word() -> None:
    found = stood(
        telling("c", by="PRK:gov", stance=Stance.CONFIRMS), telling("a", by="PRK:gov", stance=Stance.DENIES),
        telling("b", by="PRK:gov", stance=Stance.NOT_CONFIRMED),
    )  # fmt: skip
    assert found[1:] == ["  PRK: denied (2024-12-27), then not confirmed (2025-01-10), then acknowledged (2025-04-28)"]


def test_who_confirms_what_another_did_has_confirmed_and_acknowledged_nothing() -> None:
    assert stood(telling("a", by="KOR:NIS", stance=Stance.CONFIRMS))[1:] == ["  KOR: confirmed (2024-12-27)"]


def test_every_word_of_a_party_leads_to_its_report_and_document() -> None:
    denied = telling("a", by="PRK:gov", stance=Stance.DENIES)
    (row,) = stances(assemble([denied], DOCUMENTS, {}), [denied])
    assert (row["report"], row["document"], row["as_of"]) == ("r-a", "d-a", "2024-12-27")


def test_where_no_party_takes_a_stand_there_is_no_heading() -> None:
    assert stood(telling("a", by="KOR:JCS")) == []


def test_works_are_told_stage_by_stage() -> None:
    reports = [
        telling("a", "works_in_zone", day="2024-12-01/2024-12-20", by="KOR:JCS", target=""),
        telling("b", "works_in_zone", day="2025-01-09", by="KOR:JCS", target=""),
    ]
    found = course_lines([
        {"on": each.on, "goes_on": each.goes_on, "by": each.by, "published": each.published}
        for each in course(assemble(reports, DOCUMENTS, {}), reports, DOCUMENTS)
    ])  # fmt: skip
    assert [" ".join(line.split()) for line in found[1:]] == [
        "2024-12-01/2024-12-20 going on [KOR:JCS; told 2024-12-27]", "2025-01-09 told of this day [KOR:JCS; told 2025-01-10]",
    ]  # fmt: skip


def test_people_are_told_by_side_and_role_with_who_says_so() -> None:
    taken = telling("a", "capture", actor="UKR:mil", target="PRK:mil", day="2024-12-26", by="KOR:NIS", captured=(1, 1))
    span = Span(document_id=taken.document_id, start=0, end=1)
    fate = PersonFate(fate="body_returned", of="PRK:mil", low=1, high=1, when=when("2024-12-27"))
    dead = replace(taken, fates=(Slot(value=fate, evidence=(span,), read_by="test"),))
    incident = assemble([dead], DOCUMENTS, {})
    found = told(LedgerView(incidents={incident.id: incident}), incident, [dead], DOCUMENTS)
    assert [" ".join(line.split()) for line in lines(found)[1:3]] == [
        "PRK:mil 2024-12-26 captured 1 [KOR:NIS, told 2024-12-27]", "PRK:mil 2024-12-27 body returned 1 [KOR:NIS]",
    ]  # fmt: skip
    assert found["steps"][0]["words"] == [["d-a", 0, 1]]
