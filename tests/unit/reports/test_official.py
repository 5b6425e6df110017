"""What releases of armies, ministries and missions tell in their own words is read as what it is, and their rhetoric as no act."""

from datetime import date
from pathlib import Path

import pytest
from tests.fakes.small_readings import proposed

from truceline.packs.strict_yaml import parse

OWN = parse(Path(__file__).with_name("official.yaml").read_text(encoding="utf-8"), "official.yaml")


def killed(text: str) -> set[int | None]:
    return {count.value.low for draft in proposed(text) for count in draft.counts if count.value.what == "killed"}


@pytest.mark.parametrize(("dead", "text"), OWN["died_for"])
def test_deaths_of_ones_own_are_counted(dead: str, text: str) -> None:
    assert killed(text) == {int(dead)}


@pytest.mark.parametrize("text", OWN["nobody_died"])
def test_words_of_sacrifice_alone_count_nobody(text: str) -> None:
    assert killed(text) == set()


@pytest.mark.parametrize("text", OWN["no_act"])
def test_arms_made_safe_and_careers_tell_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize(("kind", "text"), OWN["an_act"])
def test_an_act_told_in_such_words_stays_one(kind: str, text: str) -> None:
    assert kind in [draft.kind for draft in proposed(text)]


@pytest.mark.parametrize(("day", "published", "text"), OWN["of_the_outing"])
def test_what_befalls_an_outing_is_of_its_day(day: str, published: str, text: str) -> None:
    assert {draft.when.value.code if draft.when else None for draft in proposed(text, published=date.fromisoformat(published))} == {day}


@pytest.mark.parametrize(("published", "text"), OWN["of_no_outing"])
def test_a_day_of_saying_or_of_a_plan_is_not_carried(published: str, text: str) -> None:
    assert {draft.when for draft in proposed(text, published=date.fromisoformat(published))} == {None}


@pytest.mark.parametrize("text", OWN["law_or_threat"])
def test_law_warnings_and_vows_tell_no_act(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize("text", OWN["told_all_the_same"])
def test_an_act_that_is_judged_is_told(text: str) -> None:
    assert proposed(text) != []


@pytest.mark.parametrize("text", OWN["denied"])
def test_a_side_denies_what_its_forces_are_said_not_to_have_done(text: str) -> None:
    (draft,) = proposed(text)
    assert draft.denied
    assert [step.act for step in draft.follow_ups] == ["denial"]


@pytest.mark.parametrize("text", OWN["not_denied"])
def test_what_others_say_was_not_done_is_no_denial(text: str) -> None:
    assert proposed(text) == []


@pytest.mark.parametrize("text", OWN["no_crossing"])
def test_a_truce_broken_along_a_line_is_no_crossing(text: str) -> None:
    assert {draft.kind for draft in proposed(text)} <= {"violation_claim"}


@pytest.mark.parametrize(("kind", "place", "text"), OWN["placed"])
def test_a_place_is_found_where_the_parser_loses_it(kind: str, place: str, text: str) -> None:
    told = [(draft.kind, draft.where.value.name if draft.where else None) for draft in proposed(text)]
    assert told == [(kind, place)]


@pytest.mark.parametrize(("kind", "text"), OWN["kinds"])
def test_kinds_are_told_by_words_of_releases(kind: str, text: str) -> None:
    assert {draft.kind for draft in proposed(text)} == {kind}


@pytest.mark.parametrize("text", OWN["under_fire"])
def test_who_comes_under_fire_has_not_fired(text: str) -> None:
    for draft in proposed(text):
        assert not {slot.value.party for slot in draft.actors} & {slot.value.party for slot in draft.targets} - {"UNK"}
        assert {slot.value.party for slot in draft.actors} <= {"UNK"}


@pytest.mark.parametrize(("party", "text"), OWN["condemned_by"])
def test_who_condemns_an_act_is_told_whoever_it_befell(party: str, text: str) -> None:
    steps = [step for draft in proposed(text) for step in draft.follow_ups]
    assert [(step.act, (step.by or "").partition(":")[0]) for step in steps] == [("condemnation", party)]
