"""The case of an incident: steps from documents and people, in order; what is due and how it stands; intentions apart."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.unit.findings.law import ARMISTICE, BOOKS, crossing, incident, page, report

from truceline.findings.assess import assess
from truceline.findings.case_file import Known, case_file
from truceline.model.case_file import CaseFile, Mood, Particulars, State, Timing, particulars
from truceline.model.document import Document
from truceline.model.duties import Body, CaseTerm
from truceline.model.finding import Held
from truceline.model.ids import ReportId
from truceline.model.instrument import Rulebook
from truceline.model.party import Speaker
from truceline.model.report import Attribution, FollowUp, Slot, Stance
from truceline.model.review import Review, Verb
from truceline.model.text import Span
from truceline.model.time import Precision, When
from truceline.packs.pack import load_pack

TOLD = date(2024, 6, 20)
TEXT = (
    "Soldiers from the North crossed the line. The Command found a violation. It told the army of the North on Monday. "
    "It asked for a meeting. Seoul plans a protest. The North denied all of it."
)
DOCUMENT = page(TOLD, TEXT)


def span(words: str, document: Document = DOCUMENT) -> Span:
    start = document.text.index(words)
    return Span(document_id=document.id, start=start, end=start + len(words))


def follow(act: str, by: str, to: str | None, words: str, day: date | None = None) -> FollowUp:
    when = When(start=day, end=day, precision=Precision.DAY, basis="test", words="Monday") if day else None
    slot = Slot(value=when, evidence=(span("Monday"),), read_by="test") if when else None
    return FollowUp(act=act, by=by, to=to, evidence=(span(words),), when=slot)


FINDING = follow("finding", "UNC", "PRK:mil", "found a violation")
NOTICE = follow("notification", "UNC", "PRK:mil", "told the army")
MEETING = follow("meeting_request", "UNC", "PRK:mil", "asked for a meeting")
DENIAL = follow("denial", "PRK:gov", None, "denied")


def said(state: str, at: str, *, reports: tuple[str, ...] = ("r1",), reason: str = "seen in the log", **told: Any) -> Review:
    return Review(
        verb=Verb.STEP, by="an officer", at=datetime.fromisoformat(at).replace(tzinfo=UTC), subject="i1", reason=reason, field=state,
        reports=tuple(ReportId(each) for each in reports), value=Particulars(**told).written(),
    )  # fmt: skip


def case(
    *steps: FollowUp, intended: tuple[FollowUp, ...] = (), reviews: tuple[Review, ...] = (), books: tuple[Rulebook, ...] = (ARMISTICE,),
    on: date | None = None, as_of: date | None = None, attributions: tuple[Attribution, ...] = (),
) -> CaseFile:  # fmt: skip
    told = replace(report(DOCUMENT, actor="Soldiers from the North", line="the line"), follow_ups=steps, intended=intended)
    told = replace(told, attributions=attributions or told.attributions)
    found, reports, documents = crossing(), {told.id: told}, {DOCUMENT.id: DOCUMENT}
    known = Known(
        reports=reports, documents=documents, reviews=reviews, rulebooks=books, words=load_pack().verdict_words,
        findings=assess(found, reports, books, (), documents),
    )  # fmt: skip
    return case_file(found, known, on=on, as_of=as_of)


def states(found: CaseFile) -> list[str]:
    return [each.state.value for each in found.steps]


def term(**more: Any) -> Rulebook:
    """The Armistice with one term of a case: an answer within twenty-four hours of a notice."""
    one = CaseTerm(id="t", name="an answer", after="notified", then="answered", within_hours=24, **more)
    return replace(ARMISTICE, instrument=replace(ARMISTICE.instrument, case_terms=(one,)))


def test_steps_stand_in_order_each_with_its_words_and_the_day_it_was_told() -> None:
    found = case(MEETING, NOTICE, FINDING)
    assert states(found) == ["seen", "found", "notified", "meeting_requested"]
    assert [(each.day, each.told_by) for each in found.steps[1:]] == [(None, TOLD)] * 3
    assert DOCUMENT.words(found.steps[1].evidence[0]) == "found a violation"
    assert found.steps[1].held is Held.BREACH


def test_a_step_has_a_day_only_where_its_own_is_told() -> None:
    notified = case(replace(NOTICE, when=follow("x", "UNC", None, "told the army", date(2024, 6, 17)).when)).steps[-1]
    assert (notified.day, notified.latest) == (date(2024, 6, 17), date(2024, 6, 17))


def test_a_denial_answers_where_the_side_that_acted_makes_it_and_nobody_elses_does() -> None:
    assert "answered" in states(case(DENIAL))
    assert "answered" not in states(case(replace(DENIAL, by="CHN:gov")))


def test_a_speaker_that_denies_has_answered() -> None:
    denying = Attribution(
        speaker=Slot(value=Speaker(code="PRK:gov", party="PRK"), evidence=(span("The North denied"),), read_by="test"), stance=Stance.DENIES
    )
    assert states(case(attributions=(denying,))) == ["seen", "answered"]


def test_an_intention_is_no_step_and_stays_open_until_the_step_is_told() -> None:
    plan = follow("protest", "KOR:gov", "PRK:gov", "plans a protest")
    found = case(intended=(plan,))
    assert ("protested" in states(found), [each.state for each in found.intended]) == (False, [State.PROTESTED])
    assert [each.timing for each in found.dues if each.name == "stated as intended"] == [Timing.NO_DAY_SET]
    done = case(intended=(plan,), reviews=(said("protested", "2024-06-22", day=date(2024, 6, 21), by="KOR:gov"),))
    assert [each.timing for each in done.dues if each.name == "stated as intended"] == [Timing.MET]


def test_another_sides_protest_does_not_meet_an_intention() -> None:
    plan = follow("protest", "KOR:gov", "PRK:gov", "plans a protest")
    other = said("protested", "2024-06-22", day=date(2024, 6, 21), by="PRK:gov")
    (due,) = (each for each in case(intended=(plan,), reviews=(other,)).dues if each.name == "stated as intended")
    assert due.timing is Timing.NO_DAY_SET


def test_what_a_person_says_keeps_who_when_and_why() -> None:
    (*_, step) = case(reviews=(said("notified", "2024-07-02", day=date(2024, 7, 1), by="UNC", to="PRK", through="telephone"),)).steps
    assert (step.state, step.day, step.through, step.said_by, step.decided_on) == (
        State.NOTIFIED, date(2024, 7, 1), "telephone", "an officer", date(2024, 7, 2),
    )  # fmt: skip
    assert (step.why, step.document) == ("seen in the log", None)


def test_steps_of_other_incidents_and_unreadable_ones_are_left_out() -> None:
    forged = replace(said("found", "2024-07-02"), value='{"day": 7}')
    assert states(case(reviews=(said("found", "2024-07-02", reports=("r9",)), forged))) == ["seen"]


def test_as_of_a_day_what_people_say_of_later_days_is_left_out() -> None:
    later = said("notified", "2024-07-02", day=date(2024, 7, 1))
    assert states(case(reviews=(later,), as_of=date(2024, 6, 30))) == ["seen"]
    assert states(case(reviews=(later,), as_of=date(2024, 7, 1))) == ["seen", "notified"]


def test_a_closed_case_is_opened_again_by_a_later_step() -> None:
    closed = said("closed", "2024-07-02", day=date(2024, 7, 2))
    assert not case(reviews=(closed,)).open
    assert case(reviews=(closed, said("answered", "2024-08-01", day=date(2024, 8, 1), by="PRK"))).open


@pytest.mark.parametrize(
    ("answer", "on", "timing"),
    [
        (None, date(2024, 6, 18), Timing.OPEN),
        (None, date(2024, 6, 19), Timing.OVERDUE),
        (None, None, Timing.OPEN),
        (date(2024, 6, 18), date(2024, 7, 1), Timing.MET),
        (date(2024, 6, 25), date(2024, 7, 1), Timing.MET_LATE),
    ],
)
def test_a_term_runs_from_the_day_of_its_beginning(answer: date | None, on: date | None, timing: Timing) -> None:
    notified = said("notified", "2024-06-17", day=date(2024, 6, 17), by="UNC", to="PRK")
    answers = (said("answered", "2024-06-30", day=answer, by="PRK:KPA"),) if answer else ()
    (due,) = case(reviews=(notified, *answers), books=(term(),), on=on).dues
    assert (due.timing, due.last_day, due.exact) == (timing, date(2024, 6, 18), True)


def test_where_only_the_day_of_telling_is_known_the_last_day_is_one_at_the_latest() -> None:
    (due,) = case(NOTICE, books=(term(),), on=TOLD).dues
    assert (due.timing, due.last_day, due.exact) == (Timing.OPEN, date(2024, 6, 21), False)
    (met,) = case(NOTICE, DENIAL, books=(term(),), on=TOLD).dues
    assert met.timing is Timing.MET_DAY_NOT_TOLD


def test_an_answer_of_who_was_not_addressed_meets_no_term() -> None:
    notified = said("notified", "2024-06-17", day=date(2024, 6, 17), by="UNC", to="PRK")
    other = said("answered", "2024-06-18", day=date(2024, 6, 18), by="KOR:JCS")
    (due,) = case(reviews=(notified, other), books=(term(),), on=date(2024, 7, 1)).dues
    assert due.timing is Timing.OVERDUE


def test_no_term_runs_where_its_body_no_longer_sits() -> None:
    gone = Body(id="gone", name="a commission", tasks=(), start=date(1953, 7, 27), end=date(1994, 5, 24))
    book = term(body="gone")
    book = replace(book, instrument=replace(book.instrument, bodies=(*book.instrument.bodies, gone)))
    (due,) = case(NOTICE, books=(book,), on=date(2025, 1, 1)).dues
    assert (due.timing, due.last_day) == (Timing.NOT_RUNNING, None)
    assert "1994-05-24" in due.note


def test_a_term_without_a_number_has_no_last_day() -> None:
    book = replace(
        ARMISTICE, instrument=replace(ARMISTICE.instrument, case_terms=(CaseTerm(id="t", name="n", after="found", then="corrected"),))
    )
    (due,) = case(FINDING, books=(book,), on=date(2034, 1, 1)).dues
    assert (due.timing, due.last_day) == (Timing.NO_DAY_SET, None)


def test_a_finding_of_no_breach_makes_nothing_due() -> None:
    cleared = page(TOLD, TEXT.replace("a violation", "no violation"))
    told = replace(
        report(cleared, actor="Soldiers from the North", line="the line"),
        follow_ups=(FollowUp(act="finding", by="UNC", to="PRK:mil", evidence=(span("found no violation", cleared),)),),
    )
    case_of, reports, documents = crossing(), {told.id: told}, {cleared.id: cleared}
    found = assess(case_of, reports, (ARMISTICE,), (), documents)
    known = Known(
        reports=reports, documents=documents, rulebooks=(ARMISTICE,), findings=found, words=load_pack().verdict_words,
    )  # fmt: skip
    made = case_file(case_of, known, on=date(2025, 1, 1))
    assert (made.steps[-1].held, made.dues) == (Held.NO_BREACH, ())


def test_a_day_that_a_person_set_is_overdue_after_it_and_met_by_a_step_told_later() -> None:
    asked = said("answered", "2024-06-21", mood=Mood.DUE, day=date(2024, 6, 30), by="PRK")
    assert [each.timing for each in case(DENIAL, reviews=(asked,), books=(), on=date(2024, 7, 1)).dues] == [Timing.OVERDUE]
    came = said("answered", "2024-06-29", day=date(2024, 6, 28), by="PRK:KPA")
    assert [each.timing for each in case(reviews=(asked, came), books=(), on=date(2024, 7, 1)).dues] == [Timing.MET]


def test_particulars_come_back_as_they_were_written_and_others_are_refused() -> None:
    told = Particulars(
        mood=Mood.INTENDED, day=date(2024, 7, 1), by="UNC", to="PRK", through="a letter", held=Held.NO_BREACH,
        words=span("asked for a meeting"),
    )  # fmt: skip
    assert particulars(told.written()) == told
    for forged in ('{"mood": "done", "x": 1}', '{"day": "soon"}', "[]", '{"words": ["d", -1, 5, "text"]}', '{"by": 3}', '{"held": "x"}'):
        with pytest.raises(ValueError, match=r"."):
            particulars(forged)


@pytest.mark.parametrize(("on", "timing"), [(date(2025, 2, 18), Timing.OPEN), (date(2025, 2, 19), Timing.PASSED), (None, Timing.OPEN)])
def test_a_deadline_of_the_agreement_is_told_where_a_rule_on_the_act_asks_for_it(on: date | None, timing: Timing) -> None:
    book = next(each for each in BOOKS if each.instrument.slug == "unscr-1701-2006")
    stayed = incident(
        "weapons_in_zone", {"date": "2025-02-10", "country": "LBN", "actor": ["ISR:mil"], "status": "asserted", "sources": ["LBN:LAF"]}
    )
    known = Known(reports={}, documents={}, rulebooks=(book,), findings=assess(stayed, {}, (book,)))
    (due,) = case_file(stayed, known, on=on).dues
    assert (due.timing, due.last_day, due.state) == (timing, date(2025, 2, 18), None)
    other = replace(stayed, kind="air_strike")
    assert case_file(other, replace(known, findings=assess(other, {}, (book,))), on=on).dues == ()
