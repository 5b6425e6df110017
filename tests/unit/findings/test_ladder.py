"""The response told against the procedure: taken, not told, passed over; and which procedure applied on the day."""

from typing import Any

import pytest
from tests.unit.findings.law import crossing

from truceline.findings.facts import Facts, read_facts
from truceline.findings.ladder import Told, ladder, ladders
from truceline.model.duties import Procedure, Step
from truceline.packs.pack import load_pack

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
