"""The response told against the procedure: taken, not told, passed over; and which procedure applied on the day."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.findings.law import PAGE, crossing

from truceline.findings.facts import Facts, ToldOrder, read_facts
from truceline.findings.ladder import Ladder, Lapse, Told, followed, ladder, ladders
from truceline.model.duties import Procedure, Step
from truceline.model.finding import Answer
from truceline.model.report import AnswerStep
from truceline.model.text import Span
from truceline.packs.pack import load_pack
from truceline.views.reasons import lapse_in_words

PAIR = ("warning_broadcast", "warning_shots")

FIVE = Procedure(
    id="land", name="five steps", acts=("ground_crossing",),
    steps=(Step(response="warning_broadcast", times=2), Step(response="warning_shots", times=2), Step(response="return_fire")),
)  # fmt: skip


def facts(**fields: Any) -> Facts:
    return read_facts(crossing(**fields), {}, {})


def rungs(*responses: str) -> list[Told]:
    return [each.told for each in ladder(FIVE, facts(response=list(responses))).rungs]


def test_a_step_is_passed_over_only_where_a_later_one_is_told() -> None:
    assert rungs("warning_shots") == [Told.PASSED_OVER, Told.TAKEN, Told.NOT_TOLD]
    assert rungs("warning_broadcast") == [Told.TAKEN, Told.NOT_TOLD, Told.NOT_TOLD]
    assert rungs("return_fire") == [Told.PASSED_OVER, Told.PASSED_OVER, Told.TAKEN]


def test_responses_outside_the_procedure_stand_beside_it() -> None:
    found = ladder(FIVE, facts(response=["warning_shots", "evacuation"]))
    assert (found.others, found.answered) == (("evacuation",), True)


def told_order(*steps: AnswerStep, clock: str | None = None, responses: tuple[str, ...] = ("warning_broadcast", "warning_shots")) -> Ladder:
    return ladder(FIVE, replace(facts(response=list(responses)), orders=(ToldOrder(clock=clock, steps=steps),)))


def step(response: str, **told: Any) -> AnswerStep:
    return AnswerStep(response=response, evidence=(Span(document_id=PAGE, start=0, end=8),), **told)


def test_a_step_told_before_one_that_should_be_first_is_out_of_order() -> None:
    found = told_order(step("warning_broadcast", after="warning_shots"))
    assert [each.told for each in found.rungs] == [Told.TAKEN, Told.OUT_OF_ORDER, Told.NOT_TOLD]
    assert found.rungs[1].late_for == ("warning_broadcast",)
    kept = told_order(step("warning_shots", after="warning_broadcast"))
    assert [each.told for each in kept.rungs] == [Told.TAKEN, Told.TAKEN, Told.NOT_TOLD]


def test_order_holds_through_the_steps_between() -> None:
    found = told_order(
        step("return_fire", after="warning_shots"), step("warning_broadcast", after="return_fire"),
        responses=("warning_broadcast", "warning_shots", "return_fire"),
    )  # fmt: skip
    assert [each.told for each in found.rungs] == [Told.TAKEN, Told.OUT_OF_ORDER, Told.OUT_OF_ORDER]


def test_accounts_that_tell_opposite_orders_differ() -> None:
    orders = tuple(ToldOrder(clock=None, steps=(step(one, after=two),)) for one, two in (PAIR, PAIR[::-1]))
    found = ladder(FIVE, replace(facts(response=list(PAIR)), orders=orders))
    assert found.rungs[1].told is Told.DIFFER
    assert len(found.lapses) == 2


def test_a_step_told_as_not_taken_is_skipped_and_where_another_account_tells_it_accounts_differ() -> None:
    left_out = step("warning_broadcast", taken=False)
    assert told_order(left_out, responses=("warning_shots",)).rungs[0].told is Told.SKIPPED
    assert told_order(left_out).rungs[0].told is Told.DIFFER


def test_minutes_are_as_told_or_reckoned_from_two_hours_of_one_account() -> None:
    (said,) = told_order(step("warning_shots", after="warning_broadcast", low=3, high=9, approx=True)).lapses
    assert (said.low, said.high, said.approx, said.by_clock) == (3, 9, True, False)
    first, second = told_order(step("warning_broadcast", clock="11:05"), step("warning_shots", clock="11:20"), clock="11:00").lapses
    assert [(each.earlier, each.later, each.low, each.high, each.by_clock) for each in (first, second)] == [
        ("act", "warning_broadcast", 5, 5, True), ("warning_broadcast", "warning_shots", 15, 15, True),
    ]  # fmt: skip


def test_hours_on_both_sides_of_midnight_give_no_minutes() -> None:
    assert told_order(step("warning_broadcast", clock="23:55"), step("warning_shots", clock="00:10")).lapses == ()


def test_a_procedure_is_not_followed_where_a_step_is_told_as_left_out_or_out_of_order() -> None:
    skipped = replace(facts(response=["warning_shots"]), orders=(ToldOrder(clock=None, steps=(step("warning_broadcast", taken=False),)),))
    turned = replace(facts(response=list(PAIR)), orders=(ToldOrder(clock=None, steps=(step("warning_broadcast", after="warning_shots"),)),))
    assert [followed(FIVE, each).answer for each in (skipped, turned, facts(response=list(PAIR)))] == [Answer.NO, Answer.NO, Answer.YES]


@pytest.mark.parametrize(
    ("lapse", "words"),
    [
        (Lapse(earlier="act", later="warning_shots"), "warning shots after the act; minutes not told"),
        (
            Lapse(earlier="warning_broadcast", later="warning_shots", low=10, high=10, approx=True),
            "warning shots about 10 minutes after warning broadcast",
        ),
        (Lapse(earlier="act", later="warning_shots", low=0, high=15), "warning shots at most 15 minutes after the act"),
        (Lapse(earlier="act", later="warning_shots", low=3, high=9, approx=True), "warning shots about 3 to 9 minutes after the act"),
    ],
)
def test_minutes_in_words_are_no_finer_than_told(lapse: Lapse, words: str) -> None:
    assert lapse_in_words(lapse) == words


def test_told_as_unanswered_is_not_the_same_as_not_told() -> None:
    assert ladder(FIVE, facts(response=["none"])).answered is False
    assert ladder(FIVE, facts()).answered is None


@pytest.mark.parametrize(
    ("day", "names"), [("2019-06-01", {"land_2018"}), ("2024-01-09", {"land_2018"}), ("2024-06-09", set()), ("2018-01-01", set())]
)
def test_the_five_steps_apply_while_the_agreement_bound_the_party_that_answers(day: str, names: set[str]) -> None:
    book = next(each for each in load_pack().rulebooks if each.instrument.slug == "cma-2018")
    assert {each.procedure.id for each in ladders(book, facts(date=day))} == names


def test_a_procedure_of_one_side_is_not_held_against_the_other() -> None:
    book = next(each for each in load_pack().rulebooks if each.instrument.slug == "korean-armistice-1953")
    there = facts(actor=["KOR:mil"], target=["PRK:mil"])
    assert [each.procedure.id for each in ladders(book, facts())] == ["rok_warning"]
    assert ladders(book, there) == ()


def test_the_five_steps_no_longer_apply_to_the_party_that_left_first() -> None:
    book = next(each for each in load_pack().rulebooks if each.instrument.slug == "cma-2018")
    there = facts(date="2024-01-09", actor=["KOR:mil"], target=["PRK:mil"])
    assert ladders(book, there) == ()
