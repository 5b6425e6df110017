"""What one side does about an act, told in the sentence after it, is read with who does it: answers_told.yaml."""

from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed

from truceline.packs.strict_yaml import parse

TEXTS = parse(Path(__file__).with_name("answers_told.yaml").read_text(encoding="utf-8"), "answers_told.yaml")


def steps(text: str) -> set[tuple[str, str]]:
    return {(each.act, (each.by or "").split(":")[0]) for draft in proposed(text) for each in draft.follow_ups}


@pytest.mark.parametrize(("text", "act", "by"), TEXTS["taken"])
def test_a_step_is_read_with_who_takes_it(text: str, act: str, by: str) -> None:
    assert (act, by) in steps(text)


@pytest.mark.parametrize(("text", "act"), TEXTS["none"])
def test_a_step_that_is_weighed_asked_for_or_a_crowds_is_none(text: str, act: str) -> None:
    assert act not in {found for found, by in steps(text) if by}


def test_what_is_said_beside_a_denial_is_not_denied() -> None:
    drafts = proposed(TEXTS["denied"]["text"])
    assert {d.kind for d in drafts for f in d.follow_ups if f.act == "denial"} == {TEXTS["denied"]["act"]}


@pytest.mark.parametrize("text", TEXTS["fired_back"])
def test_a_verb_of_answering_alone_tells_of_return_fire(text: str) -> None:
    assert [r.value for r in proposed(text)[0].responses] == ["return_fire"]


@pytest.mark.parametrize("text", TEXTS["not_fired_back"])
def test_an_answer_without_fire_is_no_return_fire(text: str) -> None:
    assert "return_fire" not in {r.value for draft in proposed(text) for r in draft.responses}


def test_who_is_charged_with_an_act_did_what_followed_from_it() -> None:
    drafts = proposed("Pakistan accused India of firing at a school van in Nakyal on Tuesday, killing the driver.")
    assert {s.value.party for draft in drafts for s in draft.actors} == {"IND"}
